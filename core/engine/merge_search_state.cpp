#include "core/engine/merge_search_state.h"

#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/engine/field_json.h"
#include "core/engine/request_fields.h"
#include "core/io/atomic_file.h"
#include "core/io/file_errors.h"
#include "core/io/text_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kMostBlocks = 1000;

// Numbers that decide how a search goes on are kept as text: Boost.JSON may read a double one unit off.
double numberOf(const JsonFields& fields, std::string_view key) {
    const auto text = fields.text(key, std::nullopt);
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || !std::isfinite(value))
        fields.fail(key, Message::of("a finite number"));
    return value;
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
            fields.fail("blocks", Message::of("finite numbers with commas between them"));
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
    json::object request;
    forEachField(state.request, jsonWriter(request));
    forEachComputeField(state.request.compute, jsonWriter(request));
    json::array trials;
    for (const auto& trial : state.trials)
        trials.push_back(trialObject(trial));
    AtomicFile file(mergeSearchStatePath(folder));
    file.write(formatJson(json::object{{"format", "afa.merge-search"},
                                       {"version", 1},
                                       {"request", std::move(request)},
                                       {"fingerprints", json::value_from(state.fingerprints)},
                                       {"trials", std::move(trials)}}));
    file.commit();
}

MergeSearchState readMergeSearchState(const fs::path& folder) {
    const auto path = mergeSearchStatePath(folder);
    std::error_code ec;
    if (!fs::is_regular_file(path, ec))
        throw FileError(
            Message::of("%1: expected the state of a search, found no file; name the folder that the search "
                        "was started with%2",
                        path, unexpandedHome(path)));
    const JsonFields fields(readTextFile(path), path.string());
    if (fields.text("format", std::nullopt) != "afa.merge-search")
        fields.fail("format", Message::of("\"afa.merge-search\""));
    fields.integer("version", std::nullopt, 1, 1);
    MergeSearchState state;
    const auto request = fields.member("request");
    forEachField(state.request, jsonReader(request));
    forEachComputeField(state.request.compute, jsonReader(request));
    state.request.output = folder;
    state.fingerprints = fields.texts("fingerprints", std::nullopt);
    for (const auto& value : fields.array("trials")) {
        if (!value.is_object()) fields.fail("trials", Message::of("a list of objects"));
        state.trials.push_back(trialOf(JsonFields(value.get_object(), path.string() + ": trials")));
    }
    return state;
}

}  // namespace afa
