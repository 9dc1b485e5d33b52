// Makes the pictures of the studio in docs/: the real window on the demo models.
//   afa_screenshots OUTPUT_FOLDER          the set of the documentation, in English
//   afa_screenshots OUTPUT_FOLDER all      every page in both appearances and all languages, to look at
// packaging/screenshots.sh runs it on a virtual display.
#include <QtCore/QDir>
#include <QtCore/QSet>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <cstdio>
#include <memory>
#include <tuple>

#include "ui/pages/compare/compare_window.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/train/train_page.h"
#include "ui/parts/style/theme.h"
#include "ui/services/messages/language.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

namespace {

constexpr int kPatience = 600000;  // milliseconds; ends a run on a machine that is too slow
constexpr QSize kWindow(1200, 760), kSmallWindow(1000, 620);  // pictures under 200 KB
constexpr int kTrainingSteps = 40;
const char* const kPrompts[]{
    "a cat and an apple on a white background",      "a fox and a pizza on a green background",
    "a panda and a bus on a yellow background",      "a frog and a doughnut on a blue background",
    "a lion and a rocket on a purple background",    "a penguin and a pineapple on a pink background",
    "a bee and a strawberry on a yellow background", "a pig and a house on a green background"};

bool waitUntil(const std::function<bool()>& reached) {
    return QTest::qWaitFor(reached, kPatience);
}

class Photographer {
  public:
    Photographer(QDir folder, bool all) : folder_(std::move(folder)), all_(all) {}

    /// In both appearances what the documentation shows, or everything.
    void take(QWidget& widget, const QString& name) {
        shoot(widget, name, afa::Appearance::Light);
        shoot(widget, name + "-dark", afa::Appearance::Dark);
        afa::applyAppearance(*qApp, afa::Appearance::Light);
    }
    bool saved() const { return saved_; }

  private:
    void shoot(QWidget& widget, const QString& name, afa::Appearance appearance) {
        static const QSet<QString> documented{"capability", "compare-modes", "create-running", "explore",
                                              "library",    "merge-dark",    "queue",          "train"};
        if (!all_ && !documented.contains(name)) return;
        afa::applyAppearance(*qApp, appearance);
        QTest::qWait(500);  // thumbnails, layout, plots
        saved_ = widget.grab().save(folder_.filePath(name + ".png"), "PNG", 0) && saved_;  // 0: smallest
    }

