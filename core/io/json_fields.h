#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace afa {

/// The members of a JSON object, type-checked one by one. A key that is absent or null takes the default;
/// without a default it is an error. Every error is a FileError "WHERE: KEY: expected .., found ..".
class JsonFields {
  public:
    JsonFields(std::string_view text, Message where);
    JsonFields(std::string_view text, std::string where)
        : JsonFields(text, Message::verbatim(std::move(where))) {}
    JsonFields(boost::json::object object, Message where)
        : object_(std::move(object)), where_(std::move(where)) {}
    JsonFields(boost::json::object object, std::string where)
        : JsonFields(std::move(object), Message::verbatim(std::move(where))) {}

    /// nullptr where absent or null.
    const boost::json::value* find(std::string_view key) const;
    std::int64_t integer(std::string_view key, std::optional<std::int64_t> fallback, std::int64_t smallest,
                         std::int64_t largest) const;
    /// A list of integers; a single number counts as a list of one.
    std::vector<std::int64_t> integers(std::string_view key,
                                       std::optional<std::vector<std::int64_t>> fallback,
                                       std::int64_t smallest, std::int64_t largest) const;
    double number(std::string_view key, std::optional<double> fallback) const;
    bool boolean(std::string_view key, std::optional<bool> fallback) const;
    std::string text(std::string_view key, std::optional<std::string> fallback) const;
    std::vector<std::string> texts(std::string_view key,
                                   std::optional<std::vector<std::string>> fallback) const;
    std::vector<double> numbers(std::string_view key) const;
    const boost::json::array& array(std::string_view key) const;
    JsonFields member(std::string_view key) const;  ///< an object within this one

    const Message& where() const { return where_; }
    const boost::json::object& object() const { return object_; }
    [[noreturn]] void fail(std::string_view key, const Message& expected) const;

  private:
    boost::json::object object_;
    Message where_;
};

}  // namespace afa
