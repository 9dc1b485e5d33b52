#include "core/base/language.h"

#include <algorithm>

namespace afa {

std::vector<std::string> messageLanguages() {
    std::vector<std::string> names{"en"};
    for (const auto& table : languageTables())
        names.emplace_back(table.name);
    return names;
}

LanguageSpeech::LanguageSpeech(std::string_view language) {
    const auto bare = [](std::string_view name) { return name.substr(0, name.find('_')); };
    for (const auto& table : languageTables())
        if (bare(table.name) == bare(language)) messages_ = table.messages;
}

std::string LanguageSpeech::translated(const std::string& source) const {
    const auto found = std::ranges::lower_bound(messages_, source, {}, &TranslatedMessage::source);
    return std::string(found != messages_.end() && found->source == source ? found->translation : source);
}

}  // namespace afa
