#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/engine/requests.h"

namespace afa {

/// What a picture says about how it was made.
struct PictureFacts {
    struct Model {
        std::string name, sha256;  ///< fingerprint of its U-Net (formats.md)
    };
    std::vector<Model> models;
    std::string aggregator;  ///< file name, "" = none
    std::string vae;         ///< file name, "" = the host's
    std::string mode;
    std::string mergeRecipe;  ///< JSON of the recipe by which `models` were merged; "" = none
    int width = 0, height = 0;
    std::uint64_t seed = 0;
    std::string device, precision;
};

/// PNG text chunks of a picture: `parameters` (A1111 line) and `afa` (JSON of the whole request); formats.md
/// "Pictures out".
std::map<std::string, std::string> pictureText(const GenerateRequest& request, const PictureFacts& facts);
/// The `afa` JSON alone; also kept in a maps record.
std::string requestJson(const GenerateRequest& request, const PictureFacts& facts);

}  // namespace afa
