#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/field.h"
#include "core/engine/requests.h"

namespace afa {

/// Training of an aggregator over frozen base models (`afa train`; method.md 5, paper Sec. 3.4 and 4.1).
struct TrainRequest {
    std::vector<std::filesystem::path> models;  ///< base checkpoints, in order; 2 to 8
    std::vector<std::filesystem::path> data;    ///< captioned pictures (formats.md "Training data")
    std::filesystem::path output;               ///< folder of the run: states, history, samples, aggregator
    int host = 0;                               ///< index of the model whose VAE and tokenizer serve all
    std::filesystem::path vae;                  ///< another VAE; empty = the host's
    bool allowSameModels = false;               ///< go on although two base models are the same weights

    std::string layout = "paper";  ///< paper | release
    int hiddenSize = 0;            ///< d; 0 = the layout's (paper 64, release 128)
    int heads = 0;                 ///< 0 = the layout's (paper 2, release 8)
    int layers = 0;                ///< transformer layers; 0 = the layout's (paper 1, release 2)
    std::string stages = "all";    ///< all | last | comma list, from 1; must hold the last stage
    bool spatial = true;           ///< one weight per position, else one per model and stage
    bool timestep = true;          ///< the aggregators are told the timestep
    bool text = true;              ///< the aggregators are told the prompt

    int epochs = 10;                      ///< passes over the samples
    std::int64_t steps = 0;               ///< optimiser steps in all; 0 = as the epochs give
    std::int64_t samples = 10000;         ///< pictures per epoch, at most what the data holds
    int batch = 8;                        ///< pictures per process and micro-batch
    int accumulate = 1;                   ///< micro-batches per optimiser step
    double lr = 1e-4;                     ///< AdamW's learning rate (betas 0.9, 0.999, eps 1e-8)
    std::string lrSchedule = "constant";  ///< constant | cosine (to 0 at the last step), after the warm-up
    double weightDecay = 0.01;
    std::int64_t warmup = 0;  ///< steps of linear warm-up
    double clip = 0.0;        ///< largest gradient norm; 0 = not clipped
    double ema = 0.0;         ///< decay of the weights' moving average, which is then the result; 0 = none
    double textDrop = 0.1;    ///< share of samples that are trained without their text
    int size = 0;             ///< pixels, square; 0 = the models' own
    std::string crop = "random";  ///< random | center
    std::uint64_t seed = 0;

    std::filesystem::path validation;  ///< captioned pictures held out; empty = a share of `data`
    double validationShare = 0.02;     ///< of the pictures, at least 16 and at most 256 of them
    std::int64_t validateEvery = 500;  ///< steps; 0 = only at the start and the end
    std::int64_t saveEvery = 500;      ///< steps; 0 = only at the end
    std::int64_t sampleEvery = 0;      ///< steps; 0 = no sample pictures
    std::string samplePrompt;          ///< of the sample pictures; empty = a held-out caption
    double sampleCfg = 7.5;            ///< guidance scale of the sample pictures

    std::string cache;  ///< folder of encoded pictures and texts; "" = OUTPUT/cache, "off" = none
    std::string checkpointing = "auto";  ///< on | off | auto: on where plain training would not fit
    double maxBad = 0.01;                ///< share of unusable pictures that is passed over

    ComputeSettings compute;

