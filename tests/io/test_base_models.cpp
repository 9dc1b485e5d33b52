#include <QtTest/QtTest>
#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/io/checkpoint.h"
#include "core/io/convert.h"
#include "core/io/diffusers_directory.h"
#include "core/io/key_map.h"
#include "core/io/model_family.h"
#include "core/io/probe.h"
#include "core/io/safetensors.h"
#include "core/io/tensor_file.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

/// One line of tests/data/io/*_tensors.txt (make_io.py).
struct Row {
    std::string part, name, ldm;
    std::vector<std::int64_t> shape;
};

std::vector<Row> rowsOf(const std::string& list) {
    std::ifstream in(AFA_TEST_DATA "/io/" + list + "_tensors.txt");
    std::vector<Row> rows;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        Row row;
        std::string shape;
        words >> row.part >> row.name >> shape >> row.ldm;
        std::istringstream extents(shape);
        for (std::string extent; std::getline(extents, extent, ',');)
            row.shape.push_back(std::stoll(extent));
        rows.push_back(row);
    }
    return rows;
}

std::string configOf(const std::string& list, const std::string& part) {
    const auto all = parseJson(readFile(AFA_TEST_DATA "/io/" + list + "_configs.json"), list);
    return boost::json::serialize(all.at(part));
}

/// A part without values: what configs and names are told from.
PartReader shapesOnly(const std::vector<Row>& rows, const std::string& part) {
    std::vector<TensorInfo> infos;
    for (const auto& row : rows)
        if (row.part == part) infos.push_back({row.name, DType::F16, row.shape});
    return PartReader("shapes (" + part + ")", infos, std::vector<PartReader::Source>(infos.size()));
}

std::vector<ExpectedTensor> expectedFor(const std::string& list, const std::string& part) {
    const auto json = configOf(list, part);
    if (part == "unet") return expectedTensors(parseUNetConfig(json, list));
    if (part == "vae") return expectedTensors(parseVaeConfig(json, list));
    return expectedTensors(parseClipTextConfig(json, list));
}

/// A file of zeros under the given names.
fs::path writeZeros(const fs::path& path, const std::vector<TensorInfo>& infos,
                    const std::map<std::string, std::string>& metadata = {}) {
    SafetensorsWriter writer(path, infos, metadata);
    for (const auto& info : infos)
        writer.write(std::vector<std::byte>(static_cast<std::size_t>(info.numel()) * dtypeSize(info.dtype)));
    writer.finish();
    return path;
}

/// The tiny model's tensors under LDM's names, as single files have them.
std::vector<TensorInfo> ldmTensors(const std::set<std::string>& parts = {"unet", "vae"}) {
    std::vector<TensorInfo> infos;
    for (const auto& row : rowsOf("tiny")) {
        if (!parts.contains(row.part)) continue;
        auto shape = row.shape;
        if (row.part == "vae" && row.ldm.find("attn_1.") != std::string::npos && shape.size() == 2)
            shape.insert(shape.end(), {1, 1});
        infos.push_back({row.ldm, DType::F16, shape});
    }
    return infos;
}

}  // namespace

/// Base models on disk against diffusers' and transformers' own names, shapes and configs.
class TestBaseModels : public QObject {
    Q_OBJECT

    static void addLists() {
        QTest::addColumn<std::string>("list");
        QTest::newRow("Stable Diffusion 1.5") << std::string("sd15");
        QTest::newRow("tiny, other depths") << std::string("tiny");
    }

  private Q_SLOTS:
    void expectedTensorsAreThoseOfTheLibraries_data() { addLists(); }
    void expectedTensorsAreThoseOfTheLibraries() {
        QFETCH(std::string, list);
        const auto rows = rowsOf(list);
        QVERIFY(!rows.empty());
        std::size_t compared = 0;
        for (const std::string part : {"unet", "vae", "text_encoder"}) {
            const auto expected = expectedFor(list, part);
            QVERIFY(std::is_sorted(expected.begin(), expected.end(),
                                   [](const auto& a, const auto& b) { return a.name < b.name; }));
            const auto report = compareTensors(shapesOnly(rows, part), expected);
            QVERIFY2(report.ok(), report.text().english().c_str());
            compared += expected.size();
        }
        QCOMPARE(compared, rows.size());
    }

