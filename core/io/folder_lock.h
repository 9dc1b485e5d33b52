#pragma once
#include <filesystem>
#include <memory>
#include <string>

namespace afa {

/// One process at a time works on what is in a folder: a lock on a hidden file there, which the system gives
/// free when the process ends. On file systems without locks, nobody is kept out.
class FolderLock {
  public:
    /// `work`: what the other one does there, "is being trained". Throws FileError where another process
    /// holds the lock; does nothing where the folder cannot be written.
    FolderLock(const std::filesystem::path& folder, const std::string& work);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace afa
