#include "core/compute/trace.h"

#include "core/io/safetensors.h"
#include "core/tensor/convert.h"

namespace afa {

void Trace::add(const std::string& name, const torch::Tensor& tensor) {
    tensors_.emplace_back(
        name, tensor.detach().to(torch::kCPU, torch::kFloat32, /*non_blocking=*/false, /*copy=*/true));
}

void Trace::write(const std::filesystem::path& target) const {
    std::vector<TensorInfo> infos;
    for (const auto& [name, tensor] : tensors_)
        infos.push_back({name, DType::F32, tensor.sizes().vec()});
    SafetensorsWriter writer(target, infos, {{"afa.format", "trace"}, {"afa.version", "1"}});
    for (const auto& [name, tensor] : tensors_)
        writer.write(toBytes(tensor));
    writer.finish();
}

}  // namespace afa
