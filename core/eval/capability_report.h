#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/image.h"

namespace afa {

/// Denoising capability of N models at every latent position of a picture (method.md 6, Eq. in Sec. 3.3):
/// D_i(x, y) = - mean over M noise samples and the channels of (eps_hat - eps)^2.
struct CapabilityMaps {
    std::vector<std::string> modelNames;
    std::int64_t height = 0, width = 0;  ///< latent positions
    struct AtTimestep {
        std::int64_t timestep = 0;
        std::vector<std::vector<float>> capability;  ///< N of [height, width], row-major; <= 0
    };
    std::vector<AtTimestep> timesteps;
    int noiseSamples = 0;
    std::string prompt;
    Image picture;  ///< what was measured, as the VAE saw it

    int models() const { return static_cast<int>(modelNames.size()); }
};

/// argmax over the models at each position, [height, width]; the first of equals.
std::vector<std::uint8_t> capabilityWins(const CapabilityMaps::AtTimestep& maps);
/// Share of the positions each of `models` wins.
std::vector<double> winShares(const std::vector<std::uint8_t>& wins, int models);
/// Mean squared error of each model: -D averaged over positions.
std::vector<double> meanErrors(const CapabilityMaps::AtTimestep& maps);

/// Safetensors: `capability.<timestep>` [N, h, w] F32, `wins.<timestep>` [h, w] U8, `picture` [H, W, 3] U8;
/// metadata afa.format "capability", afa.version "1", afa.models (JSON list), afa.prompt, afa.noise_samples.
void writeCapability(const std::filesystem::path& target, const CapabilityMaps& maps);

/// Reads what writeCapability() wrote. Throws FileError: another kind of file, or damaged.
CapabilityMaps readCapability(const std::filesystem::path& path);

/// A row per timestep and position: timestep,y,x,winner,<one column per model, "0", "1", ..>; numbers with as
/// many digits as read back equal.
void writeCapabilityCsv(const std::filesystem::path& target, const CapabilityMaps& maps);

}  // namespace afa
