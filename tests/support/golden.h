#pragma once
#include <QtTest/QtTest>
#include <string>

#include "core/io/safetensors.h"
#include "core/tensor/convert.h"

namespace afa::test {

/// A file of tensors made by a script in tests/goldens, kept in tests/data.
class Golden {
  public:
    explicit Golden(const std::string& name)
        : file_(openSafetensors(std::string(AFA_TEST_DATA "/") + name)) {}
    bool has(const std::string& tensor) const { return file_->find(tensor).has_value(); }
    /// In its stored type.
    torch::Tensor operator[](const std::string& tensor) const {
        const auto index = file_->find(tensor);
        if (!index) throw Error(file_->path().string() + ": no tensor " + tensor);
        return toTensor(file_->view(*index), toTorch(file_->tensors()[*index].dtype));
    }
    const TensorFile& file() const { return *file_; }

  private:
    std::unique_ptr<TensorFile> file_;
};

/// Largest absolute difference; infinity where shapes differ or something is not finite.
inline double maxDifference(const torch::Tensor& a, const torch::Tensor& b) {
    if (a.sizes() != b.sizes()) return std::numeric_limits<double>::infinity();
    const auto difference = (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs();
    if (!difference.isfinite().all().item<bool>()) return std::numeric_limits<double>::infinity();
    return difference.numel() == 0 ? 0.0 : difference.max().item<double>();
}

}  // namespace afa::test

/// Fails with the measured difference, so that a tolerance can be judged.
#define AFA_VERIFY_CLOSE(actual, expected, tolerance)                                                    \
    do {                                                                                                 \
        const double afaDifference = afa::test::maxDifference((actual), (expected));                     \
        QVERIFY2(                                                                                        \
            afaDifference <= (tolerance),                                                                \
            qPrintable(                                                                                  \
                QStringLiteral("largest difference %1, allowed %2").arg(afaDifference).arg(tolerance))); \
    } while (false)
