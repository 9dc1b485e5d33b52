#include <QtTest/QtTest>
#include <algorithm>
#include <chrono>
#include <thread>

#include "core/io/picture_file.h"
#include "core/train/encoded_data.h"
#include "tests/support/files.h"
#include "tests/support/golden.h"
#include "tests/support/hashed.h"
#include "tests/train/encoders.h"

using namespace afa;
using namespace afa::test;
namespace fs = std::filesystem;

namespace {

constexpr int kSize = 16;  // pixels: latents of 4 x 4 with the demo VAE
constexpr int kPictures = 6;

void writePicture(const fs::path& path, const std::string& name) {
    const auto noise = hashed(name, {20, 26, 3}, 127).add(128).to(torch::kUInt8).contiguous();
    Image image{26, 20, {}};
    image.rgb.assign(noise.data_ptr<std::uint8_t>(), noise.data_ptr<std::uint8_t>() + noise.numel());
    writePng(path, image);
}

/// A folder of pictures, each with a text of its own.
class PictureFolder {
  public:
    PictureFolder() {
        fs::create_directories(pictures());
        for (int i = 0; i < kPictures; ++i) {
            writePicture(picture(i), "picture " + std::to_string(i));
            writeFile(pictures() / (std::to_string(i) + ".txt"), "a dog number " + std::to_string(i));
        }
    }
    fs::path pictures() const { return folder_ / "pictures"; }
    fs::path picture(int i) const { return pictures() / (std::to_string(i) + ".png"); }
    fs::path cache() const { return folder_ / "cache"; }
    TrainingData data() const { return readTrainingData({pictures()}); }

    std::vector<fs::path> entries() const {
        std::vector<fs::path> found;
        for (const auto& item : fs::recursive_directory_iterator(cache()))
            if (item.path().extension() == ".safetensors") found.push_back(item.path());
        std::sort(found.begin(), found.end());
        return found;
    }

  private:
    TempDir folder_;
};

/// Settings, and what was told while they were used.
struct Run {
    EncodedDataSettings settings;
    std::vector<std::string> warnings;
    std::int64_t encoded = 0;  ///< pictures and texts that had to be encoded

    explicit Run(const fs::path& cache = {}) {
        settings.size = kSize;
        settings.seed = 3;
        settings.cache = cache;
        settings.maxBad = 0;
        settings.warning = [this](const Message& text) { warnings.push_back(text.english()); };
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    std::unique_ptr<EncodedData> open(TrainingData data, Encoders encoders = demoEncoders()) {
        return std::make_unique<EncodedData>(std::move(data), settings, std::move(encoders),
                                             TaskControl({}, [this](const Progress& progress) {
                                                 if (progress.phase == "encode") encoded = progress.total;
                                             }));
    }
};

std::vector<EncodedData::Draw> draws(std::initializer_list<std::int64_t> pictures, std::int64_t epoch = 0) {
    std::vector<EncodedData::Draw> all;
    for (const auto picture : pictures)
        all.push_back({picture, epoch});
    return all;
}

bool same(const EncodedBatch& a, const EncodedBatch& b) {
    bool equal = torch::equal(a.latentMean, b.latentMean) && torch::equal(a.latentStd, b.latentStd) &&
                 a.texts.size() == b.texts.size();
    for (std::size_t i = 0; equal && i < a.texts.size(); ++i)
        equal = torch::equal(a.texts[i], b.texts[i]);
    return equal;
}

}  // namespace

class EncodedDataTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void latentsAndTextsAreWhatTheEncodersGive();
    void cacheOnReusedAndOffGiveTheSameValues();
    void aFullCacheIsReusedWithoutEncodingOrSpace();
    void damagedEntriesAreMadeAnew_data();
    void damagedEntriesAreMadeAnew();
    void anEntryThatVanishesInUseIsAnError();
    void everythingTheValuesDependOnIsInTheKey();
    void changedPicturesAreEncodedAnew();
    void captionsShareTheirPicture();
    void identicalTextEncodersAreRunOnce();
    void differentTextEncodersKeepTheirOwnStates();
    void tooLittleSpaceIsToldBeforeTheWork();
    void aStoppedRunKeepsWhatItEncoded();
    void leftoversOfKilledProgramsAreRemoved();
    void twoProgramsMayFillOneCache();
    void cropsMoveWithTheEpochOnlyWithoutACache();
    void readingAheadChangesNothing();
    void brokenPicturesAreReplacedAndCounted();
    void brokenPicturesAreLeftOutOfACache();
    void tooManyBrokenPicturesEndTheRun();
    void longTextsAreToldOnce();
    void impossibleSettingsAreRefused();
};

