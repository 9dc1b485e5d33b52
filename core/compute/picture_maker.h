#pragma once
#include <optional>

#include "core/compute/maps_recorder.h"
#include "core/compute/picture_text.h"
#include "core/compute/pipeline.h"
#include "core/engine/engine.h"

namespace afa {

/// Makes one picture of a request: start noise -> sampler -> VAE -> files. Its functions are called in turn.
class PictureMaker {
  public:
    /// `index` within the request. `trace`: where tensors on the way are kept, null = nowhere.
    PictureMaker(const GenerateRequest& request, Pipeline& pipeline, ModelCache& cache, int index,
                 std::uint64_t seed, Trace* trace);

    /// Denoised latents [1, C, h, w], from `start` where it is defined, else from the seed's noise. Throws
    /// DataError where they are not finite, Cancelled.
    torch::Tensor sample(const torch::Tensor& start, const GenerateEvents& events,
                         const TaskControl& control);
    /// The latents' picture, and whatever the request asks to be written. Throws FileError, Cancelled.
    GeneratedPicture finish(const torch::Tensor& latents, const TaskControl& control);

  private:
    PictureFacts facts() const;
    MapsRecord mapsHeader() const;
    bool keepsMaps() const;
    DenoiserObserver observer();
    void write(GeneratedPicture& made) const;

    const GenerateRequest& request_;
    Pipeline& pipeline_;
    ModelCache& cache_;
    int index_;
    std::uint64_t seed_;
    Trace* trace_;
    int evaluation_ = 0;
    PictureFacts facts_;
    std::optional<MapsRecorder> recorder_;
};

}  // namespace afa
