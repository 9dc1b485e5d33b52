#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/compute/opened_models.h"
#include "core/compute/training_reporter.h"
#include "core/compute/training_samples.h"
#include "core/engine/train_request.h"
#include "core/io/aggregator_file.h"
#include "core/train/encoded_data.h"
#include "core/train/training_state.h"

namespace afa {

/// What a training run reads: base models, pictures and texts. Opened in the order of the functions.
class TrainingInputs {
  public:
    /// Opens the models and tells them by their weights. Throws ConfigError where they do not fit each other,
    /// or two are the same and the request does not allow it.
    TrainingInputs(const TrainRequest& request, const Placement& placement, ModelCache& cache,
                   TrainingReporter& reporter, const TaskControl& control);

    /// Throws ConfigError where a run that goes on was started with other base models.
    void requireBaseModelsOf(const TrainingState& state) const;
    /// Chooses, checks and encodes the pictures. samplesTo: folder of sample pictures, empty = none are made.
    /// state: of a run that goes on, null for a new one. Throws DataError, FileError, Cancelled.
    void openData(const std::filesystem::path& samplesTo, const TrainingState* state);
    void loadUNets();

    const OpenedModels& models() const { return models_; }
    const std::vector<BaseModelRef>& baseModels() const { return baseModels_; }
    std::int64_t size() const { return size_; }  ///< pixels, square
    std::int64_t latentSide() const { return size_ / models_.vaeConfig().factor(); }
    const std::string& dataDigest() const { return dataDigest_; }
    EncodedData& data() { return *data_; }
    EncodedData& heldOut() { return *heldOut_; }
    const TrainingSamples* samples() const { return samples_.get(); }  ///< null: none are made
    const std::vector<std::shared_ptr<const UNet>>& unets() const { return unets_; }

    /// Warns of pictures that turned out unusable since the last call.
    void tellUnusable();
    std::int64_t badPictures() const;  ///< told so far, those that the manifests name included

  private:
    void refuseSameModels();
    EncodedDataSettings dataSettings();

    const TrainRequest& request_;
    ModelCache& cache_;
    TrainingReporter& reporter_;
    const TaskControl& control_;
    OpenedModels models_;
    std::int64_t size_;
    std::vector<BaseModelRef> baseModels_;
    std::string dataDigest_;
    std::unique_ptr<EncodedData> data_, heldOut_;
    std::size_t inManifests_ = 0, told_ = 0, heldOutTold_ = 0;  ///< unusable pictures
    std::unique_ptr<TrainingSamples> samples_;
    std::vector<std::shared_ptr<const UNet>> unets_;
};

}  // namespace afa
