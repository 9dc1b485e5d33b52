#include <QtCore/QCommandLineParser>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include "core/engine/engine.h"
#include "ui/compute_thread.h"
#include "ui/main_window.h"

namespace {

int run(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName("afa-studio");
    QApplication::setApplicationDisplayName("AFA Studio");
    QApplication::setApplicationVersion(QString::fromStdString(afa::Engine::version()));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Joins Stable Diffusion 1.x models by AFA."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshot(
        "screenshot",
        QCoreApplication::translate("main", "Save a picture of the window once it is complete, and quit."),
        "file");
    parser.addOption(screenshot);
    parser.process(app);

    afa::MainWindow window;
    afa::ComputeThread compute;
    QObject::connect(&compute, &afa::ComputeThread::deviceFound, &window, &afa::MainWindow::showDevice);
    QObject::connect(&compute, &afa::ComputeThread::deviceFailed, &window,
                     &afa::MainWindow::showDeviceProblem);
    bool saved = true;
    if (parser.isSet(screenshot)) {
        const auto save = [&] {
            QTimer::singleShot(0, &window, [&] {  // after the text is laid out
                saved = window.grab().save(parser.value(screenshot));
                window.close();
            });
        };
        QObject::connect(&compute, &afa::ComputeThread::deviceFound, &window, save);
        QObject::connect(&compute, &afa::ComputeThread::deviceFailed, &window, save);
    }
    window.show();
    QTimer::singleShot(0, &compute, &afa::ComputeThread::askDevice);  // once the window is on screen
    const int status = QApplication::exec();
    return saved ? status : 1;
}

}  // namespace

int main(int argc, char** argv) {
    afa::leaveProcess(run(argc, argv));
}
