#pragma once
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <utility>

namespace afa::test {

/// Ends a process as a kill does: nothing is cleaned up.
[[noreturn]] inline void leaveNow() {
    ::_exit(0);
}

/// A process that runs `work` beside the test; 1 where it throws.
class ChildProcess {
  public:
    template <typename Work>
    explicit ChildProcess(Work&& work) : id_(::fork()) {
        if (id_ < 0) throw std::runtime_error("cannot fork");
        if (id_ > 0) return;
        try {
            work();
            ::_exit(0);
        } catch (...) {
            ::_exit(1);
        }
    }
    ChildProcess(ChildProcess&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() {
        if (id_ > 0) kill();
    }

    void kill() {
        ::kill(id_, SIGKILL);
        wait();
    }
    /// Its exit status; -1 where a signal ended it.
    int wait() {
        int status = 0;
        ::waitpid(std::exchange(id_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t id_;
};

}  // namespace afa::test