void EncodedDataTest::latentsAndTextsAreWhatTheEncodersGive() {
    PictureFolder folder;
    Run run;
    const auto encoders = demoEncoders();
    const auto data = run.open(folder.data(), encoders);
    const auto batch = data->batch(draws({4, 1}, 2));
    QCOMPARE(batch.latentMean.sizes(), torch::IntArrayRef({2, 4, 4, 4}));
    QCOMPARE(batch.texts[0].sizes(), torch::IntArrayRef({2, 77, 96}));

    torch::NoGradGuard noGrad;
    const auto crop = loadCrop(folder.picture(1), kSize, Crop::Random, cropSeed(3, folder.picture(1), 2));
    // [-1, 1] by hand: 0 is -1, 255 is 1, rows of RGB become planes.
    const auto pixels = pictureTensor(crop);
    QCOMPARE(pixels[2][1][3].item<float>(), static_cast<float>(crop.rgb[(16 + 3) * 3 + 2]) / 127.5f - 1);
    const auto posterior = encoders.vae->encode(pixels.unsqueeze(0));
    const double scaling = encoders.vae->config().scalingFactor;
    QVERIFY(torch::equal(batch.latentMean[1], posterior.mean[0] * scaling));
    QVERIFY(torch::equal(batch.latentStd[1], (posterior.logVariance[0] * 0.5).exp() * scaling));

    const auto encodeText = [&](const std::string& text) {
        return encoders.text[0]->forward(torch::tensor(encoders.tokenizer->encode(text).ids).unsqueeze(0));
    };
    QVERIFY(torch::equal(batch.texts[0][0], encodeText("a dog number 4")[0]));
    QVERIFY(torch::equal(data->emptyTexts().at(0), encodeText("")));
    QCOMPARE(data->picture(4).text, std::string("a dog number 4"));
}

void EncodedDataTest::cacheOnReusedAndOffGiveTheSameValues() {
    PictureFolder folder;
    Run off, fresh(folder.cache()), reused(folder.cache());
    const auto expected = off.open(folder.data())->batch(draws({0, 5, 3}));
    QVERIFY(same(fresh.open(folder.data())->batch(draws({0, 5, 3})), expected));
    QVERIFY(same(reused.open(folder.data())->batch(draws({0, 5, 3})), expected));
    QCOMPARE(fresh.encoded, std::int64_t{2 * kPictures});
    QCOMPARE(reused.encoded, std::int64_t{0});
}

void EncodedDataTest::aFullCacheIsReusedWithoutEncodingOrSpace() {
    PictureFolder folder;
    Run(folder.cache()).open(folder.data());
    Run full(folder.cache());
    full.settings.freeSpace = [](const fs::path&) { return std::uintmax_t{0}; };
    QCOMPARE(full.open(folder.data())->size(), std::int64_t{kPictures});
    QCOMPARE(full.encoded, std::int64_t{0});
    QVERIFY(full.warnings.empty());
}

void EncodedDataTest::damagedEntriesAreMadeAnew_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("a changed value") << 0;
    QTest::newRow("cut short") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("another entry's file") << 3;
    QTest::newRow("another version") << 4;
}

