#pragma once
#include <stop_token>
#include <string>

namespace CLI {
class App;
}

namespace afa::cli {

/// One subcommand of `afa`: declares its options, then runs. Results go to stdout, everything else to stderr.
class Command {
  public:
    virtual ~Command() = default;
    virtual void declare(CLI::App& app) = 0;
    /// Returns the exit status. Errors are thrown; main turns them into one line and a status.
    virtual int run(std::stop_token stop) = 0;
};

}  // namespace afa::cli
