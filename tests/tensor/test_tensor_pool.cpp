#include <cmath>

#include "core/base/error.h"
#include "tests/support/files.h"
#include "tests/support/golden.h"
#include "tests/support/hashed.h"

using namespace afa;
using namespace afa::test;

namespace {

/// A part of one file with `tensors`, stored as `dtype`.
PartReader partOf(const std::vector<std::pair<std::string, torch::Tensor>>& tensors,
                  torch::Dtype dtype = torch::kFloat32) {
    const TempDir dir;
    std::vector<TensorInfo> infos;
    for (const auto& [name, value] : tensors)
        infos.push_back({name, fromTorch(dtype), value.sizes().vec()});
    SafetensorsWriter writer(dir / "part.safetensors", infos);
    for (const auto& [name, value] : tensors)
        writer.write(afa::toBytes(value.to(dtype)));
    writer.finish();
    const std::shared_ptr<const TensorFile> file = openSafetensors(dir / "part.safetensors");
    std::vector<PartReader::Source> sources;
    for (const auto& info : infos)
        sources.push_back({file, *file->find(info.name)});
    return PartReader("model (U-Net)", infos, sources);
}

bool isSame(const torch::Tensor& a, const torch::Tensor& b) {
    return a.data_ptr() == b.data_ptr();
}

const auto kWeight = [] { return hashed("weight", {4, 3}); };
const Placement kFp32{torch::kCPU, torch::kFloat32};

}  // namespace

class TestTensorPool : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void identicalTensorsAreHeldOnce() {
        TensorPool pool;
        const auto first = pool.load(partOf({{"w", kWeight()}}), 0, kFp32);
        QCOMPARE(pool.sharedBytes(), std::size_t{0});
        const auto second = pool.load(partOf({{"w", kWeight()}}), 0, kFp32);
        QVERIFY(isSame(first, second));
        QCOMPARE(pool.sharedBytes(), first.nbytes());
    }

    void copiesInHalfPrecisionShareOnceBothArePlacedInIt() {
        TensorPool pool;
        const Placement half{torch::kCPU, torch::kFloat16};
        const auto first = pool.load(partOf({{"w", kWeight()}}, torch::kFloat32), 0, half);
        QVERIFY(isSame(first, pool.load(partOf({{"w", kWeight()}}, torch::kFloat16), 0, half)));
        QVERIFY(!isSame(first, pool.load(partOf({{"w", kWeight()}}, torch::kFloat16), 0, kFp32)));
    }

    void oneBitOfDifferenceKeepsTensorsApart() {
        TensorPool pool;
        const auto first = pool.load(partOf({{"w", kWeight()}}), 0, kFp32);
        auto other = kWeight();
        other[3][2] = std::nextafter(other[3][2].item<float>(), 10.0F);
        const auto second = pool.load(partOf({{"w", other}}), 0, kFp32);
        QVERIFY(!isSame(first, second));
        QVERIFY(torch::equal(second, other));
        // And it is the one found by a third model of those values.
        QVERIFY(isSame(second, pool.load(partOf({{"w", other}}), 0, kFp32)));
    }

    void minusZeroAndNansAreComparedByTheirBits() {
        TensorPool pool;
        const auto zero = pool.load(partOf({{"w", torch::zeros({2})}}), 0, kFp32);
        QVERIFY(!isSame(zero, pool.load(partOf({{"w", -torch::zeros({2})}}), 0, kFp32)));
        const auto nan = pool.load(partOf({{"w", torch::full({2}, NAN)}}), 0, kFp32);
        QVERIFY(isSame(nan, pool.load(partOf({{"w", torch::full({2}, NAN)}}), 0, kFp32)));
    }

    void otherNamesAndShapesAreOtherTensors() {
        TensorPool pool;
        const auto first = pool.load(partOf({{"w", kWeight()}}), 0, kFp32);
        QVERIFY(!isSame(first, pool.load(partOf({{"v", kWeight()}}), 0, kFp32)));
        QVERIFY(!isSame(first, pool.load(partOf({{"w", kWeight().view({3, 4})}}), 0, kFp32)));
    }

    void thePoolKeepsNothingAlive() {
        TensorPool pool;
        c10::weak_intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl> held = [&] {
            const auto tensor = pool.load(partOf({{"w", kWeight()}}), 0, kFp32);
            return c10::weak_intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>(
                tensor.getIntrusivePtr());
        }();
        QVERIFY(held.expired());
        const auto again = pool.load(partOf({{"w", kWeight()}}), 0, kFp32);
        QVERIFY(torch::equal(again, kWeight()));
        QCOMPARE(pool.sharedBytes(), std::size_t{0});
    }

    void aStopRequestEndsLoadingBeforeTheNextTensor() {
        TensorPool pool;
        std::stop_source stop;
        pool.setControl(TaskControl(stop.get_token()));
        const auto part = partOf({{"w", kWeight()}});
        pool.load(part, 0, kFp32);
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, pool.load(part, 0, kFp32));
    }

    void weightsAreFoundByScopedName() {
        TensorPool pool;
        const auto part = partOf({{"down_blocks.1.conv.weight", kWeight()}});
        const WeightSource source(part, kFp32, pool);
        const auto conv = source.scope("down_blocks", 1).scope("conv");
        QVERIFY(conv.has("weight"));
        QVERIFY(!conv.has("bias"));
        QVERIFY(!source.has("weight"));
        QVERIFY(torch::equal(conv.get("weight", {4, 3}), kWeight()));
    }

    void missingWeightsAreNamedWithTheirShape() {
        TensorPool pool;
        const auto part = partOf({{"conv.weight", kWeight()}});
        const auto message =
            messageOf<ConfigError>([&] { WeightSource(part, kFp32, pool).scope("conv").get("bias", {4}); });
        for (const auto* expected : {"model (U-Net)", "conv.bias", "[4]", "missing"})
            AFA_VERIFY_CONTAINS(message, expected);
    }

    void wrongShapesAreToldWithBothShapes() {
        TensorPool pool;
        const auto part = partOf({{"conv.weight", kWeight()}});
        const WeightSource source(part, kFp32, pool);
        for (const auto& shape : std::vector<std::vector<std::int64_t>>{{3, 4}, {12}, {4, 3, 1}, {4}}) {
            const auto message = messageOf<ConfigError>([&] { source.get("conv.weight", shape); });
            AFA_VERIFY_CONTAINS(message, "[4, 3]");
            AFA_VERIFY_CONTAINS(message, shapeText(shape));
        }
    }
};

QTEST_GUILESS_MAIN(TestTensorPool)
#include "test_tensor_pool.moc"