void EncodedDataTest::damagedEntriesAreMadeAnew() {
    QFETCH(const int, kind);
    PictureFolder folder;
    const auto expected = Run(folder.cache()).open(folder.data())->batch(draws({0, 1, 2, 3, 4, 5}));
    const auto entries = folder.entries();
    QCOMPARE(entries.size(), std::size_t{2 * kPictures});
    auto content = readFile(entries[0]);
    if (kind == 0) content.back() = static_cast<char>(content.back() ^ 1);
    if (kind == 1) content.resize(content.size() / 2);
    if (kind == 2) content.clear();
    if (kind == 3) content = readFile(entries[1]);
    if (kind == 4) {
        const std::string version = "\"afa.version\":\"1\"";
        const auto at = content.find(version);
        QVERIFY(at != std::string::npos);
        content[at + version.size() - 2] = '2';
    }
    writeFile(entries[0], content);

    Run again(folder.cache());
    const auto data = again.open(folder.data());
    QCOMPARE(again.encoded, std::int64_t{1});
    QCOMPARE(again.warnings.size(), std::size_t{1});
    AFA_VERIFY_CONTAINS(again.warnings[0], entries[0].string());
    QVERIFY(same(data->batch(draws({0, 1, 2, 3, 4, 5})), expected));
}

void EncodedDataTest::anEntryThatVanishesInUseIsAnError() {
    PictureFolder folder;
    Run run(folder.cache());
    const auto data = run.open(folder.data());
    for (const auto& entry : folder.entries())
        fs::remove(entry);
    QVERIFY_THROWS_EXCEPTION(FileError, data->batch(draws({0})));
}

void EncodedDataTest::everythingTheValuesDependOnIsInTheKey() {
    PictureFolder folder;
    Run(folder.cache()).open(folder.data());
    const auto encodedBy = [&](const std::function<void(Run&, Encoders&)>& change) {
        Run run(folder.cache());
        auto encoders = demoEncoders();
        change(run, encoders);
        run.open(folder.data(), encoders);
        return run.encoded;
    };
    QCOMPARE(encodedBy([](Run&, Encoders&) {}), std::int64_t{0});
    QCOMPARE(encodedBy([](Run& run, Encoders&) { run.settings.size = 20; }), std::int64_t{kPictures});
    QCOMPARE(encodedBy([](Run& run, Encoders&) { run.settings.seed = 4; }), std::int64_t{kPictures});
    QCOMPARE(encodedBy([](Run& run, Encoders&) { run.settings.crop = Crop::Center; }),
             std::int64_t{kPictures});
    QCOMPARE(encodedBy([](Run&, Encoders& encoders) { encoders.vaeFingerprint = "another"; }),
             std::int64_t{kPictures});
    QCOMPARE(encodedBy([](Run&, Encoders& encoders) { encoders.textFingerprints[0] = "another"; }),
             std::int64_t{kPictures});
    QCOMPARE(encodedBy([](Run&, Encoders& encoders) { encoders.placement.dtype = torch::kBFloat16; }),
             std::int64_t{2 * kPictures});
    // The middle does not depend on a seed.
    QCOMPARE(encodedBy([](Run& run, Encoders&) {
                 run.settings.crop = Crop::Center;
                 run.settings.seed = 9;
             }),
             std::int64_t{0});
}

void EncodedDataTest::changedPicturesAreEncodedAnew() {
    PictureFolder folder;
    const auto before = Run(folder.cache()).open(folder.data())->batch(draws({2}));
    writePicture(folder.picture(2), "something else");
    fs::last_write_time(folder.picture(2), fs::last_write_time(folder.picture(2)) + std::chrono::seconds(2));
    Run again(folder.cache());
    const auto after = again.open(folder.data())->batch(draws({2}));
    QCOMPARE(again.encoded, std::int64_t{1});
    QVERIFY(!torch::equal(before.latentMean, after.latentMean));
    QVERIFY(torch::equal(before.texts[0], after.texts[0]));
}

