// The list of a request's fields: files of version 0.1.0 are read, files and copies lose nothing.
#include <QtTest/QtTest>
#include <limits>

#include "core/base/error.h"
#include "core/engine/compare_request.h"
#include "core/engine/request_fields.h"
#include "core/engine/request_json.h"

using namespace afa;

namespace {

/// Every field is another than by default. Quotes are \u0022: moc loses its place at \" in a raw string.
const char* const kVersion010 =
    R"({"models":["/m/a.safetensors","/m/b"],"aggregator":"/m/joined.safetensors","allow_other_models":true,)"
    R"("host":1,"vae":"/m/vae","mode":"magicfusion","noise_weights":[0.25,0.75],"schedule":"0:0-11,1:12-24",)"
    R"("merge":"/m/recipe.json","merge_recipe":"{}","magic_mode":2,"magic_t0":500.5,"magic_k":[1,2.5],)"
    R"("model_prompts":["a cat","a dog"],"prompt":"a \u0022cat\u0022","negative_prompt":"fog","width":96,"height":64,)"
    R"("steps":25,"cfg":4.5,"sampler":"euler","karras":true,"eta":0.5,"count":3,"output":"/out",)"
    R"("metadata":false,"maps":"/out/maps.safetensors","sheet":"/out/maps.png","latents":"/m/noise.safetensors",)"
    R"("trace":"/out/trace.safetensors","keep_maps":true,"device":"cpu","precision":"fp32","threads":2,)"
    R"("seed":"18446744073709551615"})";

}  // namespace

