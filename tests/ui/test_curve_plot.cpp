// Curves as a user sees and handles them.
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <limits>

#include "ui/parts/plots/curve_plot.h"

using namespace afa;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

void turnWheel(CurvePlot& plot, int delta) {
    auto* inner = plot.childAt(plot.rect().center());
    const QPointF middle = inner->rect().center();
    QWheelEvent wheel(middle, inner->mapToGlobal(middle), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(inner, &wheel);
}

/// Pixels near to a colour.
int count(const QImage& image, const QColor& colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            found += std::abs(pixel.red() - colour.red()) < 24 &&
                     std::abs(pixel.green() - colour.green()) < 24 &&
                     std::abs(pixel.blue() - colour.blue()) < 24;
        }
    return found;
}

}  // namespace

class TestCurvePlot : public QObject {
    Q_OBJECT

    std::unique_ptr<CurvePlot> plot_;
    const QList<Curve> two_{{"training", QColor(200, 0, 0), {0, 1, 2, 3}, {4, 2, kGap, 1}},
                            {"validation", QColor(0, 0, 200), {0, 3}, {5, 2}}};

  private Q_SLOTS:
    void init() {
        plot_ = std::make_unique<CurvePlot>();
        plot_->resize(400, 300);
        plot_->setAxisTitles("step", "loss");
        plot_->show();
        QVERIFY(QTest::qWaitForWindowExposed(plot_.get()));
    }

    void theWholeViewHoldsEveryCurve() {
        plot_->setCurves(two_);
        QVERIFY(plot_->xRange().lowest <= 0 && plot_->xRange().highest >= 3);
        QVERIFY(plot_->yRange().lowest < 1 && plot_->yRange().highest > 5);
        QTRY_VERIFY(count(plot_->grab().toImage(), two_[0].colour) > 20);  // it is drawn at the next turn
        const QImage shown = plot_->grab().toImage();
        QVERIFY(count(shown, two_[1].colour) > 20);
    }

    void theViewFollowsNewValuesUntilItIsZoomed() {
        plot_->setCurves(two_);
        plot_->append(0, 10, 1);
        QVERIFY(plot_->xRange().highest >= 10);
        turnWheel(*plot_, 240);
        QVERIFY(plot_->zoomed());
        const auto zoomedTo = plot_->xRange();
        QVERIFY(zoomedTo.highest - zoomedTo.lowest < 10);
        plot_->append(0, 100, 1);
        QCOMPARE(plot_->xRange().highest, zoomedTo.highest);
        auto* inner = plot_->childAt(plot_->rect().center());
        QTest::mouseDClick(inner, Qt::LeftButton, {}, inner->rect().center());
        QVERIFY(!plot_->zoomed());
        QVERIFY(plot_->xRange().highest >= 100);
    }

    void keysZoomAndShowTheWholeAgain() {
        plot_->setCurves(two_);
        const auto whole = plot_->xRange();
        QTest::keyClick(plot_.get(), Qt::Key_Plus);
        QVERIFY(plot_->xRange().highest < whole.highest);
        QTest::keyClick(plot_.get(), Qt::Key_Home);
        QCOMPARE(plot_->xRange().highest, whole.highest);
    }

    void aLogarithmicAxisLeavesOutWhatIsNotPositive() {
        plot_->setCurves({{"loss", Qt::red, {0, 1, 2, 3}, {1000, 0, -5, 0.01}}});
        plot_->setLogarithmic(true);
        QVERIFY(plot_->yRange().lowest > 0);
        QVERIFY(plot_->yRange().lowest <= 0.01 && plot_->yRange().highest >= 1000);
        plot_->setLogarithmic(false);
        QVERIFY(plot_->yRange().lowest <= -5);
    }

    void aFixedRangeIsKept() {
        plot_->setYRange(0, 1);
        plot_->setCurves(two_);
        QCOMPARE(plot_->yRange().lowest, 0.0);
        QCOMPARE(plot_->yRange().highest, 1.0);
    }

    void nothingToShowIsSaid() {
        plot_->setEmptyText("Nothing yet");
        plot_->setCurves({});
        QCOMPARE(plot_->accessibleDescription(), "Nothing yet");
        plot_->setCurves(two_);
        QCOMPARE(plot_->accessibleDescription(), "");
    }

    void aClickTellsItsX() {
        plot_->setCurves(two_);
        QTest::qWait(20);
        QSignalSpy clicks(plot_.get(), &CurvePlot::clicked);
        auto* inner = plot_->childAt(plot_->rect().center());
        QTest::mouseClick(inner, Qt::LeftButton, {}, inner->rect().center());
        QCOMPARE(clicks.size(), 1);
        const double x = clicks[0][0].toDouble();
        QVERIFY(x > 0 && x < 3);
    }

    void exportsAreReadableElsewhere() {
        const QTemporaryDir folder;
        plot_->setLegend(true);
        plot_->setCurves(two_);
        QVERIFY(plot_->savePng(folder.filePath("plot.png"), {320, 200}, 300));
        const QImage image(folder.filePath("plot.png"));
        QCOMPARE(image.size(), QSize(1000, 625));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
        QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
        QVERIFY(plot_->saveSvg(folder.filePath("plot.svg")));
        QFile svg(folder.filePath("plot.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(svg.readAll());
        for (const auto* word : {"<text", ">step<", ">loss<", ">training<"})
            QVERIFY2(text.contains(word), word);
        QVERIFY(!plot_->saveSvg(folder.filePath("no/such/folder/plot.svg")));
    }
};

QTEST_MAIN(TestCurvePlot)
#include "test_curve_plot.moc"
