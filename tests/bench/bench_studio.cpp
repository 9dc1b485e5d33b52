// How the studio feels, in figures: window on screen, 5,000 pictures, cancelling, and how long the GUI thread
// is away while pictures are made, an aggregator is trained, and somebody types, scrolls and resizes.
//   bench_studio [SECONDS]     (60; half of them making pictures, half training; needs a display or
//                               QT_QPA_PLATFORM=offscreen)
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSettings>
#include <QtCore/QTimer>
#include <QtGui/QImage>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

#include "core/engine/demo_models.h"
#include "tests/ui/studio_home.h"
#include "ui/parts/style/theme.h"
#include "ui/services/studio/studio.h"
#include "ui/window/main_window.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPatience = 300000, kPictures = 5000, kCancels = 10, kDefaultSeconds = 60;
constexpr std::chrono::milliseconds kPing(5);

double milliseconds(Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

void print(const char* what, std::vector<double> values) {
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-44s n %6zu   p50 %7.2f   p99 %7.2f   max %7.2f ms\n", what, values.size(), at(0.5),
                at(0.99), values.back());
    std::fflush(stdout);
}

/// Asks the GUI thread again and again, from another thread, and notes how long each answer takes.
class Watchdog {
  public:
    Watchdog() : thread_([this] { watch(); }) {}
    ~Watchdog() { stop(); }

    std::vector<double> stop() {
        leaving_ = true;
        while (!done_)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);  // answers the last question
        if (thread_.joinable()) thread_.join();
        return std::move(waits_);
    }

  private:
    void watch() {
        while (!leaving_) {
            std::this_thread::sleep_for(kPing);
            answered_ = false;
            const auto asked = Clock::now();
            QMetaObject::invokeMethod(
                qApp,
                [this] {
                    const std::lock_guard lock(mutex_);
                    answered_ = true;
                    wake_.notify_one();
                },
                Qt::QueuedConnection);
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return answered_.load(); });
            waits_.push_back(milliseconds(Clock::now() - asked));
        }
        done_ = true;
    }

    std::atomic<bool> leaving_ = false, answered_ = false, done_ = false;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<double> waits_;
    std::thread thread_;
};

/// Seconds since this process was started, dynamic linking included.
double processSeconds() {
    QFile stat("/proc/self/stat"), uptime("/proc/uptime");
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) return 0;
    const QString text = QString::fromLatin1(stat.readAll());
    const double started = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19).toDouble() / 100;
    return QString::fromLatin1(uptime.readAll()).split(' ').first().toDouble() - started;
}

bool waitUntil(const std::function<bool()>& reached) {
    return QTest::qWaitFor(reached, kPatience);
}

/// Somebody at the keyboard and the mouse while the work goes on.
class Person : public QObject {
  public:
    explicit Person(afa::MainWindow& window) : window_(window) {
        connect(&clock_, &QTimer::timeout, this, [this] { act(); });
        clock_.start(60);
    }

  private:
    void act() {
        ++turn_;
        if (turn_ % 3 == 0) QTest::keyClick(window_.findChild<QPlainTextEdit*>("prompt"), Qt::Key_A);
        if (turn_ % 3 == 1)
            if (auto* bar = window_.findChild<QListView*>("galleryView")->verticalScrollBar())
                bar->setValue((bar->value() + 60) % std::max(1, bar->maximum()));
        if (turn_ % 10 == 0) window_.resize(1280 + turn_ % 7 * 20, 820 + turn_ % 5 * 16);
    }

    afa::MainWindow& window_;
    QTimer clock_;
    int turn_ = 0;
};

void fillGallery(const QString& data) {
    QDir().mkpath(data + "/pictures");
    QImage picture(64, 64, QImage::Format_RGB888);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            picture.setPixelColor(x, y, QColor(x * 4, y * 4, (x * y) % 256));
    picture.setText("parameters", "a cat\nSteps: 1, Sampler: DDIM, CFG scale: 4, Seed: 1, Size: 64x64");
    const QString first = data + "/pictures/picture-0.png";
    picture.save(first);
    afa::Database database(data + "/studio.sqlite");
    afa::GalleryStore store(database);
    afa::Database::Transaction together(database);
    for (int i = 0; i < kPictures; ++i) {
        const QString path = data + QStringLiteral("/pictures/picture-%1.png").arg(i);
        if (i > 0) QFile::copy(first, path);
        afa::Picture row;
        row.path = path;
        row.created = i;
        row.width = row.height = 64;
        row.seed = 1;
        row.prompt = QStringLiteral("a cat %1").arg(i);
        store.add(row);
    }
    together.commit();
}

