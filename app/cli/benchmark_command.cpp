#include "app/cli/benchmark_command.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cstdio>
#include <iostream>

#include "app/cli/compute_options.h"
#include "app/cli/progress_bar.h"
#include "core/engine/engine.h"

namespace afa::cli {

void BenchmarkCommand::declare(CLI::App& app) {
    auto* given = addRepeated(app, "--model", request_.models,
                              "base checkpoint (repeat; default: random weights of --shape)");
    app.add_option("--shape", request_.shape, "networks for random weights: sd15 | demo")
        ->capture_default_str()
        ->excludes(given);
    app.add_option("--size", request_.size, "pixels on a side (default: the shape's own)")
        ->check(CLI::PositiveNumber);
    app.add_option("--models", request_.modelCount, "models in the ensemble, for random weights")
        ->capture_default_str()
        ->excludes(given);
    app.add_option("--repeats", request_.repeats, "timed runs of each part; the median is told")
        ->capture_default_str();
    addComputeOptions(app, request_.compute);
    app.add_flag("--json", json_, "one JSON object on stdout");
}

int BenchmarkCommand::run(std::stop_token stop) {
    ProgressBar bar;
    Engine engine({.keepModels = false});
    const auto result =
        engine.benchmark(request_, TaskControl(stop, [&](const Progress& progress) { bar.show(progress); }));
    bar.clear();
    if (json_) {
        boost::json::array rows;
        for (const auto& row : result.rows)
            rows.push_back({{"name", row.name}, {"seconds", row.seconds}, {"note", row.note}});
        std::cout << boost::json::serialize(boost::json::object{{"device", result.device},
                                                                {"precision", result.precision},
                                                                {"threads", result.threads},
                                                                {"shape", result.shape},
                                                                {"size", result.size},
                                                                {"models", result.models},
                                                                {"rows", std::move(rows)},
                                                                {"ensemble_ratio", result.ensembleRatio},
                                                                {"sabw_share", result.sabwShare},
                                                                {"peak_bytes", result.peakBytes}})
                  << std::endl;
        return 0;
    }
    std::printf("%s, %s, %d threads; %s, %d px, %d models\n", result.device.c_str(), result.precision.c_str(),
                result.threads, result.shape.c_str(), result.size, result.models);
    for (const auto& row : result.rows)
        std::printf("  %-20s %9.4f s   %s\n", row.name.c_str(), row.seconds, row.note.c_str());
    std::printf("  ensemble step / single step: %.2f; share of SABW in it: %.1f %%\n", result.ensembleRatio,
                100 * result.sabwShare);
    std::printf("  peak memory of the process: %.2f GB\n", static_cast<double>(result.peakBytes) / 1e9);
    return 0;
}

}  // namespace afa::cli
