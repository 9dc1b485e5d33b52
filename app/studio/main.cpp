#include <QtCore/QCommandLineParser>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>
#include <functional>
#include <memory>

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "ui/parts/style/theme.h"
#include "ui/services/messages/language.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

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

    QTranslator programTexts, qtTexts;
    afa::applyLanguage(afa::chosenLanguage(), programTexts, qtTexts);

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
        "files",
        QCoreApplication::translate("main",
                                    "Pictures whose settings are used, maps to look into, or models."),
        "[files..]");
    parser.process(app);

    afa::applyAppearance(app, afa::appearanceFromName(QSettings().value("window/appearance").toString()));
    try {
        afa::Studio studio(parser.value(data));
        std::unique_ptr<afa::MainWindow> window;
        // Another language: a new window in the old one's place, on the same studio; jobs go on meanwhile.
        const std::function<void()> openWindow = [&] {
            const auto old = std::move(window);
            if (old) old->saveLayout();
            window = std::make_unique<afa::MainWindow>(studio);
            QObject::connect(
                window.get(), &afa::MainWindow::languageChosen, &studio,
                [&](const QString& code) {
                    afa::applyLanguage(code, programTexts, qtTexts);
                    openWindow();
                },
                Qt::QueuedConnection);
            window->show();
            if (old) old->handOver(*window);
        };
        openWindow();
        QTimer::singleShot(0, &studio, [&] {  // once the window is on screen
            studio.start();
            window->openFiles(parser.positionalArguments());
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