void openGallery(const QString& data) {
    fillGallery(data);
    const auto start = Clock::now();
    afa::Studio studio(data);
    afa::MainWindow window(studio);
    window.show();
    auto* view = window.findChild<QListView*>("galleryView");
    if (!QTest::qWaitForWindowExposed(&window)) return;
    const double shown = milliseconds(Clock::now() - start);
    waitUntil([&] { return !studio.thumbnails().get(studio.gallery().at(0).path).isNull(); });
    std::printf("%-44s window %7.1f ms, first thumbnail %7.1f ms\n", "opening 5,000 pictures", shown,
                milliseconds(Clock::now() - start));
    studio.start();
    Watchdog watchdog;
    auto* bar = view->verticalScrollBar();
    for (int i = 0; i <= 200; ++i) {
        bar->setValue(bar->maximum() * i / 200);
        QTest::qWait(15);
    }
    print("scrolling 5,000 pictures: GUI thread away", watchdog.stop());
}

void cancelJobs(afa::Studio& studio, const afa::GenerateRequest& request) {
    std::vector<double> waits;
    for (int i = 0; i < kCancels; ++i) {
        const auto id = studio.queue().add(request);
        waitUntil([&] {
            return studio.queue().progress().now.phase == "denoise" &&
                   studio.queue().progress().now.done >= 2;
        });
        QTest::qWait(QRandomGenerator::global()->bounded(200));
        const auto start = Clock::now();
        studio.queue().cancel(id);
        while (studio.queue().runningId() != 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        waits.push_back(milliseconds(Clock::now() - start));
    }
    print("cancel to idle", std::move(waits));
}

afa::GenerateRequest longRequest(afa::Studio& studio) {
    afa::GenerateRequest request;
    studio.ensemble().applyTo(request);
    request.prompt = "a cat and an apple on a white background";
    request.steps = 900;
    request.seed = 1;
    request.output = studio.gallery().folder().toStdString();
    return request;
}

afa::TrainRequest training(afa::Studio& studio) {
    afa::TrainRequest request;
    for (const auto& path : studio.ensemble().paths())
        request.models.emplace_back(path.toStdString());
    request.data = {afa::demoModelsFolder() / "scenes/manifest.jsonl"};
    request.steps = 100000;
    request.validateEvery = 20;
    request.sampleEvery = 20;
    request.saveEvery = 20;
    return request;
}

int run(int seconds) {
    const afa::test::StudioHome home;
    QElapsedTimer own;
    own.start();
    {
        afa::Studio studio(home.data());
        afa::MainWindow window(studio);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) return 1;
        std::printf("%-44s %7.0f ms after the process started (%lld ms of its own)\n", "window on screen",
                    processSeconds() * 1000, static_cast<long long>(own.elapsed()));
    }
    openGallery(home.file("many"));

    afa::Studio studio(home.data());
    afa::MainWindow window(studio);
    window.resize(1280, 820);
    window.show();
    studio.start();
    if (!waitUntil([&] { return studio.ensemble().problems().isEmpty() && !studio.library().scanning(); }))
        return 1;
    cancelJobs(studio, longRequest(studio));

    {
        auto request = longRequest(studio);
        request.steps = 10;
        const Person person(window);
        Watchdog watchdog;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < seconds * 500) {
            if (studio.queue().runningId() == 0) studio.queue().add(request);
            QTest::qWait(20);
        }
        studio.queue().cancelAll();
        waitUntil([&] { return studio.queue().runningId() == 0; });
        print("making pictures: GUI thread away", watchdog.stop());
    }
    window.showPage("train");
    studio.training().start(training(studio), "bench");
    waitUntil([&] { return !studio.training().live().history.steps.empty(); });
    {
        const Person person(window);
        Watchdog watchdog;
        QTest::qWait(seconds * 500);
        print("training: GUI thread away", watchdog.stop());
    }
    const auto start = Clock::now();
    studio.training().pause();
    waitUntil([&] { return studio.training().running() == nullptr; });
    std::printf("%-44s %7.1f ms, state saved (%lld steps)\n", "pausing a training",
                milliseconds(Clock::now() - start),
                static_cast<long long>(studio.training().runs().first().steps));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    afa::applyAppearance(app, afa::Appearance::Light);
    const int seconds = argc > 1 ? std::atoi(argv[1]) : kDefaultSeconds;
    afa::leaveProcess(run(std::max(2, seconds)));
}
