#pragma once
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/mode.h"
#include "core/base/samplers.h"
#include "core/engine/field.h"
#include "core/engine/merge_search_request.h"
#include "core/engine/picture_settings.h"
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
    visit(Field{"device", "auto | cpu | cuda[:I]"}, s.device);
    visit(Field{"precision", "auto | fp32 | bf16 | fp16"}, s.precision);
    visit(Field{"threads", "CPU threads; 0 = one per physical core"}, s.threads);
}

/// Every field but `compute` and `writePictures`. `Request` is GenerateRequest or const GenerateRequest.
template <typename Request, typename Visit>
requires std::is_same_v<std::remove_const_t<Request>, GenerateRequest>
void forEachField(Request& r, Visit&& visit) {
    constexpr FieldRange kSide{8, kMaxSide, true};
    visit(Field{.name = "model", .help = "base checkpoint (repeat; the order matters)", .key = "models"},
          r.models);
    visit(Field{"aggregator", "SABW aggregator: native file or the authors' directory"}, r.aggregator);
    visit(Field{"allow-other-models", "accept base models the aggregator was not trained with"},
          r.allowOtherModels);
    visit(Field{.name = "host",
                .help = "index of the model whose VAE and tokenizer serve all",
                .picture = "host"},
          r.host);
    visit(Field{"vae", "VAE of another model, a VAE directory or file"}, r.vae);
    visit(Field{.name = "mode",
                .help =
                    "afa | single:I | block-average | noise-average | last-block | magicfusion | schedule | "
                    "merge (default: merge with a recipe, afa with an aggregator, block-average with several "
                    "models, single:0 with one)",
                .picture = "mode"},
          r.mode);
    visit(Field{.name = "noise-weights",
                .help = "noise-average: weights of the models",
                .picture = "noise_weights"},
          r.noiseWeights);
    visit(Field{.name = "schedule",
                .help = "schedule: MODEL:FIRST-LAST,.. by step, such as 0:0-11,1:12-24",
                .picture = "schedule"},
          r.schedule);
    visit(Field{"merge",
                "merge the models by this recipe in memory (see afa merge; default models: the recipe's)"},
          r.merge);
    visit(Field{.name = "merge-recipe", .told = "--merge"}, r.mergeRecipe);
    visit(Field{.name = "magic-mode",
                .help = "magicfusion: 1 blends where t <= t0, 2 where t > t0",
                .picture = "magic_mode"},
          r.magicMode);
    visit(Field{.name = "magic-t0", .help = "magicfusion: timestep t0", .picture = "magic_t0"}, r.magicT0);
    visit(Field{.name = "magic-k",
                .help = "magicfusion: sharpness, one or one per model (default 1)",
                .picture = "magic_k"},
          r.magicK);
    visit(Field{.name = "model-prompts", .told = "a --prompt per model", .picture = "prompts"},
          r.modelPrompts);
    visit(Field{.name = "prompt", .form = true, .picture = "prompt"}, r.prompt);
    visit(Field{.name = "negative-prompt",
                .help = "what to steer away from",
                .form = true,
                .picture = "negative_prompt"},
          r.negativePrompt);
    visit(Field{.name = "width",
                .help = "pixels (default: the model's own)",
                .range = kSide,
                .form = true,
                .picture = "width"},
          r.width);
    visit(Field{.name = "height",
                .help = "pixels (default: the model's own)",
                .range = kSide,
                .form = true,
                .picture = "height"},
          r.height);
    visit(Field{.name = "steps",
                .help = "sampler steps",
                .range = {1, kMaxSteps},
                .form = true,
                .picture = "steps"},
          r.steps);
    visit(
        Field{.name = "cfg", .help = "guidance scale; 1 = without guidance", .form = true, .picture = "cfg"},
        r.cfg);
    visit(Field{.name = "sampler", .help = kSamplerChoices, .form = true, .picture = "sampler"}, r.sampler);
    visit(Field{.name = "karras",
                .help = "Karras noise levels (dpmpp-2m, euler)",
                .form = true,
                .picture = "karras"},
          r.karras);
    visit(Field{.name = "eta", .help = "DDIM's share of fresh noise, 0 to 1", .picture = "eta"}, r.eta);
    visit(Field{.name = "seed",
                .help = "first picture's seed (default: random, printed)",
                .form = true,
                .picture = "seed"},
          r.seed);
    visit(Field{.name = "count",
                .help = "pictures, with seeds seed, seed + 1, ..",
                .range = {1, kMaxCount},
                .form = true},
          r.count);
    visit(Field{"output", "folder, or a file name ending in .png with one picture (--compare: of the sheet)"},
          r.output);
    visit(Field{.name = "metadata"}, r.metadata);
    visit(Field{"maps", "write the aggregation maps (.safetensors)"}, r.maps);
    visit(Field{"keep-maps",
                "write each picture's maps beside it, as NAME.maps.safetensors (modes that leave maps)"},
          r.keepMaps);
    visit(Field{"sheet", "write the maps as a sheet (.png, .svg)"}, r.sheet);
    visit(Field{"latents", "start noise: tensor `latents` [count, 4, h, w] (.safetensors)"}, r.latents);
    visit(Field{"trace", "write everything computed (.safetensors)"}, r.trace);
}

/// What a picture says of itself. `Settings` is PictureSettings or const PictureSettings.
template <typename Settings, typename Visit>
requires std::is_same_v<std::remove_const_t<Settings>, PictureSettings>
void forEachField(Settings& s, Visit&& visit) {
    visit(Field{"prompt"}, s.prompt);
    visit(Field{"negative-prompt"}, s.negativePrompt);
    visit(Field{"width"}, s.width);
    visit(Field{"height"}, s.height);
    visit(Field{"steps"}, s.steps);
    visit(Field{"cfg"}, s.cfg);
    visit(Field{"eta"}, s.eta);
    visit(Field{"sampler"}, s.sampler);
    visit(Field{"karras"}, s.karras);
    visit(Field{"seed"}, s.seed);
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

/// Whether a picture that says `made` of itself is the one that was asked for: every setting that pictures
/// carry is the same. What was left to the models (size 0) or drawn (no seed) is as it came out.
bool samePicture(const GenerateRequest& asked, const GenerateRequest& made);

}  // namespace afa