    void everyLdmNameIsOneDiffusersName_data() { addLists(); }
    void everyLdmNameIsOneDiffusersName() {
        QFETCH(std::string, list);
        const auto rows = rowsOf(list);
        std::set<std::string> ldm;
        for (const auto& row : rows)
            ldm.insert(row.ldm);
        QCOMPARE(ldm.size(), rows.size());
        const std::map<std::string, std::string> prefixes{{"unet", "model.diffusion_model."},
                                                          {"vae", "first_stage_model."}};
        for (const auto& [part, prefix] : prefixes) {
            const HasName has = [&](const std::string& name) { return ldm.contains(prefix + name); };
            const bool unet = part == "unet";
            // The depths as the names show them, and as the config says.
            const KeyMap maps[]{unet ? KeyMap::unet(ldmUNetTopology(has)) : KeyMap::vae(ldmVaeTopology(has)),
                                unet ? KeyMap::unet(topologyOf(parseUNetConfig(configOf(list, part), list)))
                                     : KeyMap::vae(topologyOf(parseVaeConfig(configOf(list, part), list)))};
            for (const auto& map : maps)
                for (const auto& row : rows) {
                    if (row.part != part) continue;
                    const auto bare = row.ldm.substr(prefix.size());
                    QCOMPARE(map.toDiffusers(bare).value_or(""), row.name);
                    QCOMPARE(map.toLdm(row.name).value_or(""), bare);
                }
            QVERIFY(!maps[0].toDiffusers("no.such.weight"));
        }
    }

    void shapesAloneTellStableDiffusionsConfigs() {
        const auto rows = rowsOf("sd15");
        QVERIFY(inferUNetConfig(shapesOnly(rows, "unet")) == parseUNetConfig(configOf("sd15", "unet"), ""));
        QVERIFY(inferVaeConfig(shapesOnly(rows, "vae")) == parseVaeConfig(configOf("sd15", "vae"), ""));
        QVERIFY(inferClipTextConfig(shapesOnly(rows, "text_encoder")) ==
                parseClipTextConfig(configOf("sd15", "text_encoder"), ""));
        QVERIFY(parseUNetConfig(configOf("sd15", "unet"), "") == UNetConfig{});
        QVERIFY(parseVaeConfig(configOf("sd15", "vae"), "") == VaeConfig{});
        QVERIFY(parseClipTextConfig(configOf("sd15", "text_encoder"), "") == ClipTextConfig{});
    }

    void otherDepthsAreReadFromTheirConfigs() {
        const auto unet = parseUNetConfig(configOf("tiny", "unet"), "");
        QCOMPARE(unet.blockOutChannels, (std::vector<std::int64_t>{32, 64, 64}));
        QCOMPARE(unet.downAttention, (std::vector<bool>{false, true, true}));
        QCOMPARE(unet.upAttention, (std::vector<bool>{true, true, false}));
        QCOMPARE(unet.numHeads, (std::vector<std::int64_t>{2, 4, 4}));
        QCOMPARE(unet.layersPerBlock, std::int64_t{1});
        QCOMPARE(unet.normNumGroups, std::int64_t{8});
        QCOMPARE(unet.normEps, 1e-5);
        QCOMPARE(unet.sampleSize, std::int64_t{8});
        QVERIFY(unet.useLinearProjection);
        const auto vae = parseVaeConfig(configOf("tiny", "vae"), "");
        QCOMPARE(vae.factor(), std::int64_t{2});
        QCOMPARE(vae.scalingFactor, 0.18215);
        const auto text = parseClipTextConfig(configOf("tiny", "text_encoder"), "");
        QCOMPARE(text.numHeads, std::int64_t{2});
        QCOMPARE(text.layerNormEps, 1e-5);
    }

