#pragma once
#include <stop_token>
#include <thread>

namespace afa::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request; a second one ends the process at once with status
/// 130. Make it before any other thread, so that they all leave these signals to it.
class InterruptWatcher {
  public:
    InterruptWatcher();
    ~InterruptWatcher();
    std::stop_token token() const { return source_.get_token(); }

  private:
    std::stop_source source_;
    std::jthread watcher_;
};

}  // namespace afa::cli
