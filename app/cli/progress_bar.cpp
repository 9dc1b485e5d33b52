#include "app/cli/progress_bar.h"

#include <cmath>
#include <cstdio>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace afa::cli {
namespace {

bool stderrIsTerminal() {
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

std::string clockText(double seconds) {
    char text[32];
    const long whole = std::lround(seconds);
    std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

}  // namespace

ProgressBar::ProgressBar() : terminal_(stderrIsTerminal()) {}
ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::show(const Progress& progress) {
    if (!terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (progress.phase != phase_ || progress.done == 0) {
        phase_ = progress.phase;
        phaseStart_ = now;
    }
    constexpr std::int64_t kWidth = 30;
    std::string line = "\r\033[K" + phase_;
    if (progress.total > 1) {
        const auto filled = kWidth * progress.done / progress.total;
        line += " " + std::to_string(progress.done) + "/" + std::to_string(progress.total) + " [" +
                std::string(static_cast<std::size_t>(filled), '#') +
                std::string(static_cast<std::size_t>(kWidth - filled), '.') + "]";
        if (progress.done > 0) {
            const double each =
                std::chrono::duration<double>(now - phaseStart_).count() / static_cast<double>(progress.done);
            char rate[32];
            std::snprintf(rate, sizeof rate, " %.2f s each, ", each);
            line += rate + clockText(each * static_cast<double>(progress.total - progress.done)) + " left";
        }
    }
    std::cerr << line << std::flush;
    shown_ = true;
}

void ProgressBar::clear() {
    if (shown_) std::cerr << "\r\033[K" << std::flush;
    shown_ = false;
}

}  // namespace afa::cli
