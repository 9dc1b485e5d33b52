#include "core/io/free_name.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/file_errors.h"
#include "core/io/leftovers.h"
#include "core/io/mapped_file.h"
#include "core/io/output_folder.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

std::string numbered(const std::string& stem, int number) {
    return number == 1 ? stem : stem + "-" + std::to_string(number);
}

}  // namespace

FreeName::FreeName(fs::path folder, const std::string& stem, std::vector<std::string> endings)
    : folder_(folder.empty() ? fs::path(".") : std::move(folder)), endings_(std::move(endings)) {
    removeLeftoversOnce(folder_);
    for (int i = 1;; ++i) {
        stem_ = numbered(stem, i);
        if (isTaken() || !claim()) continue;
        if (!isTaken()) return;  // nor was it taken before the claim
        giveFree();
    }
}

FreeName::~FreeName() {
    giveFree();
}

fs::path FreeName::path(const std::string& ending) const {
    return folder_ / (stem_ + ending);
}

/// A link that leads nowhere takes its name too.
bool FreeName::isTaken() const {
    return std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) {
        std::error_code error;
        return fs::exists(fs::symlink_status(path(ending), error));
    });
}

bool FreeName::claim() {
    claimed_ = folder_ / (std::string(kClaimPrefix) + stem_);
    std::error_code error;
    file_ = createNew(claimed_, error);
    if (error == std::errc::file_exists && removeLeftover(claimed_)) file_ = createNew(claimed_, error);
    if (error == std::errc::file_exists) return false;
    if (error) throw FileError(Message::of("%1: cannot write: %2", path(endings_.front()), reasonOf(error)));
    if (!holdNew(file_)) {
        closeFile(std::exchange(file_, kNoFile));
        return false;
    }
    // Where this fails, for a full disk say, the claim holds all the same.
    auto tag = std::as_bytes(std::span(hostTag()));
    if (writeSome(file_, tag)) tag = {};
    return true;
}

/// Removed while it is held, so that what is removed is this one's.
void FreeName::giveFree() {
    if (file_ == kNoFile) return;
    std::error_code error;
    fs::remove(claimed_, error);
    closeFile(std::exchange(file_, kNoFile));
    if (error) fs::remove(claimed_, error);  // systems that keep files while they are open
}

fs::path makeFreeFolder(const fs::path& parent, const std::string& stem,
                        const std::function<bool(const std::string&)>& free) {
    requireFolder(parent);
    for (int i = 1;; ++i) {
        const auto name = numbered(stem, i);
        if (free && !free(name)) continue;
        std::error_code error;
        if (fs::create_directory(parent / name, error)) return parent / name;
        if (error && error != std::errc::file_exists)
            throw FileError(
                Message::of("%1: the folder cannot be made: %2", (parent / name), reasonOf(error)));
    }
}

fs::path copyToFreeName(const fs::path& file, const fs::path& folder, const std::string& stem,
                        const std::string& ending) {
    const auto source = MappedFile::open(file);
    requireFolder(folder);
    const FreeName name(folder, stem, {ending});
    AtomicFile copy(name.path(ending));
    copy.reserve(source->bytes().size());
    copy.write(source->bytes());
    copy.commit();
    return name.path(ending);
}

}  // namespace afa