    /// Everything wrong with the request that can be told without opening a file; empty = valid.
    std::vector<Problem> validate() const;
};

/// Calls visit(field, member) for every field but `output` and `compute`: the one list that the command line,
/// the state's JSON and forms bind to. `Request` is TrainRequest or const TrainRequest.
template <typename Request, typename Visit>
void forEachField(Request& r, Visit&& visit) {
    using enum Field::OnResume;
    visit(Field{"model", "base checkpoint (repeat; the order matters)"}, r.models);
    visit(
        Field{"data", "captioned pictures: manifest (.jsonl, .csv), folder, COCO or JourneyDB file (repeat)"},
        r.data);
    visit(Field{"host", "index of the model whose VAE and tokenizer serve all"}, r.host);
    visit(Field{"vae", "VAE of another model, a VAE directory or file"}, r.vae);
    visit(Field{"allow-same-models", "go on although two base models are the same weights"},
          r.allowSameModels);
    visit(Field{"layout", "paper | release"}, r.layout);
    visit(Field{"hidden-size", "width d of the aggregators; 0 = the layout's (64 or 128)"}, r.hiddenSize);
    visit(Field{"heads", "attention heads; 0 = the layout's (2 or 8)"}, r.heads);
    visit(Field{"layers", "transformer layers; 0 = the layout's (1 or 2)"}, r.layers);
    visit(Field{"stages", "all | last | list of aggregated stages, e.g. 13,24,25"}, r.stages);
    visit(Field{"no-spatial", "one weight per model and stage instead of one per position", Fixed, true},
          r.spatial);
    visit(Field{"no-timestep", "do not tell the aggregators the timestep", Fixed, true}, r.timestep);
    visit(Field{"no-text", "do not tell the aggregators the prompt", Fixed, true}, r.text);
    visit(Field{"epochs", "passes over the samples", Free}, r.epochs);
    visit(Field{"steps", "optimiser steps in all, instead of epochs", Free}, r.steps);
    visit(Field{"samples", "pictures per epoch, at most what the data holds"}, r.samples);
    visit(Field{"batch", "pictures per process and micro-batch"}, r.batch);
    visit(Field{"accumulate", "micro-batches per optimiser step"}, r.accumulate);
    visit(Field{"lr", "AdamW's learning rate"}, r.lr);
    visit(Field{"lr-schedule", "constant | cosine"}, r.lrSchedule);
    visit(Field{"weight-decay", "AdamW's weight decay"}, r.weightDecay);
    visit(Field{"warmup", "steps of linear warm-up"}, r.warmup);
    visit(Field{"clip", "largest gradient norm; 0 = not clipped"}, r.clip);
    visit(Field{"ema", "decay of the weights' moving average; 0 = none"}, r.ema);
    visit(Field{"text-drop", "share of samples trained without their text"}, r.textDrop);
    visit(Field{"size", "pixels, square; 0 = the models' own"}, r.size);
    visit(Field{"crop", "random | center"}, r.crop);
    visit(Field{"seed", "of everything random"}, r.seed);
    visit(Field{"validation", "captioned pictures held out, instead of a share of the data"}, r.validation);
    visit(Field{"validation-share", "share of the pictures held out (16 to 256 of them)"}, r.validationShare);
    visit(Field{"validate-every", "steps; 0 = only at the start and the end", Free}, r.validateEvery);
    visit(Field{"save-every", "steps; 0 = only at the end", Free}, r.saveEvery);
    visit(Field{"sample-every", "steps; 0 = no sample pictures", Free}, r.sampleEvery);
    visit(Field{"sample-prompt", "of the sample pictures; default: a held-out caption", Free},
          r.samplePrompt);
    visit(Field{"sample-cfg", "guidance scale of the sample pictures", Free}, r.sampleCfg);
    visit(Field{"cache", "folder of encoded pictures and texts, or off; default: OUTPUT/cache"}, r.cache);
    visit(Field{"checkpointing", "on | off | auto: recompute stages on the way back, for less memory", Free},
          r.checkpointing);
    visit(Field{"max-bad", "share of unusable pictures that is passed over", Free}, r.maxBad);
}

/// "13,24,25" -> its numbers; empty where it is not an ascending list of numbers from 1.
std::vector<int> parseStageList(const std::string& text);

/// The same request from any working directory: every path absolute.
TrainRequest withAbsolutePaths(TrainRequest request);

std::string trainRequestJson(const TrainRequest& request);  ///< all fields but output; one object
/// The inverse; `where` opens error messages. Throws FileError for wrong types; unknown keys are ignored.
TrainRequest parseTrainRequest(const std::string& json, const std::string& where);
/// The options of the fields that differ and may not on a resumed run; empty = fine.
std::vector<Message> changedOnResume(const TrainRequest& stored, const TrainRequest& given);

}  // namespace afa
