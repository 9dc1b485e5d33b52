#include <QTemporaryDir>
#include <QtTest/QtTest>
#include <boost/json.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "core/base/error.h"
#include "core/eval/maps_report.h"
#include "tests/eval/records.h"

namespace afa {
namespace {

namespace json = boost::json;

// Sums of a few doubles in whatever order; the weights themselves are exact in fp16.
constexpr double kRounding = 1e-12;

/// Two models, two halves, 1 x 2 positions.
///                     with prompt         without
///   step 0 stage 1    A 1 .5   B 0 .5     A .25 .25  B .75 .75
///   step 0 stage 3    A 0 0    B 1 1      A .5 .5    B .5 .5
///   step 1 stage 1    A .5 .5  B .5 .5    A 0 0      B 1 1
MapsRecord handMade() {
    MapsRecord record = test::emptyRecord(2, 2, {501, 1}, 3);
    record.maps = {test::stageMap(0, 1, 1, 2, {1, .5, 0, .5, .25, .25, .75, .75}),
                   test::stageMap(0, 3, 1, 2, {0, 0, 1, 1, .5, .5, .5, .5}),
                   test::stageMap(1, 1, 1, 2, {.5, .5, .5, .5, 0, 0, 1, 1})};
    return record;
}

double quarterEntropy() {
    return -(.25 * std::log2(.25) + .75 * std::log2(.75));
}

bool close(double a, double b) {
    return std::abs(a - b) <= kRounding;
}

std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

class MapsReportTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void rowsHoldMeansAndNormalisedEntropy();
    void entropyIsNormalisedByTheNumberOfModels();
    void oneModelHasNoEntropy();
    void csvHasItsColumnsAndReadsBackExactly();
    void summaryNamesModelsStagesAndSteps();
    void summaryOfARecordWithoutMapsSaysSo();
    void jsonSummaryAveragesPerHalfStageAndStep();
    void spreadIsZeroWithoutSpatialLocation();
    void recipeAveragesToOneWeightPerStageAndModel();
    void recipeOfARecordWithoutMapsIsRefused();
};

void MapsReportTest::rowsHoldMeansAndNormalisedEntropy() {
    const std::vector<MapsRow> rows = mapsRows(handMade());
    struct Expected {
        int step, stage, half, model;
        double mean, entropy;
    };
    const std::vector<Expected> expected{{0, 1, 0, 0, .75, .5},
                                         {0, 1, 0, 1, .25, .5},
                                         {0, 1, 1, 0, .25, quarterEntropy()},
                                         {0, 1, 1, 1, .75, quarterEntropy()},
                                         {0, 3, 0, 0, 0, 0},
                                         {0, 3, 0, 1, 1, 0},
                                         {0, 3, 1, 0, .5, 1},
                                         {0, 3, 1, 1, .5, 1},
                                         {1, 1, 0, 0, .5, 1},
                                         {1, 1, 0, 1, .5, 1},
                                         {1, 1, 1, 0, 0, 0},
                                         {1, 1, 1, 1, 1, 0}};
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].step, expected[i].step);
        QCOMPARE(rows[i].stage, expected[i].stage);
        QCOMPARE(rows[i].half, expected[i].half);
        QCOMPARE(rows[i].model, expected[i].model);
        QVERIFY(close(rows[i].mean, expected[i].mean));
        QVERIFY(close(rows[i].entropy, expected[i].entropy));
    }
}

void MapsReportTest::entropyIsNormalisedByTheNumberOfModels() {
    MapsRecord record = test::emptyRecord(4, 1, {1}, 1);
    record.maps = {test::evenMap(record, 0, 1, 2, 3)};
    QVERIFY(close(mapsRows(record).front().entropy, 1));
    record.maps = {test::stageMap(0, 1, 1, 1, {.5, .5, 0, 0})};
    QVERIFY(close(mapsRows(record).front().entropy, .5));
}

void MapsReportTest::oneModelHasNoEntropy() {
    MapsRecord record = test::emptyRecord(1, 1, {1}, 1);
    record.maps = {test::stageMap(0, 1, 1, 2, {1, 1})};
    QCOMPARE(mapsRows(record).front().entropy, 0.0);
}

void MapsReportTest::csvHasItsColumnsAndReadsBackExactly() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("maps.csv")).toStdString();
    MapsRecord record = handMade();
    record.maps.push_back(test::stageMap(1, 3, 1, 2, {.1, .2, .9, .8, .3, .3, .7, .7}));
    writeMapsCsv(path, record);
    std::istringstream lines(contents(path));
    std::string line;
    std::getline(lines, line);
    QCOMPARE(line, std::string("step,stage,half,model,mean,entropy"));
    std::getline(lines, line);
    QCOMPARE(line, std::string("0,1,0,0,0.75,0.5"));
    const std::vector<MapsRow> rows = mapsRows(record);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        QVERIFY(std::getline(lines, line));
        const QStringList cells = QString::fromStdString(line).split(QLatin1Char(','));
        QCOMPARE(cells.size(), 6);
        QVERIFY(cells[4].toDouble() == rows[i].mean && cells[5].toDouble() == rows[i].entropy);
    }
    QVERIFY(!std::getline(lines, line));
}

