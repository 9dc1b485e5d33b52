#pragma once
#include <memory>
#include <stdexcept>
#include <string>

#include "core/base/message.h"

namespace afa {

/// Base of everything the program reports to a person. A message says what, where, expected, found, what to
/// do. Caught in two places only: the job runner and the command line's main.
class Error : public std::runtime_error {
  public:
    explicit Error(Message message)
        : std::runtime_error(message.english()),
          message_(std::make_shared<const Message>(std::move(message))) {}
    explicit Error(const std::string& text) : Error(Message::verbatim(text)) {}

    /// what() is its English.
    const Message& message() const { return *message_; }

  private:
    std::shared_ptr<const Message> message_;  // shared: copying an exception must not throw
};

/// A file or directory that is missing, unreadable, unwritable, damaged or of a foreign kind.
class FileError : public Error {
  public:
    using Error::Error;
};

/// Settings, or models and aggregators, that are not valid or do not fit each other.
class ConfigError : public Error {
  public:
    using Error::Error;
};

/// Content that is well-formed but unusable (training data, a tensor of the wrong shape).
class DataError : public Error {
  public:
    using Error::Error;
};

/// The device or the machine ran out of memory.
class OutOfMemory : public Error {
  public:
    using Error::Error;
};

/// The user asked to stop. An outcome rather than a fault: it unwinds a job, and nobody shows it as an error.
class Cancelled : public Error {
  public:
    Cancelled() : Error(Message::of("cancelled")) {}
};

/// The message of any exception; another library's words as they are.
inline Message messageOf(const std::exception& error) {
    const auto* own = dynamic_cast<const Error*>(&error);
    return own ? own->message() : Message::verbatim(error.what());
}

}  // namespace afa
