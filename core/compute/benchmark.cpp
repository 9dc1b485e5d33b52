#include "core/compute/benchmark.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

#include "core/base/clock.h"
#include "core/compute/opened_models.h"
#include "core/compute/random_model.h"
#include "core/ensemble/ensemble_denoiser.h"
#include "core/io/checkpoint.h"
#include "core/nn/vae.h"
#include "core/tensor/runtime.h"

namespace afa {
namespace {

struct Shape {
    UNetConfig unet;
    VaeConfig vae;
    int size = 512;
};

/// demo: the networks of the demo models (resources/demo).
Shape shapeByName(const std::string& name) {
    Shape shape;
    if (name == "demo") {
        shape.unet.blockOutChannels = {48, 64, 64, 64};
        shape.unet.numHeads = {2, 2, 2, 2};
        shape.unet.crossAttentionDim = 96;
        shape.unet.normNumGroups = 8;
        shape.unet.sampleSize = 16;
        shape.vae.blockOutChannels = {32, 48, 64};
        shape.vae.layersPerBlock = 1;
        shape.vae.normNumGroups = 8;
        shape.size = 64;
    }
    return shape;
}

class Benchmark {
  public:
    Benchmark(const BenchmarkRequest& request, const TaskControl& control)
        : request_(request), control_(control) {}

    BenchmarkResult run() {
        placement_ = placementOf(request_.compute);
        result_.device = deviceDescription(placement_.device, placement_.dtype);
        result_.precision = precisionName(placement_.dtype);
        result_.threads = at::get_num_threads();
        load();
        timeUNets();
        timeVae();
        result_.peakBytes = peakResidentBytes();
        return std::move(result_);
    }

  private:
    void addRow(const std::string& name, double seconds, const std::string& note) {
        result_.rows.push_back({name, seconds, note});
        control_.report({name, static_cast<std::int64_t>(result_.rows.size()), 5});
    }

    double timeOnce(const std::function<void()>& work) const {
        control_.checkStop();
        synchronize();
        const auto start = Clock::now();
        work();
        synchronize();
        return secondsSince(start);
    }

    void synchronize() const {
        if (placement_.device.is_cuda()) torch::cuda::synchronize(placement_.device.index());
    }

    static double median(std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    }

    /// U-Nets from the page cache or, with random weights, from memory: converting and placing is what is
    /// timed.
    void load() {
        if (request_.models.empty()) {
            const Shape shape = shapeByName(request_.shape);
            unetConfig_ = shape.unet;
            vaeConfig_ = shape.vae;
            result_.shape = request_.shape;
            unetConfig_.sampleSize = shape.size / vaeConfig_.factor();
            for (int i = 0; i < request_.modelCount; ++i)
                parts_.push_back(randomPart("random weights " + std::to_string(i),
                                            expectedTensors(unetConfig_), static_cast<std::uint64_t>(i) + 1));
            vaePart_ = randomPart("random weights (VAE)", expectedTensors(vaeConfig_), 100);
        } else {
            for (const auto& path : request_.models)
                checkpoints_.push_back(Checkpoint::open(path));
            unetConfig_ = checkpoints_[0]->unetConfig();
            vaeConfig_ = checkpoints_[0]->vaeConfig();
            for (const auto& checkpoint : checkpoints_)
                parts_.push_back(checkpoint->part(ModelPart::UNet));
            vaePart_ = checkpoints_[0]->part(ModelPart::Vae);
            result_.shape = checkpoints_[0]->name();
        }
        result_.size = static_cast<int>(SizeGrid(unetConfig_, vaeConfig_).side("size", request_.size));
        result_.models = static_cast<int>(parts_.size());
        TensorPool pool;
        std::uint64_t bytes = 0;
        for (const auto& part : parts_)
            for (const auto& tensor : part.tensors())
                bytes += static_cast<std::uint64_t>(tensor.numel()) * dtypeSize(tensor.dtype);
        const double seconds = timeOnce([&] {
            for (const auto& part : parts_) {
                control_.checkStop();
                unets_.push_back(std::make_shared<UNet>(unetConfig_, part, placement_, pool));
            }
        });
        addRow("load", seconds,
               std::to_string(result_.models) + " U-Nets, " + std::to_string(bytes >> 20) + " MiB read");
    }