    void absentKeysTakeTheLibrariesDefaults() {
        // The constructors of diffusers' UNet2DConditionModel and AutoencoderKL and of transformers'
        // CLIPTextConfig.
        const auto unet = parseUNetConfig("{}", "");
        QCOMPARE(unet.normEps, 1e-5);
        QCOMPARE(unet.numHeads, (std::vector<std::int64_t>{8, 8, 8, 8}));
        QCOMPARE(unet.crossAttentionDim, std::int64_t{1280});
        QCOMPARE(unet.normNumGroups, std::int64_t{32});
        QVERIFY(!unet.useLinearProjection);
        const auto vae = parseVaeConfig("{}", "");
        QCOMPARE(vae.scalingFactor, 0.18215);
        QCOMPARE(vae.blockOutChannels, std::vector<std::int64_t>{64});
        QVERIFY(vae.useQuantConv && vae.usePostQuantConv);
        const auto text = parseClipTextConfig("{}", "");
        QCOMPARE(text.layerNormEps, 1e-5);
        QCOMPARE(text.hiddenSize, std::int64_t{512});
        QCOMPARE(text.numHeads, std::int64_t{8});
        QCOMPARE(text.hiddenAct, std::string("quick_gelu"));
    }

    void writtenConfigsReadBackEqual_data() { addLists(); }
    void writtenConfigsReadBackEqual() {
        QFETCH(std::string, list);
        auto unet = parseUNetConfig(configOf(list, "unet"), "");
        unet.normEps = 3e-4;
        auto vae = parseVaeConfig(configOf(list, "vae"), "");
        vae.scalingFactor = 0.25;
        vae.useQuantConv = false;
        auto text = parseClipTextConfig(configOf(list, "text_encoder"), "");
        text.hiddenAct = "gelu";
        QVERIFY(parseUNetConfig(unetConfigJson(unet), "") == unet);
        QVERIFY(parseVaeConfig(vaeConfigJson(vae), "") == vae);
        QVERIFY(parseClipTextConfig(clipTextConfigJson(text), "") == text);
    }

    void fingerprintsAreThoseOfHalfPrecision() {
        const auto expected = parseJson(readFile(AFA_TEST_DATA "/io/fingerprint.json"), "fingerprint.json");
        const std::shared_ptr<const TensorFile> file =
            openSafetensors(AFA_TEST_DATA "/io/fingerprint_fp32.safetensors");
        auto infos = file->tensors();
        std::sort(infos.begin(), infos.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        std::vector<PartReader::Source> sources;
        for (const auto& info : infos)
            sources.push_back({file, *file->find(info.name)});
        QCOMPARE(fingerprint(PartReader("fp32", infos, sources)),
                 std::string(expected.at("fp32").as_string()));
        QVERIFY(expected.at("fp32") == expected.at("fp16"));
    }

    void singleFilesWithLdmNamesOpenAndConvertBothWays() {
        const TempDir dir;
        auto infos = ldmTensors();
        infos.push_back({"model_ema.decay", DType::F32, {}});
        infos.push_back({"model_ema.diffusion_modelinput_blocks00weight", DType::F32, {32, 4, 3, 3}});
        // Configs stored beside, since shapes do not tell the tiny model's heads and groups.
        const auto path = writeZeros(
            dir / "model.safetensors", infos,
            {{"afa.unet.config", configOf("tiny", "unet")}, {"afa.vae.config", configOf("tiny", "vae")}});
        const auto model = Checkpoint::open(path);
        QVERIFY(model->has(ModelPart::UNet) && model->has(ModelPart::Vae) &&
                !model->has(ModelPart::TextEncoder));
        QCOMPARE(model->skippedTensors(), std::size_t{2});
        QCOMPARE(model->name(), std::string("model"));
        QVERIFY(compareTensors(model->part(ModelPart::UNet), expectedTensors(model->unetConfig())).ok());
        QVERIFY(compareTensors(model->part(ModelPart::Vae), expectedTensors(model->vaeConfig())).ok());
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { model->part(ModelPart::TextEncoder); }),
                            "has no text encoder");