void EncodedDataTest::captionsShareTheirPicture() {
    PictureFolder folder;
    const auto manifest =
        writeFile(folder.pictures() / "list.csv", "image,text\n0.png,a cat\n0.png,a dog\n1.png,a cat\n");
    Run run(folder.cache());
    const auto data = run.open(readTrainingData({manifest}));
    QCOMPARE(data->size(), std::int64_t{3});
    QCOMPARE(run.encoded, std::int64_t{4});  // two pictures, two texts
    const auto batch = data->batch(draws({0, 1, 2}));
    QVERIFY(torch::equal(batch.latentMean[0], batch.latentMean[1]));
    QVERIFY(torch::equal(batch.texts[0][0], batch.texts[0][2]));
    QVERIFY(!torch::equal(batch.texts[0][0], batch.texts[0][1]));
}

void EncodedDataTest::identicalTextEncodersAreRunOnce() {
    PictureFolder folder;
    Run run(folder.cache());
    const auto data = run.open(folder.data(), demoEncoders({"animals", "food", "things"}));
    QCOMPARE(run.encoded, std::int64_t{2 * kPictures});
    const auto batch = data->batch(draws({0, 1}));
    QCOMPARE(batch.texts.size(), std::size_t{3});
    QCOMPARE(batch.texts[2].data_ptr(), batch.texts[0].data_ptr());
    QCOMPARE(data->emptyTexts().size(), std::size_t{3});
}

void EncodedDataTest::differentTextEncodersKeepTheirOwnStates() {
    // The middle model is another one by name only: its states are stored apart, in the models' order.
    PictureFolder folder;
    auto encoders = demoEncoders({"animals", "animals", "animals"});
    encoders.textFingerprints[1] = "another";
    for (const auto& cache : {fs::path(), folder.cache()}) {
        Run run(cache);
        const auto data = run.open(folder.data(), encoders);
        if (!cache.empty()) QCOMPARE(run.encoded, std::int64_t{3 * kPictures});
        const auto batch = data->batch(draws({3}));
        QCOMPARE(batch.texts.size(), std::size_t{3});
        QVERIFY(batch.texts[1].data_ptr() != batch.texts[0].data_ptr());
        QCOMPARE(batch.texts[2].data_ptr(), batch.texts[0].data_ptr());
        QVERIFY(torch::equal(batch.texts[1], batch.texts[0]));
    }
}

void EncodedDataTest::tooLittleSpaceIsToldBeforeTheWork() {
    PictureFolder folder;
    Run run(folder.cache());
    run.settings.size = 1024;  // 2 x 4 x 256 x 256 fp32: 2.1 MB a picture, 12.6 MB and six texts of 30 KB
    run.settings.freeSpace = [](const fs::path&) { return std::uintmax_t{12'000'000}; };
    const auto error = messageOf<FileError>([&] { run.open(folder.data()); });
    AFA_VERIFY_CONTAINS(error, "needs 12.8 MB, 12.0 MB are free");
    AFA_VERIFY_CONTAINS(error, folder.cache().string());
    QVERIFY(folder.entries().empty());
    QCOMPARE(run.encoded, std::int64_t{0});
}

void EncodedDataTest::aStoppedRunKeepsWhatItEncoded() {
    PictureFolder folder;
    Run run(folder.cache());
    std::stop_source stop;
    const TaskControl control(stop.get_token(), [&](const Progress& progress) {
        if (progress.phase == "encode" && progress.done == 8) stop.request_stop();
    });
    QVERIFY_THROWS_EXCEPTION(Cancelled, EncodedData(folder.data(), run.settings, demoEncoders(), control));
    const auto kept = static_cast<std::int64_t>(folder.entries().size());
    QVERIFY2(kept >= 8 && kept < 2 * kPictures, qPrintable(QString::number(kept)));
    Run again(folder.cache());
    again.open(folder.data());
    QCOMPARE(again.encoded, 2 * kPictures - kept);
    QVERIFY(again.warnings.empty());
}

