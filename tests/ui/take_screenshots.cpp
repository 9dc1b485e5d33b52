// Makes the pictures of the studio in docs/: the real window on the demo models, each page in both
// appearances.
//   afa_screenshots OUTPUT_FOLDER     (packaging/screenshots.sh runs it on a virtual display)
#include <QtCore/QDir>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <cstdio>

#include "ui/main_window.h"
#include "ui/studio.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace {

constexpr int kPatience = 300000;  // milliseconds; ends a run on a machine that is too slow
constexpr QSize kWindow(1440, 900);
const char* const kPrompts[]{
    "a cat and an apple on a white background",      "a fox and a pizza on a green background",
    "a panda and a bus on a yellow background",      "a frog and a doughnut on a blue background",
    "a lion and a rocket on a purple background",    "a penguin and a pineapple on a pink background",
    "a bee and a strawberry on a yellow background", "a pig and a house on a green background"};

bool waitUntil(const std::function<bool()>& reached) {
    return QTest::qWaitFor(reached, kPatience);
}

bool take(afa::MainWindow& window, const QString& file) {
    QTest::qWait(400);  // thumbnails and layout
    return window.grab().save(file);
}

bool run(const QString& output) {
    const QTemporaryDir home;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.filePath("settings"));
    QTranslator plurals, qtTexts;
    afa::applyLanguage("en", plurals, qtTexts);
    afa::Studio studio(home.filePath("data"));
    afa::MainWindow window(studio);
    window.resize(kWindow);
    window.show();
    studio.start();
    if (!waitUntil([&] { return studio.ensemble().problems().isEmpty() && !studio.library().scanning(); }))
        return false;
    auto* prompt = window.findChild<QPlainTextEdit*>("prompt");
    for (const auto* text : kPrompts) {
        prompt->setPlainText(text);
        window.findChild<QPushButton*>("generate")->click();
    }
    if (!waitUntil([&] { return studio.gallery().size() >= 4 && studio.queue().progress().now.done > 12; }))
        return false;
    using Page = afa::MainWindow::Page;
    const auto each = [&](const QString& name) {
        bool saved = true;
        for (const auto appearance : {afa::Appearance::Light, afa::Appearance::Dark}) {
            afa::applyAppearance(*qApp, appearance);
            saved =
                take(window, QDir(output).filePath(name + "-" + afa::appearanceName(appearance) + ".png")) &&
                saved;
        }
        return saved;
    };
    window.showPage(Page::QueueTab);
    bool saved = each("queue");
    window.showPage(Page::CreateTab);
    saved = each("create-running") && saved;
    if (!waitUntil([&] { return studio.gallery().size() == 8; })) return false;
    studio.gallery().setFavourite(1, true);
    saved = each("create") && saved;
    window.showPage(Page::LibraryTab);
    window.findChild<QTableView*>("libraryTable")->selectRow(1);
    saved = each("library") && saved;
    window.showPage(Page::ExploreTab);  // the maps of the picture made last
    saved = each("explore") && saved;
    QTranslator program, qt;
    for (const auto& language : afa::languages()) {
        afa::applyLanguage(language.code, program, qt);
        afa::MainWindow translated(studio);
        translated.resize(kWindow);
        translated.show();
        translated.showPage(Page::CreateTab);
        auto* view = translated.findChild<QListView*>("galleryView");
        view->setCurrentIndex(view->model()->index(0, 0));
        saved = take(translated, QDir(output).filePath("language-" + language.code + ".png")) && saved;
    }
    return saved;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setOrganizationName("afa-studio");
    QApplication::setApplicationName("afa-studio");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    if (argc != 2 || !QDir().mkpath(argv[1])) {
        std::fprintf(stderr, "usage: afa_screenshots OUTPUT_FOLDER\n");
        afa::leaveProcess(2);
    }
    afa::leaveProcess(run(argv[1]) ? 0 : 1);
}
