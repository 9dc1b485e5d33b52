#include "core/engine/field_json.h"

#include <charconv>

namespace afa {

namespace fs = std::filesystem;
namespace json = boost::json;

json::value fieldJson(const fs::path& value) {
    return json::string(value.string());
}

json::value fieldJson(const std::vector<fs::path>& values) {
    json::array list;
    for (const auto& value : values)
        list.push_back(fieldJson(value));
    return list;
}

json::value fieldJson(std::uint64_t value) {
    return json::string(std::to_string(value));
}

void readField(const JsonFields& fields, std::string_view key, fs::path& member) {
    member = fields.text(key, {});
}

void readField(const JsonFields& fields, std::string_view key, std::vector<fs::path>& member) {
    member.clear();
    for (const auto& path : fields.texts(key, {}))
        member.emplace_back(path);
}

void readField(const JsonFields& fields, std::string_view key, std::string& member) {
    member = fields.text(key, {});
}

void readField(const JsonFields& fields, std::string_view key, std::vector<std::string>& member) {
    member = fields.texts(key, {});
}

void readField(const JsonFields& fields, std::string_view key, std::vector<double>& member) {
    member = fields.numbers(key);
}

void readField(const JsonFields& fields, std::string_view key, bool& member) {
    member = fields.boolean(key, {});
}

void readField(const JsonFields& fields, std::string_view key, int& member) {
    member = static_cast<int>(fields.integer(key, {}, 0, INT32_MAX));
}

void readField(const JsonFields& fields, std::string_view key, double& member) {
    member = fields.number(key, {});
}

void readField(const JsonFields& fields, std::string_view key, std::uint64_t& member) {
    const auto text = fields.text(key, {});
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, member);
    if (error == std::errc() && stopped == end) return;
    fields.fail(key, Message::of("a whole number from 0 to 18446744073709551615"));
}

}  // namespace afa
