#include "core/train/trainer.h"

#include <chrono>
#include <cmath>
#include <numbers>

#include "core/base/clock.h"
#include "core/base/error.h"

namespace afa {
namespace {

constexpr std::int64_t kMaxSkippedInARow = 20;

std::vector<torch::Tensor> tensorsOf(const Aggregator& aggregator) {
    std::vector<torch::Tensor> tensors;
    for (const auto& [name, tensor] : aggregator.parameters())
        tensors.push_back(tensor);
    return tensors;
}

std::vector<torch::Tensor> trainable(const Aggregator& aggregator) {
    auto tensors = tensorsOf(aggregator);
    for (auto& tensor : tensors)
        tensor.requires_grad_(true);
    return tensors;
}

void copyInto(const std::vector<torch::Tensor>& targets, const std::vector<torch::Tensor>& sources,
              const Message& what) {
    const torch::NoGradGuard noGrad;
    if (targets.size() != sources.size())
        throw DataError(
            Message::of("training state: expected %1 %2, found %3", targets.size(), what, sources.size()));
    for (std::size_t i = 0; i < targets.size(); ++i)
        targets[i].copy_(sources[i]);
}

}  // namespace

Trainer::Trainer(const OptimiserOptions& options, std::int64_t totalSteps,
                 std::vector<std::shared_ptr<const UNet>> unets, std::shared_ptr<Aggregator> aggregator,
                 ParallelGroup& group)
    : options_(options),
      totalSteps_(totalSteps),
      aggregator_(std::move(aggregator)),
      parameters_(trainable(*aggregator_)),
      result_(std::make_shared<Aggregator>(aggregator_->config(), 0, parameters_.front().device())),
      resultParameters_(tensorsOf(*result_)),
      denoiser_(std::move(unets), aggregator_, EnsembleMode{EnsembleMode::Kind::Afa}),
      optimiser_(parameters_, {.weightDecay = options.weightDecay}),
      group_(group) {
    copyInto(resultParameters_, parameters_, Message::of("parameters"));
    for (const auto& parameter : parameters_)
        sums_.push_back(torch::zeros_like(parameter));
    sums_.push_back(
        torch::zeros({}, torch::TensorOptions(torch::kFloat32).device(parameters_.front().device())));
}

double OptimiserOptions::learningRate(std::int64_t step, std::int64_t totalSteps) const {
    if (step < warmup) return lr * static_cast<double>(step + 1) / static_cast<double>(warmup);
    if (!cosine) return lr;
    const auto span = static_cast<double>(std::max<std::int64_t>(1, totalSteps - warmup));
    const double done = std::min(1.0, static_cast<double>(step - warmup) / span);
    return lr * 0.5 * (1 + std::cos(std::numbers::pi * done));
}

double Trainer::gradients(const std::function<NoisedBatch(int)>& micro) {
    // The mean over all samples of the step: every micro-batch is of one size.
    const double share = 1.0 / (static_cast<double>(options_.accumulate) * group_.size());
    for (auto& sum : sums_)
        sum.zero_();
    for (int k = 0; k < options_.accumulate; ++k) {
        const auto batch = micro(k);
        const auto start = Clock::now();
        denoiser_.setText(batch.texts);
        const auto predicted = denoiser_.predict(batch.noisy, batch.timesteps);
        const auto loss = squaredErrors(predicted, batch.noise).mean() * share;
        const auto found = torch::autograd::grad({loss}, parameters_, {}, /*retain_graph=*/false,
                                                 /*create_graph=*/false, /*allow_unused=*/true);
        const torch::NoGradGuard noGrad;
        std::vector<torch::Tensor> targets, defined;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!found[i].defined()) continue;
            targets.push_back(sums_[i]);
            defined.push_back(found[i]);
        }
        at::_foreach_add_(targets, defined);
        sums_.back().add_(loss.detach());
        mathSeconds_ += secondsSince(start);
    }
    group_.sum(sums_);
    return sums_.back().item<double>();
}

TrainStep Trainer::step(const std::function<NoisedBatch(int)>& micro) {
    const auto start = Clock::now();
    mathSeconds_ = 0;
    TrainStep done;
    done.total = totalSteps_;
    done.learningRate = options_.learningRate(stepsDone(), totalSteps_);
    done.loss = gradients(micro);

    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> found(sums_.begin(), sums_.end() - 1);
    done.gradientNorm = torch::stack(at::_foreach_norm(found)).norm().item<double>();
    if (!std::isfinite(done.loss) || !std::isfinite(done.gradientNorm)) {
        ++skipped_;
        if (++skippedInARow_ >= kMaxSkippedInARow)
            throw DataError(
                Message::of("the gradients of %1 steps in a row were not finite (NaN or infinite): a base "
                            "model is damaged, or the precision too narrow; try %2 or a smaller %3",
                            skippedInARow_, Option{"precision", "fp32"}, Option{"lr"}));
    } else {
        skippedInARow_ = 0;
        if (options_.clip > 0 && done.gradientNorm > options_.clip)
            at::_foreach_mul_(found, options_.clip / done.gradientNorm);
        optimiser_.step(found, done.learningRate);
        if (options_.ema > 0) {
            // Young averages follow faster, or they would remember the first weights for long.
            const auto steps = static_cast<double>(optimiser_.steps());
            const double decay = std::min(options_.ema, (1 + steps) / (10 + steps));
            at::_foreach_lerp_(resultParameters_, parameters_, 1 - decay);
        }
    }
    done.step = stepsDone();
    done.mathSeconds = mathSeconds_;
    done.seconds = secondsSince(start);
    return done;
}

std::shared_ptr<const Aggregator> Trainer::result() {
    if (options_.ema <= 0) copyInto(resultParameters_, parameters_, Message::of("parameters"));
    return result_;
}

Trainer::Memory Trainer::memory() const {
    return {optimiser_.steps(),
            skipped_,
            parameters_,
            options_.ema > 0 ? resultParameters_ : std::vector<torch::Tensor>{},
            optimiser_.firstMoments(),
            optimiser_.secondMoments()};
}

void Trainer::restore(const Memory& memory) {
    copyInto(parameters_, memory.parameters, Message::of("parameters"));
    copyInto(resultParameters_, options_.ema > 0 ? memory.average : memory.parameters,
             Message::of("averages"));
    optimiser_.restore(memory.optimiserSteps, memory.firstMoments, memory.secondMoments);
    skipped_ = memory.skipped;
    skippedInARow_ = 0;
}

}  // namespace afa
