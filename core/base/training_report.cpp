#include "core/base/training_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace afa {

const MethodError* ValidationReport::find(const std::string& name) const {
    const auto found = std::find_if(methods.begin(), methods.end(),
                                    [&](const MethodError& method) { return method.name == name; });
    return found == methods.end() ? nullptr : &*found;
}

const MethodError* ValidationReport::bestSingle() const {
    const MethodError* best = nullptr;
    for (const auto& method : methods)
        if (method.name.starts_with("single:") && (!best || method.error < best->error)) best = &method;
    return best;
}

std::string ValidationReport::verdict() const {
    if (methods.empty()) return {};
    const auto& afa = methods.front();
    std::string text = fmt::format("AFA {:.5f}", afa.error);
    const auto compare = [&](const MethodError& method, const std::string& title) {
        const double percent = method.error > 0 ? 100 * (afa.error - method.error) / method.error : 0;
        text += fmt::format("; {} {:.5f}, {:+.1f}%", title, method.error, percent);
        // The interval around the difference says whether it is more than chance.
        if (std::abs(method.above) <= method.interval) text += " (within chance)";
    };
    if (const auto* best = bestSingle()) compare(*best, "best single (" + best->name + ")");
    for (const char* mean : {"block-average", "noise-average"})
        if (const auto* method = find(mean)) compare(*method, mean);
    return text;
}

}  // namespace afa
