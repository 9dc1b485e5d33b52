#include <QtTest/QtTest>
#include <boost/json.hpp>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/io/half.h"
#include "core/io/safetensors.h"
#include "core/merge/merge.h"
#include "core/merge/tensor_mix.h"
#include "core/tensor/convert.h"
#include "tests/support/files.h"
#include "tests/support/hashed.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace afa;
using namespace afa::test;

namespace fs = std::filesystem;

namespace {

struct Key {
    std::string part, name, ldm;
    std::vector<std::int64_t> shape;
};

/// The small architecture of make_merge.py.
const std::vector<Key>& tinyKeys() {
    static const std::vector<Key> keys = [] {
        std::vector<Key> out;
        std::ifstream file(AFA_TEST_DATA "/io/tiny_tensors.txt");
        Key key;
        std::string shape;
        while (file >> key.part >> key.name >> shape >> key.ldm) {
            key.shape.clear();
            std::istringstream extents(shape);
            for (std::string extent; std::getline(extents, extent, ',');)
                key.shape.push_back(std::stoll(extent));
            out.push_back(key);
        }
        return out;
    }();
    return keys;
}

constexpr DType kTypes[] = {DType::F32, DType::F16, DType::BF16, DType::F64};  // make_merge.py

struct ModelOptions {
    bool ldmNames = true;
    std::string without;  ///< a key that is left out
    std::string extra;    ///< a key that belongs to nothing
    std::vector<std::string> parts{"unet", "vae", "text_encoder"};
};

/// Model `index` of make_merge.py as a single file.
fs::path writeModel(const fs::path& path, int index, const ModelOptions& options = {}) {
    const auto configs = parseJson(readFile(AFA_TEST_DATA "/io/tiny_configs.json"), "configs");
    std::map<std::string, std::string> metadata;
    std::vector<TensorInfo> infos;
    std::vector<torch::Tensor> values;
    for (const auto& key : tinyKeys()) {
        if (std::find(options.parts.begin(), options.parts.end(), key.part) == options.parts.end()) continue;
        metadata["afa." + key.part + ".config"] = boost::json::serialize(configs.at(key.part));
        if (key.ldm == options.without) continue;
        infos.push_back({options.ldmNames ? key.ldm : key.part + "." + key.name, kTypes[index], key.shape});
        values.push_back(
            hashedParameter("merge." + std::to_string(index) + "." + key.part + ".", key.name, key.shape)
                .to(toTorch(kTypes[index])));
    }
    if (!options.extra.empty()) {
        infos.push_back({options.extra, DType::F32, {2}});
        values.push_back(torch::zeros({2}));
    }
    SafetensorsWriter writer(path, infos, metadata);
    for (const auto& value : values)
        writer.write(toBytes(value));
    writer.finish();
    return path;
}

/// A recipe of make_merge.py's case over files in `dir`.
MergeRecipe recipeOf(const boost::json::object& values, const fs::path& dir) {
    MergeRecipe recipe;
    recipe.method = parseMergeMethod(std::string(values.at("method").as_string()));
    const auto numbers = [](const boost::json::value& list) {
        std::vector<double> out;
        for (const auto& number : list.as_array())
            out.push_back(number.to_number<double>());
        return out;
    };
    for (const auto& model : values.at("models").as_array()) {
        const int index = model.to_number<int>();
        const auto path = dir / ("model" + std::to_string(index) + ".safetensors");
        if (!fs::exists(path)) writeModel(path, index, {.ldmNames = index % 2 == 0});
        recipe.models.push_back({path, "", ""});
    }
    (recipe.method == MergeMethod::BlockWeighted ? recipe.base : recipe.weights) =
        numbers(values.at("weights"));
    if (!values.at("block_weights").is_null()) recipe.blocks = numbers(values.at("block_weights"));
    recipe.type = parseMergeType(std::string(values.at("type").as_string()));
    return recipe;
}

MergeRecipe mean(std::vector<fs::path> paths) {
    MergeRecipe recipe;
    for (auto& path : paths)
        recipe.models.push_back({std::move(path), "", ""});
    return recipe;
}

std::string blockKey(const std::string& ldm) {
    const BlockAxis axis(
        parseUNetConfig(boost::json::serialize(
                            parseJson(readFile(AFA_TEST_DATA "/io/tiny_configs.json"), "configs").at("unet")),
                        "tiny"));
    return "block " + std::to_string(axis.blockOf(ldm));
}

/// SHA-256 per block and part over a merged file's values, as make_merge.py sums them.
std::map<std::string, std::string> sums(const fs::path& path) {
    static const auto blocks = [] {
        std::map<std::string, std::string> out;
        for (const auto& key : tinyKeys())
            out[key.ldm] = key.part == "unet"
                               ? blockKey(key.ldm.substr(std::strlen("model.diffusion_model.")))
                               : key.part;
        return out;
    }();
    const auto file = openSafetensors(path);
    std::map<std::string, Sha256> hashes;
    std::vector<Key> keys = tinyKeys();
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        return std::pair(a.part, a.name) < std::pair(b.part, b.name);
    });
    for (const auto& key : keys)
        if (const auto index = file->find(key.ldm))
            hashes[blocks.at(key.ldm)].update(file->view(*index).bytes);
    std::map<std::string, std::string> out;
    for (auto& [key, hash] : hashes)
        out[key] = hash.finishHex();
    return out;
}

}  // namespace

