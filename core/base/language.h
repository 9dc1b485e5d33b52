#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace afa {

struct TranslatedMessage {
    std::string_view source, translation;
};
struct LanguageTable {
    std::string_view name;                        ///< "de", "zh_CN"
    std::span<const TranslatedMessage> messages;  ///< sorted by source
};
/// Made at build time from translations/afa_*.ts.
std::span<const LanguageTable> languageTables();

/// "en" and those with a table.
std::vector<std::string> messageLanguages();

/// Tells messages in one language; what has no translation stays English.
class LanguageSpeech : public Speech {
  public:
    /// The table of "de_AT" is that of "de"; a language without table is English.
    explicit LanguageSpeech(std::string_view language);
    std::string translated(const std::string& source) const override;

  private:
    std::span<const TranslatedMessage> messages_;
};

}  // namespace afa
