#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace afa {

/// Numbers separated by commas, semicolons or white space, with a point as decimal sign; nullopt where
/// something else stands there.
std::optional<std::vector<double>> parseNumbers(std::string_view text);

/// The first "0,5" of a list in which commas may be decimal signs rather than separators; "" where they
/// cannot.
std::string decimalComma(std::string_view text);
/// What to say of it: "0,5" can be one number or two.
Message decimalCommaMessage(const std::string& found);
/// Of a list whose count of numbers is wrong, where it holds whole numbers only; else empty.
Message decimalPointHint(const std::vector<double>& numbers);

/// Whether weights are far from a sum of 1 and one of them is 0: dividing them by their sum would leave that
/// model out, which is rather a decimal comma than a wish.
bool losesAPart(const std::vector<double>& weights);

}  // namespace afa
