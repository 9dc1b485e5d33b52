#include "core/base/json.h"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <cmath>
#include <set>
#include <vector>

#include "core/base/error.h"

namespace afa {
namespace {

namespace json = boost::json;

/// SAX pass that finds what json::parse accepts silently: a key twice in one object.
struct DuplicateKeyHandler {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    std::vector<std::set<std::string, std::less<>>> keys;
    std::string partial;
    std::string duplicate;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) {
        keys.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) {
        keys.pop_back();
        return true;
    }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t, json::error_code&) { return true; }
    bool on_key_part(json::string_view s, std::size_t, json::error_code&) {
        partial.append(s.data(), s.size());
        return true;
    }
    bool on_key(json::string_view s, std::size_t, json::error_code& ec) {
        partial.append(s.data(), s.size());
        if (!keys.back().insert(partial).second) {
            duplicate = partial;
            ec = json::make_error_code(json::error::syntax);
            return false;
        }
        partial.clear();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
    bool on_double(double, json::string_view, json::error_code&) { return true; }
    bool on_bool(bool, json::error_code&) { return true; }
    bool on_null(json::error_code&) { return true; }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

void writeIndented(std::string& out, const json::value& value, int indent) {
    const std::string pad(static_cast<std::size_t>(indent) + 2, ' ');
    if (const auto* object = value.if_object(); object && !object->empty()) {
        out += "{\n";
        bool first = true;
        for (const auto& [key, member] : *object) {
            if (!first) out += ",\n";
            first = false;
            out += pad + json::serialize(json::value(key)) + ": ";
            writeIndented(out, member, indent + 2);
        }
        out += "\n" + std::string(static_cast<std::size_t>(indent), ' ') + "}";
    } else if (const auto* array = value.if_array(); array && !array->empty()) {
        out += "[\n";
        bool first = true;
        for (const auto& member : *array) {
            if (!first) out += ",\n";
            first = false;
            out += pad;
            writeIndented(out, member, indent + 2);
        }
        out += "\n" + std::string(static_cast<std::size_t>(indent), ' ') + "]";
    } else {
        out += json::serialize(value);
    }
}

}  // namespace

json::value parseJson(std::string_view text, const Message& where) {
    json::parse_options options;
    options.max_depth = kJsonMaxDepth;
    json::error_code ec;
    json::basic_parser<DuplicateKeyHandler> checker(options);
    checker.write_some(false, text.data(), text.size(), ec);
    if (!checker.handler().duplicate.empty())
        throw FileError(Message::of("%1: not valid JSON: the key \"%2\" appears twice", where,
                                    checker.handler().duplicate));
    json::value value;
    if (!ec) value = json::parse(json::string_view(text.data(), text.size()), ec, {}, options);
    if (ec) throw FileError(Message::of("%1: not valid JSON: %2", where, ec.message()));
    return value;
}

json::value parseJson(std::string_view text, const std::string& where) {
    return parseJson(text, Message::verbatim(where));
}

json::value numberOrNull(double number) {
    return std::isfinite(number) ? json::value(number) : json::value(nullptr);
}

json::value numbersOrNull(std::span<const double> numbers) {
    json::array list;
    for (const double number : numbers)
        list.push_back(numberOrNull(number));
    return list;
}

std::string formatJson(const json::value& value) {
    std::string out;
    writeIndented(out, value, 0);
    out += "\n";
    return out;
}

}  // namespace afa
