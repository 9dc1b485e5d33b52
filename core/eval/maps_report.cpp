#include "core/eval/maps_report.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/eval/maps_figures.h"
#include "core/io/atomic_file.h"

namespace afa {
namespace {

namespace json = boost::json;

struct Figures {
    std::vector<double> mean;  ///< one per model
    double entropy = 0;
    double spread = 0;  ///< averaged over models; 0 without spatial location
};

/// Mean of the maps' figures, every map alike whatever its size.
class Average {
  public:
    void add(const MapFigures& figures) {
        sum_.mean.resize(figures.mean.size());
        for (std::size_t i = 0; i < figures.mean.size(); ++i)
            sum_.mean[i] += figures.mean[i];
        sum_.entropy += figures.entropy;
        sum_.spread += figures.meanSpread();
        ++count_;
    }
    Figures mean() const {
        Figures result = sum_;
        for (double& value : result.mean)
            value /= count_;
        result.entropy /= count_;
        result.spread /= count_;
        return result;
    }

  private:
    Figures sum_;
    int count_ = 0;
};

struct Averages {
    Average all;
    std::map<int, Average> halves, stages, steps;
};

Averages average(const MapsRecord& record) {
    Averages averages;
    for (const StageMap& map : record.maps)
        for (int half = 0; half < record.halves; ++half) {
            const MapFigures figures = mapFigures(record, map, half);
            averages.all.add(figures);
            averages.halves[half].add(figures);
            averages.stages[map.stage].add(figures);
            averages.steps[map.step].add(figures);
        }
    return averages;
}

StageInfo infoOf(const MapsRecord& record, int stage) {
    const auto found = std::find_if(record.stages.begin(), record.stages.end(),
                                    [&](const StageInfo& info) { return info.stage == stage; });
    return found == record.stages.end() ? StageInfo{stage, "", "", 0} : *found;
}

json::array toJson(const std::vector<double>& values) {
    return json::array(values.begin(), values.end());
}
json::array namesOf(const MapsRecord& record) {
    return json::array(record.modelNames.begin(), record.modelNames.end());
}

json::object toJson(const Figures& figures) {
    return {{"mean", toJson(figures.mean)}, {"entropy", figures.entropy}, {"spread", figures.spread}};
}

std::string digits(double value) {  // shortest text that reads back equal
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof(buffer), value).ptr;
    return std::string(buffer, end);
}

template <typename... Values>
std::string formatted(const char* format, Values... values) {
    char buffer[160];
    std::snprintf(buffer, sizeof(buffer), format, values...);
    return buffer;
}

void writeText(const std::filesystem::path& target, std::string_view text) {
    AtomicFile file(target);
    file.write(text);
    file.commit();
}

std::string stageLine(const MapsRecord& record, int stage, const Figures& figures) {
    const StageInfo info = infoOf(record, stage);
    std::string line = formatted("  %3d  %-6s  %.3f  ", stage, info.mbwKey.c_str(), figures.entropy);
    for (const double mean : figures.mean)
        line += formatted("  %.3f", mean);
    return line + "   " + info.name + "\n";
}

/// Stages by rising entropy, at most `count` from either end and none twice.
std::string decidedStages(const MapsRecord& record, const Averages& averages) {
    std::vector<std::pair<int, Figures>> stages;
    for (const auto& [stage, average] : averages.stages)
        stages.emplace_back(stage, average.mean());
    std::stable_sort(stages.begin(), stages.end(),
                     [](const auto& a, const auto& b) { return a.second.entropy < b.second.entropy; });
    constexpr std::size_t kShown = 3;
    const std::size_t most = std::min(kShown, (stages.size() + 1) / 2);
    const std::size_t least = std::min(kShown, stages.size() - most);
    std::string text = "most decided stages (stage, block, entropy, mean weights)\n";
    for (std::size_t i = 0; i < most; ++i)
        text += stageLine(record, stages[i].first, stages[i].second);
    if (least > 0) text += "least decided stages\n";
    for (std::size_t i = stages.size(); i > stages.size() - least; --i)
        text += stageLine(record, stages[i - 1].first, stages[i - 1].second);
    return text;
}

}  // namespace

std::vector<MapsRow> mapsRows(const MapsRecord& record) {
    std::vector<MapsRow> rows;
    for (const StageMap& map : record.maps)
        for (int half = 0; half < record.halves; ++half) {
            const MapFigures figures = mapFigures(record, map, half);
            for (int model = 0; model < record.models(); ++model)
                rows.push_back({map.step, map.stage, half, model,
                                figures.mean[static_cast<std::size_t>(model)], figures.entropy});
        }
    return rows;
}

