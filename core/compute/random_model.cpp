#include "core/compute/random_model.h"

#include <algorithm>
#include <random>

#include "core/io/half.h"
#include "core/io/tensor_file.h"

namespace afa {
namespace {

bool isNormWeight(const std::string& name) {
    return name.ends_with(".weight") &&
           name.substr(0, name.size() - 7).find("norm", name.rfind('.', name.size() - 8) + 1) !=
               std::string::npos;
}

class RandomTensorFile : public TensorFile {
  public:
    RandomTensorFile(const std::string& description, const std::vector<ExpectedTensor>& tensors,
                     std::uint64_t seed) {
        path_ = description;
        std::int64_t largest = 1;
        for (const auto& tensor : tensors) {
            tensors_.push_back({tensor.name, DType::F16, tensor.shape});
            largest = std::max(largest, tensors_.back().numel());
        }
        buildIndex();
        // A window that starts elsewhere for every tensor, so that no two hold the same values.
        random_.resize(static_cast<std::size_t>(largest) + tensors_.size());
        std::mt19937_64 generator(seed);
        std::normal_distribution<float> normal(0.0F, 0.02F);
        constexpr std::size_t kDistinct = 1 << 20;
        for (std::size_t i = 0; i < random_.size(); ++i)
            random_[i] = i < kDistinct ? roundToHalf(normal(generator)) : random_[i - kDistinct];
        ones_.assign(static_cast<std::size_t>(largest), roundToHalf(1.0F));
    }

    TensorView view(std::size_t index) const override {
        const auto& info = tensors_[index];
        const auto& buffer = isNormWeight(info.name) ? ones_ : random_;
        const std::size_t offset = &buffer == &random_ ? index : 0;
        return {
            info, rowMajorStrides(info.shape),
            std::as_bytes(std::span(buffer)).subspan(offset * 2, static_cast<std::size_t>(info.numel()) * 2)};
    }
    void release(std::size_t) const override {}

  private:
    std::vector<std::uint16_t> random_, ones_;
};

}  // namespace

PartReader randomPart(const std::string& description, const std::vector<ExpectedTensor>& tensors,
                      std::uint64_t seed) {
    auto file = std::make_shared<RandomTensorFile>(description, tensors, seed);
    std::vector<PartReader::Source> sources;
    for (std::size_t i = 0; i < file->tensors().size(); ++i)
        sources.push_back({file, i});
    auto infos = file->tensors();
    return PartReader(description, std::move(infos), std::move(sources));
}

}  // namespace afa
