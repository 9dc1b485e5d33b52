#pragma once
#include "core/compute/model_cache.h"
#include "core/engine/engine.h"

namespace afa {

/// Denoising capability of each model at every latent position of one picture (method.md 6).
CapabilityResult measureCapability(const CapabilityRequest& request, ModelCache& cache,
                                   const EvaluationEvents& events, const TaskControl& control);

}  // namespace afa
