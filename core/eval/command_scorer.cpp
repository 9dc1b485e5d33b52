#include "core/eval/command_scorer.h"

#include <boost/asio.hpp>
#include <boost/process.hpp>
#include <boost/process/extend.hpp>
#include <charconv>
#include <cmath>
#include <csignal>
#include <optional>
#include <sstream>
#include <thread>

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/io/picture_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace process = boost::process;

constexpr std::size_t kMostOutput = 64UL * 1024;  // of a command that is to print one number
constexpr std::size_t kShown = 160;               // of it in a message
constexpr auto kLook = std::chrono::milliseconds(10);
constexpr auto kRemainder = std::chrono::milliseconds(100);

/// As one short line that is safe to print.
std::string shown(const std::string& text) {
    std::string line(trimmed(text));
    if (line.size() > kShown) line = line.substr(0, kShown) + "...";
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return line;
}

std::string secondsText(double seconds) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << seconds;
    return text.str();
}

std::string lastLine(const std::string& text) {
    const auto all = trimmed(text);
    return std::string(all.substr(all.find_last_of('\n') + 1));  // npos + 1 = 0
}

std::optional<double> parseNumber(const std::string& output) {
    const auto text = trimmed(output);
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + (text.starts_with('+') ? 1 : 0), end, value);
    if (error != std::errc() || stopped != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// What a child writes to one of its streams, kept up to a limit and read on past it.
class Stream {
  public:
    explicit Stream(boost::asio::io_context& io) : pipe_(io) {}
    process::async_pipe& pipe() { return pipe_; }
    void read() {
        pipe_.async_read_some(boost::asio::buffer(buffer_),
                              [this](const boost::system::error_code& error, std::size_t count) {
                                  const auto room = kMostOutput + 1 - std::min(text_.size(), kMostOutput + 1);
                                  text_.append(buffer_.data(), std::min(count, room));
                                  if (!error) read();
                              });
    }
    const std::string& text() const { return text_; }

  private:
    process::async_pipe pipe_;
    std::array<char, 4096> buffer_{};
    std::string text_;
};

/// Ends a command, and what it started, whichever way it is left.
class Ended {
  public:
    Ended(process::child& child, process::group& group) : child_(child), group_(group) {}
    ~Ended() {
        std::error_code ec;
        group_.terminate(ec);
        child_.wait(ec);
    }
    Ended(const Ended&) = delete;
    Ended& operator=(const Ended&) = delete;

  private:
    process::child& child_;
    process::group& group_;
};

/// The picture for the command to read.
class PictureFile {
  public:
    PictureFile(const fs::path& folder, const Image& picture) : path_(folder / "scored.png") {
        writePng(path_, picture);
    }
    ~PictureFile() {
        std::error_code ec;
        fs::remove(path_, ec);
    }
    PictureFile(const PictureFile&) = delete;
    PictureFile& operator=(const PictureFile&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

}  // namespace

CommandScorer::CommandScorer(std::string command, std::chrono::duration<double> timeout,
                             const fs::path& folder)
    : command_(std::move(command)), timeout_(timeout), folder_(fs::absolute(folder)) {}

double CommandScorer::score(const std::string& prompt, const Image& picture, const TaskControl& control) {
    const PictureFile file(folder_, picture);
    return run(prompt, file.path(), control);
}

double CommandScorer::run(const std::string& prompt, const fs::path& picture,
                          const TaskControl& control) const {
    const auto where = Message::of("the scorer's command \"%1\"", shown(command_));
    boost::asio::io_context io;
    Stream output(io), errors(io);
    process::group group;
    process::child child;
    try {
#ifdef _WIN32
        child = process::child(process::search_path("cmd"), "/c", command_, prompt, picture.string(), group,
                               process::std_in<process::null, process::std_out> output.pipe(),
                               process::std_err > errors.pipe());
#else
        // "$@" hands the arguments on as they are, whatever characters they hold.
        child = process::child("/bin/sh", "-c", command_ + " \"$@\"", "scorer", prompt, picture.string(),
                               group, process::std_in<process::null, process::std_out> output.pipe(),
                               process::std_err > errors.pipe(), process::extend::on_exec_setup([](auto&) {
                                   std::signal(SIGPIPE, SIG_DFL);  // a shell's pipes end by it
                               }));
#endif
    } catch (const process::process_error& error) {
        throw DataError(Message::of("%1 could not be started: %2", where, messageOf(error)));
    }
    int status = 0;
    {
        const Ended ended(child, group);
        output.read();
        errors.read();
        const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(timeout_);
        std::error_code ec;
        while (child.running(ec)) {
            control.checkStop();
            if (Clock::now() > deadline)
                throw DataError(Message::of(
                    "%1 was ended after %2 seconds without a result; make it faster or allow it more time",
                    where, secondsText(timeout_.count())));
            if (output.text().size() > kMostOutput)
                throw DataError(Message::of(
                    "%1: expected one number on standard output, found more than %2 bytes: \"%3\"", where,
                    kMostOutput, shown(output.text())));
            io.restart();
            io.run_for(kLook);
            if (io.stopped()) std::this_thread::sleep_for(kLook);  // both pipes are at their end
        }
        status = child.exit_code();
        io.restart();
        io.run_for(kRemainder);  // what is left in the pipes; returns at their end
    }
    if (status != 0)
        throw DataError(
            trimmed(errors.text()).empty()
                ? Message::of("%1 failed with status %2", where, status)
                : Message::of("%1 failed with status %2: %3", where, status, shown(lastLine(errors.text()))));
    const auto value = parseNumber(output.text());
    if (!value)
        throw DataError(Message::of("%1: expected one finite number on standard output, found %2", where,
                                    trimmed(output.text()).empty()
                                        ? Message::of("nothing")
                                        : Message::verbatim("\"" + shown(output.text()) + "\"")));
    return *value;
}

}  // namespace afa
