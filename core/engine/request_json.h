#pragma once
#include <string>

#include "core/engine/requests.h"

namespace afa {

/// A whole request with its paths, for a journal; not what is written into pictures (that names models by
/// hash).
std::string generateRequestJson(const GenerateRequest& request);
/// Throws FileError ("where: ..").
GenerateRequest generateRequestFromJson(const std::string& json, const std::string& where);

}  // namespace afa
