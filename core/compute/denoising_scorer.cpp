#include "core/compute/denoising_scorer.h"

#include <optional>

#include "core/compute/merge_for_request.h"
#include "core/compute/opened_models.h"
#include "core/diffusion/denoising_error.h"
#include "core/diffusion/noise_source.h"
#include "core/merge/recipe.h"
#include "core/tensor/runtime.h"
#include "core/train/picture_crop.h"
#include "core/train/sample_order.h"
#include "core/train/training_data.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kNoiseSalt = 0x6D65726765;  // noise of a picture, apart from the choice of pictures

struct Probe : NoiseProbe {
    std::vector<std::int64_t> ids;  ///< of the caption
    torch::Tensor text;             ///< [1, 77, D], of the text encoder that was asked last
};

/// The VAE that a recipe names, or none where it is merged.
fs::path vaeOf(const MergeSearchRequest& request) {
    if (const auto index = vaeModelIndex(request.vae, request.models.size())) return request.models[*index];
    return isVaePath(request.vae) ? fs::path(request.vae) : fs::path();
}

class DenoisingScorer : public MergeScorer {
  public:
    DenoisingScorer(const MergeSearchRequest& request, ModelCache& cache, const EvaluationEvents& events,
                    const TaskControl& control)
        : request_(request), cache_(cache), placement_(placementOf(request.compute)) {
        torch::NoGradGuard noGrad;
        drawProbes(OpenedModels({request.models, 0, vaeOf(request)}, placement_, cache, control), events,
                   control);
        cache_.dropTextEncoders();
        cache_.dropVaes();
    }

    MergeScore score(const std::string& recipe, const TaskControl& control) override {
        return translateTorchErrors([&] {
            torch::NoGradGuard noGrad;
            GenerateRequest wanted;
            wanted.models = request_.models;
            wanted.mergeRecipe = recipe;
            const auto merged = mergeForRequest(wanted, {}, placement_, cache_, control);
            const OpenedModels merge(merged.path, {}, placement_, cache_);
            encodeTexts(merge, parseRecipe(recipe, Message::of("the recipe")).base);
            double sum = 0;
            merge.runAlone(0, control, [&](Denoiser& denoiser, const OpenedModels::BindText& bindText) {
                std::int64_t done = 0;
                for (const auto& probe : probes_) {
                    control.checkStop();
                    control.report({"measure", done++, static_cast<std::int64_t>(probes_.size())});
                    bindText(probe.text.expand({probe.noise.size(0), -1, -1}));
                    const auto predicted = predictNoise(denoiser, merge.schedule(), probe.x0, probe.noise,
                                                        probe.timestep, placement_.device);
                    sum += squaredError(predicted, probe.noise).to(torch::kFloat64).mean().item<double>();
                }
            });
            return MergeScore{-sum / static_cast<double>(probes_.size()), {}};
        });
    }

  private:
    void drawProbes(const OpenedModels& models, const EvaluationEvents& events, const TaskControl& control) {
        const auto all = readTrainingData(request_.data);
        auto problems = all.problems;
        const auto total = static_cast<std::int64_t>(all.pictures.size() + all.problems.size());
        const auto order = shuffledIndices(static_cast<std::int64_t>(all.pictures.size()), request_.seed);
        const EncoderSet encoders(models.encoders());
        const auto wanted = static_cast<std::size_t>(request_.samples);
        const auto size = static_cast<int>(models.grid().side("size", request_.width));
        for (const auto index : order) {
            if (probes_.size() == wanted) break;
            control.checkStop();
            control.report({"encode", static_cast<std::int64_t>(probes_.size()),
                            static_cast<std::int64_t>(std::min(wanted, order.size()))});
            const auto& picture = all.pictures[static_cast<std::size_t>(index)];
            try {
                const auto crop = loadCrop(picture.image, size, Crop::Center, 0);
                addProbe(encoders.encodePicture(crop), encoders.tokenize(picture.text).ids);
            } catch (const FileError& error) {
                problems.push_back({picture.origin, error.message()});
            } catch (const DataError& error) {
                problems.push_back({picture.origin, error.message()});
            }
        }
        requireFewProblems(problems, total, request_.maxBad);
        if (probes_.empty())
            throw DataError(
                Message::of("%1: expected captioned pictures, found none to use", Option{"data"}));
        if (events.warning)
            for (const auto& problem : problems)
                events.warning(Message::of("%1: %2", problem.where, problem.what));
    }

    void addProbe(const EncodedPicture& picture, std::vector<std::int64_t> ids) {
        const auto index = static_cast<std::int64_t>(probes_.size());
        NoiseSource source(mixSeeds(request_.seed ^ kNoiseSalt, static_cast<std::uint64_t>(index)));
        probes_.push_back({drawNoiseProbe(picture.mean.unsqueeze(0), picture.std.unsqueeze(0), index,
                                          request_.timesteps, request_.noiseSamples, source),
                           std::move(ids),
                           {}});
    }

    /// Most merges of a search share their text encoder, which the base's share alone decides.
    void encodeTexts(const OpenedModels& merge, const std::vector<double>& base) {
        if (base == encodedBase_) return;
        const auto encoder = merge.textEncoder(0);
        for (auto& probe : probes_) {
            const auto ids = torch::tensor(probe.ids, torch::kInt64).view({1, ClipTokenizer::kLength});
            probe.text = encoder->forward(ids.to(placement_.device)).to(torch::kCPU);
        }
        cache_.dropTextEncoders();
        encodedBase_ = base;
    }

    const MergeSearchRequest& request_;
    ModelCache& cache_;
    Placement placement_;
    std::vector<Probe> probes_;
    std::vector<double> encodedBase_;  ///< empty = none yet
};

}  // namespace

std::unique_ptr<MergeScorer> makeDenoisingScorer(const MergeSearchRequest& request, ModelCache& cache,
                                                 const EvaluationEvents& events, const TaskControl& control) {
    return std::make_unique<DenoisingScorer>(request, cache, events, control);
}

}  // namespace afa