class TestMerge : public QObject {
    Q_OBJECT

    TempDir models_;  ///< made once, used by all cases

  private Q_SLOTS:
    void mergedValuesEqualNumPyBitForBit_data() {
        QTest::addColumn<QString>("name");
        const auto cases = parseJson(readFile(AFA_TEST_DATA "/merge/merged.json"), "merged.json");
        for (const auto& item : cases.as_object()) {
            const std::string name(item.key());
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
        }
    }
    void mergedValuesEqualNumPyBitForBit() {
        QFETCH(QString, name);
        const auto cases = parseJson(readFile(AFA_TEST_DATA "/merge/merged.json"), "merged.json");
        const auto& values = cases.as_object().at(name.toStdString()).as_object();
        const TempDir dir;
        const auto output = dir / "merged.safetensors";
        const auto report = merge(recipeOf(values, models_.path()), {.path = output});
        QVERIFY(report.warnings.empty());
        const auto found = sums(output);
        const auto& expected = values.at("sha256").as_object();
        QCOMPARE(found.size(), expected.size());
        for (const auto& item : expected) {
            const std::string key(item.key());
            QVERIFY2(found.at(key) == item.value().as_string(), key.c_str());
        }
    }

    void theOutputIsACompleteModelWithLdmNamesAndMetadata() {
        const TempDir dir;
        writeModel(dir / "a.safetensors", 1);
        writeModel(dir / "b.safetensors", 2, {.ldmNames = false, .extra = "somebody.else"});
        const auto report = merge(mean({dir / "a.safetensors", dir / "b.safetensors"}),
                                  {.path = dir / "out.safetensors", .savedRecipe = dir / "out.json"});
        QCOMPARE(report.dropped, std::size_t{1});
        const auto file = openSafetensors(dir / "out.safetensors");
        QCOMPARE(file->tensors().size(), tinyKeys().size() + 1);
        for (const auto& key : tinyKeys())
            QVERIFY2(file->find(key.ldm).has_value(), key.ldm.c_str());
        for (const auto& info : file->tensors())
            if (!info.name.ends_with("position_ids")) QVERIFY(info.dtype == DType::F16);  // the first model's
        const auto positions = file->find("cond_stage_model.transformer.text_model.embeddings.position_ids");
        QVERIFY(positions.has_value());
        const auto view = file->view(*positions);
        QVERIFY(view.info.dtype == DType::I64 && view.info.shape == (std::vector<std::int64_t>{1, 77}));
        QVERIFY(torch::equal(toTensor(view, torch::kInt64), torch::arange(77).unsqueeze(0)));

        const auto recipe = parseRecipe(file->metadata().at("afa.merge"), "metadata");
        QCOMPARE(recipe.models.size(), std::size_t{2});
        QCOMPARE(recipe.models[1].file.string(), std::string("b.safetensors"));
        QCOMPARE(recipe.models[1].sha256, Checkpoint::open(dir / "b.safetensors")->fingerprint());
        // The recipe of the output makes the output again.
        merge(readRecipe(dir / "out.json"), {.path = dir / "again.safetensors"});
        QCOMPARE(sums(dir / "again.safetensors"), sums(dir / "out.safetensors"));
    }

