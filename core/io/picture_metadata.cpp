#include "core/io/picture_metadata.h"

#include <boost/json.hpp>
#include <string_view>

#include "core/base/text.h"

namespace afa {
namespace {

constexpr std::string_view kNegative = "Negative prompt: ";
constexpr std::string_view kFirstField = "Steps: ";

std::string quoted(const std::string& value) {
    if (value.find_first_of(",\n:\"") == std::string::npos) return value;
    return boost::json::serialize(boost::json::value(value));
}

/// A value as quoted() writes it, or as it stands.
std::string unquoted(std::string_view value) {
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        boost::json::error_code ec;
        const auto parsed = boost::json::parse(value, ec);
        if (!ec && parsed.is_string()) return std::string(parsed.as_string());
    }
    return std::string(value);
}

/// The place of the comma that ends a field which starts at `begin`; commas inside JSON quotes do not.
std::size_t endOfField(std::string_view line, std::size_t begin) {
    bool inQuotes = false;
    for (std::size_t i = begin; i < line.size(); ++i) {
        if (inQuotes && line[i] == '\\')
            ++i;
        else if (line[i] == '"')
            inQuotes = !inQuotes;
        else if (line[i] == ',' && !inQuotes)
            return i;
    }
    return line.size();
}

std::vector<std::pair<std::string, std::string>> parseFields(std::string_view line) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (std::size_t begin = 0; begin < line.size();) {
        const auto end = endOfField(line, begin);
        const auto field = trimmed(line.substr(begin, end - begin));
        if (const auto colon = field.find(':'); colon != std::string_view::npos && colon > 0)
            fields.emplace_back(trimmed(field.substr(0, colon)), unquoted(trimmed(field.substr(colon + 1))));
        begin = end + 1;
    }
    return fields;
}

}  // namespace

std::string formatA1111(const A1111Parameters& parameters) {
    std::string text = parameters.prompt;
    if (!parameters.negativePrompt.empty()) text += "\n" + std::string(kNegative) + parameters.negativePrompt;
    text += "\n";
    for (std::size_t i = 0; i < parameters.fields.size(); ++i)
        text +=
            (i == 0 ? "" : ", ") + parameters.fields[i].first + ": " + quoted(parameters.fields[i].second);
    return text;
}

A1111Parameters parseA1111(const std::string& text) {
    A1111Parameters parameters;
    std::string_view body = text;
    // The fields are the last line, if it looks like one; a prompt may have many.
    const auto lastBreak = body.rfind('\n');
    const auto lastLine = lastBreak == std::string_view::npos ? body : body.substr(lastBreak + 1);
    if (trimmed(lastLine).starts_with(kFirstField)) {
        parameters.fields = parseFields(lastLine);
        body = lastBreak == std::string_view::npos ? std::string_view() : body.substr(0, lastBreak);
    }
    const auto negative = body.starts_with(kNegative) ? 0 : body.find("\n" + std::string(kNegative));
    if (negative != std::string_view::npos) {
        const auto begin = negative + (body.starts_with(kNegative) ? 0 : 1) + kNegative.size();
        parameters.negativePrompt = body.substr(begin);
        body = body.substr(0, negative);
    }
    parameters.prompt = body;
    return parameters;
}

}  // namespace afa
