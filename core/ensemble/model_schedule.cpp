#include "core/ensemble/model_schedule.h"

namespace afa {

ModelSchedule::ModelSchedule(std::vector<std::shared_ptr<Denoiser>> models, std::vector<int> modelOf)
    : models_(std::move(models)), modelOf_(std::move(modelOf)) {}

void ModelSchedule::beginEvaluation(int evaluation) {
    evaluation_ = static_cast<std::size_t>(evaluation);
}

torch::Tensor ModelSchedule::predict(const torch::Tensor& x, const torch::Tensor& timesteps) {
    return models_.at(static_cast<std::size_t>(modelOf_.at(evaluation_)))->predict(x, timesteps);
}

}  // namespace afa
