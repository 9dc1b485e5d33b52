#pragma once
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/mode.h"
#include "core/engine/field.h"
#include "core/engine/merge_search_request.h"
#include "core/engine/requests.h"
#include "core/engine/validation.h"

// The fields of requests, each list once. What stands here is in the files of a request (the queue's journal,
// the state of a search), is checked by its range and goes from one request into another.
namespace afa {

inline constexpr int kMaxCount = 100000;
/// SD 1.x's schedule has 1,000 timesteps; leading spacing with offset 1 leaves out one.
inline constexpr int kMaxSteps = 999;

template <typename Settings, typename Visit>
void forEachComputeField(Settings& s, Visit&& visit) {
    visit(Field{"device"}, s.device);
    visit(Field{"precision"}, s.precision);
    visit(Field{"threads"}, s.threads);
}

/// Every field but `compute` and `writePictures`. `Request` is GenerateRequest or const GenerateRequest.
template <typename Request, typename Visit>
requires std::is_same_v<std::remove_const_t<Request>, GenerateRequest>
void forEachField(Request& r, Visit&& visit) {
    constexpr FieldRange kSide{8, kMaxSide, true};
    visit(Field{.name = "model", .key = "models"}, r.models);
    visit(Field{"aggregator"}, r.aggregator);
    visit(Field{"allow-other-models"}, r.allowOtherModels);
    visit(Field{"host"}, r.host);
    visit(Field{"vae"}, r.vae);
    visit(Field{"mode"}, r.mode);
    visit(Field{"noise-weights"}, r.noiseWeights);
    visit(Field{"schedule"}, r.schedule);
    visit(Field{"merge"}, r.merge);
    visit(Field{.name = "merge-recipe", .told = "--merge"}, r.mergeRecipe);
    visit(Field{"magic-mode"}, r.magicMode);
    visit(Field{"magic-t0"}, r.magicT0);
    visit(Field{"magic-k"}, r.magicK);
    visit(Field{.name = "model-prompts", .told = "a --prompt per model"}, r.modelPrompts);
    visit(Field{.name = "prompt", .form = true}, r.prompt);
    visit(Field{.name = "negative-prompt", .form = true}, r.negativePrompt);
    visit(Field{.name = "width", .range = kSide, .form = true}, r.width);
    visit(Field{.name = "height", .range = kSide, .form = true}, r.height);
    visit(Field{.name = "steps", .range = {1, kMaxSteps}, .form = true}, r.steps);
    visit(Field{.name = "cfg", .form = true}, r.cfg);
    visit(Field{.name = "sampler", .form = true}, r.sampler);
    visit(Field{.name = "karras", .form = true}, r.karras);
    visit(Field{"eta"}, r.eta);
    visit(Field{.name = "seed", .form = true}, r.seed);
    visit(Field{.name = "count", .range = {1, kMaxCount}, .form = true}, r.count);
    visit(Field{"output"}, r.output);
    visit(Field{"metadata"}, r.metadata);
    visit(Field{"maps"}, r.maps);
    visit(Field{"keep-maps"}, r.keepMaps);
    visit(Field{"sheet"}, r.sheet);
    visit(Field{"latents"}, r.latents);
    visit(Field{"trace"}, r.trace);
}

/// Every field but `output`, `resume` and `compute`.
template <typename Request, typename Visit>
requires std::is_same_v<std::remove_const_t<Request>, MergeSearchRequest>
void forEachField(Request& r, Visit&& visit) {
    visit(Field{.name = "model", .key = "models"}, r.models);
    visit(Field{"vae"}, r.vae);
    visit(Field{"line"}, r.line);
    visit(Field{"pairs"}, r.pairs);
    visit(Field{.name = "passes", .range = {1, 100}}, r.passes);
    visit(Field{"start"}, r.start);
    visit(Field{"data"}, r.data);
    visit(Field{.name = "samples", .range = {1, 1'000'000}}, r.samples);
    visit(Field{.name = "noise-samples", .range = {1, 1024}}, r.noiseSamples);
    visit(Field{.name = "timesteps", .range = {1, 1000}}, r.timesteps);
    visit(Field{"max-bad"}, r.maxBad);
    visit(Field{"scorer-command"}, r.scorerCommand);
    visit(Field{"scorer-timeout"}, r.scorerTimeout);
    visit(Field{.name = "prompt", .key = "prompts"}, r.prompts);
    visit(Field{"negative-prompt"}, r.negativePrompt);
    visit(Field{.name = "seeds", .range = {1, 1000}}, r.seeds);
    visit(Field{"width"}, r.width);
    visit(Field{"height"}, r.height);
    visit(Field{"steps"}, r.steps);
    visit(Field{"cfg"}, r.cfg);
    visit(Field{"sampler"}, r.sampler);
    visit(Field{"seed"}, r.seed);
}

/// Calls visit(field, member of `a`, member of `b`) where both have a field of this name and kind of value.
template <typename A, typename B, typename Visit>
void forEachSharedField(const A& a, B&& b, Visit&& visit) {
    forEachField(a, [&](const Field& one, const auto& from) {
        forEachField(b, [&](const Field& other, auto& to) {
            using From = std::remove_cvref_t<decltype(from)>;
            using To = std::remove_cvref_t<decltype(to)>;
            if constexpr (std::is_same_v<From, To> || std::is_same_v<std::optional<From>, To>) {
                if (std::string_view(one.name) == other.name) visit(one, from, to);
            }
        });
    });
}

/// What the requests have in common, from one into the other.
template <typename From, typename To>
void copySharedFields(const From& from, To& to) {
    forEachSharedField(from, to, [](const Field&, const auto& value, auto& target) { target = value; });
}

/// The ranges of whole numbers, of all fields or of those named.
template <typename Request>
void validateRanges(std::vector<std::string>& problems, const Request& request,
                    std::initializer_list<std::string_view> only = {}) {
    forEachField(request, [&](const Field& field, const auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, int>) {
            const bool asked =
                only.size() == 0 || std::find(only.begin(), only.end(), field.name) != only.end();
            if (asked && field.range.limits() && !(field.range.orZero && value == 0))
                validateRange(problems, field.option(), value, field.range.low, field.range.high);
        }
    });
}

/// The fields that only some modes take (mode.h), where the request gives them and `mode` (none: unknown)
/// does not take them.
std::vector<Field> optionsOfOtherModes(const GenerateRequest& request, const std::optional<Mode>& mode);
/// The request with the options that its mode takes, and no others.
GenerateRequest withOptionsOf(const Mode& mode, GenerateRequest request);

}  // namespace afa