void writeMapsCsv(const std::filesystem::path& target, const MapsRecord& record) {
    std::string text = "step,stage,half,model,mean,entropy\n";
    for (const MapsRow& row : mapsRows(record)) {
        for (const int number : {row.step, row.stage, row.half, row.model})
            text += std::to_string(number) + ",";
        text += digits(row.mean) + "," + digits(row.entropy) + "\n";
    }
    writeText(target, text);
}

std::string mapsSummary(const MapsRecord& record) {
    const Averages averages = average(record);
    std::string text = "models   " + std::to_string(record.models()) + "\n";
    text += "steps    " + std::to_string(record.timesteps.size());
    if (!record.timesteps.empty())
        text += formatted(", timesteps %g to %g", record.timesteps.front(), record.timesteps.back());
    text += "\nstages   " + std::to_string(averages.stages.size()) + " of " +
            std::to_string(record.stages.size()) + " with maps\n";
    text += record.halves == 2 ? "halves   with prompt, without\n" : "halves   one\n";
    if (record.maps.empty()) return text + "There are no maps: no stage was joined by an aggregator.\n";

    const auto smaller = [](const StageMap& a, const StageMap& b) {
        return a.height * a.width < b.height * b.width;
    };
    const auto [least, most] = std::minmax_element(record.maps.begin(), record.maps.end(), smaller);
    text += "size     " + std::to_string(most->height) + " x " + std::to_string(most->width) + " to " +
            std::to_string(least->height) + " x " + std::to_string(least->width) + " (h x w)\n";

    const Figures all = averages.all.mean();
    text += formatted("entropy  %.3f of 1 (0: one model alone, 1: all alike)\n", all.entropy);
    text +=
        formatted("spread   %.3f (standard deviation of a weight over positions; 0: the same everywhere)\n",
                  all.spread);
    text += record.halves == 2 ? "mean weight (all, with prompt, without)\n" : "mean weight\n";
    for (std::size_t i = 0; i < record.modelNames.size(); ++i) {
        text += formatted("  %c  %.3f", static_cast<char>('A' + i), all.mean[i]);
        if (record.halves == 2)
            for (const auto& [half, average] : averages.halves)
                text += formatted("  %.3f", average.mean().mean[i]);
        text += "   " + record.modelNames[i] + "\n";
    }
    return text + decidedStages(record, averages);
}

std::string mapsSummaryJson(const MapsRecord& record) {
    const Averages averages = average(record);
    json::object summary{{"models", namesOf(record)},
                         {"halves", record.halves},
                         {"timesteps", toJson(record.timesteps)},
                         {"stages_in_all", record.stages.size()}};
    summary["all"] = record.maps.empty() ? json::value(nullptr) : json::value(toJson(averages.all.mean()));
    json::array halves, stages, steps;
    for (const auto& [half, average] : averages.halves) {
        json::object entry = toJson(average.mean());
        entry["half"] = half == 0 ? "cond" : "uncond";
        halves.push_back(std::move(entry));
    }
    for (const auto& [stage, average] : averages.stages) {
        const StageInfo info = infoOf(record, stage);
        json::object entry = toJson(average.mean());
        entry["stage"] = stage;
        entry["mbw"] = info.mbwKey;
        entry["name"] = info.name;
        stages.push_back(std::move(entry));
    }
    for (const auto& [step, average] : averages.steps) {
        json::object entry = toJson(average.mean());
        entry["step"] = step;
        steps.push_back(std::move(entry));
    }
    summary["per_half"] = std::move(halves);
    summary["per_stage"] = std::move(stages);
    summary["per_step"] = std::move(steps);
    return json::serialize(summary);
}

std::string mapsRecipe(const MapsRecord& record) {
    if (record.maps.empty())
        throw ConfigError(Message::of(
            "block weights need maps, and this record has none: no stage was joined by an aggregator"));
    json::array stages;
    for (const auto& [stage, average] : average(record).stages) {
        const StageInfo info = infoOf(record, stage);
        std::vector<double> weights = average.mean().mean;
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        for (double& weight : weights)
            weight /= sum;  // fp16 weights sum to 1 only nearly
        stages.push_back(
            {{"stage", stage}, {"mbw", info.mbwKey}, {"name", info.name}, {"weights", toJson(weights)}});
    }
    return formatJson(json::object{{"format", "afa.block-weights"},
                                   {"version", 1},
                                   {"models", namesOf(record)},
                                   {"stages", std::move(stages)}});
}

void writeMapsRecipe(const std::filesystem::path& target, const MapsRecord& record) {
    writeText(target, mapsRecipe(record));
}

}  // namespace afa