void EncodedDataTest::leftoversOfKilledProgramsAreRemoved() {
    PictureFolder folder;
    fs::create_directories(folder.cache() / "ab");
    const auto old = writeFile(folder.cache() / "ab/.afa-12-0.tmp", "half an entry");
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(25));
    const auto recent = writeFile(folder.cache() / "ab/.afa-13-0.tmp", "another program's, being written");
    Run(folder.cache()).open(folder.data());
    QVERIFY(!fs::exists(old));
    QVERIFY(fs::exists(recent));
}

void EncodedDataTest::twoProgramsMayFillOneCache() {
    PictureFolder folder;
    std::vector<EncodedBatch> batches(2);
    std::vector<std::thread> programs;
    for (auto& batch : batches)
        programs.emplace_back([&folder, &batch] {
            Run run(folder.cache());
            batch = run.open(folder.data())->batch(draws({0, 1, 2, 3, 4, 5}));
        });
    for (auto& program : programs)
        program.join();
    QVERIFY(same(batches[0], batches[1]));
    Run check(folder.cache());
    check.open(folder.data());
    QCOMPARE(check.encoded, std::int64_t{0});
    QVERIFY(check.warnings.empty());
}

void EncodedDataTest::cropsMoveWithTheEpochOnlyWithoutACache() {
    PictureFolder folder;
    const auto differing = [&](const fs::path& cache) {
        Run run(cache);
        const auto data = run.open(folder.data());
        const auto first = data->batch(draws({0, 1, 2, 3, 4, 5}, 0)).latentMean;
        const auto second = data->batch(draws({0, 1, 2, 3, 4, 5}, 1)).latentMean;
        return (first != second).flatten(1).any(1).sum().item<std::int64_t>();
    };
    QVERIFY(differing({}) >= 4);  // 5 x 11 places: two crops of a picture rarely agree
    QCOMPARE(differing(folder.cache()), std::int64_t{0});
}

void EncodedDataTest::readingAheadChangesNothing() {
    PictureFolder folder;
    for (const auto& cache : {fs::path(), folder.cache()}) {
        Run run(cache);
        run.settings.queue = 2;
        const auto plain = run.open(folder.data());
        const auto ahead = run.open(folder.data());
        const auto first = draws({3, 0, 5}), second = draws({1, 1, 4}, 1);
        ahead->prefetch(first);
        ahead->prefetch(second);
        QVERIFY(same(ahead->batch(first), plain->batch(first)));
        QVERIFY(same(ahead->batch(draws({2})), plain->batch(draws({2}))));
        QVERIFY(same(ahead->batch(second), plain->batch(second)));
    }
}

void EncodedDataTest::brokenPicturesAreReplacedAndCounted() {
    PictureFolder folder;
    writeFile(folder.picture(1), "no picture");
    fs::remove(folder.picture(2));
    auto data = folder.data();  // number 2 is a problem of the folder's already
    data.pictures.push_back({folder.picture(2), "listed before it was removed", "list.csv:7"});
    Run run;
    run.settings.maxBad = 0.5;
    const auto encoded = run.open(std::move(data));
    QCOMPARE(encoded->size(), std::int64_t{kPictures});
    QCOMPARE(encoded->problems().size(), std::size_t{1});
    const auto batch = encoded->batch(draws({1, 2, 5}));
    QVERIFY(same(batch, encoded->batch(draws({2, 2, 0}))));  // the next usable; after the last, the first
    QCOMPARE(encoded->problems().size(), std::size_t{3});
    AFA_VERIFY_CONTAINS(encoded->problems()[1].where, "1.txt");
    AFA_VERIFY_CONTAINS(encoded->problems()[1].what, "expected a JPEG, PNG, WebP, BMP or TIFF");
    AFA_VERIFY_CONTAINS(encoded->problems()[2].where, "list.csv:7");
}