    QDir folder_;
    bool all_;
    bool saved_ = true;
};

std::unique_ptr<afa::MainWindow> openWindow(afa::Studio& studio) {
    auto window = std::make_unique<afa::MainWindow>(studio);
    window->resize(kWindow);
    window->show();
    return window;
}

bool trainForAWhile(afa::Studio& studio, afa::MainWindow& window) {
    window.showPage("train");
    afa::TrainRequest request;
    for (const auto& path : studio.ensemble().paths())
        request.models.emplace_back(path.toStdString());
    request.data = {QDir(studio.library().demoModels().first() + "/../scenes/manifest.jsonl")
                        .absolutePath()
                        .toStdString()};
    request.batch = 4;
    request.samples = 64;
    request.steps = kTrainingSteps;
    request.validateEvery = 10;
    request.sampleEvery = 20;
    studio.training().start(request, "first try");
    if (!waitUntil([&] { return studio.training().running() == nullptr; })) return false;
    request.lr = 1e-3;
    request.steps = 4 * kTrainingSteps;
    studio.training().start(request, "quick learner");
    window.findChild<afa::TrainPage*>()->showTab(afa::TrainPage::RunTab);
    return waitUntil([&] { return studio.training().live().samples.size() >= 2; });
}

/// What the Explore page opens: the maps of a picture and what the models are good at in it.
struct Records {
    QString maps, capability;
};

Records makeRecords(afa::Studio& studio, const QString& folder, const QStringList& models) {
    afa::Engine engine;
    afa::GenerateRequest request;
    afa::CapabilityRequest measured;
    for (const auto& path : models) {
        request.models.emplace_back(path.toStdString());
        measured.models.emplace_back(path.toStdString());
    }
    request.aggregator = studio.library().demoAggregator().toStdString();
    request.prompt = measured.prompt = kPrompts[0];
    request.seed = 100;
    request.cfg = 4;
    request.output = (folder + "/picture.png").toStdString();
    request.maps = (folder + "/picture.maps.safetensors").toStdString();
    engine.generate(request);
    measured.image = request.output;
    measured.output = folder.toStdString();
    measured.noiseSamples = 4;
    return {QString::fromStdString(request.maps.string()),
            QString::fromStdString(engine.capability(measured).tensors.string())};
}

/// Every view of the Explore page.
void takeExplore(Photographer& camera, afa::MainWindow& window, const Records& records,
                 const QString& suffix) {
    window.showPage("explore");
    auto* page = window.findChild<afa::ExplorePage*>();
    const auto open = [&](const QString& path) {
        QSignalSpy opened(page, &afa::ExplorePage::opened);
        page->openFile(path);
        waitUntil([&] { return !opened.isEmpty(); });
    };
    open(records.maps);
    auto& state = page->state();
    state.setStage(24);
    state.setStep(20);
    camera.take(window, "explore" + suffix);
    auto* tabs = page->findChild<QTabWidget*>("exploreTabs");
    using Quantity = afa::ExploreState::Quantity;
    const std::tuple<const char*, int, Quantity> views[]{{"explore-curves", 1, Quantity::Dominant},
                                                         {"explore-figure", 2, Quantity::Entropy},
                                                         {"explore-recipe", 3, Quantity::Weight}};
    for (const auto& [name, tab, quantity] : views) {
        tabs->setCurrentIndex(tab);
        state.setQuantity(quantity);
        camera.take(window, name + suffix);
    }
    tabs->setCurrentIndex(0);
    page->openFile(records.capability);
    QTest::qWait(1500);  // says nothing when it is there
    camera.take(window, "capability" + suffix);
}

/// Every page that needs no running job.
void takePages(Photographer& camera, afa::Studio& studio, afa::MainWindow& window, const Records& records,
               const QString& suffix) {
    window.showPage("library");
    window.findChild<QTableView*>("libraryTable")->selectRow(1);
    camera.take(window, "library" + suffix);
    window.showPage("create");
    auto* view = window.findChild<QListView*>("galleryView");
    view->setCurrentIndex(view->model()->index(2, 0));
    camera.take(window, "create" + suffix);
    window.showPage("queue");
    camera.take(window, "queue" + suffix);
    window.showPage("train");
    auto* train = window.findChild<afa::TrainPage*>();
    train->showTab(afa::TrainPage::DataTab);
    QTest::qWait(1500);  // data, plan
    camera.take(window, "train-data" + suffix);
    train->showTab(afa::TrainPage::RunTab);
    camera.take(window, "train" + suffix);
    train->showTab(afa::TrainPage::HistoryTab);
    window.findChild<QTableView*>("runsTable")->selectAll();
    camera.take(window, "train-history" + suffix);

    takeExplore(camera, window, records, suffix);

    auto& ensemble = studio.ensemble();
    const auto models = ensemble.paths();
    const auto aggregator = ensemble.aggregator();
    ensemble.set(models.mid(0, 2), 0, {}, "block-average");
    window.showPage("merge");
    window.findChild<QComboBox*>("mergePreset")->setCurrentText("GRAD_V");
    window.findChild<QLineEdit*>("mergePrompt")->setText(kPrompts[0]);
    QTest::qWait(1500);  // what the merge would be
    camera.take(window, "merge" + suffix);
    ensemble.set(models, 0, aggregator, "afa");
    auto* method = window.findChild<QComboBox*>("mergeMethod");
    method->setCurrentIndex(method->findData("mbw"));
    QTest::qWait(1500);
    camera.take(window, "merge-three" + suffix);

    QStringList paths;
    for (int i = 0; i < 4; ++i)
        paths.append(studio.gallery().at(i).path);
    auto* compare = new afa::CompareWindow(studio.background(), studio.notices(), &window);
    compare->resize(kSmallWindow);
    compare->openPictures(paths);
    waitUntil([&] { return compare->comparison().pictures.size() == 4; });
    compare->findChild<QToolButton*>("wipe")->click();
    camera.take(*compare, "compare-wipe" + suffix);
    compare->close();
}

bool run(const QString& output, bool all) {
    const QTemporaryDir home;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.filePath("settings"));
    QTranslator texts, qtTexts;
    afa::applyLanguage("en", texts, qtTexts);
    afa::Studio studio(home.filePath("data"));
    Photographer camera{QDir(output), all};
    auto window = openWindow(studio);
    if (all) camera.take(*window, "empty-create");
    studio.start();
    if (!waitUntil([&] { return studio.ensemble().problems().isEmpty() && !studio.library().scanning(); }))
        return false;
    if (all)
        for (const QString page : {"queue", "train"}) {
            window->showPage(page);
            if (page == "train") window->findChild<afa::TrainPage*>()->showTab(afa::TrainPage::HistoryTab);
            camera.take(*window, QStringLiteral("empty-%1").arg(page));
        }
    window->showPage("create");
    auto* prompt = window->findChild<QPlainTextEdit*>("prompt");
    for (const auto* text : kPrompts) {
        prompt->setPlainText(text);
        window->findChild<QPushButton*>("generate")->click();
    }
    if (!waitUntil([&] { return studio.gallery().size() >= 4 && studio.queue().progress().now.done > 12; }))
        return false;
    camera.take(*window, "create-running");
    if (!waitUntil([&] { return studio.gallery().size() == 8; })) return false;
    studio.gallery().setFavourite(1, true);

    prompt->setPlainText(kPrompts[0]);
    window->findChild<QAction*>("compareModes")->trigger();
    auto* compare = window->findChild<afa::CompareWindow*>();
    if (!waitUntil([&] { return studio.gallery().size() == 16; })) return false;
    compare->resize(kSmallWindow);
    camera.take(*compare, "compare-modes");
    compare->close();

    if (!trainForAWhile(studio, *window)) return false;
    const auto records = makeRecords(studio, home.path(), studio.ensemble().paths());
    takePages(camera, studio, *window, records, {});
    if (all)
        for (const auto& language : afa::languages()) {
            if (language.code == "en") continue;
            window.reset();
            afa::applyLanguage(language.code, texts, qtTexts);
            window = openWindow(studio);
            takePages(camera, studio, *window, records, "-" + language.code);
        }
    studio.training().pause();
    waitUntil([&] { return studio.training().running() == nullptr; });
    return camera.saved();
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setOrganizationName("afa-studio");
    QApplication::setApplicationName("afa-studio");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    const bool all = argc == 3 && qstrcmp(argv[2], "all") == 0;
    if ((argc != 2 && !all) || !QDir().mkpath(argv[1])) {
        std::fprintf(stderr, "usage: afa_screenshots OUTPUT_FOLDER [all]\n");
        afa::leaveProcess(2);
    }
    afa::leaveProcess(run(argv[1], all) ? 0 : 1);
}
