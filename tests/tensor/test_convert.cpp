#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/tensor/convert.h"
#include "core/tensor/runtime.h"
#include "tests/support/golden.h"
#include "tests/support/hashed.h"

using namespace afa;
using namespace afa::test;

namespace {

constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

template <typename T>
std::vector<std::byte> bytesOf(const std::vector<T>& values) {
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

TensorView viewOf(DType dtype, std::vector<std::int64_t> shape, std::span<const std::byte> bytes) {
    return {{"x", dtype, shape}, rowMajorStrides(shape), bytes};
}

template <typename T>
torch::Tensor convert(DType dtype, const std::vector<T>& values, torch::Dtype to) {
    const auto bytes = bytesOf(values);
    return toTensor(viewOf(dtype, {static_cast<std::int64_t>(values.size())}, bytes), to);
}

/// A tensor placed as networks hold theirs.
torch::Tensor placed(DType dtype, const std::vector<std::int64_t>& shape, const std::vector<std::byte>& bytes,
                     torch::Dtype to) {
    return placeTensor(viewOf(dtype, shape, bytes), {torch::kCPU, to}).values;
}

/// Bit for bit, so that -0 is not 0; any NaN equals any NaN.
bool sameFloats(const torch::Tensor& tensor, const std::vector<float>& expected) {
    const auto found = tensor.to(torch::kFloat32).contiguous();
    if (found.numel() != static_cast<std::int64_t>(expected.size())) return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const float value = found.data_ptr<float>()[i];
        if (std::isnan(value) && std::isnan(expected[i])) continue;
        if (std::bit_cast<std::uint32_t>(value) == std::bit_cast<std::uint32_t>(expected[i])) continue;
        qWarning("value %zu: expected %.9g, found %.9g", i, static_cast<double>(expected[i]),
                 static_cast<double>(value));
        return false;
    }
    return true;
}

// IEEE 754: one of each kind; the smallest and the largest denormal, the largest number.
const std::vector<std::uint16_t> kHalfBits{0x3C00, 0xC500, 0x8000, 0x7C00, 0xFC00,
                                           0x7E01, 0x0001, 0x03FF, 0x7BFF};
const std::vector<float> kHalfValues{1, -5, -0.0F, kInf, -kInf, kNan, 0x1p-24F, 0x3FFp-24F, 65504};
const std::vector<std::uint16_t> kBfloatBits{0x3F80, 0xC0A0, 0x8000, 0x7F80, 0xFF80, 0x7FC1, 0x0080, 0x7F7F};
const std::vector<float> kBfloatValues{1, -5, -0.0F, kInf, -kInf, kNan, 0x1p-126F, 0x1.FEp127F};

}  // namespace

