// Works off the queue of a data folder without a window; for tests that kill it:  queue_worker DATA_FOLDER
#include <QtCore/QSettings>
#include <QtWidgets/QApplication>
#include <cstdio>

#include "ui/services/studio/studio.h"

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setOrganizationName("afa-studio-test");
    QApplication::setApplicationName("afa-studio-test");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    if (argc != 2) return 2;
    afa::Studio studio(QString::fromLocal8Bit(argv[1]));
    auto& queue = studio.queue();
    const auto finishWhenIdle = [&] {
        if (queue.runningId() == 0 && queue.pendingCount() == 0) QApplication::exit(0);
    };
    QObject::connect(&queue, &afa::GenerationQueue::runningChanged, &app, finishWhenIdle,
                     Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        &app,
        [&] {
            std::puts("running");
            std::fflush(stdout);
            queue.setPaused(false);
            finishWhenIdle();
        },
        Qt::QueuedConnection);
    const int status = QApplication::exec();
    afa::leaveProcess(status);
}
