#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/task.h"
#include "core/train/encoder_set.h"
#include "core/train/picture_crop.h"
#include "core/train/training_data.h"

namespace afa {

/// What a training step eats.
struct EncodedBatch {
    torch::Tensor latentMean, latentStd;  ///< [B, 4, h, w] fp32 CPU, both already times the scaling factor
    std::vector<torch::Tensor> texts;     ///< N of [B, 77, D_i], CPU, in the type the encoders compute in
};

struct EncodedDataSettings {
    std::int64_t size = 512;  ///< pixels, a multiple of the VAE's factor
    Crop crop = Crop::Random;
    std::uint64_t seed = 0;
    std::filesystem::path cache;  ///< folder, made if it is not there; empty = decode and encode as needed
    double maxBad = 0.01;         ///< share of unusable entries that is passed over, 0 .. 1
    int decodeThreads = 2;
    int queue = 16;                               ///< pictures held ready at most
    std::function<void(const Message&)> warning;  ///< damaged cache entries, cut texts; may be empty
    /// Bytes free for the cache; empty = ask the file system.
    std::function<std::uintmax_t(const std::filesystem::path&)> freeSpace;
};

/// Captioned pictures as latents and text states, in any order asked for, prepared by background threads.
/// The same draw gives the same values bit by bit, whatever the batch it stands in, with the cache new,
/// reused or off (off: another crop every epoch). Thread-confined.
class EncodedData {
  public:
    /// With a cache, encodes every picture and text that is not in it yet (phase "encode"), having checked
    /// every entry that is ("verify"); the encoders are let go of afterwards. Without one, pictures are
    /// checked as they are met. Throws ConfigError (settings, models that do not fit), DataError (too many
    /// problems, those found while reading the manifests included; or no usable picture), FileError (cache
    /// folder; too little disk space: needed and free told), Cancelled (what was encoded stays in the cache).
    EncodedData(TrainingData data, const EncodedDataSettings& settings, Encoders encoders,
                const TaskControl& control = {});
    ~EncodedData();

    /// Pictures that can be drawn; does not change. With a cache broken ones are left out, without one they
    /// count until they are met.
    std::int64_t size() const;

    struct Draw {
        std::int64_t picture = 0;  ///< 0 .. size() - 1
        std::int64_t epoch = 0;    ///< moves the random crop; ignored with a cache (one crop is kept)
        bool operator==(const Draw&) const = default;
    };
    /// Announces what will be asked next, in this order, after what was announced before. Draws that are
    /// asked without being next in line are prepared at once, and the line stays.
    void prefetch(const std::vector<Draw>& draws);
    /// A picture that turns out broken is replaced by the next usable one of the list, and counted. Throws
    /// DataError when there are too many, FileError when the cache was changed meanwhile.
    EncodedBatch batch(const std::vector<Draw>& draws);

    /// N of [1, 77, D_i]: the text that is dropped to ("").
    const std::vector<torch::Tensor>& emptyTexts() const;
    /// Of the manifests and the pictures, as known so far.
    std::vector<DataProblem> problems() const;
    /// The entry behind a draw's picture.
    const CaptionedPicture& picture(std::int64_t index) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace afa
