#pragma once
#include <string>
#include <vector>

#include "core/base/limits.h"
#include "core/engine/requests.h"

// What requests check alike; each adds readable problems.
namespace afa {

inline constexpr int kMaxSide =
    16384;  ///< pixels; past it even one latent row of feature maps is out of any machine's reach

void validateCompute(const ComputeSettings& compute, std::vector<Problem>& problems);
/// Texts that go into JSON.
void validateUtf8(std::vector<Problem>& problems, const Message& name, const std::string& text);
void validateRange(std::vector<Problem>& problems, const Message& name, long value, long low, long high);
/// `fewest` to kMaxModels models, and `host` one of them (if there are any).
void validateModels(std::vector<Problem>& problems, std::size_t models, int fewest, int host);

/// An option, or how else messages call it, and the path that it names; may be empty.
struct NamedPath {
    NamedPath(const char* option, std::filesystem::path named)
        : NamedPath(Message::option({option}), std::move(named)) {}
    NamedPath(Message called, std::filesystem::path named)
        : name(std::move(called)), path(std::move(named)) {}
    Message name;
    std::filesystem::path path;
};
/// No file to be written is one that is read, or in a folder that is read and of a kind that models consist
/// of.
void validateKeepsInputs(std::vector<Problem>& problems, const std::vector<NamedPath>& outputs,
                         const std::vector<NamedPath>& inputs);
/// A maps sheet is a .png or .svg.
void validateSheetName(std::vector<Problem>& problems, const std::filesystem::path& sheet);
/// A model is written as safetensors, whatever its name says.
void validateModelName(std::vector<Problem>& problems, const std::filesystem::path& output);

/// Throws RequestError with all of them in one line; nothing where there are none.
void requireNone(const std::vector<Problem>& problems);
template <typename Request>
void requireValid(const Request& request) {
    requireNone(request.validate());
}

}  // namespace afa
