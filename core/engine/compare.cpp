#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <random>
#include <regex>
#include <set>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/engine/comparison.h"
#include "core/engine/engine.h"
#include "core/engine/maps.h"
#include "core/engine/request_fields.h"
#include "core/engine/validation.h"
#include "core/io/aggregator_file.h"
#include "core/io/atomic_file.h"
#include "core/io/checkpoint.h"
#include "core/io/free_name.h"
#include "core/io/output_folder.h"
#include "core/io/text_file.h"
#include "core/merge/merge.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const std::vector<std::string> kEndings{".png", ".json"};  // of the sheet and its timings
constexpr double kSheetPixels = 100e6;  // pictures are shrunk on sheets that would hold more
constexpr int kSmallestSide = 64;
constexpr int kMaxCompared = 1000;  // pictures: they are kept in memory for the sheet

std::string titleOf(const std::string& mode, const std::vector<std::string>& names) {
    const auto known = parseMode(mode).value();
    return known.kind == Mode::Kind::Single ? names[static_cast<std::size_t>(known.model)]
                                            : rowOf(known.kind).title;
}

std::string secondsText(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    return text;
}

/// What would be found only after other modes have run: files that a mode needs and that do not fit.
void checkFiles(const CompareRequest& request, const std::vector<std::string>& modes) {
    const auto& common = request.common;
    const auto models = common.models.size();
    if (std::any_of(modes.begin(), modes.end(), needsAggregator))
        AggregatorFile::open(common.aggregator, models);
    if (std::find(modes.begin(), modes.end(), Mode{Mode::Kind::Merge}.name()) != modes.end()) {
        MergeRecipe recipe;
        if (!common.merge.empty())
            recipe = readRecipe(common.merge);
        else if (!common.mergeRecipe.empty())
            recipe = parseRecipe(common.mergeRecipe, Message::of("the recipe"));
        recipe.models.clear();
        for (const auto& path : common.models)
            recipe.models.push_back({.file = path});
        const auto parents = openParents(recipe);
        requireMergeable(parents, recipe.vae);
        resolveRecipe(recipe, models, BlockAxis(parents.front()->unetConfig()));
    }
}

/// Timings of an earlier comparison, which a new one may replace.
bool isComparison(const fs::path& path) {
    try {
        const auto value = parseJson(readTextFile(path), path.string());
        const auto* object = value.if_object();
        const auto* format = object ? object->if_contains("format") : nullptr;
        return format && format->is_string() && format->get_string() == "comparison";
    } catch (const Error&) {
        return false;
    }
}

class Comparison {
  public:
    Comparison(const CompareRequest& request, const CompareEvents& events)
        : request_(request), events_(events), modes_(request.expandedModes()) {
        for (const auto& path : request.common.models)
            names_.push_back(Checkpoint::open(path)->name());
        keepsPictures_ = !request.common.outputIsFile();
        checkOutputs();
        const auto first = request.common.seed ? *request.common.seed : std::random_device{}();
        for (int i = 0; i < request.common.count; ++i)
            seeds_.push_back(first + static_cast<std::uint64_t>(i));
        result_.modes.resize(modes_.size());
    }

    CompareResult run(Engine& engine, const TaskControl& control) {
        for (const auto index : order())
            result_.modes[index] = generate(engine, index, control);
        control.checkStop();
        std::optional<FreeName> name;  // sheet and timings belong together
        if (keepsPictures_) name.emplace(request_.common.output, "compare", kEndings);
        result_.sheet = name ? name->path(".png") : request_.common.output;
        result_.timings = timingsOf(result_.sheet);
        writeSheet();
        writeTimings();
        return std::move(result_);
    }

  private:
    static fs::path timingsOf(fs::path sheet) { return sheet.replace_extension(".json"); }

    /// Finds a folder that cannot be written to before the work, and a file that is somebody else's.
    void checkOutputs() const {
        const auto& output = request_.common.output;
        if (keepsPictures_) {
            requireFolder(output);
            const FreeName writable(output, "compare", kEndings);
            return;
        }
        requireFolderOf(output);
        const auto timings = timingsOf(output);
        std::error_code ec;
        if (fs::exists(timings, ec) && !isComparison(timings))
            throw ConfigError(Message::of(
                "%1: the timings would go there, but another file has this name; choose another %2", timings,
                Option{"output"}));
        const AtomicFile writable(timings);
    }