void EncodedDataTest::brokenPicturesAreLeftOutOfACache() {
    PictureFolder folder;
    writeFile(folder.picture(1), "no picture");
    Run run(folder.cache());
    run.settings.maxBad = 0.2;
    const auto encoded = run.open(folder.data());
    QCOMPARE(encoded->size(), std::int64_t{kPictures - 1});
    QCOMPARE(encoded->picture(1).image, folder.picture(2));
    QCOMPARE(encoded->problems().size(), std::size_t{1});
    Run off;
    writePicture(folder.picture(1), "picture 1");
    QVERIFY(same(encoded->batch(draws({1})), off.open(folder.data())->batch(draws({2}))));
}

void EncodedDataTest::tooManyBrokenPicturesEndTheRun() {
    PictureFolder folder;
    writeFile(folder.picture(1), "no picture");
    writeFile(folder.picture(4), "no picture");
    Run cached(folder.cache());
    cached.settings.maxBad = 0.2;
    const auto told = messageOf<DataError>([&] { cached.open(folder.data()); });
    AFA_VERIFY_CONTAINS(told, "2 of 6");
    AFA_VERIFY_CONTAINS(told, "4.txt");

    Run off;
    off.settings.maxBad = 0.2;
    const auto data = off.open(folder.data());
    data->batch(draws({0, 1, 2}));
    AFA_VERIFY_CONTAINS(messageOf<DataError>([&] { data->batch(draws({3, 4})); }), "2 of 6");

    for (int i = 0; i < kPictures; ++i)
        writeFile(folder.picture(i), "no picture");
    Run none;
    none.settings.maxBad = 1;
    const auto nothing = none.open(folder.data());
    AFA_VERIFY_CONTAINS(messageOf<DataError>([&] { nothing->batch(draws({3})); }), "none of the 6");
    none.settings.cache = folder.cache();
    AFA_VERIFY_CONTAINS(messageOf<DataError>([&] { none.open(folder.data()); }), "no picture with a text");
    AFA_VERIFY_CONTAINS(messageOf<DataError>([&] { none.open({}); }), "no picture with a text");
}

void EncodedDataTest::longTextsAreToldOnce() {
    PictureFolder folder;
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += "dog ";
    writeFile(folder.pictures() / "3.txt", text);
    Run run;
    run.open(folder.data());
    QCOMPARE(run.warnings.size(), std::size_t{1});
    AFA_VERIFY_CONTAINS(run.warnings[0], "1 of 6 texts are longer than the 75 tokens");
}

void EncodedDataTest::impossibleSettingsAreRefused() {
    PictureFolder folder;
    const auto refused = [&](const std::function<void(EncodedDataSettings&, Encoders&)>& change) {
        Run run;
        auto encoders = demoEncoders();
        change(run.settings, encoders);
        return messageOf<ConfigError>([&] { run.open(folder.data(), encoders); });
    };
    AFA_VERIFY_CONTAINS(refused([](auto& settings, auto&) { settings.size = 18; }), "multiples of 4");
    AFA_VERIFY_CONTAINS(refused([](auto& settings, auto&) { settings.maxBad = 1.5; }), "--max-bad");
    AFA_VERIFY_CONTAINS(refused([](auto& settings, auto&) { settings.decodeThreads = 0; }), "one thread");
    AFA_VERIFY_CONTAINS(refused([](auto&, auto& encoders) { encoders.textFingerprints.clear(); }),
                        "0 fingerprints");
    AFA_VERIFY_CONTAINS(refused([](auto&, auto& encoders) { encoders.tokenizer = ClipTokenizer::builtIn(); }),
                        "49408");
    Run run(writeFile(folder.pictures() / "a file", "x"));
    AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { run.open(folder.data()); }), "cache folder");
    Run off;
    const auto data = off.open(folder.data());
    QVERIFY_THROWS_EXCEPTION(DataError, data->batch(draws({kPictures})));
    QVERIFY_THROWS_EXCEPTION(DataError, data->prefetch(draws({-1})));
    QVERIFY_THROWS_EXCEPTION(DataError, data->batch({}));
}

QTEST_APPLESS_MAIN(EncodedDataTest)
#include "test_encoded_data.moc"