    void aDiffusersDirectoryHoldsTheSameValues() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 1), b = writeModel(dir / "b.safetensors", 0);
        merge(mean({a, b}), {.path = dir / "file.safetensors"});
        merge(mean({a, b}), {.path = dir / "folder", .diffusers = true});
        const auto file = Checkpoint::open(dir / "file.safetensors"),
                   folder = Checkpoint::open(dir / "folder");
        QVERIFY(folder->kind() == Checkpoint::Kind::DiffusersDirectory);
        for (const auto part : {ModelPart::UNet, ModelPart::Vae, ModelPart::TextEncoder})
            QCOMPARE(fingerprint(folder->part(part)), fingerprint(file->part(part)));
        // A directory can be merged again.
        merge(mean({dir / "folder", a}), {.path = dir / "again.safetensors"});
    }

    void theVaeCanBeChosen() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0), b = writeModel(dir / "b.safetensors", 3);
        const auto vaeOf = [&](const std::string& vae, const char* name) {
            auto recipe = mean({a, b});
            recipe.vae = vae;
            merge(recipe, {.path = dir / name});
            return fingerprint(Checkpoint::open(dir / name)->part(ModelPart::Vae));
        };
        const auto own = [](const fs::path& path) {
            return fingerprint(Checkpoint::open(path)->part(ModelPart::Vae));
        };
        QCOMPARE(vaeOf("model:1", "one.safetensors"), own(b));
        const auto vae = writeModel(dir / "vae.safetensors", 2, {.parts = {"vae"}});
        QCOMPARE(vaeOf(vae.string(), "path.safetensors"), own(vae));
        const auto merged = vaeOf("merged", "merged.safetensors");
        QVERIFY(merged != own(a) && merged != own(b));
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { vaeOf("model:2", "x.safetensors"); }),
                            "model:0 to model:1");
    }

    void aModelWithoutVaeMergesWhereTheVaeIsChosen() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0);
        const auto b = writeModel(dir / "b.safetensors", 1, {.parts = {"unet", "text_encoder"}});
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                merge(mean({a, b}), {.path = dir / "x.safetensors"});
                            }),
                            "b.safetensors has no VAE");
        auto recipe = mean({a, b});
        recipe.vae = "model:0";
        merge(recipe, {.path = dir / "x.safetensors"});
        QVERIFY(Checkpoint::open(dir / "x.safetensors")->has(ModelPart::Vae));
    }

    void oneErrorListsAllDifferences() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0);
        const std::string missing = "model.diffusion_model.middle_block.1.proj_in.bias";
        const auto b = writeModel(dir / "b.safetensors", 1, {.without = missing});
        const auto c = writeModel(dir / "c.safetensors", 2, {.parts = {"unet", "vae"}});
        const auto message = messageOf<ConfigError>([&] {
            merge(mean({a, b, c}), {.path = dir / "x.safetensors"});
        });
        AFA_VERIFY_CONTAINS(message, "1 tensors missing (mid_block.attentions.0.proj_in.bias)");
        AFA_VERIFY_CONTAINS(message, "c.safetensors has no text encoder");
        QVERIFY(!fs::exists(dir / "x.safetensors"));
    }

    void theSameModelTwiceIsWarnedOf() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0);
        fs::copy_file(a, dir / "copy.safetensors");
        const auto twice = merge(mean({a, dir / "." / "a.safetensors"}), {.path = dir / "x.safetensors"});
        QCOMPARE(twice.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(twice.warnings[0], "same file");
        const auto copy = merge(mean({a, dir / "copy.safetensors"}), {.path = dir / "x.safetensors"});
        QCOMPARE(copy.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(copy.warnings[0], "same U-Net");
    }

    void anInputMayBeReplacedByTheOutput() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0), b = writeModel(dir / "b.safetensors", 3);
        merge(mean({a, b}), {.path = dir / "x.safetensors"});
        merge(mean({a, b}), {.path = a});
        QCOMPARE(sums(a), sums(dir / "x.safetensors"));
    }

    void aStopLeavesNothingBehind() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0), b = writeModel(dir / "b.safetensors", 1);
        for (const bool diffusers : {false, true}) {
            std::stop_source source;
            const TaskControl control(source.get_token(), [&](const Progress& progress) {
                if (progress.phase == "merge" && progress.done == 30) source.request_stop();
            });
            QVERIFY_THROWS_EXCEPTION(
                Cancelled, merge(mean({a, b}), {.path = dir / "out", .diffusers = diffusers}, control));
            std::size_t entries = 0;
            for ([[maybe_unused]] const auto& entry : fs::directory_iterator(dir.path()))
                ++entries;
            QCOMPARE(entries, std::size_t{2});
        }
    }