class TestRequestFields : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aJournalOfVersion010IsRead() {
        const auto r = generateRequestFromJson(kVersion010, "job 1");
        QCOMPARE(r.models, (std::vector<std::filesystem::path>{"/m/a.safetensors", "/m/b"}));
        QCOMPARE(r.aggregator, std::filesystem::path("/m/joined.safetensors"));
        QVERIFY(r.allowOtherModels && r.karras && r.keepMaps && !r.metadata);
        QCOMPARE(r.host, 1);
        QCOMPARE(r.vae, std::filesystem::path("/m/vae"));
        QCOMPARE(r.mode, std::string("magicfusion"));
        QCOMPARE(r.noiseWeights, (std::vector<double>{0.25, 0.75}));
        QCOMPARE(r.schedule, std::string("0:0-11,1:12-24"));
        QCOMPARE(r.merge, std::filesystem::path("/m/recipe.json"));
        QCOMPARE(r.mergeRecipe, std::string("{}"));
        QCOMPARE(r.magicMode, 2);
        QCOMPARE(r.magicT0, 500.5);
        QCOMPARE(r.magicK, (std::vector<double>{1, 2.5}));
        QCOMPARE(r.modelPrompts, (std::vector<std::string>{"a cat", "a dog"}));
        QCOMPARE(r.prompt, std::string("a \"cat\""));
        QCOMPARE(r.negativePrompt, std::string("fog"));
        QCOMPARE(r.width, 96);
        QCOMPARE(r.height, 64);
        QCOMPARE(r.steps, 25);
        QCOMPARE(r.cfg, 4.5);
        QCOMPARE(r.sampler, std::string("euler"));
        QCOMPARE(r.eta, 0.5);
        QCOMPARE(r.count, 3);
        QCOMPARE(r.output, std::filesystem::path("/out"));
        QCOMPARE(r.maps, std::filesystem::path("/out/maps.safetensors"));
        QCOMPARE(r.sheet, std::filesystem::path("/out/maps.png"));
        QCOMPARE(r.latents, std::filesystem::path("/m/noise.safetensors"));
        QCOMPARE(r.trace, std::filesystem::path("/out/trace.safetensors"));
        QCOMPARE(r.compute.device, std::string("cpu"));
        QCOMPARE(r.compute.precision, std::string("fp32"));
        QCOMPARE(r.compute.threads, 2);
        QVERIFY(r.seed == std::numeric_limits<std::uint64_t>::max());
    }

    void noFieldIsLostInAFile() {
        const auto read = generateRequestFromJson(kVersion010, "job 1");
        const auto again = generateRequestFromJson(generateRequestJson(read), "job 1");
        const GenerateRequest defaults;
        std::size_t fields = 0;
        forEachSharedField(read, again, [&](const Field& field, const auto& one, const auto& other) {
            ++fields;
            QVERIFY2(one == other, field.name);
        });
        forEachSharedField(read, defaults, [&](const Field& field, const auto& one, const auto& usual) {
            QVERIFY2(one != usual, field.name);
        });
        QCOMPARE(fields, std::size_t{32});
        QCOMPARE(again.compute.threads, 2);
        // What is absent or null is as by default.
        const auto empty = generateRequestFromJson(R"({"seed":null,"unknown":1})", "job 1");
        forEachSharedField(empty, defaults, [&](const Field& field, const auto& one, const auto& usual) {
            QVERIFY2(one == usual, field.name);
        });
    }

    void wrongTypesAreNamed() {
        const std::pair<const char*, const char*> wrong[] = {
            {R"({"models":"a"})", "models"},       {R"({"steps":"25"})", "steps"},
            {R"({"steps":-1})", "steps"},          {R"({"cfg":"x"})", "cfg"},
            {R"({"karras":1})", "karras"},         {R"({"seed":"-1"})", "seed"},
            {R"({"seed":"1x"})", "seed"},          {R"({"seed":"18446744073709551616"})", "seed"},
            {R"({"magic_k":[1,"x"]})", "magic_k"}, {R"({"prompt":7})", "prompt"}};
        for (const auto& [json, key] : wrong) {
            std::string said;
            try {
                generateRequestFromJson(json, "job 7");
            } catch (const FileError& error) {
                said = error.what();
            }
            QVERIFY2(said.find("job 7") == 0 && said.find(key) != std::string::npos, json);
        }
    }

    void aModeKeepsItsOwnOptions() {
        const auto all = generateRequestFromJson(kVersion010, "job 1");
        const auto single = requestFor("single:1", all);
        QVERIFY(single.aggregator.empty() && single.noiseWeights.empty() && single.schedule.empty());
        QVERIFY(single.merge.empty() && single.mergeRecipe.empty() && single.modelPrompts.empty());
        QCOMPARE(single.magicT0, GenerateRequest{}.magicT0);
        QCOMPARE(single.steps, 25);
        const auto magic = requestFor("magicfusion", all);
        QCOMPARE(magic.magicK, all.magicK);
        QCOMPARE(magic.modelPrompts, all.modelPrompts);
        QVERIFY(magic.aggregator.empty() && magic.noiseWeights.empty());
        auto hosted = all;
        hosted.vae.clear();
        const auto merge = requestFor("merge", hosted);
        QCOMPARE(merge.merge, all.merge);
        QCOMPARE(merge.vae, all.models[1]);
        QCOMPARE(merge.host, 0);
    }

    void everySettingThatAPictureCarriesTellsItFromAnother() {
        auto asked = generateRequestFromJson(kVersion010, "job 1");
        auto made = withOptionsOf(*parseMode("magicfusion"), asked);
        QVERIFY(samePicture(asked, made));
        made.models = {};  // a picture names them otherwise
        made.output = "/elsewhere";
        QVERIFY(samePicture(asked, made));
        asked.seed.reset();  // drawn, so that any is right
        asked.width = asked.height = 0;
        QVERIFY(samePicture(asked, made));
        asked.seed = made.seed;
        asked.width = made.width;
        asked.height = made.height;
        int fields = 0;
        forEachField(made, [&](const Field& field, auto& value) {
            if (!field.picture || field.name == std::string_view("mode")) return;
            if (const auto* mode = modeOfOption(field.name); mode && mode->kind != Mode::Kind::MagicFusion)
                return;
            ++fields;
            const auto kept = value;
            value = std::remove_cvref_t<decltype(value)>();
            QVERIFY2(!samePicture(asked, made), field.name);
            value = kept;
        });
        QVERIFY(fields > 12);
        made.mode = "afa";
        QVERIFY(!samePicture(asked, made));
    }

    void aSearchAndItsPicturesShareTheirFields() {
        MergeSearchRequest search;
        search.models = {"a", "b"};
        search.negativePrompt = "fog";
        search.width = 96;
        search.height = 64;
        search.steps = 7;
        search.cfg = 3.5;
        search.sampler = "euler";
        search.seed = 11;
        GenerateRequest picture;
        copySharedFields(search, picture);
        QCOMPARE(picture.models, search.models);
        QCOMPARE(picture.negativePrompt, search.negativePrompt);
        QCOMPARE(picture.width, 96);
        QCOMPARE(picture.height, 64);
        QCOMPARE(picture.steps, 7);
        QCOMPARE(picture.cfg, 3.5);
        QCOMPARE(picture.sampler, search.sampler);
        QVERIFY(picture.seed == 11U);
        QVERIFY(picture.vae.empty() && picture.prompt.empty());
    }
};

QTEST_GUILESS_MAIN(TestRequestFields)
#include "test_request_fields.moc"