    /// Modes that may still be refused when their models are open come first, before others cost time.
    std::vector<std::size_t> order() const {
        std::vector<std::size_t> order(modes_.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_partition(order.begin(), order.end(),
                              [&](std::size_t i) { return needsAggregator(modes_[i]); });
        return order;
    }

    ComparedMode generate(Engine& engine, std::size_t index, const TaskControl& control) {
        ComparedMode made{.mode = modes_[index], .title = titleOf(modes_[index], names_)};
        auto request = requestFor(made.mode, request_.common);
        request.writePictures = keepsPictures_;
        request.count = 1;
        if (events_.start) events_.start(made.title, ++started_, static_cast<int>(modes_.size()));
        GenerateEvents events;
        events.warning = [&](const Message& text) {
            const auto line = Message::of("%1: %2", made.mode, text);
            if (std::find(result_.warnings.begin(), result_.warnings.end(), line) != result_.warnings.end())
                return;
            result_.warnings.push_back(line);
            if (events_.warning) events_.warning(line);
        };
        for (const auto seed : seeds_) {
            request.seed = seed;
            std::optional<FreeName> name;  // until its picture is there
            if (keepsPictures_) {
                name.emplace(request_.common.output, pictureStem(made.mode, seed),
                             std::vector<std::string>{".png", kKeptMapsEnding});
                request.output = name->path(".png");
            }
            auto done = engine.generate(request, events, control);
            made.loadSeconds += done.loadSeconds;
            made.pictures.push_back(std::move(done.pictures.front()));
        }
        if (events_.mode) events_.mode(made);
        return made;
    }

    static std::string pictureStem(std::string mode, std::uint64_t seed) {
        std::replace(mode.begin(), mode.end(), ':', '-');
        return mode + "-" + std::to_string(seed);
    }

    std::string note() const {
        const auto& r = request_.common;
        const auto& picture = result_.modes.front().pictures.front();
        std::string text = std::to_string(r.steps) + " steps, " + r.sampler + (r.karras ? " karras" : "") +
                           ", cfg " + numberText(r.cfg) + ", " + std::to_string(picture.width) + " x " +
                           std::to_string(picture.height) + ", ";
        text += r.latents.empty() ? "seed " + std::to_string(seeds_.front()) : "given start noise";
        if (!r.negativePrompt.empty()) text += ", without: " + r.negativePrompt;
        text += "; ";
        for (std::size_t i = 0; i < names_.size(); ++i)
            text += (i == 0 ? "" : " + ") + names_[i];
        return text;
    }

    void writeSheet() {
        ComparisonSheet sheet{.title = request_.common.prompt, .note = note(), .columns = {}, .rows = {}};
        int side = 0;
        for (const auto& mode : result_.modes)
            sheet.columns.push_back(mode.title);
        for (std::size_t row = 0; row < seeds_.size(); ++row) {
            ComparisonSheet::Row line;
            if (seeds_.size() > 1) line.caption = "seed " + std::to_string(seeds_[row]);
            for (const auto& mode : result_.modes) {
                const auto& picture = mode.pictures[row];
                side = std::max({side, picture.width, picture.height});
                line.cells.push_back({picture.image, secondsText(picture.seconds)});
            }
            sheet.rows.push_back(std::move(line));
        }
        const auto places = static_cast<double>(seeds_.size() * result_.modes.size());
        const auto most = static_cast<int>(std::sqrt(kSheetPixels / places));
        writeComparisonSheet(result_.sheet, sheet, side > most ? std::max(most, kSmallestSide) : 0);
    }

    void writeTimings() {
        const auto& r = request_.common;
        json::array modes, models;
        for (const auto& name : names_)
            models.emplace_back(name);
        for (const auto& mode : result_.modes) {
            json::array pictures;
            double seconds = 0;
            for (const auto& picture : mode.pictures) {
                seconds += picture.seconds;
                json::object object{{"seed", picture.seed}, {"seconds", picture.seconds}};
                if (keepsPictures_) object["image"] = picture.path.filename().string();
                pictures.push_back(std::move(object));
            }
            modes.push_back({{"mode", mode.mode},
                             {"title", mode.title},
                             {"seconds", seconds / static_cast<double>(mode.pictures.size())},
                             {"load_seconds", mode.loadSeconds},
                             {"pictures", std::move(pictures)}});
        }
        const auto& picture = result_.modes.front().pictures.front();
        AtomicFile file(result_.timings);
        file.write(formatJson(json::object{{"format", "comparison"},
                                           {"version", 1},
                                           {"program", "AFA Studio " + Engine::version()},
                                           {"sheet", result_.sheet.filename().string()},
                                           {"prompt", r.prompt},
                                           {"negative_prompt", r.negativePrompt},
                                           {"models", std::move(models)},
                                           {"width", picture.width},
                                           {"height", picture.height},
                                           {"steps", r.steps},
                                           {"cfg", r.cfg},
                                           {"sampler", r.sampler},
                                           {"modes", std::move(modes)}}));
        file.commit();
    }

    const CompareRequest& request_;
    const CompareEvents& events_;
    std::vector<std::string> modes_, names_;
    std::vector<std::uint64_t> seeds_;
    bool keepsPictures_ = false;
    int started_ = 0;
    CompareResult result_;
};

}  // namespace

