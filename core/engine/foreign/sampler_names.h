#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace afa {

/// A sampler by any program's name for it, and the schedule where the name holds one.
struct NamedSampler {
    std::string name;                 ///< this program's (samplers.h)
    std::optional<bool> karras = {};  ///< said by the name
};
/// Nothing where the sampler is none of ours.
std::optional<NamedSampler> samplerNamed(std::string_view name);

/// Whether a schedule of noise levels by any program's name is Karras'; nothing where it is neither that nor
/// the model's own.
std::optional<bool> karrasNamed(std::string_view name);

}  // namespace afa
