#include "core/base/error.h"
#include "core/ensemble/sabw.h"

namespace afa {

torch::Tensor combine(const std::vector<torch::Tensor>& features, const torch::Tensor& weights) {
    if (features.empty() || features[0].dim() != 4 || weights.dim() != 4 ||
        weights.size(0) != features[0].size(0) ||
        weights.size(1) != static_cast<std::int64_t>(features.size()) ||
        weights.size(2) != features[0].size(2) || weights.size(3) != features[0].size(3)) {
        throw DataError(Message::of(
            "combine: expected weights [B, N, h, w] for %1 features, found %2%3", features.size(),
            shapeText(weights.sizes()),
            (features.empty() ? Message()
                              : Message::of(" for features %1", shapeText(features[0].sizes())))));
    }
    // One layout for every caller, so that equal weights give equal bits whichever way they were made.
    const auto rowMajor = weights.to(torch::kFloat32).contiguous();
    torch::Tensor sum;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const auto weight = rowMajor.narrow(1, static_cast<std::int64_t>(i), 1);
        const auto feature = features[i].to(torch::kFloat32);
        if (i == 0) {
            sum = feature * weight;
        } else {
            sum.addcmul_(feature, weight);  // autograd needs the factors, not the old sum
        }
    }
    return sum.to(features[0].scalar_type());
}

torch::Tensor combineMean(const std::vector<torch::Tensor>& features) {
    if (features.empty() || features[0].dim() != 4)
        throw DataError(Message::of("combineMean: expected features [B, C, h, w], found none"));
    // The softmax of equal logits, exactly as an untrained aggregator makes it.
    const auto& first = features[0];
    const auto logits = torch::zeros(
        {first.size(0), static_cast<std::int64_t>(features.size()), first.size(2), first.size(3)},
        first.options().dtype(torch::kFloat32));
    return combine(features, torch::softmax(logits, 1));
}

}  // namespace afa
