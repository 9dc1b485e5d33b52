#include "app/cli/usage.h"

#include <algorithm>
#include <numeric>
#include <regex>

#include "core/base/shortened.h"

namespace afa::cli {
namespace {

/// Letters to insert, remove or replace (Levenshtein).
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

std::vector<std::string> optionNames(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options())
        for (const auto& name : option->get_lnames())
            names.push_back("--" + name);
    return names;
}

}  // namespace

std::string nearestName(const std::string& given, const std::vector<std::string>& names) {
    constexpr std::size_t kLongest = 64;  // of all names
    if (given.size() > kLongest) return {};
    std::string nearest;
    std::size_t least = std::max<std::size_t>(given.size() / 3, 1) + 1;
    for (const auto& name : names)
        if (const auto steps = distance(given, name); steps < least) {
            least = steps;
            nearest = name;
        }
    return nearest;
}

std::string usageMessage(const CLI::ParseError& error, const CLI::App& command) {
    constexpr std::size_t kMost = 300;
    const std::string said = error.what();
    std::string message = shortened(said, kMost);
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
        static const std::regex option("--[A-Za-z][A-Za-z0-9_-]{0,62}");
        std::smatch found;
        if (std::regex_search(said, found, option))
            if (const auto name = nearestName(found.str(), optionNames(command)); !name.empty())
                message += "; did you mean " + name + "?";
    }
    static const std::regex comma("([0-9]+),([0-9]+)");
    std::smatch number;
    if (dynamic_cast<const CLI::ConversionError*>(&error) && std::regex_search(said, number, comma))
        message += "; a decimal fraction takes a point: " + number.str(1) + "." + number.str(2);
    return message;
}

}  // namespace afa::cli
