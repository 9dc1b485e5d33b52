#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace afa {

/// What a picture says about how it was made; without a value: it does not say.
struct PictureSettings {
    std::optional<std::string> prompt, negativePrompt;
    std::optional<int> width, height;  ///< pixels; both or none
    std::optional<int> steps;
    std::optional<double> cfg, eta;
    std::optional<std::string> sampler;  ///< by this program's name (samplers.h)
    std::optional<bool> karras;
    std::optional<std::uint64_t> seed;
};

/// A picture of another program, as far as this program can use it.
struct ForeignPicture {
    std::string program;  ///< a proper name: "ComfyUI"
    PictureSettings settings;
    std::string model;      ///< its name; "" unknown
    std::string modelHash;  ///< the first ten hex digits of its file's SHA-256; "" unknown
    /// What has no effect here: name, value.
    std::vector<std::pair<std::string, std::string>> notApplied;
};

}  // namespace afa
