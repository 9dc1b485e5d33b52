#pragma once

namespace afa::cli {

/// Before anything is opened: a pipe whose reader has gone is an error of writing instead of the end of the
/// program, and files do not come to stand where standard output or error was closed. What is said on a
/// closed or full standard error is lost without harm.
void prepareStandardStreams();

/// Whether everything that was written to standard output has arrived. Flushes it.
bool standardOutputArrived();

}  // namespace afa::cli
