#include "core/io/picture_metadata.h"

#include <algorithm>
#include <boost/json.hpp>
#include <optional>
#include <string_view>

#include "core/base/text.h"

namespace afa {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kNegative = "Negative prompt:";
constexpr std::string_view kFirstField = "Steps: ";

std::string quoted(const std::string& value) {
    if (value.find_first_of(",\n:\"") == std::string::npos) return value;
    return boost::json::serialize(boost::json::value(value));
}

/// The length of the JSON text at the front: of a string, or of a list or an object with all it holds. 0: it
/// does not end.
std::size_t jsonLength(std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\') {
            ++i;
            continue;
        }
        if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{'))
            ++depth;
        else if (!inString && (c == ']' || c == '}'))
            --depth;
        if (!inString && depth <= 0) return i + 1;
    }
    return 0;
}

/// A value and what it takes of the line. JSON is one where a comma or the end follows it: a quote alone, as
/// in a model's name, is a letter. `budget`: bytes that may still be searched for the end of JSON that
/// perhaps has none.
std::pair<std::string, std::size_t> valueAt(std::string_view rest, std::size_t& budget) {
    const auto begin = std::min(rest.find_first_not_of(' '), rest.size());
    if (begin < rest.size() && std::string_view("\"[{").find(rest[begin]) != std::string_view::npos) {
        const auto searched = rest.substr(begin, budget);
        const auto length = jsonLength(searched);
        budget -= length > 0 ? length : searched.size();
        const auto json = rest.substr(begin, length);
        const auto behind = rest.substr(begin + length);
        const auto next = std::min(behind.find_first_not_of(' '), behind.size());
        if (length > 0 && (next == behind.size() || behind[next] == ',')) {
            boost::json::error_code ec;
            const auto parsed = json.front() == '"' ? boost::json::parse(json, ec) : boost::json::value();
            const bool string = !ec && parsed.is_string();
            return {string ? std::string(parsed.as_string()) : std::string(json), begin + length + next};
        }
    }
    const auto end = std::min(rest.find(','), rest.size());
    return {std::string(trimmed(rest.substr(0, end))), end};
}

Fields parseFields(std::string_view line) {
    Fields fields;
    std::size_t budget = 4 * line.size();
    for (std::size_t at = 0; at < line.size();) {
        const auto rest = line.substr(at);
        const auto colon = rest.find(':'), comma = std::min(rest.find(','), rest.size());
        if (colon == std::string_view::npos || colon > comma) {  // a word without a value
            if (const auto word = trimmed(rest.substr(0, comma)); !word.empty())
                fields.emplace_back(word, "");
            at += comma + 1;
            continue;
        }
        auto [value, length] = valueAt(rest.substr(colon + 1), budget);
        if (const auto key = trimmed(rest.substr(0, colon)); !key.empty())
            fields.emplace_back(key, std::move(value));
        at += colon + 1 + length + 1;
    }
    return fields;
}

/// Whether a line holds the fields, rather than words of a prompt: "Steps: 20, Sampler: .." .
bool isFieldLine(std::string_view line) {
    const auto text = trimmed(line);
    if (text.starts_with(kFirstField)) {
        const auto value = text.substr(kFirstField.size());
        const auto end = value.find_first_not_of("0123456789");
        return end != 0 && (end == std::string_view::npos || value[end] == ',') && !value.empty();
    }
    if (text.find("Steps: ") == std::string_view::npos) return false;
    int known = 0;
    for (const auto& field : parseFields(text))
        for (const std::string_view name : {"Steps", "Sampler", "Seed", "CFG scale", "Size", "Model"})
            if (field.first == name) ++known;
    constexpr int kEnough = 3;
    return known >= kEnough;
}

/// Where a line begins and ends.
using Line = std::pair<std::size_t, std::size_t>;

/// The last line of fields; what follows are lines of extensions.
std::optional<Line> findFieldLine(std::string_view text) {
    for (std::size_t end = text.size();;) {
        const auto before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
        const auto begin = before == std::string_view::npos ? 0 : before + 1;
        if (isFieldLine(text.substr(begin, end - begin))) return Line(begin, end);
        if (begin == 0) return {};
        end = begin - 1;
    }
}

/// `Template: ..` and the like, each up to the next line that opens with a name of its own.
void appendExtensionLines(Fields& fields, std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text = text.substr(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        constexpr std::size_t kLongestName = 40;
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && colon > 0 && colon <= kLongestName &&
            line.substr(0, colon).find_first_of(",()<{[") == std::string_view::npos)
            fields.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
        else if (line.ends_with(':'))
            fields.emplace_back(line.substr(0, line.size() - 1), "");
        else
            fields.back().second += (fields.back().second.empty() ? "" : "\n") + std::string(line);
    }
}

std::string withLineFeeds(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    return out;
}

}  // namespace

std::string formatA1111(const A1111Parameters& parameters) {
    std::string text = parameters.prompt;
    if (!parameters.negativePrompt.empty())
        text += "\n" + std::string(kNegative) + " " + parameters.negativePrompt;
    text += "\n";
    for (std::size_t i = 0; i < parameters.fields.size(); ++i)
        text +=
            (i == 0 ? "" : ", ") + parameters.fields[i].first + ": " + quoted(parameters.fields[i].second);
    return text;
}

A1111Parameters parseA1111(const std::string& text) {
    A1111Parameters parameters;
    const std::string lines = withLineFeeds(text);
    std::string_view body = lines;
    while (body.ends_with('\n') || body.ends_with('\0'))
        body.remove_suffix(1);
    if (const auto line = findFieldLine(body)) {
        parameters.fields = parseFields(trimmed(body.substr(line->first, line->second - line->first)));
        appendExtensionLines(parameters.fields, body.substr(line->second));
        body = body.substr(0, line->first == 0 ? 0 : line->first - 1);
    }
    const auto opens = body.starts_with(kNegative);
    const auto negative = opens ? 0 : body.find("\n" + std::string(kNegative));
    if (negative != std::string_view::npos) {
        auto words = body.substr(negative + (opens ? 0 : 1) + kNegative.size());
        if (words.starts_with(' ') || words.starts_with('\n')) words.remove_prefix(1);
        parameters.negativePrompt = words;
        body = body.substr(0, negative);
        parameters.hasNegativePrompt = true;
    }
    parameters.prompt = body;
    return parameters;
}

}  // namespace afa
