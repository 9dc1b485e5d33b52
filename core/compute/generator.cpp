#include "core/compute/generator.h"

#include <random>

#include "core/base/clock.h"
#include "core/compute/outputs.h"
#include "core/compute/picture_maker.h"
#include "core/compute/pipeline.h"
#include "core/io/safetensors.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

void prepareOutputs(const GenerateRequest& request) {
    const bool file = request.outputIsFile();
    if (request.writePictures && !file) requireFolder(request.output);
    for (const auto* path : {&request.maps, &request.sheet, &request.trace, &request.output}) {
        if (path->empty() || (path == &request.output && !file)) continue;
        requireFolderOf(*path);
        std::error_code ec;
        if (fs::is_directory(*path, ec))
            throw RequestError(
                Message::of("%1: expected the name of a file to write, found a folder", *path));
    }
}

/// The start latents of a file, [count, C, h, w]; undefined where the request names none.
torch::Tensor readLatents(const fs::path& path, const std::vector<std::int64_t>& expected) {
    if (path.empty()) return {};
    const auto file = openTensorFile(path);
    const auto index = file->find("latents");
    if (!index)
        throw FileError(
            Message::of("%1: expected a tensor \"latents\" %2, found none", path, shapeText(expected)));
    if (file->tensors()[*index].shape != expected)
        throw ConfigError(Message::of("%1: tensor \"latents\": expected %2, found %3", path,
                                      shapeText(expected), shapeText(file->tensors()[*index].shape)));
    auto latents = toTensor(file->view(*index), torch::kFloat32);
    if (!latents.isfinite().all().item<bool>())
        throw DataError(Message::of("%1: tensor \"latents\" holds values that are not finite", path));
    return latents;
}

}  // namespace

GenerateResult generatePictures(const GenerateRequest& request, ModelCache& cache,
                                const GenerateEvents& events, const TaskControl& control) {
    torch::NoGradGuard noGrad;
    auto start = Clock::now();
    GenerateResult result;
    const auto warn = [&](const Message& message) {
        result.warnings.push_back(message);
        if (events.warning) events.warning(message);
    };
    PipelineSetup setup(request, cache, control, warn);
    Trace trace;
    Trace* const traced = request.trace.empty() ? nullptr : &trace;
    setup.open();
    prepareOutputs(request);
    setup.openAggregator();
    auto& pipeline = setup.pipeline();
    const auto latents = readLatents(request.latents, pipeline.latentShape(request.count));
    setup.encodeTexts(traced);
    setup.loadDenoiser();
    result.loadSeconds = secondsSince(start);

    const std::uint64_t first = request.seed ? *request.seed : std::random_device{}();
    for (int i = 0; i < request.count; ++i) {
        control.checkStop();
        start = Clock::now();
        PictureMaker maker(request, pipeline, cache, i, first + static_cast<std::uint64_t>(i), traced, warn);
        const auto made =
            maker.sample(latents.defined() ? latents.slice(0, i, i + 1) : latents, events, control);
        if (i + 1 == request.count) {  // the VAE needs the room
            pipeline.denoiser.reset();
            cache.doneWithUNets();
        }
        auto picture = maker.finish(made, control);
        picture.seconds = secondsSince(start);
        if (events.picture) events.picture(picture);
        result.pictures.push_back(std::move(picture));
    }
    return result;
}

void loadModels(const GenerateRequest& request, ModelCache& cache, const TaskControl& control) {
    torch::NoGradGuard noGrad;
    PipelineSetup setup(request, cache, control, [](const std::string&) {});
    setup.open();
    setup.openAggregator();
    setup.encodeTexts(nullptr);
    setup.loadDenoiser();
    control.checkStop();
    setup.pipeline().models->vae();
}

}  // namespace afa
