#include <QtCore/QCommandLineParser>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "ui/main_window.h"
#include "ui/studio.h"
#include "ui/style/theme.h"

namespace {

int run(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setOrganizationName("afa-studio");
    QApplication::setApplicationName("afa-studio");
    QApplication::setApplicationDisplayName("AFA Studio");
    QApplication::setDesktopFileName("afa-studio");
    QApplication::setApplicationVersion(QString::fromStdString(afa::Engine::version()));
    QApplication::setWindowIcon(QIcon(":/icons/afa-studio.svg"));
    QSettings::setDefaultFormat(QSettings::IniFormat);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Makes pictures with several Stable Diffusion 1.x models at once."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(
        "data", QCoreApplication::translate("main", "Keep gallery, queue and pictures in this folder."),
        "folder", QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    parser.addOption(data);
    parser.addPositionalArgument(
        "files", QCoreApplication::translate("main", "Pictures whose settings are used, or models."),
        "[files..]");
    parser.process(app);

    afa::applyAppearance(app, afa::appearanceFromName(QSettings().value("window/appearance").toString()));
    try {
        afa::Studio studio(parser.value(data));
        afa::MainWindow window(studio);
        window.show();
        QTimer::singleShot(0, &studio, [&] {  // once the window is on screen
            studio.start();
            window.openFiles(parser.positionalArguments());
        });
        return QApplication::exec();
    } catch (const afa::Error& error) {
        QMessageBox::critical(nullptr, "AFA Studio", QString::fromUtf8(error.what()));
        return 1;
    }
}

}  // namespace

int main(int argc, char** argv) {
    afa::leaveProcess(run(argc, argv));
}
