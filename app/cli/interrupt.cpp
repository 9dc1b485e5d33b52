#include "app/cli/interrupt.h"

#include "core/engine/engine.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <csignal>
#include <ctime>
#endif

namespace afa::cli {

namespace {
constexpr int kCancelledStatus = 130;
}

#ifdef _WIN32

namespace {
std::stop_source* consoleSource = nullptr;  // a console handler takes no context

BOOL WINAPI onConsoleEvent(DWORD) {
    if (!consoleSource->request_stop()) leaveProcess(kCancelledStatus);
    return TRUE;
}
}  // namespace

InterruptWatcher::InterruptWatcher() {
    consoleSource = &source_;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}
InterruptWatcher::~InterruptWatcher() {
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
}

#else

InterruptWatcher::InterruptWatcher() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    watcher_ = std::jthread([this, signals](const std::stop_token& ending) {
        const timespec patience{0, 50'000'000};
        while (!ending.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &patience) < 0) continue;
            if (!source_.request_stop()) leaveProcess(kCancelledStatus);
        }
    });
}
InterruptWatcher::~InterruptWatcher() = default;

#endif

}  // namespace afa::cli
