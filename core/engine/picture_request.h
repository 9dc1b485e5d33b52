#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/picture_settings.h"
#include "core/engine/requests.h"

namespace afa {

/// What a picture says about how it was made, as far as this program can use it.
struct PictureRequest {
    enum class Source { None, Studio, Other };
    Source source = Source::None;  ///< None: the picture says nothing
    std::string program;           ///< of Other: its name; "" unknown
    PictureSettings said;          ///< only what the picture says
    /// Prompts, size, steps, guidance, sampler, seed, mode, defaults where not said; no paths, no models.
    GenerateRequest request;
    struct Model {
        std::string name;
        std::string fingerprint;  ///< of its U-Net (this program); "" unknown
        std::string shortHash;    ///< of its file (other programs); "" unknown
    };
    std::vector<Model> models;
    std::string aggregator;  ///< file name; "" = none
    std::string vae;         ///< file name; "" = the host's
    /// Settings that `request` does not hold, such as another program's or a merge's recipe: name, value.
    std::vector<std::pair<std::string, std::string>> notApplied;
};

/// Reads the texts of a PNG, JPEG or WebP. Throws FileError for what is none or damaged, and for settings of
/// a program that is known but cannot be read.
PictureRequest readPictureRequest(const std::filesystem::path& path);
/// Whether a file is one of the three by its first bytes, or by its name where it is damaged or missing.
bool mayCarrySettings(const std::filesystem::path& path);
/// What is said, into a request that holds the rest.
void apply(const PictureSettings& said, GenerateRequest& request);

}  // namespace afa