GenerateRequest requestFor(const std::string& mode, const GenerateRequest& common) {
    const auto known = parseMode(mode);
    GenerateRequest request = known ? withOptionsOf(*known, common) : common;
    request.mode = mode;
    if (known == Mode{Mode::Kind::Merge} && request.host >= 0 &&
        static_cast<std::size_t>(request.host) < request.models.size()) {
        // All modes decode by one VAE, the host's: otherwise pictures differ by more than the mode.
        if (request.vae.empty()) request.vae = request.models[static_cast<std::size_t>(request.host)];
        request.host = 0;
    }
    return request;
}

std::vector<std::string> CompareRequest::expandedModes() const {
    std::vector<std::string> expanded;
    for (const auto& mode : modes) {
        if (mode != rowOf(Mode::Kind::Single).title) {
            expanded.push_back(mode);
            continue;
        }
        for (std::size_t i = 0; i < common.models.size(); ++i)
            expanded.push_back(Mode{Mode::Kind::Single, static_cast<int>(i)}.name());
    }
    return expanded;
}

std::vector<Problem> CompareRequest::validate() const {
    std::vector<Problem> problems;
    const auto all = expandedModes();
    const std::set<std::string> asked(all.begin(), all.end());
    if (modes.empty()) problems.push_back(Message::of("%1: expected one or more modes", Option{"compare"}));
    if (asked.size() < all.size())
        problems.push_back(Message::of("%1 names a mode twice", Option{"compare"}));
    if (!common.mode.empty())
        problems.push_back(Message::of("%1 and %2 exclude each other", Option{"mode"}, Option{"compare"}));
    const std::pair<const char*, const fs::path*> singles[] = {
        {"maps", &common.maps}, {"sheet", &common.sheet}, {"trace", &common.trace}};
    for (const auto& [option, path] : singles)
        if (!path->empty())
            problems.push_back(
                Message::of("%1 is of one mode, not for %2", Option{option}, Option{"compare"}));
    if (!common.latents.empty() && common.count > 1)
        problems.push_back(Message::of("%1 with %2: one picture (%3)", Option{"latents"}, Option{"compare"},
                                       Option{"count", "1"}));
    if (static_cast<double>(all.size()) * common.count > kMaxCompared)
        problems.push_back(Message::of("%1: at most %2 pictures; fewer modes or %3", Option{"compare"},
                                       kMaxCompared, Option{"count"}));
    const auto taken = [&](const Field& field) {
        return std::any_of(all.begin(), all.end(), [&](const std::string& name) {
            const auto mode = parseMode(name);
            return mode && mode->takes(field.name);
        });
    };
    std::set<std::string> named;
    for (const auto& field : optionsOfOtherModes(common, {}))
        if (!taken(field) && named.insert(field.of ? field.of : field.name).second)
            problems.push_back(Message::of("%1 is for the mode %2, which %3 does not name", field.option(),
                                           modeOfOption(field.name)->name, Option{"compare"}));
    for (const auto& mode : all) {
        auto request = requestFor(mode, common);
        for (auto* told : {&request.maps, &request.sheet, &request.trace})
            told->clear();
        if (request.mode.empty()) request.mode = "\"\"";   // the default is for --mode
        if (request.outputIsFile()) request.output = ".";  // it is the sheet's, whatever --count
        for (auto& problem : request.validate())
            if (std::find(problems.begin(), problems.end(), problem) == problems.end())
                problems.push_back(std::move(problem));
    }
    return problems;
}

CompareResult Engine::compare(const CompareRequest& request, const CompareEvents& events,
                              const TaskControl& control) {
    requireValid(request);
    checkFiles(request, request.expandedModes());
    return Comparison(request, events).run(*this, control);
}

}  // namespace afa
