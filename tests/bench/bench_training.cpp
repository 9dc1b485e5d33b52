// What per-stage checkpointing saves and costs in a training step: three models of a middle size and of
// SD 1.5's shape, random weights, paper layout. Each case runs in a process of its own, since only a process
// has a peak. Prints memory above what the models take, seconds per step, the estimate of
// activation_memory.h, and whether the gradients are equal to the bit.
//     build/<preset>/bin/bench_training [mid|sd15] [BATCH] [bf16|fp32]
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>

#include "core/compute/random_model.h"
#include "core/tensor/runtime.h"
#include "core/train/activation_memory.h"
#include "core/train/trainer.h"

using namespace afa;

namespace {

constexpr int kModels = 3, kSteps = 3;
constexpr double kMiB = 1 << 20;

struct Shape {
    UNetConfig unet;
    std::int64_t latent = 64;
};

Shape shapeByName(const std::string& name) {
    Shape shape;
    if (name == "sd15") return shape;
    shape.unet.blockOutChannels = {96, 192, 384, 384};
    shape.unet.numHeads = {4, 4, 4, 4};
    shape.unet.crossAttentionDim = 256;
    shape.latent = 32;
    return shape;
}

/// The peak counts from here on (Linux: Documentation/filesystems/proc.rst, clear_refs).
void forgetPeak() {
    std::ofstream("/proc/self/clear_refs") << 5;
}

NoisedBatch batchOf(const Shape& shape, std::int64_t batch, torch::Dtype dtype) {
    torch::manual_seed(1);
    NoisedBatch made;
    made.noisy = torch::randn({batch, 4, shape.latent, shape.latent});
    made.noise = torch::randn_like(made.noisy);
    made.timesteps = torch::full({batch}, 481.0);
    for (int i = 0; i < kModels; ++i)
        made.texts.push_back(torch::randn({batch, 77, shape.unet.crossAttentionDim}).to(dtype));
    return made;
}

int runCase(const std::string& name, int batch, const std::string& precision, bool checkpointing) {
    configureCpu(0);
    const Shape shape = shapeByName(name);
    Placement placement;
    placement.dtype = precision == "bf16" ? torch::kBFloat16 : torch::kFloat32;
    TensorPool pool;
    std::vector<std::shared_ptr<const UNet>> unets;
    for (int i = 0; i < kModels; ++i)
        unets.push_back(std::make_shared<UNet>(
            shape.unet,
            randomPart("random weights", expectedTensors(shape.unet), static_cast<std::uint64_t>(i) + 1),
            placement, pool));
    const auto config = AggregatorConfig::forModels(AggregatorConfig::Layout::Paper, kModels, shape.unet);
    auto aggregator = std::make_shared<Aggregator>(config, 1, placement.device);
    ParallelGroup alone;
    Trainer trainer({}, kSteps, unets, aggregator, alone);
    trainer.setCheckpointing(checkpointing);
    const auto batchData = batchOf(shape, batch, placement.dtype);

    forgetPeak();
    const auto before = peakResidentBytes();
    double seconds = 0;
    for (int step = 0; step < kSteps; ++step) {
        const auto done = trainer.step([&](int) { return batchData; });
        seconds = step == 0 ? done.mathSeconds : std::min(seconds, done.mathSeconds);
    }
    double digest = 0;
    for (const auto& tensor : trainer.memory().parameters)
        digest += tensor.to(torch::kFloat64).sum().item<double>();
    const auto estimate = activationBytes(unets.front()->stages(), shape.unet, kModels, batch, shape.latent,
                                          shape.latent, c10::elementSize(placement.dtype));
    std::printf("%f %f %.17g %f\n", static_cast<double>(peakResidentBytes() - before) / kMiB, seconds, digest,
                static_cast<double>(estimate) / kMiB);
    std::fflush(stdout);
    std::_Exit(0);
}

struct Figures {
    double mib = 0, seconds = 0, digest = 0, estimate = 0;
};

Figures measured(const std::string& command) {
    Figures figures;
    std::FILE* pipe = popen(command.c_str(), "r");
    if (!pipe || std::fscanf(pipe, "%lf %lf %lf %lf", &figures.mib, &figures.seconds, &figures.digest,
                             &figures.estimate) != 4)
        std::fprintf(stderr, "%s: no result\n", command.c_str());
    if (pipe) pclose(pipe);
    return figures;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string shape = argc > 1 ? argv[1] : "mid", precision = argc > 3 ? argv[3] : "fp32";
    const int batch = argc > 2 ? std::atoi(argv[2]) : 2;
    if (argc > 4) return runCase(shape, batch, precision, std::strcmp(argv[4], "on") == 0);
    const std::string command =
        std::string(argv[0]) + " " + shape + " " + std::to_string(batch) + " " + precision;
    const auto plain = measured(command + " off"), saved = measured(command + " on");
    std::printf("%s, %d models, batch %d, %s\n", shape.c_str(), kModels, batch, precision.c_str());
    std::printf("  plain          %8.0f MiB  %7.2f s per step   (estimated %.0f MiB)\n", plain.mib,
                plain.seconds, plain.estimate);
    std::printf("  checkpointing  %8.0f MiB  %7.2f s per step\n", saved.mib, saved.seconds);
    std::printf("  memory %.2f times less, time %.2f times, weights after %d steps %s\n",
                plain.mib / saved.mib, saved.seconds / plain.seconds, kSteps,
                plain.digest == saved.digest ? "equal" : "DIFFERENT");
    return plain.digest == saved.digest ? 0 : 1;
}
