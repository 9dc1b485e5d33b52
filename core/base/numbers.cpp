#include "core/base/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace afa {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> words;
    while (true) {
        const auto begin = text.find_first_not_of(separators);
        if (begin == std::string_view::npos) return words;
        text.remove_prefix(begin);
        words.push_back(text.substr(0, text.find_first_of(separators)));
        text.remove_prefix(words.back().size());
    }
}

bool isDigits(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isFraction(std::string_view whole, std::string_view digits) {
    if (whole.starts_with('-') || whole.starts_with('+')) whole.remove_prefix(1);
    return isDigits(whole) && isDigits(digits);
}

/// "0,5" as a word of its own.
bool isPair(std::string_view word) {
    const auto comma = word.find(',');
    return comma != std::string_view::npos && isFraction(word.substr(0, comma), word.substr(comma + 1));
}

}  // namespace

std::optional<std::vector<double>> parseNumbers(std::string_view text) {
    std::vector<double> numbers;
    for (const auto word : split(text, ",; \t\r\n")) {
        double number = 0;
        const auto [stopped, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error != std::errc() || stopped != word.data() + word.size()) return std::nullopt;
        numbers.push_back(number);
    }
    if (numbers.empty()) return std::nullopt;
    return numbers;
}

std::string decimalComma(std::string_view text) {
    const auto words = split(text, "; \t\r\n");
    const auto pair = std::ranges::find_if(words, isPair);
    const bool other = text.find(';') != std::string_view::npos;
    if (pair != words.end() && words.size() > 1 && (other || std::ranges::all_of(words, isPair)))
        return std::string(*pair);
    if (text.find('.') != std::string_view::npos) return {};
    const auto numbers = split(text, ",; \t\r\n");
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        const auto whole = numbers[i], digits = numbers[i + 1];
        if (!isFraction(whole, digits)) continue;
        const bool share = (whole == "0" || whole == "-0") && digits != "0" && digits != "1";
        if (share || (digits.size() > 1 && digits.starts_with('0')))
            return std::string(whole) + "," + std::string(digits);
    }
    return {};
}

Message decimalCommaMessage(const std::string& found) {
    auto point = found;
    std::replace(point.begin(), point.end(), ',', '.');
    auto two = found;
    two.replace(two.find(','), 1, ".0,");
    return Message::of(
        "\"%1\" can be one number or two: a decimal fraction takes a point, %2; two numbers are %3.0", found,
        point, two);
}

Message decimalPointHint(const std::vector<double>& numbers) {
    const bool whole =
        std::ranges::all_of(numbers, [](double number) { return std::floor(number) == number; });
    return whole && numbers.size() > 1 ? Message::of("; a decimal fraction takes a point (0.5, not 0,5)")
                                       : Message();
}

bool losesAPart(const std::vector<double>& weights) {
    constexpr double kRounding = 0.01;  // weights written with two decimals
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    return std::abs(sum - 1.0) > kRounding && std::ranges::find(weights, 0.0) != weights.end();
}

}  // namespace afa
