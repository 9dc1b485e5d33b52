#include <QtTest/QtTest>

#include "core/nn/unet.h"

using namespace afa;

/// The table of method.md 1, whole.
class TestStagePlan : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stableDiffusionHasItsTwentyFiveStages() {
        struct Row {
            const char *name, *mbw;
            int channels, sizeAt512;  ///< of the output
        };
        const Row rows[] = {
            {"conv_in", "IN00", 320, 64},
            {"down_blocks.0.resnets.0", "IN01", 320, 64},
            {"down_blocks.0.resnets.1", "IN02", 320, 64},
            {"down_blocks.0.downsamplers.0", "IN03", 320, 32},
            {"down_blocks.1.resnets.0", "IN04", 640, 32},
            {"down_blocks.1.resnets.1", "IN05", 640, 32},
            {"down_blocks.1.downsamplers.0", "IN06", 640, 16},
            {"down_blocks.2.resnets.0", "IN07", 1280, 16},
            {"down_blocks.2.resnets.1", "IN08", 1280, 16},
            {"down_blocks.2.downsamplers.0", "IN09", 1280, 8},
            {"down_blocks.3.resnets.0", "IN10", 1280, 8},
            {"down_blocks.3.resnets.1", "IN11", 1280, 8},
            {"mid_block", "M00", 1280, 8},
            {"up_blocks.0.resnets.0", "OUT00", 1280, 8},
            {"up_blocks.0.resnets.1", "OUT01", 1280, 8},
            {"up_blocks.0.resnets.2", "OUT02", 1280, 16},
            {"up_blocks.1.resnets.0", "OUT03", 1280, 16},
            {"up_blocks.1.resnets.1", "OUT04", 1280, 16},
            {"up_blocks.1.resnets.2", "OUT05", 1280, 32},
            {"up_blocks.2.resnets.0", "OUT06", 640, 32},
            {"up_blocks.2.resnets.1", "OUT07", 640, 32},
            {"up_blocks.2.resnets.2", "OUT08", 640, 64},
            {"up_blocks.3.resnets.0", "OUT09", 320, 64},
            {"up_blocks.3.resnets.1", "OUT10", 320, 64},
            {"up_blocks.3.resnets.2", "OUT11", 4, 64},
        };
        const auto plan = stagePlan(UNetConfig{});
        QCOMPARE(plan.size(), std::size(rows));
        QCOMPARE(UNetConfig{}.stageCount(), static_cast<int>(std::size(rows)));
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const int stage = static_cast<int>(i) + 1;
            QCOMPARE(plan[i].info.stage, stage);
            QCOMPARE(plan[i].info.name, std::string(rows[i].name));
            QCOMPARE(plan[i].info.mbwKey, std::string(rows[i].mbw));
            QCOMPARE(plan[i].info.channels, static_cast<std::int64_t>(rows[i].channels));
            QCOMPARE(64 >> plan[i].scaleLog2, rows[i].sizeAt512);
            QCOMPARE(plan[i].pushesSkip, stage <= 12);
            QCOMPARE(plan[i].popsSkip, stage >= 14);
        }
    }

    void skipsComeBackInReverse() {
        const auto plan = stagePlan(UNetConfig{});
        for (std::size_t i = 0; i < 12; ++i)
            QCOMPARE(plan[24 - i].skipChannels, plan[i].info.channels);
    }
};

QTEST_GUILESS_MAIN(TestStagePlan)
#include "test_stage_plan.moc"
