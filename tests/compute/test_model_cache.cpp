#include <QtTest/QtTest>
#include <fstream>

#include "core/base/error.h"
#include "core/engine/requests.h"
#include "tests/compute/random_models.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

const Placement kFp32{torch::kCPU, torch::kFloat32};
const Placement kBf16{torch::kCPU, torch::kBFloat16};

/// Two models in a cache, with their parts asked for once.
struct Loaded {
    ModelCache cache;
    fs::path a, b;
    std::weak_ptr<const UNet> unetA, unetB;
    std::weak_ptr<const ClipTextEncoder> textA;
    std::weak_ptr<const Vae> vaeA;
    std::weak_ptr<const Checkpoint> checkpointB;

    explicit Loaded(bool keepsModels = true) : cache(keepsModels) {
        cache.begin(kFp32, {}, {});
        a = addRandomModel(cache, "a", 1);
        b = addRandomModel(cache, "b", 2);
        load();
    }
    void load() {
        unetA = cache.unet(a);
        unetB = cache.unet(b);
        textA = cache.textEncoder(a);
        vaeA = cache.vae(a);
        checkpointB = cache.checkpoint(b);
    }
};

}  // namespace

/// What stays in memory from one request to the next, and what goes when.
class TestModelCache : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyPartIsThereOnce() {
        Loaded l;
        QCOMPARE(l.cache.unet(l.a), l.unetA.lock());
        QCOMPARE(l.cache.textEncoder(l.a), l.textA.lock());
        QCOMPARE(l.cache.vae(l.a), l.vaeA.lock());
        QVERIFY(l.cache.unet(l.a) != l.cache.unet(l.b));
    }

    void theNextRequestKeepsWhatItWantsAndDropsTheRest() {
        Loaded l;
        l.cache.begin(kFp32, {l.a}, {});
        QCOMPARE(l.cache.unet(l.a), l.unetA.lock());
        QVERIFY(l.cache.contains(l.a));
        QVERIFY(!l.cache.contains(l.b));
        QVERIFY(l.unetB.expired());
        QVERIFY(l.checkpointB.expired());
    }

    void anotherPrecisionDropsEverything() {
        Loaded l;
        l.cache.begin(kBf16, {l.a, l.b}, {});
        QVERIFY(l.unetA.expired() && l.textA.expired() && l.vaeA.expired());
        QVERIFY(!l.cache.contains(l.a));
    }

    void aModelThatChangedOnDiskIsReadAnew() {
        const TempDir folder;
        const auto file = writeFile(folder / "model", "as it was");
        ModelCache cache;
        cache.begin(kFp32, {file}, {});
        cache.put(file, randomCheckpoint("on disk", 3));
        const std::weak_ptr<const Checkpoint> before = cache.checkpoint(file);
        cache.begin(kFp32, {file}, {});
        QVERIFY(cache.contains(file));
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(5));
        cache.begin(kFp32, {file}, {});
        QVERIFY(!cache.contains(file));
        QVERIFY(before.expired());
    }

    void aModelPutUnderAKnownPathTakesItsPlace() {
        Loaded l;
        l.cache.put(l.a, randomCheckpoint("other", 4));
        QVERIFY(l.unetA.expired());
        QCOMPARE(l.cache.checkpoint(l.a)->name(), std::string("other"));
    }

    /// A window keeps parts for the next request, the command line gives them back when they are done with.
    void partsGoWhenTheyAreDoneWithUnlessModelsAreKept() {
        for (const bool keeps : {true, false}) {
            Loaded l(keeps);
            l.cache.doneWithTextEncoders();
            QCOMPARE(l.textA.expired(), !keeps);
            QVERIFY(!l.unetA.expired());
            l.cache.doneWithUNets();
            QCOMPARE(l.unetA.expired(), !keeps);
            QCOMPARE(l.unetB.expired(), !keeps);
            QVERIFY(!l.vaeA.expired());
        }
    }

    void droppedPartsGoThoughModelsAreKept() {
        Loaded l;
        l.cache.dropTextEncoders();
        QVERIFY(l.textA.expired() && !l.unetA.expired() && !l.vaeA.expired());
        l.cache.dropVaes();
        QVERIFY(l.vaeA.expired() && !l.unetA.expired());
        l.cache.dropUNets();
        QVERIFY(l.unetA.expired() && !l.checkpointB.expired());
        l.load();
        l.cache.clear();
        QVERIFY(l.unetA.expired() && l.checkpointB.expired());
    }

    /// fp16 overflows in the decoder of Stable Diffusion's VAE.
    void theVaeRunsInFp32WhereTheRestRunsInFp16() {
        const torch::NoGradGuard noGrad;
        const auto decodedIn = [](torch::Dtype dtype) {
            ModelCache cache;
            cache.begin({torch::kCPU, dtype}, {}, {});
            const auto path = addRandomModel(cache, "a", 1);
            if (cache.unet(path)->placement().dtype != dtype) return torch::Tensor();
            return cache.vae(path)->decode(torch::ones({1, 4, 4, 4}));
        };
        QVERIFY(torch::equal(decodedIn(torch::kFloat16), decodedIn(torch::kFloat32)));
        QVERIFY(!torch::equal(decodedIn(torch::kBFloat16), decodedIn(torch::kFloat32)));
    }

    void weightsThatDoNotFitTheirConfigAreRefused() {
        ModelShape shape;
        auto wrong = shape;
        wrong.unet.crossAttentionDim = 32;
        const auto model =
            Checkpoint::assemble({"wrong",
                                  {{ModelPart::UNet, randomPart("wrong", expectedTensors(shape.unet), 1),
                                    unetConfigJson(wrong.unet)}}},
                                 {});
        ModelCache cache;
        cache.begin(kFp32, {}, {});
        cache.put("/nowhere/wrong", model);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { cache.unet("/nowhere/wrong"); }),
                            "does not fit its architecture");
    }

    void aStopEndsTheLoadingOfAModel() {
        std::stop_source stop;
        ModelCache cache;
        cache.begin(kFp32, {}, TaskControl(stop.get_token()));
        const auto path = addRandomModel(cache, "a", 1);
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, cache.unet(path));
    }
};

QTEST_GUILESS_MAIN(TestModelCache)
#include "test_model_cache.moc"
