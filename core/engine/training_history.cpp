#include "core/engine/training_history.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/io/json_fields.h"

namespace afa {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kMaxStep = 1'000'000'000'000;
constexpr int kMaxStages = 1000, kMaxModels = 64, kMaxPictures = 100'000'000;

JsonFields objectOf(const boost::json::value& value, const JsonFields& parent, std::string_view key) {
    if (!value.is_object()) parent.fail(key, Message::of("a list of objects"));
    return {value.as_object(), Message::of("%1: %2", parent.where(), key)};
}

/// A number, or NaN for the null that stands for what was not finite.
double numberOrNaN(const JsonFields& fields, std::string_view key) {
    const bool null = fields.object().contains(key) && !fields.find(key);
    return fields.number(key, null ? std::optional(kNaN) : std::nullopt);
}

std::vector<double> numbersOrNaN(const JsonFields& fields, std::string_view key) {
    std::vector<double> numbers;
    for (const auto& value : fields.array(key)) {
        if (!value.is_number() && !value.is_null()) fields.fail(key, Message::of("a list of numbers"));
        numbers.push_back(value.is_null() ? kNaN : value.to_number<double>());
    }
    return numbers;
}

TrainStep stepOf(const JsonFields& fields) {
    TrainStep step;
    step.step = fields.integer("step", std::nullopt, 0, kMaxStep);
    step.loss = numberOrNaN(fields, "loss");
    step.learningRate = fields.number("lr", 0.0);
    step.gradientNorm = fields.number("gradient_norm", kNaN);
    step.seconds = fields.number("seconds", 0.0);
    return step;
}

ValidationReport validationOf(const JsonFields& fields) {
    ValidationReport report;
    report.step = fields.integer("step", std::nullopt, 0, kMaxStep);
    report.pictures = static_cast<int>(fields.integer("pictures", 0, 0, kMaxPictures));
    report.seconds = fields.number("seconds", 0.0);
    for (const auto& value : fields.array("methods")) {
        const auto method = objectOf(value, fields, "methods");
        MethodError error;
        error.name = method.text("name", std::nullopt);
        error.error = numberOrNaN(method, "error");
        const auto quarters = numbersOrNaN(method, "quarters");
        std::copy_n(quarters.begin(), std::min(quarters.size(), error.quarters.size()),
                    error.quarters.begin());
        error.above = method.number("above_afa", kNaN);
        error.interval = method.number("interval_95", kNaN);
        report.methods.push_back(error);
    }
    for (const auto& value : fields.array("routing")) {
        const auto stage = objectOf(value, fields, "routing");
        StageRouting routing;
        routing.stage = static_cast<int>(stage.integer("stage", std::nullopt, 1, kMaxStages));
        routing.meanWeight = numbersOrNaN(stage, "mean_weight");
        if (routing.meanWeight.size() > kMaxModels)
            stage.fail("mean_weight", Message::of("at most 64 numbers"));
        routing.entropy = stage.number("entropy", kNaN);
        routing.variation = stage.number("variation", kNaN);
        report.routing.push_back(routing);
    }
    return report;
}

/// A run that was resumed may have written a step again: what stands later replaces what stood from there on.
template <typename Item>
void append(std::vector<Item>& list, Item item) {
    while (!list.empty() && list.back().step >= item.step)
        list.pop_back();
    list.push_back(std::move(item));
}

}  // namespace

boost::json::object methodJson(const MethodError& method) {
    return {{"error", numberOrNull(method.error)},
            {"quarters", numbersOrNull(method.quarters)},
            {"above_afa", numberOrNull(method.above)},
            {"interval_95", numberOrNull(method.interval)}};
}

boost::json::array routingJson(const std::vector<StageRouting>& routing) {
    boost::json::array list;
    for (const auto& stage : routing)
        list.push_back(boost::json::object{{"stage", stage.stage},
                                           {"mean_weight", numbersOrNull(stage.meanWeight)},
                                           {"entropy", numberOrNull(stage.entropy)},
                                           {"variation", numberOrNull(stage.variation)}});
    return list;
}

TrainingHistory readTrainingHistory(const std::filesystem::path& file) {
    TrainingHistory history;
    std::error_code ec;
    if (!std::filesystem::exists(file, ec)) return history;
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw FileError(Message::of(
            "%1: expected a training history, but it cannot be read; check its permissions", file));
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty()) continue;
        try {
            const JsonFields fields(line, file.string() + ":" + std::to_string(number));
            if (fields.find("validation"))
                append(history.validations, validationOf(fields.member("validation")));
            else
                append(history.steps, stepOf(fields));
        } catch (const Error&) {
            ++history.unreadable;
        }
    }
    return history;
}

}  // namespace afa