        convert(path, ConvertTarget::Diffusers, dir / "directory");
        const auto directory = Checkpoint::open(dir / "directory");
        QVERIFY(directory->unetConfig() == model->unetConfig());
        QVERIFY(directory->vaeConfig() == model->vaeConfig());
        QCOMPARE(directory->fingerprint(), model->fingerprint());
        convert(dir / "directory", ConvertTarget::SingleFile, dir / "again.safetensors");
        const auto again = openSafetensors(dir / "again.safetensors");
        QCOMPARE(again->tensors().size(), infos.size() - 2);
        for (const auto& info : ldmTensors()) {
            const auto index = again->find(info.name);
            QVERIFY2(index, info.name.c_str());
            QCOMPARE(again->tensors()[*index].shape, info.shape);
        }
    }

    /// A single file has no tokenizer with it where CLIP's own serves; diffusers needs its files.
    void aDirectoryGetsClipsTokenizerWhereTheModelReadsWithIt() {
        const TempDir dir;
        const auto fileOf = [&](const char* name, std::int64_t tokens) {
            ClipTextConfig config;
            config.vocabSize = tokens;
            config.hiddenSize = config.intermediateSize = 8;
            config.numLayers = config.numHeads = 1;
            std::vector<TensorInfo> infos;
            for (const auto& tensor : expectedTensors(config))
                infos.push_back({"cond_stage_model.transformer." + tensor.name, DType::F16, tensor.shape});
            return writeZeros(dir / name, infos, {{"afa.text_encoder.config", clipTextConfigJson(config)}});
        };
        const ModelWriteOptions options{.writeBuiltInTokenizer = [](const std::filesystem::path& folder) {
            std::ofstream(folder / "vocab.json") << "{}";
        }};
        const auto clips = fileOf("clip.safetensors", 49408), others = fileOf("other.safetensors", 4000);
        convert(clips, ConvertTarget::Diffusers, dir / "clip", options);
        convert(others, ConvertTarget::Diffusers, dir / "other", options);
        convert(clips, ConvertTarget::Diffusers, dir / "without");
        QVERIFY(std::filesystem::exists(dir / "clip" / "tokenizer" / "vocab.json"));
        QVERIFY(listsComponent(dir / "clip", "tokenizer"));
        for (const char* name : {"other", "without"}) {
            QVERIFY(!std::filesystem::exists(dir / name / "tokenizer"));
            QVERIFY(!listsComponent(dir / name, "tokenizer"));
        }
    }

    void aTensorInTwoShardsIsRefused() {
        const TempDir dir;
        const auto shard = [&](const char* name) {
            return openTensorFile(writeZeros(dir / name, {{"conv_in.bias", DType::F16, {4}}}, {}));
        };
        std::size_t skipped = 0;
        const auto message = messageOf<FileError>([&] {
            sortPartFiles(ModelPart::UNet, "m", {shard("1.safetensors"), shard("2.safetensors")}, skipped);
        });
        AFA_VERIFY_CONTAINS(message,
                            "2.safetensors: holds the tensor conv_in.bias, which 1.safetensors holds too");
    }

    void damagedModelsTellEveryKindOfDifference() {
        const TempDir dir;
        auto infos = ldmTensors({"unet"});
        infos.erase(infos.begin());
        infos[0].shape[0] += 1;
        infos.push_back({"model.diffusion_model.input_blocks.0.0.extra", DType::F16, {1}});
        const auto path =
            writeZeros(dir / "model.safetensors", infos, {{"afa.unet.config", configOf("tiny", "unet")}});
        const auto model = Checkpoint::open(path);
        const auto text =
            compareTensors(model->part(ModelPart::UNet), expectedTensors(model->unetConfig())).text();
        for (const auto* part : {"1 tensors missing", "1 tensors unexpected", "1 tensors of another shape",
                                 "expected [32", "found [33"})
            AFA_VERIFY_CONTAINS(text, part);
        AFA_VERIFY_CONTAINS(probe(path, false).problem, "1 tensors missing");
    }

    void otherArchitecturesAreRefusedByName_data() {
        QTest::addColumn<std::string>("tensor");
        QTest::addColumn<std::string>("architecture");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char* tensor, const char* architecture, const char* says) {
            QTest::newRow(tensor) << std::string(tensor) << std::string(architecture) << std::string(says);
        };
        row("cond_stage_model.model.ln_final.weight", "sd2", "Stable Diffusion 2.x");
        row("conditioner.embedders.0.transformer.text_model.final_layer_norm.weight", "sdxl", "SDXL");
        row("lora_unet_mid_block.lora_up.weight", "unknown", "LoRA");
        row("control_model.input_blocks.0.0.weight", "unknown", "ControlNet");
    }
    void otherArchitecturesAreRefusedByName() {
        QFETCH(std::string, tensor);
        QFETCH(std::string, architecture);
        QFETCH(std::string, says);
        const TempDir dir;
        auto infos = ldmTensors({"unet"});
        infos.push_back({tensor, DType::F16, {2}});
        const auto path = writeZeros(dir / "model.safetensors", infos);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { Checkpoint::open(path); }), says);
        const auto result = probe(path, false);  // sound, so no error
        QCOMPARE(result.architecture, architecture);
        AFA_VERIFY_CONTAINS(result.problem, says);
    }

    void inpaintingModelsAreRefusedByTheirChannels() {
        const TempDir dir;
        auto infos = ldmTensors({"unet"});
        for (auto& info : infos)
            if (info.name == "model.diffusion_model.input_blocks.0.0.weight") info.shape[1] = 9;
        const auto path = writeZeros(dir / "model.safetensors", infos);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { Checkpoint::open(path); }), "inpainting");
        const auto result = probe(path, false);
        QCOMPARE(result.architecture, std::string("sd1-inpainting"));
        AFA_VERIFY_CONTAINS(result.problem, "inpainting");
    }

    void velocityPredictionIsRefusedByTheScheduler() {
        const TempDir dir;
        const auto file = writeZeros(
            dir / "model.safetensors", ldmTensors(),
            {{"afa.unet.config", configOf("tiny", "unet")}, {"afa.vae.config", configOf("tiny", "vae")}});
        convert(file, ConvertTarget::Diffusers, dir / "model");
        QCOMPARE(probe(dir / "model", false).prediction, std::string("epsilon"));
        QCOMPARE(probe(dir / "model", false).problem, std::string());
        writeFile(dir / "model/scheduler/scheduler_config.json", R"({"prediction_type": "v_prediction"})");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { Checkpoint::open(dir / "model"); }), "v_prediction");
        const auto result = probe(dir / "model", false);
        QCOMPARE(result.prediction, std::string("v_prediction"));
        AFA_VERIFY_CONTAINS(result.problem, "v_prediction");
    }

    void anotherNoiseScheduleIsRefused_data() {
        QTest::addColumn<QByteArray>("scheduler");
        QTest::addColumn<QString>("key");
        QTest::newRow("diffusers' default")
            << QByteArray(R"({"_class_name": "DDIMScheduler"})") << "beta_schedule: expected scaled_linear";
        QTest::newRow("default betas")
            << QByteArray(R"({"_class_name": "PNDMScheduler", "beta_schedule": "scaled_linear"})")
            << "beta_start: expected 0.00085";
        QTest::newRow("flow matching")
            << QByteArray(R"({"_class_name": "FlowMatchEulerDiscreteScheduler"})") << "_class_name";
        QTest::newRow("LCM's default is ours") << QByteArray(R"({"_class_name": "LCMScheduler"})") << "";
    }
    void anotherNoiseScheduleIsRefused() {
        QFETCH(QByteArray, scheduler);
        QFETCH(QString, key);
        const TempDir dir;
        const auto file = writeZeros(
            dir / "model.safetensors", ldmTensors(),
            {{"afa.unet.config", configOf("tiny", "unet")}, {"afa.vae.config", configOf("tiny", "vae")}});
        convert(file, ConvertTarget::Diffusers, dir / "model");
        writeFile(dir / "model/scheduler/scheduler_config.json", scheduler.toStdString());
        if (key.isEmpty()) {
            QVERIFY(Checkpoint::open(dir / "model")->has(ModelPart::UNet));
        } else {
            AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { Checkpoint::open(dir / "model"); }),
                                key.toStdString());
        }
    }

    /// Sizes are computed from the number of levels: 2^34 for pixels, and a width of 1 << 33 for the grid.
    void moreLevelsThanAnyModelHasAreRefused() {
        const TempDir dir;
        std::vector<TensorInfo> infos;
        const auto add = [&](const std::string& name, std::vector<std::int64_t> shape) {
            infos.push_back({name, DType::F16, std::move(shape)});
        };
        add("vae.encoder.conv_in.weight", {32, 3, 3, 3});
        add("vae.decoder.conv_in.weight", {32, 4, 3, 3});
        add("vae.decoder.conv_out.weight", {3, 32, 3, 3});
        for (int i = 0; i < 34; ++i)
            add("vae.encoder.down_blocks." + std::to_string(i) + ".resnets.0.conv1.weight", {32, 32, 3, 3});
        const auto path = writeZeros(dir / "model.safetensors", infos);
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { Checkpoint::open(path); }),
                            "expected 1 to 16 levels, found 34");
    }

    void aPathThatCannotBeReadIsToldAsThat() {
        const TempDir dir;
        fs::create_symlink("loop.safetensors", dir / "loop.safetensors");
        const auto path = dir / "loop.safetensors";
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { probe(path); }), "cannot be read: ");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { Checkpoint::open(path); }), "cannot be read: ");
    }

    void soundFilesThatAreNoModelSucceedWithAProblem() {
        const TempDir dir;
        const auto path = writeZeros(dir / "other.safetensors", {{"table", DType::F32, {3}}});
        const auto result = probe(path);
        QCOMPARE(result.kind, std::string("unknown"));
        AFA_VERIFY_CONTAINS(result.problem, "none of its 1 tensors");
        QCOMPARE(result.sha256.size(), std::size_t{64});
        QCOMPARE(result.shortHash, result.sha256.substr(0, 10));
        QCOMPARE(result.bytes, static_cast<std::uint64_t>(fs::file_size(path)));
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { Checkpoint::open(path); }), "none of a U-Net");
    }

    void downloadsThatFailedAreNamed_data() {
        QTest::addColumn<std::string>("content");
        QTest::addColumn<std::string>("says");
        QTest::newRow("empty") << std::string() << std::string("empty");
        QTest::newRow("page") << std::string("\n<!DOCTYPE html><html>") << std::string("HTML");
        QTest::newRow("pointer")
            << std::string("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 42\n")
            << std::string("git-LFS pointer to a file of 42 bytes");
        QTest::newRow("zeros") << std::string(64, '\0') << std::string("zero bytes");
    }
    void downloadsThatFailedAreNamed() {
        QFETCH(std::string, content);
        QFETCH(std::string, says);
        const TempDir dir;
        const auto path = writeFile(dir / "model.safetensors", content);
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { probe(path); }), says);
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { Checkpoint::open(path); }), says);
    }

    void theDemoModelsAreSound() {
        for (const char* name : {"animals", "food", "things"}) {
            const auto result = probe(fs::path(AFA_SOURCE_DIR "/resources/demo") / name, false);
            QCOMPARE(result.kind, std::string("diffusers"));
            QCOMPARE(result.architecture, std::string("sd1"));
            QCOMPARE(result.problem, std::string());
            QCOMPARE(result.prediction, std::string("epsilon"));
            QCOMPARE(result.parts,
                     (std::vector<std::string>{"unet", "vae", "text_encoder", "tokenizer", "scheduler"}));
        }
    }
};

QTEST_GUILESS_MAIN(TestBaseModels)
#include "test_base_models.moc"
