#include "core/io/folder_lock.h"

#include <boost/interprocess/sync/file_lock.hpp>
#include <fstream>

#include "core/base/error.h"

namespace afa {

struct FolderLock::State {
    boost::interprocess::file_lock lock;
};

FolderLock::FolderLock(const std::filesystem::path& folder, const std::string& work) {
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
        throw FileError(folder.string() + ": another program has this folder open: what is in it " + work +
                        "; wait until that ends, or name another folder");
    state_ = std::move(state);
}

FolderLock::~FolderLock() {
    if (state_) state_->lock.unlock();
}

}  // namespace afa
