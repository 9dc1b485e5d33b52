#include "core/train/weight_cosine.h"

#include <cmath>

#include "core/io/finite.h"
#include "core/tensor/convert.h"

namespace afa {

std::vector<std::vector<double>> weightCosines(const std::vector<const PartReader*>& unets,
                                               const TaskControl& control) {
    const auto count = unets.size();
    std::vector<std::vector<double>> products(count, std::vector<double>(count, 0.0));
    const auto& names = unets.front()->tensors();
    for (std::size_t k = 0; k < names.size(); ++k) {
        control.checkStop();
        control.report({"compare", static_cast<std::int64_t>(k), static_cast<std::int64_t>(names.size())});
        std::vector<torch::Tensor> values;
        for (const auto* unet : unets) {
            const auto index = unet->find(names[k].name);
            if (!index)
                throw ConfigError(
                    Message::of("%1: has no tensor %2, which %3 has; the models differ in architecture",
                                unet->description(), names[k].name, unets.front()->description()));
            values.push_back(toTensor(unet->view(*index), torch::kFloat32).flatten());
            unet->release(*index);
        }
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = i; j < count; ++j)
                products[i][j] += (values[i] * values[j]).sum(torch::kFloat64).item<double>();
        for (std::size_t i = 0; i < count; ++i)
            if (!std::isfinite(products[i][i])) requireFinite(*unets[i], control);
    }
    auto cosines = products;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            cosines[i][j] =
                products[std::min(i, j)][std::max(i, j)] / std::sqrt(products[i][i] * products[j][j]);
    return cosines;
}

}  // namespace afa
