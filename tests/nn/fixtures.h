#pragma once
#include "tests/support/golden.h"
#include "tests/support/hashed_part.h"

// The weights and tolerances shared by the tests of goldens made by tests/goldens/make_nn.py.
namespace afa::test {

/// fp32 on both sides, sums in another order; relative to the largest value, through up to 19 stages.
inline constexpr double kFp32 = 2e-5;
/// bf16 keeps 8 bits: 0.4% per rounding, through as many layers as these networks have.
inline constexpr double kBf16 = 0.06;

/// In the "tiny" cases what feeds a norm is so small that the norm's epsilon decides its output.
inline double scaleOf(const std::string& testCase, const std::string& name) {
    if (testCase != "tiny") return 1.0;
    for (const auto* part :
         {"conv1.", "conv2.", "conv_shortcut.", "conv_in.", "time_emb_proj.", "proj_in.", "proj_out.",
          "to_out.0.", "ff.net.2.", "samplers.0.conv.", "embedding.weight", "out_proj.", "fc2."})
        if (name.find(part) != std::string::npos) return 2e-3;
    return 1.0;
}

template <typename Config>
PartReader partOf(const std::string& testCase, const Config& config) {
    return hashedPart(testCase, expectedTensors(config), testCase + ".",
                      [&](const std::string& name) { return scaleOf(testCase, name); });
}

/// make_nn.py's sampled(): every 23rd value.
inline torch::Tensor sampled(const torch::Tensor& values) {
    return values.contiguous().flatten().slice(0, 0, std::nullopt, 23);
}

/// Largest difference relative to the largest expected value.
inline double relativeDifference(const torch::Tensor& actual, const torch::Tensor& expected) {
    return maxDifference(actual, expected) / expected.abs().max().item<double>();
}

}  // namespace afa::test

/// Fails with the measured difference and what it belongs to.
#define AFA_VERIFY_RELATIVE(actual, expected, tolerance, what)                            \
    do {                                                                                  \
        const double afaDifference = afa::test::relativeDifference((actual), (expected)); \
        QVERIFY2(afaDifference <= (tolerance),                                            \
                 qPrintable(QStringLiteral("%1: relative difference %2, allowed %3")      \
                                .arg(QString::fromStdString(what))                        \
                                .arg(afaDifference)                                       \
                                .arg(tolerance)));                                        \
    } while (false)
