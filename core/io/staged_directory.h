#pragma once
#include <filesystem>

#include "core/io/system_file.h"

namespace afa {

/// A directory that appears whole or not at all: filled beside its target under a temporary name, synced
/// and renamed. Destroyed without commit(), nothing is left behind.
class StagedDirectory {
  public:
    /// Throws FileError where the target exists already and is not an empty directory, or cannot be made.
    /// Folders above it are made.
    explicit StagedDirectory(std::filesystem::path target);
    ~StagedDirectory();
    StagedDirectory(const StagedDirectory&) = delete;
    StagedDirectory& operator=(const StagedDirectory&) = delete;

    const std::filesystem::path& path() const { return staging_; }
    void commit();

  private:
    std::filesystem::path target_, staging_;
    FileHandle held_ = kNoFile;
};

}  // namespace afa
