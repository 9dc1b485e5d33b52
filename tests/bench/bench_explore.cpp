// How quick the Explore page is on a record of 50 steps, 25 stages, 3 models at 512 px (method.md 6):
//   bench_explore [FOLDER]      prints figures; FOLDER (default: the temporary one) takes the record
// On a display, or with QT_QPA_PLATFORM=offscreen.
#include <malloc.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabWidget>
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "tests/ui/explore_records.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/explore/map_view.h"
#include "ui/parts/style/theme.h"
#include "ui/services/studio/studio.h"

using namespace afa;

namespace {

double residentMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

struct Times {
    double median = 0, worst = 0;
};

/// Milliseconds from the change to painted pixels, over many changes.
template <typename Change>
Times timesOf(int repeats, Change change) {
    std::vector<double> all;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        change(i);
        QCoreApplication::processEvents();  // paints what the change made stale
        all.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all.back()};
}

void tell(const char* what, const Times& times) {
    std::printf("%-46s median %6.2f ms   worst %6.2f ms\n", what, times.median, times.worst);
}

void run(const QString& folder) {
    const QString path = folder + "/bench.maps.safetensors";
    {
        const auto record = test::makeRecord({3, 2, 50, 25, 64, 64});
        writeMaps(path.toStdString(), record);
        QImage picture(512, 512, QImage::Format_RGB32);
        for (int y = 0; y < 512; ++y)
            for (int x = 0; x < 512; ++x)
                picture.setPixel(x, y, qRgb(x / 2, y / 2, (x ^ y) & 255));
        picture.save(folder + "/bench.png");
    }
    const double file = static_cast<double>(QFileInfo(path).size()) / 1048576;
    malloc_trim(0);  // what writing took and freed must not be taken again unseen
    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    const auto maps = openMaps(path);
    std::printf("opening a record of %.1f MiB: %.0f ms; memory %.2f of the file\n", file,
                static_cast<double>(timer.nsecsElapsed()) / 1e6, (residentMegabytes() - before) / file);

    Studio studio(folder + "/data");
    ExplorePage page(studio);
    page.resize(1340, 780);
    page.show();
    QCoreApplication::processEvents();
    auto& state = page.state();
    state.setMaps(maps);
    QCoreApplication::processEvents();

    MapView alone(state, MapSide::First);
    alone.resize(540, 600);  // its picture: 512 px and a little
    page.hide();
    alone.show();
    QCoreApplication::processEvents();
    std::printf("map alone, picture of %d px\n", alone.pictureRect().width());
    constexpr int kRepeats = 100;
    const auto step = [&](int i) { state.setStep(i % 50); };
    const auto stage = [&](int i) { state.setStage(1 + i % 25); };
    tell("  step", timesOf(kRepeats, step));
    tell("  stage", timesOf(kRepeats, stage));
    state.setSmooth(true);
    state.setStage(24);
    tell("  step, smooth", timesOf(kRepeats, step));
    state.setSmooth(false);
    alone.hide();
    page.show();
    QCoreApplication::processEvents();
    auto* tabs = page.findChild<QTabWidget*>("exploreTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QCoreApplication::processEvents();
        std::printf("whole page, picture of %d px, \"%s\" beside it\n",
                    page.findChild<MapView*>("mapView")->pictureRect().width(),
                    qPrintable(tabs->tabText(tab)));
        tell("  step", timesOf(kRepeats, step));
        tell("  stage", timesOf(kRepeats, stage));
    }
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName("afa-bench-explore");
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    applyAppearance(app, Appearance::Light);
    run(argc > 1 ? QString::fromLocal8Bit(argv[1]) : folder.path());
    leaveProcess(0);
}