    void timeUNets() {
        const std::int64_t latent = result_.size / vaeConfig_.factor();
        const auto device = torch::TensorOptions().device(placement_.device);
        const auto x = torch::randn({2, unetConfig_.inChannels, latent, latent}, device);
        const auto t = torch::full({2}, 481.0, device);
        std::vector<torch::Tensor> texts;
        for (const auto& unused : unets_) {
            (void)unused;
            texts.push_back(
                torch::randn({2, 77, unetConfig_.crossAttentionDim}, device).to(placement_.dtype));
        }
        // The aggregator runs as in a picture; fresh weights cost what trained ones do.
        const int models = result_.models;
        const auto config = AggregatorConfig::forModels(AggregatorConfig::Layout::Paper, models, unetConfig_);
        auto aggregator = std::make_shared<Aggregator>(config, 1, placement_.device);

        EnsembleDenoiser single({unets_[0]}, nullptr, {EnsembleMode::Kind::Single, 0});
        single.setText({texts[0]});
        EnsembleDenoiser average(unets_, nullptr, {EnsembleMode::Kind::BlockAverage, 0});
        average.setText(texts);
        EnsembleDenoiser ensemble(unets_, aggregator, {EnsembleMode::Kind::Afa, 0});
        ensemble.setText(texts);
        for (auto* denoiser : {&single, &average, &ensemble})
            denoiser->setControl(control_);

        // Interleaved, so that a machine whose speed drifts does not favour one of them.
        std::vector<double> singles, averages, ensembles;
        for (int i = 0; i <= request_.repeats; ++i) {
            const double a = timeOnce([&] { single.predict(x, t); });
            const double b = timeOnce([&] { average.predict(x, t); });
            const double c = timeOnce([&] { ensemble.predict(x, t); });
            if (i == 0) continue;  // warm-up
            singles.push_back(a);
            averages.push_back(b);
            ensembles.push_back(c);
        }
        const double step = median(singles), ensembleStep = median(ensembles);
        addRow("unet-step", step, "one model, guidance batch 2");
        addRow("block-average-step", median(averages), std::to_string(models) + " models, no aggregator");
        addRow("ensemble-step", ensembleStep, std::to_string(models) + " models, SABW after every stage");
        result_.ensembleRatio = ensembleStep / step;
        result_.sabwShare = std::max(0.0, (ensembleStep - median(averages)) / ensembleStep);
    }

    void timeVae() {
        unets_.clear();
        TensorPool pool;
        const Vae vae(vaeConfig_, vaePart_, placement_, pool);
        const std::int64_t latent = result_.size / vaeConfig_.factor();
        const auto latents = torch::randn({1, vaeConfig_.latentChannels, latent, latent}, placement_.device);
        std::vector<double> times;
        for (int i = 0; i <= request_.repeats; ++i) {
            const double seconds = timeOnce([&] { vae.decode(latents, 0, control_); });
            if (i > 0) times.push_back(seconds);
        }
        addRow("vae-decode", median(times), "one picture");
    }

    const BenchmarkRequest& request_;
    const TaskControl& control_;
    BenchmarkResult result_;
    Placement placement_;
    UNetConfig unetConfig_;
    VaeConfig vaeConfig_;
    std::vector<std::shared_ptr<const Checkpoint>> checkpoints_;
    std::vector<PartReader> parts_;
    PartReader vaePart_;
    std::vector<std::shared_ptr<const UNet>> unets_;
};

}  // namespace

BenchmarkResult runBenchmark(const BenchmarkRequest& request, const TaskControl& control) {
    torch::NoGradGuard noGrad;
    return Benchmark(request, control).run();
}

}  // namespace afa
