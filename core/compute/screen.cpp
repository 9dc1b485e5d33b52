#include "core/compute/screen.h"

#include <fmt/format.h>
#include <algorithm>

#include "core/compute/opened_models.h"
#include "core/diffusion/denoising_error.h"
#include "core/diffusion/noise_source.h"
#include "core/eval/routing_gain.h"
#include "core/train/encoded_data.h"
#include "core/train/sample_order.h"
#include "core/train/weight_cosine.h"

namespace afa {
namespace {

constexpr double kWorthTraining = 0.02;             // method.md 5
constexpr std::uint64_t kNoiseSalt = 0x6E6F697365;  // noise of a picture, apart from the choice of pictures

struct Probe : NoiseProbe {
    std::vector<torch::Tensor> texts;  ///< per model [1, 77, D]; identical ones share memory
    torch::Tensor predictionSum;       ///< [M, 4, h, w], over the models measured so far
};

class Screening {
  public:
    Screening(const ScreenRequest& request, ModelCache& cache, const EvaluationEvents& events,
              const TaskControl& control)
        : request_(request),
          cache_(cache),
          events_(events),
          control_(control),
          models_({request.models, request.host, {}}, placementOf(request.compute), cache, control),
          size_(models_.grid().side("size", request.size)) {}

    ScreenResult run() {
        for (const auto& warning : models_.warnings())
            warn(warning);
        compareWeights();
        drawProbes();
        measure();
        judge();
        return std::move(result_);
    }

  private:
    void warn(const Message& message) {
        result_.warnings.push_back(message);
        if (events_.warning) events_.warning(message);
    }

    void compareWeights() {
        const auto cosines = weightCosines(models_.unetParts(), control_);
        for (std::size_t i = 0; i < models_.count(); ++i)
            for (std::size_t j = i + 1; j < models_.count(); ++j) {
                const bool same = cosines[i][j] > kSameWeightsCosine;
                result_.pairs.push_back({static_cast<int>(i), static_cast<int>(j), cosines[i][j], same});
                if (same)
                    warn(Message::of(
                        "models %1 (%2) and %3 (%4) hold the same weights (cosine %5); leave one out", i,
                        models_.name(i), j, models_.name(j), fmt::format("{:.6f}", cosines[i][j])));
            }
    }

    TrainingData chosenPictures() const {
        auto all = readTrainingData(request_.data);
        requireFewProblems(all.problems, static_cast<std::int64_t>(all.pictures.size() + all.problems.size()),
                           request_.maxBad);
        const auto order = shuffledIndices(static_cast<std::int64_t>(all.pictures.size()), request_.seed);
        TrainingData chosen;
        for (std::size_t i = 0; i < std::min(order.size(), static_cast<std::size_t>(request_.samples)); ++i)
            chosen.pictures.push_back(all.pictures[static_cast<std::size_t>(order[i])]);
        return chosen;
    }

    void drawProbes() {
        EncodedDataSettings settings;
        settings.size = size_;
        settings.crop = Crop::Center;
        settings.maxBad = request_.maxBad;
        settings.warning = [this](const Message& text) { warn(text); };
        EncodedData data(chosenPictures(), settings, models_.encoders(), control_);
        std::vector<EncodedData::Draw> line;
        for (std::int64_t i = 0; i < data.size(); ++i)
            line.push_back({i, 0});
        data.prefetch(line);
        for (const auto& draw : line) {
            control_.checkStop();
            control_.report({"encode", draw.picture, data.size()});
            const auto batch = data.batch({draw});
            NoiseSource source(
                mixSeeds(request_.seed ^ kNoiseSalt, static_cast<std::uint64_t>(draw.picture)));
            probes_.push_back({drawNoiseProbe(batch.latentMean, batch.latentStd, draw.picture,
                                              request_.timesteps, request_.noiseSamples, source),
                               batch.texts,
                               {}});
        }
        for (const auto& problem : data.problems())
            warn(Message::of("%1: %2", problem.where, problem.what));
        cache_.doneWithTextEncoders();
    }

