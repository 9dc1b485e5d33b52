#include "app/cli/standard_streams.h"

#include <csignal>
#include <cstdio>
#include <iostream>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace afa::cli {

#ifdef _WIN32
void prepareStandardStreams() {}
#else
namespace {

/// Opened the other way round where it is to fail: writing to what is open for reading is an error.
void openIfClosed(int stream, int mode) {
    if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) return;
    // The lowest free number, which is this one: those below are open.
    if (const int opened = ::open("/dev/null", mode); opened >= 0 && opened != stream) ::close(opened);
}

}  // namespace

void prepareStandardStreams() {
    std::signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);  // a full quota is an error to report, like a full disk
#endif
    openIfClosed(STDIN_FILENO, O_RDONLY);
    openIfClosed(STDOUT_FILENO, O_RDONLY);
    openIfClosed(STDERR_FILENO, O_WRONLY);
}
#endif

bool standardOutputArrived() {
    std::cout.flush();
    return std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace afa::cli
