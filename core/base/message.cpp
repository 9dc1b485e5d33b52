#include "core/base/message.h"

#include <cctype>
#include <stdexcept>

namespace afa {
namespace {

/// The place that begins at `at`, from 1; 0 where none does.
std::size_t placeAt(const std::string& text, std::size_t at) {
    if (text[at] != '%' || at + 1 >= text.size() || text[at + 1] < '1' || text[at + 1] > '9') return 0;
    return static_cast<std::size_t>(text[at + 1] - '0');
}

std::string toldArgument(const Message::Argument& argument, const Speech& speech) {
    if (const auto* text = std::get_if<std::string>(&argument)) return *text;
    if (const auto* option = std::get_if<Option>(&argument)) return speech.named(*option);
    return std::get<Message>(argument).told(speech);
}

}  // namespace

std::string Speech::named(const Option& option) const {
    return "--" + option.name + (option.value.empty() ? "" : " " + option.value);
}

Message Message::verbatim(std::string text) {
    Message message;
    message.source_ = std::move(text);
    message.verbatim_ = true;
    return message;
}

Message Message::option(Option option) {
    Message message;
    message.source_ = "%1";
    message.arguments_.emplace_back(std::move(option));
    return message;
}

std::string Message::about() const {
    for (const auto& argument : arguments_) {
        if (const auto* option = std::get_if<Option>(&argument)) return option->name;
        if (const auto* message = std::get_if<Message>(&argument))
            if (auto name = message->about(); !name.empty()) return name;
    }
    return {};
}

Message Message::list(const std::vector<Message>& messages) {
    Message all;
    for (const auto& message : messages)
        all = all.empty() ? message : Message::of("%1; %2", all, message);
    return all;
}

/// All places at once: an argument may itself hold "%2".
std::string Message::told(const Speech& speech) const {
    if (verbatim_) return source_;
    const std::string text = speech.translated(source_);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto place = placeAt(text, i);
        if (place >= 1 && place <= arguments_.size()) {
            result += toldArgument(arguments_[place - 1], speech);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

void Message::requireAllPlaces() const {
    for (std::size_t i = 0; i < source_.size(); ++i)
        if (placeAt(source_, i) > arguments_.size())
            throw std::logic_error("a message has no argument for a place: " + source_);
}

}  // namespace afa
