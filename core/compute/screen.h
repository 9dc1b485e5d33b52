#pragma once
#include "core/compute/model_cache.h"
#include "core/engine/engine.h"

namespace afa {

/// Cross-noise routing gain and weight cosines of base models (method.md 5).
ScreenResult screenModels(const ScreenRequest& request, ModelCache& cache, const EvaluationEvents& events,
                          const TaskControl& control);

}  // namespace afa
