#include "core/io/staged_directory.h"

#include <string>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/io/file_errors.h"
#include "core/io/leftovers.h"
#include "core/io/output_folder.h"

namespace afa {

namespace fs = std::filesystem;

StagedDirectory::StagedDirectory(fs::path target) : target_(std::move(target)) {
    if (!target_.has_filename()) target_ = target_.parent_path();  // "DIR/"
    requireUsableName(target_);
    std::error_code ec;
    const auto status = fs::status(target_, ec);
    if (fs::exists(status) && !(fs::is_directory(status) && fs::is_empty(target_, ec)))
        throw FileError(Message::of(
            "%1: expected a new or empty directory to write to, found %2; choose another name", target_,
            fs::is_directory(status) ? Message::of("one with files in it") : Message::of("a file")));
    // Beside the target, so that the rename stays within one file system.
    const fs::path parent = folderOf(target_);
    requireFolder(parent);
    removeLeftoversOnce(parent);
    if (!createTemporaryFolder(parent, staging_, held_, ec)) {
        staging_.clear();
        throw FileError(Message::of("%1: cannot create the directory: %2", target_, reasonOf(ec)));
    }
}

StagedDirectory::~StagedDirectory() {
    std::error_code ec;
    if (!staging_.empty()) fs::remove_all(staging_, ec);
    if (held_ != kNoFile) closeFile(held_);
}

void StagedDirectory::commit() {
    std::error_code ec;
    for (auto it = fs::recursive_directory_iterator(staging_, ec); !ec && it != fs::end(it); it.increment(ec))
        syncToDisk(it->path());
    syncToDisk(staging_);
    fs::rename(staging_, target_, ec);  // replaces an empty directory, never one with files
    if (ec == std::errc::directory_not_empty || ec == std::errc::file_exists)
        throw FileError(Message::of(
            "%1: another program has written there meanwhile, which stays; choose another name", target_));
    if (ec)
        throw FileError(
            Message::of("%1: cannot put the finished directory in place: %2", target_, reasonOf(ec)));
    staging_.clear();
    syncToDisk(folderOf(target_));
}

}  // namespace afa
