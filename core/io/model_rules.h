#pragma once
#include <string>

#include "core/io/model_config.h"

namespace afa {

/// Throws ConfigError, by name, for an architecture this program does not run; the same rules for configs
/// that were written down and for those inferred from shapes.
void requireRunnable(const UNetConfig& config, const std::string& where);
void requireRunnable(const VaeConfig& config, const std::string& where);
void requireRunnable(const ClipTextConfig& config, const std::string& where);

}  // namespace afa
