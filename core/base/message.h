#pragma once
#include <concepts>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/base/text.h"

namespace afa {

/// A setting by the name of its field, as messages speak of it: `--steps 20` on the command line, the field's
/// label in a window.
struct Option {
    std::string name;        ///< without "--"
    std::string value = {};  ///< empty: the option itself is meant
};

/// How messages are told: in which language, and by which names settings are called. This one is the command
/// line's English.
class Speech {
  public:
    Speech() = default;
    virtual ~Speech() = default;
    Speech(const Speech&) = delete;
    Speech& operator=(const Speech&) = delete;

    virtual std::string translated(const std::string& source) const { return source; }
    virtual std::string named(const Option& option) const;
};

/// What the program has to say, as a value: an English source text and what stands in for its %1 .. %9. Core
/// makes messages, a surface tells them. Every source text is a literal inside Message::of(), where lupdate
/// finds it (`cmake --build .. --target update_texts`).
class Message {
  public:
    using Argument = std::variant<std::string, Option, Message>;

    Message() = default;

    /// Arguments are texts, paths, numbers, options and messages. Throws std::logic_error where the source
    /// names a place that no argument fills.
    template <typename... Arguments>
    static Message of(const char* source, const Arguments&... arguments) {
        Message message;
        message.source_ = source;
        (message.arguments_.push_back(argument(arguments)), ...);
        message.requireAllPlaces();
        return message;
    }
    /// Words that are not this program's: another library's error, a file's own text.
    static Message verbatim(std::string text);
    /// A setting alone.
    static Message option(Option option);
    /// Messages one after another, by "; ".
    static Message list(const std::vector<Message>& messages);

    bool empty() const { return source_.empty(); }
    /// The name of the first option that it names; "" for none.
    std::string about() const;
    std::string told(const Speech& speech) const;
    /// As the command line tells it.
    std::string english() const { return told(Speech()); }

    bool operator==(const Message& other) const { return english() == other.english(); }

  private:
    friend class MessageJson;
    static Argument argument(const Message& message) { return message; }
    static Argument argument(const Option& option) { return option; }
    static Argument argument(const std::filesystem::path& path) { return path.string(); }
    template <typename Text>
    requires std::is_convertible_v<const Text&, std::string_view>
    static Argument argument(const Text& text) {
        const std::string_view view = text;
        return std::string(view);
    }
    template <typename Number>
    requires std::is_arithmetic_v<Number>
    static Argument argument(Number number) {
        if constexpr (std::floating_point<Number>)
            return numberText(number);
        else
            return std::to_string(number);
    }
    void requireAllPlaces() const;

    std::string source_;
    bool verbatim_ = false;
    std::vector<Argument> arguments_;
};

}  // namespace afa