    static std::vector<float> values(const torch::Tensor& errors) {
        const auto* data = errors.const_data_ptr<float>();
        return {data, data + errors.numel()};
    }

    void measure() {
        errors_.resize(probes_.size());
        const auto total = static_cast<std::int64_t>(models_.count() * probes_.size());
        std::int64_t done = 0;
        for (std::size_t model = 0; model < models_.count(); ++model)
            models_.runAlone(
                model, control_, [&](Denoiser& denoiser, const OpenedModels::BindText& bindText) {
                    for (std::size_t i = 0; i < probes_.size(); ++i) {
                        control_.checkStop();
                        control_.report({"measure", done++, total});
                        auto& probe = probes_[i];
                        bindText(probe.texts[model].expand({probe.noise.size(0), -1, -1}));
                        const auto predicted =
                            predictNoise(denoiser, models_.schedule(), probe.x0, probe.noise, probe.timestep,
                                         models_.placement().device);
                        errors_[i].models.push_back(values(squaredError(predicted, probe.noise)));
                        models_.requireFinite(model, errors_[i].models.back());
                        probe.predictionSum =
                            probe.predictionSum.defined() ? probe.predictionSum + predicted : predicted;
                    }
                });
        for (std::size_t i = 0; i < probes_.size(); ++i) {
            const auto& probe = probes_[i];
            errors_[i].timestep = probe.timestep;
            errors_[i].samples = request_.noiseSamples;
            errors_[i].mean =
                values(squaredError(probe.predictionSum / static_cast<double>(models_.count()), probe.noise));
        }
    }

    void judge() {
        const auto gain = routingGain(errors_);
        for (std::size_t i = 0; i < models_.count(); ++i)
            result_.models.push_back({models_.name(i), gain.modelErrors[i], gain.shares[i]});
        for (const auto& row : gain.timesteps)
            result_.timesteps.push_back({row.timestep, row.pictures, row.bestError, row.gain});
        result_.pictures = static_cast<int>(errors_.size());
        result_.best = gain.best;
        result_.meanError = gain.meanError;
        result_.routedError = gain.routedError;
        result_.gain = gain.gain;
        result_.low = gain.low;
        result_.high = gain.high;
        result_.worthTraining = gain.gain >= kWorthTraining;
        result_.recommendation = recommendation(gain);
    }

    static Message recommendation(const RoutingGain& gain) {
        const auto percent = [](double share) { return fmt::format("{:.2f}", share * 100); };
        const auto figures = Message::of("routing gain %1%, 95% interval %2% to %3%", percent(gain.gain),
                                         percent(gain.low), percent(gain.high));
        if (gain.high < kWorthTraining)
            return Message::of(
                "not worth training: the models hardly differ in what they are good at (%1, under 2%)",
                figures);
        if (gain.gain < kWorthTraining)
            return Message::of("not worth training as measured, but not certain: take more %1 (%2)",
                               Option{"samples"}, figures);
        if (gain.low < kWorthTraining)
            return Message::of("probably worth training, but not certain: take more %1 (%2)",
                               Option{"samples"}, figures);
        return Message::of("worth training: the models are good at different places (%1)", figures);
    }

    const ScreenRequest& request_;
    ModelCache& cache_;
    const EvaluationEvents& events_;
    const TaskControl& control_;
    OpenedModels models_;
    std::int64_t size_;  ///< pixels, square
    std::vector<Probe> probes_;
    std::vector<PictureErrors> errors_;
    ScreenResult result_;
};

}  // namespace

ScreenResult screenModels(const ScreenRequest& request, ModelCache& cache, const EvaluationEvents& events,
                          const TaskControl& control) {
    torch::NoGradGuard noGrad;
    return Screening(request, cache, events, control).run();
}

}  // namespace afa
