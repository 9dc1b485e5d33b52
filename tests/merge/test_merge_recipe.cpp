#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/merge/block_presets.h"
#include "core/merge/recipe.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

const BlockAxis& sd15() {
    static const BlockAxis axis{UNetConfig{}};
    return axis;
}

std::string numbersText(int count, const std::string& number, const std::string& separator = ",") {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? separator : "") + number;
    return text;
}

using Row = std::vector<double>;

}  // namespace

class TestMergeRecipe : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sharesOfTwoModelsAreComplements() {
        const auto plan = resolveRecipe(parseRecipe(numbersText(25, "0.25"), "list"), 2, sd15());
        QCOMPARE(plan.blocks.size(), std::size_t{25});
        QCOMPARE(plan.blocks[7], (Row{0.75, 0.25}));
        QCOMPARE(plan.base, (Row{1.0, 0.0}));  // text and VAE of the first model unless told
        QVERIFY(plan.warnings.empty());
    }

    void aListOf26NumbersHasTheBaseFirst() {
        const auto plan = resolveRecipe(parseRecipe("0.5 " + numbersText(25, "1", "\n"), "list"), 2, sd15());
        QCOMPARE(plan.base, (Row{0.5, 0.5}));
        QCOMPARE(plan.blocks[0], (Row{0.0, 1.0}));
    }

    void aBaseWeightOfItsOwnWinsOverTheLists() {
        auto recipe = parseRecipe("0.5," + numbersText(25, "1"), "list");
        recipe.base = {0.2};
        QCOMPARE(resolveRecipe(recipe, 2, sd15()).base, (Row{0.8, 0.2}));
    }

    void rowsOfThreeModels() {
        MergeRecipe recipe;
        recipe.method = MergeMethod::BlockWeighted;
        Row numbers;
        for (int i = 0; i < 25; ++i)
            numbers.insert(numbers.end(), {0.5, 0.25, 0.25});
        recipe.blocks = numbers;
        recipe.base = {0.0, 0.0, 1.0};
        const auto plan = resolveRecipe(recipe, 3, sd15());
        QCOMPARE(plan.blocks[24], (Row{0.5, 0.25, 0.25}));
        QCOMPARE(plan.base, (Row{0.0, 0.0, 1.0}));
        recipe.base = {};
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 4, sd15()); }), "75 numbers");
    }

    void noModelLosesItsPartByBeingDivided() {
        MergeRecipe recipe;
        recipe.weights = {0, 5};
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 2, sd15()); }), "point");
        recipe.weights = {0.5, 0, 0.25};
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 3, sd15()); }), "no part");
        recipe.weights = {0, 1};
        QCOMPARE(resolveRecipe(recipe, 2, sd15()).base, (Row{0, 1}));
    }
    void decimalCommasAreNoSeparators() {
        for (const auto& text :
             {numbersText(25, "0,5", ";"), numbersText(25, "0,25", "\n"), numbersText(25, "0,5")})
            AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { parseRecipe(text, "list"); }), "point");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { parseBlockWeights(numbersText(25, "0,5", "; ")); }),
                            "point");
        for (const char* row : {R"("weights": ["0,5", "0,5"])", R"("base_weight": "-0,25")"})
            AFA_VERIFY_CONTAINS(messageOf<FileError>([&] {
                                    parseRecipe(R"({"format": "afa.merge", "version": 1, "method": "mbw", )" +
                                                    std::string(row) + "}",
                                                "recipe");
                                }),
                                "a decimal fraction takes a point");
    }
    void aRowOfAnotherToolsPresetsIsRead() {
        for (const char* head : {"MY_PRESET\t", "MY PRESET:", "MY_PRESET,", "\nname=\t"}) {
            const auto recipe = parseRecipe(head + numbersText(25, "0.25") + "\n", "row.tsv");
            QCOMPARE(resolveRecipe(recipe, 2, sd15()).blocks[3], (Row{0.75, 0.25}));
        }
        const auto table = "preset_name\tpreset_weights\nONE\t" + numbersText(25, "0.25") + "\n";
        QCOMPARE(resolveRecipe(parseRecipe(table, "t"), 2, sd15()).blocks[3], (Row{0.75, 0.25}));
        const auto two =
            messageOf<FileError>([&] { parseRecipe(table + "TWO\t" + numbersText(25, "1"), "t"); });
        AFA_VERIFY_CONTAINS(two, "ONE, TWO");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([] { parseRecipe("MY_PRESET", "t"); }), "found neither");
    }
    void aListInUtf16IsRead() {
        TempDir folder;
        std::string wide = "\xFF\xFE";
        for (const char c : numbersText(25, "0.25"))
            wide += std::string{c, '\0'};
        const auto recipe = readRecipe(writeFile(folder / "wide.txt", wide));
        QCOMPARE(resolveRecipe(recipe, 2, sd15()).blocks[3], (Row{0.75, 0.25}));
    }

    void weightsThatDoNotSumToOneAreNormalisedWithAWarning() {
        MergeRecipe recipe;
        recipe.weights = {1, 2, 1};
        const auto plan = resolveRecipe(recipe, 3, sd15());
        QCOMPARE(plan.base, (Row{0.25, 0.5, 0.25}));
        QCOMPARE(plan.blocks[3], plan.base);
        QCOMPARE(plan.warnings.size(), std::size_t{1});
        AFA_VERIFY_CONTAINS(plan.warnings[0], "sum to 4 instead of 1");
        recipe.weights = {1, -1, 0};
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 3, sd15()); }), "found 0");
        recipe.weights = {0.5, std::nan(""), 0.5};
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 3, sd15()); }), "finite");
    }

    void weightedWithoutWeightsIsTheMean() {
        const auto plan = resolveRecipe(MergeRecipe{}, 4, sd15());
        QCOMPARE(plan.base, (Row{0.25, 0.25, 0.25, 0.25}));
        QVERIFY(plan.warnings.empty());
    }

    void addDifferenceTakesThreeModelsAndOneAmount() {
        MergeRecipe recipe;
        recipe.method = MergeMethod::AddDifference;
        QCOMPARE(resolveRecipe(recipe, 3, sd15()).base, Row{1.0});
        recipe.weights = {1.5};
        QCOMPARE(resolveRecipe(recipe, 3, sd15()).blocks[0], Row{1.5});
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 2, sd15()); }), "three");
        recipe.weights = {1, 2, 3};
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 3, sd15()); }), "one amount");
    }

    void whatDoesNotBelongToAMethodIsRefused() {
        MergeRecipe recipe;
        recipe.blocks = std::string("GRAD_V");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 2, sd15()); }), "for mbw");
        recipe.method = MergeMethod::BlockWeighted;
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 3, sd15()); }), "3 models");
        recipe.blocks = std::string();
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(recipe, 2, sd15()); }), "found none");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(MergeRecipe{}, 1, sd15()); }),
                            "found 1");
    }

    void jsonRecipeIsReadBackAsItWasWritten() {
        MergeRecipe recipe;
        recipe.method = MergeMethod::BlockWeighted;
        recipe.models = {{"a.safetensors", "a", std::string(64, 'a')}, {"b.ckpt", "b", ""}};
        recipe.blocks = std::string("GRAD_V");
        recipe.base = {0.1};
        recipe.vae = "model:1";
        recipe.type = DType::BF16;
        const auto plan = resolveRecipe(recipe, 2, sd15());
        const auto again = parseRecipe(recipeJson(recipe, plan, sd15()), "again");
        const auto planAgain = resolveRecipe(again, 2, sd15());
        QCOMPARE(planAgain.blocks, plan.blocks);
        QCOMPARE(planAgain.base, plan.base);
        QCOMPARE(again.vae, recipe.vae);
        QVERIFY(again.type == recipe.type && again.method == recipe.method);
        QCOMPARE(again.models.size(), std::size_t{2});
        QCOMPARE(again.models[0].sha256, recipe.models[0].sha256);
        QCOMPARE(again.models[1].file.string(), std::string("b.ckpt"));
        for (const auto method : {MergeMethod::Weighted, MergeMethod::AddDifference}) {
            MergeRecipe other;
            other.method = method;
            other.weights = method == MergeMethod::Weighted ? Row{0.5, 0.25, 0.25} : Row{0.75};
            const auto otherPlan = resolveRecipe(other, 3, sd15());
            const auto read = parseRecipe(recipeJson(other, otherPlan, sd15()), "again");
            QVERIFY(read.method == method);
            QCOMPARE(resolveRecipe(read, 3, sd15()).blocks, otherPlan.blocks);
        }
    }

    void aListIsWrittenForOtherTools() {
        const TempDir dir;
        auto recipe = parseRecipe("0.5," + numbersText(25, "0.125"), "list");
        const auto plan = resolveRecipe(recipe, 2, sd15());
        writeRecipe(dir / "list.txt", recipe, plan, sd15());
        QCOMPARE(readFile(dir / "list.txt"), "0.5," + numbersText(25, "0.125") + "\n");
        QCOMPARE(resolveRecipe(readRecipe(dir / "list.txt"), 2, sd15()).blocks, plan.blocks);
        const auto three = resolveRecipe(MergeRecipe{}, 3, sd15());
        AFA_VERIFY_CONTAINS(
            messageOf<ConfigError>([&] { writeRecipe(dir / "three.txt", MergeRecipe{}, three, sd15()); }),
            "two models");
        QVERIFY(!std::filesystem::exists(dir / "three.txt"));
    }

    void namesOfBlocksMayStandAlone() {
        const auto recipe = parseRecipe(R"({"format": "afa.merge", "version": 1, "method": "mbw",
            "block_weights": {"IN03": 0.5, "OUT11": [0.25, 0.75]}, "base_weight": 0.1})",
                                        "named");
        const auto plan = resolveRecipe(recipe, 2, sd15());
        QCOMPARE(plan.blocks[3], (Row{0.5, 0.5}));
        QCOMPARE(plan.blocks[24], (Row{0.25, 0.75}));
        QCOMPARE(plan.blocks[4], (Row{0.9, 0.1}));
        const auto wrong = parseRecipe(R"({"format": "afa.merge", "version": 1, "method": "mbw",
            "block_weights": {"IN12": 0.5}})",
                                       "named");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] { resolveRecipe(wrong, 2, sd15()); }), "IN12");
    }

    /// The form that `afa maps --recipe` writes.
    void weightsLearnedByAnAggregatorAreARecipe() {
        const auto recipe =
            parseRecipe(R"({"format": "afa.block-weights", "version": 1, "models": ["a", "b", "c"],
            "stages": [{"stage": 25, "mbw": "OUT11", "name": "up_blocks.3.resnets.2", "weights": [0.5, 0.3, 0.2]}]})",
                        "learned");
        const auto plan = resolveRecipe(recipe, 3, sd15());
        QCOMPARE(plan.blocks[24], (Row{0.5, 0.3, 0.2}));
        QCOMPARE(plan.blocks[0], Row(3, 1.0 / 3));  // stages without aggregator, text and VAE: equal shares
        QCOMPARE(plan.base, Row(3, 1.0 / 3));
    }

    void modelFilesOfARecipeLieBesideIt() {
        const TempDir dir;
        writeFile(dir / "r.json", R"({"format": "afa.merge", "version": 1, "method": "weighted",
            "models": [{"file": "a.safetensors"}, {"file": "/abs/b.safetensors"}], "vae": "v.safetensors"})");
        const auto recipe = readRecipe(dir / "r.json");
        QCOMPARE(recipe.vae, (dir / "v.safetensors").string());
        QCOMPARE(recipe.models[0].file, dir / "a.safetensors");
        QCOMPARE(recipe.models[1].file.string(), std::string("/abs/b.safetensors"));
    }

    void damagedRecipesSayWhatIsWrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("empty") << ""
                               << "found neither";
        QTest::newRow("words") << "hello"
                               << "found neither";
        QTest::newRow("cut") << R"({"format": "afa.merge")"
                             << "not valid JSON";
        QTest::newRow("foreign") << R"({"format": "other", "version": 1})"
                                 << "afa.block-weights";
        QTest::newRow("future") << R"({"format": "afa.merge", "version": 2, "method": "mbw"})"
                                << "version";
        QTest::newRow("method") << R"({"format": "afa.merge", "version": 1, "method": "sum"})"
                                << "weighted";
        QTest::newRow("text as weight")
            << R"({"format": "afa.merge", "version": 1, "method": "weighted", "weights": ["x"]})"
            << "numbers";
        QTest::newRow("type") << R"({"format": "afa.merge", "version": 1, "method": "mbw", "type": "fp8"})"
                              << "fp16";
        QTest::newRow("no stages") << R"({"format": "afa.block-weights", "version": 1, "stages": []})"
                                   << "stage";
    }
    void damagedRecipesSayWhatIsWrong() {
        QFETCH(QString, text);
        QFETCH(QString, told);
        AFA_VERIFY_CONTAINS(messageOf<Error>([&] { parseRecipe(text.toStdString(), "r.json"); }),
                            told.toStdString());
    }

    void theNumberOfNumbersIsChecked() {
        for (const int count : {1, 24, 27, 49})
            AFA_VERIFY_CONTAINS(messageOf<ConfigError>([&] {
                                    resolveRecipe(parseRecipe(numbersText(count, "0.5"), "list"), 2, sd15());
                                }),
                                std::to_string(count) + " numbers");
        AFA_VERIFY_CONTAINS(messageOf<ConfigError>([] { parseBlockWeights("GRAD"); }), "GRAD_V");
    }
};

QTEST_GUILESS_MAIN(TestMergeRecipe)
#include "test_merge_recipe.moc"
