#include "core/io/folder_lock.h"

#include <boost/interprocess/sync/file_lock.hpp>
#include <fstream>

#include "core/base/error.h"

namespace afa {

struct FolderLock::State {
    std::filesystem::path file;
    boost::interprocess::file_lock lock;
};

FolderLock::FolderLock(const std::filesystem::path& folder) {
    const auto file = folder / ".afa.lock";
    if (!std::ofstream(file, std::ios::app)) return;
    auto state = std::make_unique<State>();
    bool free = false;
    try {
        state->lock = boost::interprocess::file_lock(file.c_str());
        free = state->lock.try_lock();
    } catch (const boost::interprocess::interprocess_exception&) {
        return;
    }
    if (!free)
        throw FileError(Message::of(
            "%1: another program works in this folder; wait until it ends, or name another folder", folder));
    state->file = file;
    state_ = std::move(state);
}

FolderLock::~FolderLock() {
    if (!state_) return;
    std::error_code ec;
    std::filesystem::remove(state_->file, ec);
    state_->lock.unlock();
}

}  // namespace afa