#ifdef Q_OS_UNIX
    /// A limit on file sizes stands for a full disk: both are found when space is claimed.
    void aFullDiskLeavesNothingBehind() {
        const TempDir dir;
        const auto a = writeModel(dir / "a.safetensors", 0), b = writeModel(dir / "b.safetensors", 0);
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{1 << 16, old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        std::string messages[2];
        for (const bool diffusers : {false, true})
            messages[diffusers ? 1 : 0] = messageOf<FileError>([&] {
                merge(mean({a, b}), {.path = dir / "out", .diffusers = diffusers});
            });
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, handler);
        for (const auto& message : messages)
            AFA_VERIFY_CONTAINS(message, "bytes wanted");
        std::size_t entries = 0;
        for ([[maybe_unused]] const auto& entry : fs::directory_iterator(dir.path()))
            ++entries;
        QCOMPARE(entries, std::size_t{2});
    }
#endif

    void theNumberOfThreadsDoesNotMatter() {
        // Large enough for several threads, of a size that no chunk divides.
        const std::int64_t count = (1 << 20) + 12345;
        const auto a = hashed("a", {count}), b = hashed("b", {count});
        const auto view = [&](const torch::Tensor& values) {
            return TensorView{{"x", DType::F32, {count}},
                              {1},
                              {static_cast<const std::byte*>(values.const_data_ptr()), values.nbytes()}};
        };
        const std::vector<TensorView> inputs{view(a), view(b)};
        const std::vector<double> weights{0.3, 0.7};
        const auto run = [&](unsigned threads) {
            auto out = torch::empty({count}, torch::kHalf);
            mixTensors(MixKind::Sum, inputs, weights, DType::F16,
                       {static_cast<std::byte*>(out.data_ptr()), out.nbytes()}, threads);
            return out;
        };
        const auto one = run(1);
        QVERIFY(torch::equal(one, (a * 0.3F + b * 0.7F).to(torch::kHalf)));
        for (const unsigned threads : {2U, 3U, 7U})
            QVERIFY(torch::equal(run(threads), one));
    }

    void hostileMixesAreRefused() {
        const auto values = torch::zeros({4});
        std::vector<std::byte> out(16);
        const TensorView good{
            {"x", DType::F32, {4}}, {1}, {static_cast<const std::byte*>(values.const_data_ptr()), 16}};
        auto integers = good;
        integers.info.dtype = DType::I32;
        const auto refuse = [&](std::vector<TensorView> inputs, std::vector<double> weights,
                                std::size_t bytes) {
            return !messageOf<DataError>([&] {
                        mixTensors(MixKind::Sum, inputs, weights, DType::F32, std::span(out).first(bytes), 1);
                    }).empty();
        };
        QVERIFY(!refuse({good, good}, {0.5, 0.5}, 16));
        QVERIFY(refuse({good, good}, {0.5}, 16));
        QVERIFY(refuse({}, {}, 16));
        QVERIFY(refuse({good, integers}, {0.5, 0.5}, 16));
        QVERIFY(refuse({good}, {1}, 12));
    }

    /// Networks run with subnormal floats taken as zero; subnormal halves are ordinary weights all the same.
    void halvesWidenExactlyWhereSubnormalFloatsAreFlushed() {
        const auto bits = torch::arange(1 << 16).to(torch::kInt16);
        const auto expected = bits.view(torch::kHalf).to(torch::kFloat32);
        QVERIFY(at::globalContext().setFlushDenormal(true));
        std::vector<float> found;
        for (std::uint32_t i = 0; i < (1U << 16); ++i)
            found.push_back(widenHalf(static_cast<std::uint16_t>(i)));
        at::globalContext().setFlushDenormal(false);
        for (std::uint32_t i = 0; i < (1U << 16); ++i) {
            const float value = expected[i].item<float>();
            QVERIFY(std::isnan(value) ? std::isnan(found[i]) : value == found[i]);
        }
    }

    /// Against PyTorch's conversion, over every half and its neighbours.
    void bfloat16RoundsToNearestEven() {
        std::vector<float> values;
        for (std::uint32_t bits = 0; bits < (1U << 16); ++bits)
            for (const std::uint32_t low : {0U, 1U, 0x7FFFU, 0x8000U, 0x8001U, 0xFFFFU})
                values.push_back(std::bit_cast<float>((bits << 16) | low));
        const auto expected = torch::tensor(values).to(torch::kBFloat16);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto mine = roundToBfloat16(values[i]);
            const auto theirs = static_cast<std::uint16_t>(expected.const_data_ptr<at::BFloat16>()[i].x);
            QVERIFY(std::isnan(values[i]) ? std::isnan(widenBfloat16(mine)) : mine == theirs);
        }
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "test_merge.moc"
