#include "core/compute/capability.h"

#include <algorithm>

#include "core/compute/opened_models.h"
#include "core/compute/outputs.h"
#include "core/diffusion/denoising_error.h"
#include "core/diffusion/noise_source.h"
#include "core/eval/capability_report.h"
#include "core/eval/capability_sheet.h"
#include "core/io/free_name.h"
#include "core/train/picture_crop.h"

namespace afa {
namespace {

constexpr std::int64_t kBatch = 8;  // noise samples that run together

/// D of one model at one timestep, [h, w]: minus the squared error, averaged over the noise samples in fp64.
torch::Tensor capabilityOf(Denoiser& denoiser, const OpenedModels::BindText& bindText,
                           const NoiseSchedule& schedule, const torch::Tensor& x0, const torch::Tensor& text,
                           const torch::Tensor& noise, std::int64_t timestep, torch::Device device) {
    torch::Tensor sum;
    for (std::int64_t first = 0; first < noise.size(0); first += kBatch) {
        const auto part = noise.slice(0, first, std::min(first + kBatch, noise.size(0)));
        bindText(text.expand({part.size(0), -1, -1}));
        const auto error = squaredError(predictNoise(denoiser, schedule, x0, part, timestep, device), part)
                               .to(torch::kFloat64)
                               .sum(0);
        sum = sum.defined() ? sum + error : error;
    }
    return (-sum / static_cast<double>(noise.size(0))).to(torch::kFloat32).contiguous();
}

std::vector<float> values(const torch::Tensor& map) {
    const auto* data = map.const_data_ptr<float>();
    return {data, data + map.numel()};
}

}  // namespace

CapabilityResult measureCapability(const CapabilityRequest& request, ModelCache& cache,
                                   const EvaluationEvents& events, const TaskControl& control) {
    torch::NoGradGuard noGrad;
    const OpenedModels models({request.models, request.host, request.vae}, placementOf(request.compute),
                              cache, control);
    const auto size = models.grid().side("size", request.size);
    requireFolder(request.output);

    CapabilityResult result;
    const auto warn = [&](const Message& warning) {
        result.warnings.push_back(warning);
        if (events.warning) events.warning(warning);
    };
    for (const auto& warning : models.warnings())
        warn(warning);
    CapabilityMaps maps;
    maps.prompt = request.prompt;
    maps.noiseSamples = request.noiseSamples;
    maps.picture = loadCrop(request.image, static_cast<int>(size), Crop::Center, 0);

    torch::Tensor x0;
    std::vector<torch::Tensor> texts;
    {
        const EncoderSet encoders(models.encoders());
        const auto tokens = encoders.tokenize(request.prompt);
        if (const auto warning = cutPromptWarning(tokens, Message::of("prompt")); !warning.empty())
            warn(warning);
        x0 = encoders.encodePicture(maps.picture).mean.unsqueeze(0);
        for (const auto kind : encoders.distinct())
            texts.push_back(encoders.encodeText(kind, tokens.ids).unsqueeze(0));
    }
    cache.doneWithTextEncoders();

    NoiseSource source(request.seed);
    std::vector<torch::Tensor> draws;
    for (int i = 0; i < request.noiseSamples; ++i)
        draws.push_back(source.draw(x0.sizes()));
    const auto noise = torch::cat(draws);  // the same for every model and timestep

    maps.height = x0.size(2);
    maps.width = x0.size(3);
    for (const auto timestep : request.timesteps)
        maps.timesteps.push_back({timestep, {}});
    const auto total = static_cast<std::int64_t>(models.count() * maps.timesteps.size());
    std::int64_t done = 0;
    for (std::size_t model = 0; model < models.count(); ++model) {
        maps.modelNames.push_back(models.name(model));
        models.runAlone(model, control, [&](Denoiser& denoiser, const OpenedModels::BindText& bindText) {
            for (auto& at : maps.timesteps) {
                control.checkStop();
                control.report({"measure", done++, total});
                at.capability.push_back(
                    values(capabilityOf(denoiser, bindText, models.schedule(), x0, texts[model], noise,
                                        at.timestep, models.placement().device)));
                models.requireFinite(model, at.capability.back());
            }
        });
    }

    result.models = maps.modelNames;
    for (const auto& at : maps.timesteps)
        result.rows.push_back({at.timestep, meanErrors(at), winShares(capabilityWins(at), maps.models())});
    const FreeName name(request.output, "capability", {".safetensors", ".png", ".csv"});
    result.tensors = name.path(".safetensors");
    result.sheet = name.path(".png");
    result.csv = name.path(".csv");
    writeCapability(result.tensors, maps);
    writeCapabilityCsv(result.csv, maps);
    writeCapabilitySheet(result.sheet, maps);
    return result;
}

}  // namespace afa
