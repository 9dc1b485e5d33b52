#pragma once
#include <filesystem>
#include <memory>

namespace afa {

/// One process at a time works on what is in a folder: a lock on a hidden file there, which is removed in the
/// end; where the process was killed, the system has given the lock free. On file systems without locks,
/// nobody is kept out.
class FolderLock {
  public:
    /// Throws FileError where another process holds the lock; does nothing where the folder cannot be
    /// written or is not there.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace afa
