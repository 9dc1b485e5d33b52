#pragma once
#include "core/compute/model_cache.h"
#include "core/engine/engine.h"

namespace afa {

/// Makes the pictures of one request: files -> conditioning -> ensemble -> sampler -> VAE -> PNG.
GenerateResult generatePictures(const GenerateRequest& request, ModelCache& cache,
                                const GenerateEvents& events, const TaskControl& control);
/// Brings what the request needs into the cache, and makes no picture.
void loadModels(const GenerateRequest& request, ModelCache& cache, const TaskControl& control);

}  // namespace afa
