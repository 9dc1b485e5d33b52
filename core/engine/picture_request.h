#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/requests.h"

namespace afa {

/// What a picture says about how it was made, as far as this program can use it.
struct PictureRequest {
    enum class Source { None, Studio, A1111 };
    Source source = Source::None;  ///< None: the picture says nothing
    /// Prompts, size, steps, guidance, sampler, seed, mode; no paths, no models.
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

/// Reads a PNG's text chunks. Throws FileError for what is no PNG or is damaged.
PictureRequest readPictureRequest(const std::filesystem::path& path);
/// A1111's `parameters` text.
PictureRequest pictureRequestFromA1111(const std::string& text);

}  // namespace afa
