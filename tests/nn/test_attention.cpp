#include "core/nn/attention.h"
#include "core/nn/layers.h"
#include "tests/nn/fixtures.h"

using namespace afa;
using namespace afa::test;

namespace {

/// softmax(q k^T / sqrt(d)) v of every head (Vaswani et al. 2017, Eq. 1), in fp64.
torch::Tensor reference(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                        std::int64_t heads, bool causal) {
    const auto width = q.size(2) / heads;
    std::vector<torch::Tensor> parts;
    for (std::int64_t h = 0; h < heads; ++h) {
        const auto head = [&](const torch::Tensor& x) {
            return x.narrow(2, h * width, width).to(torch::kFloat64);
        };
        auto scores = torch::matmul(head(q), head(k).transpose(1, 2)) / std::sqrt(static_cast<double>(width));
        if (causal)
            scores = scores.masked_fill(torch::ones({q.size(1), k.size(1)}, torch::kBool).triu(1), -INFINITY);
        parts.push_back(torch::matmul(torch::softmax(scores, -1), head(v)));
    }
    return torch::cat(parts, 2);
}

struct Inputs {
    torch::Tensor q, k, v;
    Inputs(std::int64_t queries, std::int64_t keys, std::int64_t width)
        : q(hashed("q", {2, queries, width}, 2)),
          k(hashed("k", {2, keys, width}, 2)),
          v(hashed("v", {2, keys, width})) {}
    /// Gradients of q, k and v along one direction.
    template <typename Attention>
    std::vector<torch::Tensor> gradients(torch::Dtype dtype, Attention run) const {
        std::vector<torch::Tensor> leaves;
        for (const auto& tensor : {q, k, v})
            leaves.push_back(tensor.to(dtype).detach().requires_grad_());
        const auto y = run(leaves[0], leaves[1], leaves[2]).to(torch::kFloat32);
        return torch::autograd::grad({(y * hashed("direction", y.sizes())).sum()}, leaves);
    }
};

constexpr double kSumOrder = 1e-5;       ///< fp32 against fp64, sums of up to 300 products
constexpr double kBfloat16Value = 0.02;  ///< 8 bits of mantissa, of values and of probabilities

}  // namespace

class TestAttention : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void equalsTheDefinition_data() {
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("keys");
        QTest::addColumn<int>("heads");
        QTest::addColumn<bool>("causal");
        QTest::newRow("self, few tokens") << 4 << 4 << 2 << false;
        QTest::newRow("self, many tokens") << 300 << 300 << 2 << false;
        QTest::newRow("text, many queries") << 300 << 77 << 3 << false;
        QTest::newRow("text, few queries") << 9 << 77 << 3 << false;
        QTest::newRow("one head") << 100 << 100 << 1 << false;
        QTest::newRow("causal") << 77 << 77 << 4 << true;
    }
    void equalsTheDefinition() {
        QFETCH(int, queries);
        QFETCH(int, keys);
        QFETCH(int, heads);
        QFETCH(bool, causal);
        const Inputs in(queries, keys, 48);
        const auto run = [&](const auto& q, const auto& k, const auto& v) {
            return attention(q, k, v, heads, causal);
        };
        const auto exact = [&](const auto& q, const auto& k, const auto& v) {
            return reference(q, k, v, heads, causal);
        };
        AFA_VERIFY_RELATIVE(run(in.q, in.k, in.v), exact(in.q, in.k, in.v), kSumOrder, "fp32");
        const auto half = [](const torch::Tensor& x) { return x.to(torch::kBFloat16); };
        AFA_VERIFY_RELATIVE(run(half(in.q), half(in.k), half(in.v)),
                            exact(half(in.q), half(in.k), half(in.v)), kBfloat16Value, "bf16");
        const auto expected = in.gradients(torch::kFloat64, exact);
        const auto found = in.gradients(torch::kFloat32, run), rounded = in.gradients(torch::kBFloat16, run);
        for (std::size_t i = 0; i < 3; ++i) {
            AFA_VERIFY_RELATIVE(found[i], expected[i], kSumOrder, "gradient " + std::to_string(i));
            // The inputs themselves are rounded too: scores of up to 20 move by their 256th part.
            AFA_VERIFY_RELATIVE(rounded[i], expected[i], 5 * kBfloat16Value,
                                "bf16 gradient " + std::to_string(i));
        }
    }

    void allWaysAgree() {
        // 2000 x 2000 scores of two heads are two slices of each; whether this processor would slice is
        // another matter.
        for (const auto& [queries, keys] : {std::pair{300, 77}, {64, 64}, {2000, 2000}}) {
            const Inputs in(queries, keys, 32);
            const auto heads = [](const torch::Tensor& x) {
                return x.view({2, x.size(1), 2, 16}).transpose(1, 2);
            };
            const auto fused = [&](const auto& q, const auto& k, const auto& v) {
                return fusedAttention(heads(q), heads(k), heads(v), false);
            };
            const auto sliced = [&](const auto& q, const auto& k, const auto& v) {
                return slicedAttention(heads(q), heads(k), heads(v));
            };
            const auto values = fused(in.q, in.k, in.v);
            AFA_VERIFY_RELATIVE(plainAttention(heads(in.q), heads(in.k), heads(in.v)), values, kSumOrder,
                                "plain");
            AFA_VERIFY_RELATIVE(sliced(in.q, in.k, in.v), values, kSumOrder, "sliced");
            const auto expected = in.gradients(torch::kFloat32, fused),
                       found = in.gradients(torch::kFloat32, sliced);
            for (std::size_t i = 0; i < 3; ++i)
                AFA_VERIFY_RELATIVE(found[i], expected[i], kSumOrder, "gradient " + std::to_string(i));
        }
    }

    void theChoiceFollowsTheSizes() {
        const auto plain = [](std::int64_t heads, std::int64_t width, std::int64_t queries, std::int64_t keys,
                              torch::Dtype dtype = torch::kFloat32) {
            return plainAttentionIsFaster(torch::empty({2, heads, queries, width}, dtype),
                                          torch::empty({2, heads, keys, width}, dtype));
        };
        QVERIFY(plain(2, 24, 256, 77));                     // the demo models' attention to the text
        QVERIFY(!plain(2, 24, 256, 256));                   // and to itself
        QVERIFY(!plain(2, 24, 256, 77, torch::kBFloat16));  // 16-bit kernels are fast
        QVERIFY(!plain(8, 160, 256, 77));                   // wide heads
        QVERIFY(!plain(8, 40, 16384, 77));                  // 1024 px: the scores would take 80 MB
    }
};

QTEST_GUILESS_MAIN(TestAttention)
#include "test_attention.moc"
