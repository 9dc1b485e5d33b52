#include "core/io/json_fields.h"

#include <algorithm>
#include <cmath>
#include <regex>

#include "core/base/error.h"
#include "core/base/json.h"

namespace afa {
namespace {

namespace json = boost::json;

std::optional<std::int64_t> wholeNumber(const json::value& value) {
    if (const auto* number = value.if_int64()) return *number;
    return std::nullopt;
}

std::optional<double> realNumber(const json::value& value) {
    if (!value.is_number()) return std::nullopt;
    const double number = value.to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<std::string> string(const json::value& value) {
    if (const auto* text = value.if_string()) return std::string(text->data(), text->size());
    return std::nullopt;
}

/// Every element through `convert`; nullopt where one does not fit or `value` is no list.
template <typename Convert>
auto list(const json::value& value, Convert convert)
    -> std::optional<std::vector<typename decltype(convert(value))::value_type>> {
    std::vector<typename decltype(convert(value))::value_type> out;
    const auto* array = value.if_array();
    if (!array) return std::nullopt;
    for (const auto& element : *array) {
        auto converted = convert(element);
        if (!converted) return std::nullopt;
        out.push_back(std::move(*converted));
    }
    return out;
}

}  // namespace

JsonFields::JsonFields(std::string_view text, Message where) : where_(std::move(where)) {
    json::value value = parseJson(text, where_);
    if (!value.is_object())
        throw FileError(Message::of("%1: expected a JSON object, found another JSON value", where_));
    object_ = std::move(value.get_object());
}

const json::value* JsonFields::find(std::string_view key) const {
    const auto* value = object_.if_contains(json::string_view(key.data(), key.size()));
    return value && !value->is_null() ? value : nullptr;
}

void JsonFields::fail(std::string_view key, const Message& expected) const {
    constexpr std::size_t kShown = 80;
    const auto* value = find(key);
    std::string found = value ? json::serialize(*value) : std::string();
    static const std::regex comma("\"[+-]?[0-9]+,[0-9]+\"");  // 0,5 can stand in quotes only
    const bool point = std::regex_search(found.substr(0, kShown), comma);
    if (found.size() > kShown) found = found.substr(0, kShown) + "..";
    if (!value) throw FileError(Message::of("%1: %2: expected %3, found nothing", where_, key, expected));
    throw FileError(Message::of(
        "%1: %2: expected %3, found %4%5", where_, key, expected, found,
        point ? Message::of("; a decimal fraction takes a point and no quotes: 0.5") : Message()));
}

std::int64_t JsonFields::integer(std::string_view key, std::optional<std::int64_t> fallback,
                                 std::int64_t smallest, std::int64_t largest) const {
    const auto* value = find(key);
    if (!value && fallback) return *fallback;
    const auto number = value ? wholeNumber(*value) : std::nullopt;
    if (!number || *number < smallest || *number > largest)
        fail(key, Message::of("a whole number from %1 to %2", smallest, largest));
    return *number;
}

std::vector<std::int64_t> JsonFields::integers(std::string_view key,
                                               std::optional<std::vector<std::int64_t>> fallback,
                                               std::int64_t smallest, std::int64_t largest) const {
    const auto* value = find(key);
    if (!value && fallback) return *fallback;
    std::optional<std::vector<std::int64_t>> numbers;
    if (value && value->is_int64())
        numbers = {value->get_int64()};
    else if (value)
        numbers = list(*value, wholeNumber);
    if (!numbers || std::any_of(numbers->begin(), numbers->end(),
                                [&](std::int64_t n) { return n < smallest || n > largest; }))
        fail(key, Message::of("whole numbers from %1 to %2", smallest, largest));
    return *numbers;
}

double JsonFields::number(std::string_view key, std::optional<double> fallback) const {
    const auto* value = find(key);
    if (!value && fallback) return *fallback;
    const auto number = value ? realNumber(*value) : std::nullopt;
    if (!number) fail(key, Message::of("a number"));
    return *number;
}

bool JsonFields::boolean(std::string_view key, std::optional<bool> fallback) const {
    const auto* value = find(key);
    if (!value && fallback) return *fallback;
    if (!value || !value->is_bool()) fail(key, Message::of("true or false"));
    return value->get_bool();
}

std::string JsonFields::text(std::string_view key, std::optional<std::string> fallback) const {
    const auto* value = find(key);
    if (!value && fallback) return *fallback;
    auto text = value ? string(*value) : std::nullopt;
    if (!text) fail(key, Message::of("a string"));
    return *text;
}

std::vector<std::string> JsonFields::texts(std::string_view key,
                                           std::optional<std::vector<std::string>> fallback) const {
    const auto* value = find(key);
    if (!value && fallback) return *fallback;
    auto texts = value ? list(*value, string) : std::nullopt;
    if (!texts) fail(key, Message::of("a list of strings"));
    return *texts;
}

std::vector<double> JsonFields::numbers(std::string_view key) const {
    const auto* value = find(key);
    auto numbers = value ? list(*value, realNumber) : std::nullopt;
    if (!numbers) fail(key, Message::of("a list of numbers"));
    return *numbers;
}

const json::array& JsonFields::array(std::string_view key) const {
    const auto* value = find(key);
    if (!value || !value->is_array()) fail(key, Message::of("a list"));
    return value->get_array();
}

JsonFields JsonFields::member(std::string_view key) const {
    const auto* value = find(key);
    if (!value || !value->is_object()) fail(key, Message::of("an object"));
    return JsonFields(value->get_object(), Message::of("%1: %2", where_, key));
}

}  // namespace afa
