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

    void zerosAreComparedByTheirSigns() {
        TensorPool pool;
        const auto zero = pool.load(partOf({{"w", torch::zeros({2})}}), 0, kFp32);
        QVERIFY(!isSame(zero, pool.load(partOf({{"w", -torch::zeros({2})}}), 0, kFp32)));
    }

    /// One value among many, in every place that a loop might leave out, under every type.
    void weightsThatAreNotFiniteAreRefusedByName_data() {
        QTest::addColumn<int>("stored");
        QTest::addColumn<int>("placed");
        for (const auto stored : {torch::kFloat64, torch::kFloat32, torch::kFloat16, torch::kBFloat16})
            for (const auto placed : {torch::kFloat32, torch::kFloat16, torch::kBFloat16})
                QTest::addRow("%s to %s", c10::toString(stored), c10::toString(placed))
                    << static_cast<int>(stored) << static_cast<int>(placed);
    }
    void weightsThatAreNotFiniteAreRefusedByName() {
        QFETCH(int, stored);
        QFETCH(int, placed);
        TensorPool pool;
        const Placement placement{torch::kCPU, static_cast<torch::Dtype>(placed)};
        const auto type = static_cast<torch::Dtype>(stored);
        for (const std::int64_t place : {0, 1, 4095, 4096, 40'000, 99'999})
            for (const float value : {NAN, INFINITY, -INFINITY})
                for (const auto& shape : {std::vector<std::int64_t>{100'000}, {1000, 4, 5, 5}}) {
                    auto weight = torch::ones({100'000});
                    weight[place] = value;
                    const auto part = partOf({{"a", kWeight()}, {"w", weight.view(shape)}}, type);
                    pool.load(part, 0, placement);
                    const auto message = messageOf<FileError>([&] { pool.load(part, 1, placement); });
                    AFA_VERIFY_CONTAINS(message,
                                        "part.safetensors: the weights are damaged: 1 value in 1 tensor "
                                        "is NaN or infinite, the first in \"w\" (" +
                                            std::string(std::isnan(value) ? "1 NaN, 0" : "0 NaN, 1"));
                }
    }

    void allThatIsDamagedIsCounted() {
        TensorPool pool;
        const auto part =
            partOf({{"a", torch::full({3}, NAN)}, {"b", kWeight()}, {"c", torch::full({2}, INFINITY)}});
        AFA_VERIFY_CONTAINS(
            messageOf<FileError>([&] { pool.load(part, 2, kFp32); }),
            "5 values in 2 tensors are NaN or infinite, the first in \"a\" (3 NaN, 0 infinite)");
    }

    /// Finite in the file: the type is to blame.
    void whatTheTypeCannotHoldIsToldAsPrecision() {
        TensorPool pool;
        auto large = torch::zeros({10});
        large[3] = 1e6F;
        const auto part = partOf({{"w", large}});
        QVERIFY(pool.load(part, 0, kFp32).isfinite().all().item<bool>());
        pool.load(part, 0, {torch::kCPU, torch::kBFloat16});
        const auto message = messageOf<ConfigError>([&] {
            pool.load(part, 0, {torch::kCPU, torch::kFloat16});
        });
        AFA_VERIFY_CONTAINS(message, "the precision fp16 is too narrow for its weights: 1 value of \"w\"");
        AFA_VERIFY_CONTAINS(message, "--precision fp32");
        const auto wide = partOf({{"w", torch::full({1}, 1e300, torch::kFloat64)}}, torch::kFloat64);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { pool.load(wide, 0, kFp32); }),
                            "the widest there is");
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
