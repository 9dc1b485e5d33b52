// The table of modes: names both ways, and what belongs to which mode.
#include <QtTest/QtTest>

#include "core/base/mode.h"

using namespace afa;

class TestMode : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyNameIsTakenBack() {
        for (const auto& row : kModes)
            for (const int model : {0, 7, 999}) {
                const Mode mode{row.kind, row.kind == Mode::Kind::Single ? model : 0};
                QVERIFY2(parseMode(mode.name()) == mode, mode.name().c_str());
            }
        const Mode second{Mode::Kind::Single, 1};
        QCOMPARE(second.name(), std::string("single:1"));
    }

    void whatIsNoModeIsRefused() {
        for (const char* name : {"", "mix", "AFA", "afa ", "single", "single:", "single:-1", "single:+1",
                                 "single:1x", "single: 1", "single:1000", "blockaverage"})
            QVERIFY2(!parseMode(name), name);
    }

    void choicesNameEveryMode() {
        QCOMPARE(modeChoices().english(),
                 std::string("afa, single:I, block-average, noise-average, last-block, magicfusion, "
                             "schedule or merge"));
    }

    void optionsBelongToTheirModes() {
        const Mode magic{Mode::Kind::MagicFusion}, merge{Mode::Kind::Merge}, afa;
        QVERIFY(magic.takes("magic-k") && magic.takes("magic-mode") && magic.takes("model-prompts"));
        QVERIFY(merge.takes("merge") && merge.takes("merge-recipe") && afa.takes("aggregator"));
        for (const char* part : {"", "magic", "magic-", "k", "prompts", "magic-mode magic-t0"})
            QVERIFY2(!magic.takes(part), part);
        QVERIFY(!afa.takes("magic-k") && !merge.takes("aggregator"));
        QCOMPARE(std::string(modeOfOption("aggregator")->name), std::string("afa"));
        QCOMPARE(std::string(modeOfOption("noise-weights")->name), std::string("noise-average"));
        QVERIFY(!modeOfOption("steps"));
    }

    void aggregatorsAndMapsAreOfTheseModes() {
        std::string needing, leaving;
        for (const auto& row : kModes) {
            const Mode mode{row.kind};
            if (mode.needsAggregator()) needing += mode.name() + " ";
            if (mode.leavesMaps()) leaving += mode.name() + " ";
        }
        QCOMPARE(needing, std::string("afa last-block "));
        QCOMPARE(leaving, std::string("afa last-block magicfusion "));
    }
};

QTEST_GUILESS_MAIN(TestMode)
#include "test_mode.moc"
