#include "core/io/staged_directory.h"

#include <random>
#include <string>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/io/atomic_file.h"

namespace afa {

namespace fs = std::filesystem;

StagedDirectory::StagedDirectory(fs::path target) : target_(std::move(target)) {
    if (!target_.has_filename()) target_ = target_.parent_path();  // "DIR/"
    std::error_code ec;
    if (fs::exists(target_) && !(fs::is_directory(target_) && fs::is_empty(target_, ec)))
        throw FileError(target_.string() + ": expected a new or empty directory to write to, found " +
                        (fs::is_directory(target_) ? "one with files in it" : "a file") +
                        "; choose another name");
    const fs::path parent = folderOf(target_);
    fs::create_directories(parent, ec);
    // Beside the target, so that the rename stays within one file system.
    std::random_device random;
    staging_ = parent / ("." + target_.filename().string() + "." + std::to_string(random()) + ".tmp");
    if (fs::create_directory(staging_, ec)) return;
    staging_.clear();
    throw FileError(target_.string() +
                    ": cannot create the directory: " + (ec ? ec.message() : "its temporary name is taken"));
}

StagedDirectory::~StagedDirectory() {
    std::error_code ec;
    if (!staging_.empty()) fs::remove_all(staging_, ec);
}

void StagedDirectory::commit() {
    std::error_code ec;
    for (const auto& entry : fs::recursive_directory_iterator(staging_, ec))
        syncToDisk(entry.path());
    syncToDisk(staging_);
    fs::rename(staging_, target_, ec);  // replaces an empty directory
    if (ec)
        throw FileError(target_.string() + ": cannot put the finished directory in place: " + ec.message());
    staging_.clear();
    syncToDisk(folderOf(target_));
}

}  // namespace afa
