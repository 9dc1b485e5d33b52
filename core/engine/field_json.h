#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/field.h"
#include "core/io/json_fields.h"

// The visitor of requests' fields that writes and reads JSON.
namespace afa {

boost::json::value fieldJson(const std::filesystem::path& value);
boost::json::value fieldJson(const std::vector<std::filesystem::path>& values);
/// As text, for JSON numbers of other programs lose what is past 2^53.
boost::json::value fieldJson(std::uint64_t value);
template <typename T>
boost::json::value fieldJson(const T& value) {
    return boost::json::value_from(value);
}

void readField(const JsonFields& fields, std::string_view key, std::filesystem::path& member);
void readField(const JsonFields& fields, std::string_view key, std::vector<std::filesystem::path>& member);
void readField(const JsonFields& fields, std::string_view key, std::string& member);
void readField(const JsonFields& fields, std::string_view key, std::vector<std::string>& member);
void readField(const JsonFields& fields, std::string_view key, std::vector<double>& member);
void readField(const JsonFields& fields, std::string_view key, bool& member);
void readField(const JsonFields& fields, std::string_view key, int& member);
void readField(const JsonFields& fields, std::string_view key, double& member);
void readField(const JsonFields& fields, std::string_view key, std::uint64_t& member);
template <typename T>
void readField(const JsonFields& fields, std::string_view key, std::optional<T>& member) {
    readField(fields, key, member.emplace());
}

/// A visitor that writes every field; an optional that is empty is left out.
inline auto jsonWriter(boost::json::object& object) {
    return [&object](const Field& field, const auto& member) {
        if constexpr (requires { member.has_value(); }) {
            if (member) object[field.jsonKey()] = fieldJson(*member);
        } else {
            object[field.jsonKey()] = fieldJson(member);
        }
    };
}
/// A visitor that reads every field; a member whose key is absent or null keeps its value. Throws FileError
/// for wrong types; unknown keys are ignored.
inline auto jsonReader(const JsonFields& fields) {
    return [&fields](const Field& field, auto& member) {
        const auto key = field.jsonKey();
        if (fields.find(key)) readField(fields, key, member);
    };
}

}  // namespace afa
