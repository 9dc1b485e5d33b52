#include "core/engine/merge_search_state.h"

#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/io/atomic_file.h"
#include "core/io/file_errors.h"
#include "core/io/json_fields.h"
#include "core/io/text_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::int64_t kMost = 1'000'000;
constexpr std::size_t kMostBlocks = 1000;

// Numbers that decide how a search goes on are kept as text: Boost.JSON may read a double one unit off.
double numberOf(const JsonFields& fields, std::string_view key) {
    const auto text = fields.text(key, std::nullopt);
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || !std::isfinite(value)) fields.fail(key, "a finite number");
    return value;
}

json::array pathList(const std::vector<fs::path>& paths) {
    json::array list;
    for (const auto& path : paths)
        list.emplace_back(path.string());
    return list;
}

std::vector<fs::path> pathsOf(const JsonFields& fields, std::string_view key) {
    std::vector<fs::path> paths;
    for (const auto& text : fields.texts(key, std::vector<std::string>{}))
        paths.emplace_back(text);
    return paths;
}

int wholeOf(const JsonFields& fields, std::string_view key, int fallback) {
    return static_cast<int>(fields.integer(key, fallback, -kMost, kMost));
}

json::object requestObject(const MergeSearchRequest& r) {
    return {{"models", pathList(r.models)},
            {"vae", r.vae},
            {"line", r.line},
            {"pairs", r.pairs},
            {"passes", r.passes},
            {"start", r.start},
            {"data", pathList(r.data)},
            {"samples", r.samples},
            {"noise_samples", r.noiseSamples},
            {"timesteps", r.timesteps},
            {"max_bad", r.maxBad},
            {"scorer_command", r.scorerCommand},
            {"scorer_timeout", r.scorerTimeout},
            {"prompts", json::value_from(r.prompts)},
            {"negative_prompt", r.negativePrompt},
            {"seeds", r.seeds},
            {"width", r.width},
            {"height", r.height},
            {"steps", r.steps},
            {"cfg", r.cfg},
            {"sampler", r.sampler},
            {"seed", std::to_string(r.seed)},
            {"device", r.compute.device},
            {"precision", r.compute.precision},
            {"threads", r.compute.threads}};
}

MergeSearchRequest requestOf(const JsonFields& fields) {
    const MergeSearchRequest defaults;
    MergeSearchRequest r;
    r.models = pathsOf(fields, "models");
    r.vae = fields.text("vae", defaults.vae);
    r.line = fields.text("line", defaults.line);
    r.pairs = fields.boolean("pairs", defaults.pairs);
    r.passes = wholeOf(fields, "passes", defaults.passes);
    r.start = fields.number("start", defaults.start);
    r.data = pathsOf(fields, "data");
    r.samples = wholeOf(fields, "samples", defaults.samples);
    r.noiseSamples = wholeOf(fields, "noise_samples", defaults.noiseSamples);
    r.timesteps = wholeOf(fields, "timesteps", defaults.timesteps);
    r.maxBad = fields.number("max_bad", defaults.maxBad);
    r.scorerCommand = fields.text("scorer_command", "");
    r.scorerTimeout = fields.number("scorer_timeout", defaults.scorerTimeout);
    r.prompts = fields.texts("prompts", std::vector<std::string>{});
    r.negativePrompt = fields.text("negative_prompt", "");
    r.seeds = wholeOf(fields, "seeds", defaults.seeds);
    r.width = wholeOf(fields, "width", defaults.width);
    r.height = wholeOf(fields, "height", defaults.height);
    r.steps = wholeOf(fields, "steps", defaults.steps);
    r.cfg = fields.number("cfg", defaults.cfg);
    r.sampler = fields.text("sampler", defaults.sampler);
    const auto seed = fields.text("seed", "0");
    const auto [stopped, error] = std::from_chars(seed.data(), seed.data() + seed.size(), r.seed);
    if (error != std::errc() || stopped != seed.data() + seed.size()) fields.fail("seed", "a whole number");
    r.compute.device = fields.text("device", defaults.compute.device);
    r.compute.precision = fields.text("precision", defaults.compute.precision);
    r.compute.threads = wholeOf(fields, "threads", defaults.compute.threads);
    return r;
}

json::object trialObject(const BlockSearchTrial& trial) {
    std::string blocks;
    for (const double share : trial.shares.blocks)
        blocks += (blocks.empty() ? "" : ",") + numberText(share);
    return {{"score", numberText(trial.score)}, {"base", numberText(trial.shares.base)}, {"blocks", blocks}};
}

BlockSearchTrial trialOf(const JsonFields& fields) {
    BlockSearchTrial trial;
    trial.score = numberOf(fields, "score");
    trial.shares.base = numberOf(fields, "base");
    const auto text = fields.text("blocks", std::nullopt);
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        double share = 0;
        const auto [stopped, error] = std::from_chars(at, end, share);
        if (error != std::errc() || !std::isfinite(share) || (stopped != end && *stopped != ',') ||
            trial.shares.blocks.size() == kMostBlocks)
            fields.fail("blocks", "finite numbers with commas between them");
        trial.shares.blocks.push_back(share);
        at = stopped == end ? end : stopped + 1;
    }
    return trial;
}

}  // namespace

fs::path mergeSearchStatePath(const fs::path& folder) {
    return folder / "search.json";
}

void writeMergeSearchState(const fs::path& folder, const MergeSearchState& state) {
    json::array trials;
    for (const auto& trial : state.trials)
        trials.push_back(trialObject(trial));
    AtomicFile file(mergeSearchStatePath(folder));
    file.write(formatJson(json::object{{"format", "afa.merge-search"},
                                       {"version", 1},
                                       {"request", requestObject(state.request)},
                                       {"fingerprints", json::value_from(state.fingerprints)},
                                       {"trials", std::move(trials)}}));
    file.commit();
}

MergeSearchState readMergeSearchState(const fs::path& folder) {
    const auto path = mergeSearchStatePath(folder);
    std::error_code ec;
    if (!fs::is_regular_file(path, ec))
        throw FileError(path.string() +
                        ": expected the state of a search, found no file; name the folder that the search "
                        "was started with" +
                        unexpandedHome(path));
    const JsonFields fields(readTextFile(path), path.string());
    if (fields.text("format", std::nullopt) != "afa.merge-search")
        fields.fail("format", "\"afa.merge-search\"");
    fields.integer("version", std::nullopt, 1, 1);
    MergeSearchState state;
    state.request = requestOf(fields.member("request"));
    state.request.output = folder;
    state.fingerprints = fields.texts("fingerprints", std::nullopt);
    for (const auto& value : fields.array("trials")) {
        if (!value.is_object()) fields.fail("trials", "a list of objects");
        state.trials.push_back(trialOf(JsonFields(value.get_object(), path.string() + ": trials")));
    }
    return state;
}

}  // namespace afa
