#include "core/io/atomic_file.h"

#include <string>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/path.h"
#include "core/io/file_errors.h"
#include "core/io/leftovers.h"
#include "core/io/system_file.h"

namespace afa {
namespace {

constexpr std::uint64_t kBeginWritingAt = 64UL << 20U;

bool meansDiskFull(const std::error_code& error) {
    return error == std::errc::no_space_on_device || error == std::errc::file_too_large
#ifdef EDQUOT
           || error == std::error_code(EDQUOT, std::generic_category())
#endif
        ;
}

}  // namespace

struct AtomicFile::State {
    std::filesystem::path target;  // links followed, so that a link stays a link
    std::filesystem::path temporary;
    std::filesystem::path shown;  // as the caller named it
    FileHandle file = kNoFile;
    std::uint64_t written = 0, begun = 0;  // bytes

    ~State() {
        std::error_code ignored;
        if (!temporary.empty()) std::filesystem::remove(temporary, ignored);
        if (file == kNoFile) return;
        closeFile(file);
        if (ignored)
            std::filesystem::remove(temporary, ignored);  // systems that keep files while they are open
    }

    [[noreturn]] void fail(const std::error_code& error, std::uint64_t wanted) const {
        const auto message = Message::of("%1: cannot write: %2", shown, whyNot(error, wanted));
        std::error_code ignored;
        const bool old = std::filesystem::exists(target, ignored);
        throw FileError(old ? Message::of("%1; the old file is untouched", message) : message);
    }

    Message whyNot(const std::error_code& error, std::uint64_t wanted) const {
        if (!meansDiskFull(error)) return reasonOf(error);
        std::error_code unknown;
        const auto space = std::filesystem::space(temporary.parent_path(), unknown);
        const auto free = unknown ? Message() : Message::of(", %1 available", space.available);
        return error == std::errc::file_too_large
                   ? Message::of("file size limit reached: %1 bytes wanted%2", wanted, free)
                   : Message::of("disk full: %1 bytes wanted%2", wanted, free);
    }
};

namespace {

/// Where a link leads, also one to a file that is not there yet, so that the link stays a link.
std::filesystem::path behindLinks(std::filesystem::path path) {
    constexpr int kMostLinks = 40;  // Linux's own limit
    std::error_code error;
    for (int i = 0; i < kMostLinks && std::filesystem::is_symlink(path, error); ++i) {
        const auto next = std::filesystem::read_symlink(path, error);
        if (error) break;
        path = path.parent_path() / next;  // an absolute one replaces it
    }
    return path;
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target) : state_(std::make_unique<State>()) {
    std::error_code error;
    state_->shown = target;
    target = behindLinks(target);
    state_->target = target;
    const auto parent = folderOf(target);
    const auto status = std::filesystem::status(target, error);
    requireUsableName(state_->shown);
    if (std::filesystem::is_directory(status))
        throw FileError(Message::of("%1: cannot write: a directory of this name exists", state_->shown));
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        throw FileError(Message::of("%1: cannot write: a device or pipe of this name exists; name a file",
                                    state_->shown));
    removeLeftoversOnce(parent);
    std::filesystem::path temporary;
    state_->file = createTemporary(parent, temporary, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        throw FileError(
            Message::of("%1: cannot write: there is no folder %2; create it first", state_->shown, parent));
    if (error)
        throw FileError(
            Message::of("%1: cannot write in the folder %2: %3", state_->shown, parent, reasonOf(error)));
    state_->temporary = temporary;
    keepPermissions(state_->file, target);
}

AtomicFile::~AtomicFile() = default;

void AtomicFile::reserve(std::uint64_t bytes) {
    if (const auto error = reserveSpace(state_->file, bytes)) state_->fail(error, bytes);
}

void AtomicFile::write(std::span<const std::byte> bytes) {
    state_->written += bytes.size();
    while (!bytes.empty())
        if (const auto error = writeSome(state_->file, bytes)) state_->fail(error, state_->written);
    if (const auto waiting = state_->written - state_->begun; waiting >= kBeginWritingAt)
        beginWriting(state_->file, std::exchange(state_->begun, state_->written), waiting);
}

void AtomicFile::write(std::string_view text) {
    write(std::as_bytes(std::span(text)));
}

void AtomicFile::commit() {
    if (const auto error = flush(state_->file)) state_->fail(error, state_->written);
    if (const auto error =
            replaceFile(std::exchange(state_->file, kNoFile), state_->temporary, state_->target))
        state_->fail(error, state_->written);
    state_->temporary.clear();
}

}  // namespace afa
