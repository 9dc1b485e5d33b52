#include "core/train/validator.h"

#include <cmath>
#include <limits>

#include "core/train/routing.h"
#include "core/train/sample_order.h"

namespace afa {
namespace {

constexpr double kNormal95 = 1.959964;              // two-sided 95% quantile
constexpr double kCollapsedWeight = 0.01;           // method.md 5
constexpr std::uint64_t kNoiseSalt = 0x76616C6964;  // keeps validation's draws apart from training's

/// `count` timesteps in evenly spread places of [0, trainSteps), in shuffled order.
std::vector<std::int64_t> spreadTimesteps(std::int64_t count, std::int64_t trainSteps, std::uint64_t seed) {
    std::vector<std::int64_t> timesteps;
    for (const auto place : shuffledIndices(count, seed))
        timesteps.push_back((2 * place + 1) * trainSteps / (2 * count));
    return timesteps;
}

}  // namespace

MethodError methodError(const std::string& name, const torch::Tensor& errors, const torch::Tensor& afa,
                        const torch::Tensor& timesteps, std::int64_t trainSteps) {
    MethodError method;
    method.name = name;
    method.error = errors.mean().item<double>();
    for (int quarter = 0; quarter < 4; ++quarter) {
        const auto inside =
            timesteps.ge(quarter * trainSteps / 4).logical_and(timesteps.lt((quarter + 1) * trainSteps / 4));
        method.quarters[static_cast<std::size_t>(quarter)] =
            inside.any().item<bool>() ? errors.masked_select(inside).mean().item<double>()
                                      : std::numeric_limits<double>::quiet_NaN();
    }
    const auto difference = errors - afa;
    method.above = difference.mean().item<double>();
    if (errors.size(0) > 1)
        method.interval =
            kNormal95 * difference.std().item<double>() / std::sqrt(static_cast<double>(errors.size(0)));
    return method;
}

Validator::Validator(std::vector<std::shared_ptr<const UNet>> unets, EncodedData& data,
                     NoiseSchedule schedule, std::uint64_t seed, std::int64_t batch)
    : schedule_(std::move(schedule)),
      unets_(std::move(unets)),
      data_(data),
      seed_(mixSeeds(seed, kNoiseSalt)),
      batch_(batch),
      timesteps_(spreadTimesteps(data.size(), schedule_.trainSteps, seed_)) {}

std::vector<std::string> Validator::methods() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < unets_.size(); ++i)
        names.push_back("single:" + std::to_string(i));
    names.insert(names.end(), {"block-average", "noise-average"});
    return names;
}

void Validator::setBaselines(std::map<std::string, torch::Tensor> baselines) {
    for (const auto& name : methods()) {
        const auto found = baselines.find(name);
        if (found == baselines.end() || found->second.sizes() != torch::IntArrayRef{data_.size()}) return;
    }
    baselines_ = std::move(baselines);
}

NoisedBatch Validator::batchAt(std::int64_t first, std::int64_t count) {
    std::vector<EncodedData::Draw> pictures;
    std::vector<SampleDraw> draws;
    for (auto i = first; i < first + count; ++i) {
        pictures.push_back({i, 0});
        draws.push_back(
            {mixSeeds(seed_, static_cast<std::uint64_t>(i)), timesteps_[static_cast<std::size_t>(i)], 0.0});
    }
    return noiseBatch(data_.batch(pictures), draws, schedule_, data_.emptyTexts());
}

ValidationReport Validator::run(std::int64_t step, std::shared_ptr<const Aggregator> aggregator,
                                const TaskControl& control) {
    const torch::NoGradGuard noGrad;
    struct Method {
        std::string name;
        std::unique_ptr<EnsembleDenoiser> denoiser;
        std::vector<torch::Tensor> errors;
    };
    std::vector<Method> running;
    const bool first = baselines_.empty();
    if (first)
        for (const auto& name : methods())
            running.push_back({name,
                               std::make_unique<EnsembleDenoiser>(
                                   unets_, nullptr, parseEnsembleMode(name, static_cast<int>(unets_.size()))),
                               {}});
    running.push_back(
        {"afa", std::make_unique<EnsembleDenoiser>(unets_, std::move(aggregator), EnsembleMode{}), {}});
    RoutingMeter meter;
    running.back().denoiser->observe(
        {.noise = {}, .map = [&](int stage, const torch::Tensor& weights) { meter.add(stage, weights); }});
    for (auto& method : running)
        method.denoiser->setControl(control);

    for (std::int64_t at = 0; at < data_.size(); at += batch_) {
        control.report({"validate", at, data_.size()});
        const auto batch = batchAt(at, std::min(batch_, data_.size() - at));
        for (auto& method : running) {
            method.denoiser->setText(batch.texts);
            const auto predicted = method.denoiser->predict(batch.noisy, batch.timesteps);
            method.errors.push_back(squaredErrors(predicted, batch.noise).to(torch::kCPU, torch::kFloat64));
        }
    }
    const auto afa = torch::cat(running.back().errors);
    running.pop_back();
    for (const auto& method : running)
        baselines_[method.name] = torch::cat(method.errors);

    ValidationReport report;
    report.step = step;
    report.pictures = static_cast<int>(data_.size());
    report.routing = meter.report();
    const auto timesteps = torch::tensor(timesteps_, torch::kInt64);
    report.methods.push_back(methodError("afa", afa, afa, timesteps, schedule_.trainSteps));
    for (const auto& name : methods())
        report.methods.push_back(
            methodError(name, baselines_.at(name), afa, timesteps, schedule_.trainSteps));
    return report;
}

std::vector<Message> routingWarnings(const std::vector<StageRouting>& routing,
                                         const std::vector<std::string>& modelNames) {
    std::vector<Message> warnings;
    for (std::size_t model = 0; model < modelNames.size(); ++model) {
        std::size_t collapsed = 0;
        for (const auto& stage : routing)
            collapsed += stage.meanWeight.at(model) < kCollapsedWeight ? 1 : 0;
        if (2 * collapsed > routing.size())
            warnings.push_back(
                Message::of("model %1 (%2) has less than 1% of the weight in %3 of %4 stages: the ensemble "
                            "hardly uses it (collapse); leave it out, or lower %5",
                            model, modelNames[model], collapsed, routing.size(), Option{"lr"}));
    }
    return warnings;
}

}  // namespace afa
