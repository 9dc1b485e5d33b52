#pragma once
#include <chrono>
#include <filesystem>

#include "core/eval/picture_scorer.h"

namespace afa {

/// A program of the user's that scores pictures: run through the shell with two more arguments, the prompt
/// and a PNG file, it prints one number. It and what it started are ended when the time is over.
class CommandScorer : public PictureScorer {
  public:
    /// folder: where the PNG lies while the command runs.
    CommandScorer(std::string command, std::chrono::duration<double> timeout,
                  const std::filesystem::path& folder);
    /// One DataError says what the command did instead: could not start, failed, printed something else or
    /// too much, took too long.
    double score(const std::string& prompt, const Image& picture, const TaskControl& control) override;

  private:
    double run(const std::string& prompt, const std::filesystem::path& picture,
               const TaskControl& control) const;

    std::string command_;
    std::chrono::duration<double> timeout_;
    std::filesystem::path folder_;
};

}  // namespace afa
