#pragma once
#include <functional>

#include "core/engine/requests.h"

// The same prompt and start noise in several modes, side by side (`afa generate --compare`).
namespace afa {

struct CompareRequest {
    /// What all modes share, and the options of single ones (aggregator, merge, magic..). Its mode must be
    /// empty. Each seed makes a row of the sheet.
    GenerateRequest common;
    /// single (every model for itself) | single:I | merge (without a recipe: equal shares) | noise-average |
    /// block-average | last-block | magicfusion | schedule | afa
    std::vector<std::string> modes;

    std::vector<std::string> expandedModes() const;  ///< "single" replaced by single:0, single:1, ..
    /// Everything wrong with the request that can be told without opening a file; empty = valid.
    std::vector<Problem> validate() const;
};

/// The shared request in one mode: with the options that the mode takes, and no others.
GenerateRequest requestFor(const std::string& mode, const GenerateRequest& common);

/// What one mode made.
struct ComparedMode {
    std::string mode;   ///< "single:0", "afa", ..
    std::string title;  ///< for people: a single model's name, "noise average", ..
    std::vector<GeneratedPicture> pictures;
    double loadSeconds = 0;  ///< models that an earlier mode loaded are not loaded again
};

struct CompareEvents {
    std::function<void(const std::string& title, int index, int count)> start;  ///< of a mode; index from 1
    std::function<void(const ComparedMode&)> mode;                              ///< one is finished
    std::function<void(const Message&)> warning;
};

struct CompareResult {
    std::vector<ComparedMode> modes;  ///< in the request's order
    std::filesystem::path sheet;      ///< the sheet, .png
    std::filesystem::path timings;    ///< beside it, .json
    std::vector<Message> warnings;
};

}  // namespace afa