class TestConvert : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTypeHasItsCounterpart() {
        for (const auto dtype : {DType::F64, DType::F32, DType::F16, DType::BF16, DType::I64, DType::I32,
                                 DType::I16, DType::I8, DType::U8, DType::Bool}) {
            QCOMPARE(fromTorch(toTorch(dtype)), dtype);
            QCOMPARE(c10::elementSize(toTorch(dtype)), dtypeSize(dtype));
        }
        QVERIFY_THROWS_EXCEPTION(Error, fromTorch(torch::kComplexFloat));
    }

    void sixteenBitTypesWidenExactly_data() {
        QTest::addColumn<bool>("flush");
        QTest::newRow("denormals kept") << false;
        QTest::newRow("denormals flushed in arithmetic") << true;  // as configureCpu sets it
    }
    void sixteenBitTypesWidenExactly() {
        QFETCH(bool, flush);
        at::globalContext().setFlushDenormal(flush);
        QVERIFY(sameFloats(convert(DType::F16, kHalfBits, torch::kFloat32), kHalfValues));
        QVERIFY(sameFloats(convert(DType::BF16, kBfloatBits, torch::kFloat32), kBfloatValues));
        QVERIFY(sameFloats(placed(DType::F16, {9}, bytesOf(kHalfBits), torch::kFloat32), kHalfValues));
        QVERIFY(sameFloats(placed(DType::BF16, {8}, bytesOf(kBfloatBits), torch::kFloat32), kBfloatValues));
        at::globalContext().setFlushDenormal(false);
    }

    void valuesOfTheSameTypeKeepTheirBits() {
        const std::vector<float> odd{-0.0F, kInf, -kInf, kNan, 0x1p-149F, 0x1.FFFFFEp127F};
        QCOMPARE(toBytes(convert(DType::F32, odd, torch::kFloat32)), bytesOf(odd));
        QCOMPARE(toBytes(placed(DType::F32, {6}, bytesOf(odd), torch::kFloat32)), bytesOf(odd));
        QCOMPARE(toBytes(convert(DType::F16, kHalfBits, torch::kFloat16)), bytesOf(kHalfBits));
        QCOMPARE(toBytes(placed(DType::BF16, {8}, bytesOf(kBfloatBits), torch::kBFloat16)),
                 bytesOf(kBfloatBits));
    }

    void narrowingRoundsToTheNearestEven() {
        // bf16 keeps 8 bits: 1 + 2^-8 and 1 + 3 * 2^-8 lie half-way.
        const std::vector<float> halfway{1 + 0x1p-8F, 1 + 0x3p-8F, 1 + 0x1.8p-8F, -kInf, kNan, 0x1.FFp127F};
        const std::vector<float> bfloat{1, 1 + 0x1p-6F, 1 + 0x1p-7F, -kInf, kNan, kInf};
        QVERIFY(sameFloats(convert(DType::F32, halfway, torch::kBFloat16), bfloat));
        QVERIFY(sameFloats(placed(DType::F32, {6}, bytesOf(halfway), torch::kBFloat16), bfloat));
        // fp16: ties at 11 bits; overflow from 65520 on; denormals down to 2^-24, half of that is a tie with
        // 0.
        const std::vector<float> wide{1 + 0x1p-11F, 1 + 0x3p-11F, 65519,     65520,
                                      0x1p-24F,     0x1p-25F,     0x1.8p-25F};
        const std::vector<float> half{1, 1 + 0x1p-9F, 65504, kInf, 0x1p-24F, 0, 0x1p-24F};
        QVERIFY(sameFloats(convert(DType::F32, wide, torch::kFloat16), half));
        QVERIFY(sameFloats(placed(DType::F32, {7}, bytesOf(wide), torch::kFloat16), half));
    }

    void halvesConvertToEachOther() {
        // 65504 has 11 bits, bf16 keeps 8; 2^-24 is a plain bf16 number.
        QVERIFY(sameFloats(placed(DType::F16, {9}, bytesOf(kHalfBits), torch::kBFloat16),
                           {1, -5, -0.0F, kInf, -kInf, kNan, 0x1p-24F, 0x1p-14F, 65536}));
        QVERIFY(sameFloats(placed(DType::BF16, {8}, bytesOf(kBfloatBits), torch::kFloat16),
                           {1, -5, -0.0F, kInf, -kInf, kNan, 0, kInf}));
    }

    void doublesAndIntegersConvert() {
        const std::vector<double> doubles{
            1.5, -0.0, 1e300, -1e300, std::numeric_limits<double>::quiet_NaN(), 1e-310};
        QVERIFY(
            sameFloats(convert(DType::F64, doubles, torch::kFloat32), {1.5, -0.0F, kInf, -kInf, kNan, 0}));
        const std::vector<std::int64_t> wide{-3, 49407, std::int64_t{1} << 40};
        QVERIFY(torch::equal(convert(DType::I64, wide, torch::kInt64), torch::tensor(wide)));
        QVERIFY(sameFloats(convert(DType::I32, std::vector<std::int32_t>{-7, 1 << 30}, torch::kFloat32),
                           {-7, 1 << 30}));
        QVERIFY(sameFloats(convert(DType::I16, std::vector<std::int16_t>{-300, 300}, torch::kFloat32),
                           {-300, 300}));
        QVERIFY(sameFloats(convert(DType::I8, std::vector<std::int8_t>{-128, 127}, torch::kFloat32),
                           {-128, 127}));
        QVERIFY(sameFloats(convert(DType::U8, std::vector<std::uint8_t>{0, 255}, torch::kFloat32), {0, 255}));
        QVERIFY(sameFloats(convert(DType::Bool, std::vector<std::uint8_t>{1, 0}, torch::kFloat32), {1, 0}));
    }

    void valuesAtOddAddressesAreRead() {
        // A safetensors header may have any length.
        const std::vector<float> values{1.25F, -2.5F, 3};
        auto shifted = bytesOf(values);
        shifted.insert(shifted.begin(), std::byte{0x55});
        const auto view = viewOf(DType::F32, {3}, std::span(shifted).subspan(1));
        QVERIFY(sameFloats(toTensor(view, torch::kFloat32), values));
    }

    void stridedAndEmptyViewsAreRead() {
        const std::vector<float> values{1, 2, 3, 4, 5, 6};
        const auto bytes = bytesOf(values);
        const TensorView transposed{{"x", DType::F32, {3, 2}}, {1, 3}, bytes};
        QVERIFY(sameFloats(toTensor(transposed, torch::kFloat32), {1, 4, 2, 5, 3, 6}));
        QCOMPARE(toBytes(toTensor(transposed, torch::kFloat32)).size(), bytes.size());
        const auto empty = toTensor(viewOf(DType::F32, {0, 4}, {}), torch::kFloat32);
        QCOMPARE(empty.sizes(), torch::IntArrayRef({0, 4}));
        QVERIFY(toBytes(empty).empty());
    }

    void toTensorNeverBorrowsTheFile() {
        auto bytes = bytesOf(std::vector<float>{1, 2});
        const auto tensor = toTensor(viewOf(DType::F32, {2}, bytes), torch::kFloat32);
        std::fill(bytes.begin(), bytes.end(), std::byte{0});
        QVERIFY(sameFloats(tensor, {1, 2}));
    }

    void convolutionWeightsComeOutChannelsLast_data() {
        QTest::addColumn<torch::Dtype>("dtype");
        QTest::newRow("fp32") << torch::kFloat32;
        QTest::newRow("bf16") << torch::kBFloat16;
        QTest::newRow("fp64") << torch::kFloat64;
    }
    void convolutionWeightsComeOutChannelsLast() {
        // More rows than one piece of the conversion holds, which runs in parallel.
        QFETCH(torch::Dtype, dtype);
        const auto source = hashed("weights", {80, 64, 3, 3});
        const auto result = placed(DType::F32, {80, 64, 3, 3}, toBytes(source), dtype);
        QVERIFY(result.is_contiguous(torch::MemoryFormat::ChannelsLast));
        QVERIFY(torch::equal(result, source.to(dtype)));
        const auto pointwise = hashed("weights", {5, 7, 1, 1});
        QVERIFY(
            torch::equal(placed(DType::F32, {5, 7, 1, 1}, toBytes(pointwise), dtype), pointwise.to(dtype)));
    }

    void toBytesIsRowMajorWhateverTheLayout() {
        const auto values = hashed("x", {2, 3, 4, 5});
        QCOMPARE(toBytes(values.contiguous(torch::MemoryFormat::ChannelsLast)), toBytes(values));
        QCOMPARE(toBytes(values.narrow(3, 1, 2)), toBytes(values.narrow(3, 1, 2).contiguous()));
    }
};

QTEST_GUILESS_MAIN(TestConvert)
#include "test_convert.moc"
