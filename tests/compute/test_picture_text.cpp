#include <QtTest/QtTest>
#include <boost/json.hpp>

#include "core/base/json.h"
#include "core/compute/picture_text.h"

using namespace afa;

namespace {

GenerateRequest someRequest() {
    GenerateRequest request;
    request.prompt = "a dog, \"quoted\"";
    request.negativePrompt = "grey";
    request.steps = 12;
    request.cfg = 4.5;
    request.sampler = "dpmpp-2m";
    request.karras = true;
    request.latents = "/a folder/noise.safetensors";
    return request;
}

PictureFacts someFacts() {
    PictureFacts facts;
    facts.models = {{"animals", "aa"}, {"food", "bb"}};
    facts.mode = "block-average";
    facts.width = 64;
    facts.height = 128;
    facts.seed = 18446744073709551615U;
    facts.device = "cpu";
    facts.precision = "fp32";
    return facts;
}

boost::json::value parsed(const GenerateRequest& request, const PictureFacts& facts) {
    return parseJson(requestJson(request, facts), "test");
}

}  // namespace

/// What a picture says of itself.
class TestPictureText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theRequestIsThere() {
        const auto json = parsed(someRequest(), someFacts());
        QCOMPARE(std::string(json.at("prompt").as_string()), std::string("a dog, \"quoted\""));
        QCOMPARE(std::string(json.at("negative_prompt").as_string()), std::string("grey"));
        QCOMPARE(json.at("steps").to_number<int>(), 12);
        QCOMPARE(json.at("cfg").to_number<double>(), 4.5);
        QCOMPARE(json.at("width").to_number<int>(), 64);
        QCOMPARE(json.at("height").to_number<int>(), 128);
        QCOMPARE(json.at("models").as_array().size(), std::size_t{2});
        QCOMPARE(std::string(json.at("models").at(1).at("sha256").as_string()), std::string("bb"));
    }

    /// A picture goes to others: names of files, not where they lie.
    void foldersAreNot() {
        const auto text = requestJson(someRequest(), someFacts());
        QVERIFY(text.find("a folder") == std::string::npos);
        QVERIFY(text.find("noise.safetensors") != std::string::npos);
    }

    void whatBelongsToAModeStandsInItsPicturesAlone() {
        auto request = someRequest();
        request.magicMode = 2;
        auto facts = someFacts();
        QVERIFY(!parsed(request, facts).as_object().contains("magic_mode"));
        QVERIFY(!parsed(request, facts).as_object().contains("merge"));
        QVERIFY(!parsed(request, facts).as_object().contains("noise_weights"));
        facts.mode = "magicfusion";
        request.modelPrompts = {"one", "two"};
        QCOMPARE(parsed(request, facts).at("magic_mode").to_number<int>(), 2);
        QCOMPARE(parsed(request, facts).at("prompts").as_array().size(), std::size_t{2});
        facts.mode = "merge";
        facts.mergeRecipe = R"({"method": "mbw"})";
        QCOMPARE(std::string(parsed(request, facts).at("merge").at("method").as_string()),
                 std::string("mbw"));
    }

    void otherProgramsReadTheParameters() {
        const auto text = pictureText(someRequest(), someFacts());
        QCOMPARE(text.size(), std::size_t{2});
        const auto& parameters = text.at("parameters");
        for (const auto* part :
             {"a dog, \"quoted\"\nNegative prompt: grey\n",
              "Steps: 12, Sampler: DPM++ 2M, Schedule type: Karras, ",
              "CFG scale: 4.5, Seed: 18446744073709551615, Size: 64x128, ", "Model: animals + food"})
            QVERIFY2(parameters.find(part) != std::string::npos, parameters.c_str());
    }

    /// The others of the request had no part in the picture.
    void aSingleModelsPictureNamesThatModel() {
        auto facts = someFacts();
        facts.mode = "single:1";
        const auto parameters = pictureText(someRequest(), facts).at("parameters");
        QVERIFY2(parameters.find("Model: food") != std::string::npos, parameters.c_str());
        QVERIFY(parameters.find("animals") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestPictureText)
#include "test_picture_text.moc"