void MapsReportTest::summaryNamesModelsStagesAndSteps() {
    const QString text = QString::fromStdString(mapsSummary(handMade()));
    // Means of the six maps: A (.75 + .25 + 0 + .5 + .5 + 0) / 6, with prompt (.75 + 0 + .5) / 3, without .75
    // / 3.
    for (const char* part : {"models   2\n", "steps    2, timesteps 501 to 1\n",
                             "stages   2 of 3 with maps\n", "size     1 x 2 to 1 x 2 (h x w)\n",
                             "  A  0.333  0.417  0.250   model-0\n", "  B  0.667  0.583  0.750   model-1\n"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    // Entropies: stage 3 (0 + 1) / 2, stage 1 (.5 + .811 + 1 + 0) / 4.
    const auto decided = text.indexOf(QLatin1String("  3  KEY3    0.500    0.250  0.750   module.3\n"));
    const auto undecided = text.indexOf(QLatin1String("  1  KEY1    0.578    0.375  0.625   module.1\n"));
    QVERIFY2(decided > 0 && undecided > decided, qPrintable(text));
    QCOMPARE(text.count(QLatin1String("module.")), 2);  // no stage stands in both lists
}

void MapsReportTest::summaryOfARecordWithoutMapsSaysSo() {
    const MapsRecord record = test::emptyRecord(2, 1, {1}, 3);
    QVERIFY(mapsSummary(record).find("There are no maps") != std::string::npos);
    QVERIFY(json::parse(mapsSummaryJson(record)).at("all").is_null());
}

void MapsReportTest::jsonSummaryAveragesPerHalfStageAndStep() {
    const std::string text = mapsSummaryJson(handMade());
    QVERIFY(text.find('\n') == std::string::npos);
    const json::value summary = json::parse(text);
    const auto mean = [](const json::value& figures, std::size_t model) {
        return figures.at("mean").at(model).to_number<double>();
    };
    QCOMPARE(summary.at("models").as_array().size(), std::size_t{2});
    QCOMPARE(summary.at("timesteps").at(0).to_number<double>(), 501.0);
    QVERIFY(close(mean(summary.at("all"), 0), 2.0 / 6));
    QVERIFY(close(mean(summary.at("per_half").at(0), 0), 1.25 / 3));
    QVERIFY(close(mean(summary.at("per_half").at(1), 0), .25));
    QCOMPARE(summary.at("per_stage").at(1).at("stage").as_int64(), std::int64_t{3});
    QCOMPARE(summary.at("per_stage").at(1).at("mbw").as_string(), json::string("KEY3"));
    QVERIFY(close(mean(summary.at("per_stage").at(1), 1), .75));
    QVERIFY(close(mean(summary.at("per_step").at(0), 0), 1.5 / 4));
    QVERIFY(close(summary.at("per_step").at(1).at("entropy").to_number<double>(), .5));
}

void MapsReportTest::spreadIsZeroWithoutSpatialLocation() {
    const auto spread = [](const MapsRecord& record) {
        return json::parse(mapsSummaryJson(record)).at("all").at("spread").to_number<double>();
    };
    MapsRecord record = test::emptyRecord(2, 1, {1}, 1);
    record.maps = {test::stageMap(0, 1, 1, 2, {.25, .25, .75, .75})};
    QVERIFY(close(spread(record), 0));
    record.maps = {test::stageMap(0, 1, 1, 2, {0, 1, 1, 0})};
    QVERIFY(close(spread(record), .5));
}

void MapsReportTest::recipeAveragesToOneWeightPerStageAndModel() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("recipe.json")).toStdString();
    writeMapsRecipe(path, handMade());
    const json::value recipe = json::parse(contents(path));
    QCOMPARE(recipe.at("format").as_string(), json::string("afa.block-weights"));
    QCOMPARE(recipe.at("models").at(1).as_string(), json::string("model-1"));
    const json::array& stages = recipe.at("stages").as_array();
    QCOMPARE(stages.size(), std::size_t{2});
    QCOMPARE(stages[0].at("stage").as_int64(), std::int64_t{1});
    QCOMPARE(stages[1].at("mbw").as_string(), json::string("KEY3"));
    QVERIFY(close(stages[0].at("weights").at(0).to_number<double>(), 1.5 / 4));
    QVERIFY(close(stages[0].at("weights").at(1).to_number<double>(), 2.5 / 4));
    QVERIFY(close(stages[1].at("weights").at(0).to_number<double>(), .25));

    MapsRecord thirds = test::emptyRecord(3, 1, {1}, 1);
    thirds.maps = {test::evenMap(thirds, 0, 1, 2, 2)};  // 1/3 in fp16 is less than a third
    const json::value even = json::parse(mapsRecipe(thirds));
    for (const json::value& weight : even.at("stages").at(0).at("weights").as_array())
        QVERIFY(close(weight.to_number<double>(), 1.0 / 3));
}

void MapsReportTest::recipeOfARecordWithoutMapsIsRefused() {
    QVERIFY_EXCEPTION_THROWN(mapsRecipe(test::emptyRecord(2, 1, {1}, 3)), ConfigError);
}

}  // namespace afa

QTEST_GUILESS_MAIN(afa::MapsReportTest)
#include "test_maps_report.moc"
