#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>

#include "core/engine/engine.h"
#include "ui/compute_thread.h"
#include "ui/main_window.h"

class TestMainWindow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void namesTheEngineAndTheDeviceItFinds() {
        afa::MainWindow window;
        afa::ComputeThread compute;
        QObject::connect(&compute, &afa::ComputeThread::deviceFound, &window, &afa::MainWindow::showDevice);
        QObject::connect(&compute, &afa::ComputeThread::deviceFailed, &window,
                         &afa::MainWindow::showDeviceProblem);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(window.findChild<QLabel*>("version")->text(),
                 QString::fromStdString(afa::Engine::version()));

        QSignalSpy found(&compute, &afa::ComputeThread::deviceFound);
        compute.askDevice();
        QVERIFY(found.wait(30000));
        const auto description = found.first().first().toString();
        QVERIFY(!description.isEmpty());
        QTRY_COMPARE(window.findChild<QLabel*>("device")->text(), description);
    }

    void quitShortcutClosesTheWindow() {
        afa::MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.findChild<QAction*>("quit")->trigger();
        QVERIFY(!window.isVisible());
    }

    void programOpensTakesItsPictureAndLeavesCleanly() {
        QTemporaryDir dir;
        QProcess studio;
        studio.start(QStringLiteral(AFA_STUDIO_BINARY), {"--screenshot", dir.filePath("window.png")});
        QVERIFY(studio.waitForFinished(60000));
        QCOMPARE(studio.exitStatus(), QProcess::NormalExit);
        QCOMPARE(studio.exitCode(), 0);
        QVERIFY2(studio.readAllStandardError().isEmpty(), "the studio complained");
        const QImage picture(dir.filePath("window.png"));
        QVERIFY(picture.width() >= 400 && picture.height() >= 200);
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
