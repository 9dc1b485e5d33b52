#include "core/io/atomic_file.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/path.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace afa {
namespace {

/// The few calls that differ between systems; each returns an error, empty on success.
#ifdef _WIN32
// Not yet tested on Windows.
using Handle = HANDLE;
const Handle kNoHandle = INVALID_HANDLE_VALUE;

std::error_code lastError() {
    return {static_cast<int>(GetLastError()), std::system_category()};
}

Handle createNew(const std::filesystem::path& path) {
    return CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
}

std::error_code writeSome(Handle file, std::span<const std::byte>& bytes) {
    const auto size = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1u << 30));
    DWORD written = 0;
    if (!WriteFile(file, bytes.data(), size, &written, nullptr)) return lastError();
    bytes = bytes.subspan(written);
    return {};
}

std::error_code reserveSpace(Handle, std::uint64_t) {
    return {};
}

void beginWriting(Handle, std::uint64_t, std::uint64_t) {}

std::error_code flush(Handle file) {
    return FlushFileBuffers(file) ? std::error_code() : lastError();
}

std::error_code closeFile(Handle file) {
    return CloseHandle(file) ? std::error_code() : lastError();
}

std::error_code replaceFile(const std::filesystem::path& from, const std::filesystem::path& to) {
    return MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)
               ? std::error_code()
               : lastError();
}

void keepPermissions(Handle, const std::filesystem::path&) {}

unsigned long processId() {
    return GetCurrentProcessId();
}
#else
using Handle = int;
constexpr Handle kNoHandle = -1;

std::error_code lastError() {
    return {errno, std::generic_category()};
}

Handle createNew(const std::filesystem::path& path) {
    return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

std::error_code writeSome(Handle file, std::span<const std::byte>& bytes) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) return errno == EINTR ? std::error_code() : lastError();
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    return {};
}

/// Space is claimed without changing the file's size. Systems that cannot do so are no error.
std::error_code reserveSpace([[maybe_unused]] Handle file, [[maybe_unused]] std::uint64_t bytes) {
#ifdef __linux__
    if (bytes == 0 || ::fallocate(file, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(bytes)) == 0) return {};
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) return lastError();
#endif
    return {};
}

/// Tells the system to begin writing what has come so far, so that the flush at the end has less to wait for.
void beginWriting([[maybe_unused]] Handle file, [[maybe_unused]] std::uint64_t from,
                  [[maybe_unused]] std::uint64_t bytes) {
#ifdef __linux__
    if (::sync_file_range(file, static_cast<off_t>(from), static_cast<off_t>(bytes), SYNC_FILE_RANGE_WRITE) !=
        0)
        errno = 0;  // only a hint
#endif
}

std::error_code flush(Handle file) {
    return ::fsync(file) == 0 ? std::error_code() : lastError();
}

std::error_code closeFile(Handle file) {
    return ::close(file) == 0 ? std::error_code() : lastError();
}

std::error_code replaceFile(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return lastError();
    syncToDisk(folderOf(to));
    return {};
}

void keepPermissions(Handle file, const std::filesystem::path& old) {
    struct stat status {};
    // Best effort: on file systems without permissions the file is simply written.
    if (::stat(old.c_str(), &status) == 0 && ::fchmod(file, status.st_mode & 0777) != 0) errno = 0;
}

unsigned long processId() {
    return static_cast<unsigned long>(::getpid());
}
#endif

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
    Handle file = kNoHandle;
    std::uint64_t written = 0, begun = 0;  // bytes

    ~State() {
        if (file != kNoHandle) closeFile(file);
        std::error_code ignored;
        if (!temporary.empty()) std::filesystem::remove(temporary, ignored);
    }

    [[noreturn]] void fail(const std::error_code& error, std::uint64_t wanted) const {
        std::string message = shown.string() + ": cannot write: ";
        if (meansDiskFull(error)) {
            message += (error == std::errc::file_too_large ? "file size limit reached: " : "disk full: ") +
                       std::to_string(wanted) + " bytes wanted";
            std::error_code unknown;
            const auto space = std::filesystem::space(temporary.parent_path(), unknown);
            if (!unknown) message += ", " + std::to_string(space.available) + " available";
        } else {
            message += error.message();
        }
        std::error_code ignored;
        if (std::filesystem::exists(target, ignored)) message += "; the old file is untouched";
        throw FileError(message);
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
    static std::atomic<unsigned> counter{0};
    std::error_code error;
    state_->shown = target;
    target = behindLinks(target);
    state_->target = target;
    const auto parent = folderOf(target);
    if (std::filesystem::is_directory(target, error))
        throw FileError(state_->shown.string() + ": cannot write: a directory of this name exists");
    if (std::filesystem::exists(target, error) && !std::filesystem::is_regular_file(target, error))
        throw FileError(state_->shown.string() +
                        ": cannot write: a device or pipe of this name exists; name a file");
    // Independent of the target's name, which may already be as long as names can be. A name left behind by a
    // program that was killed is passed over.
    std::filesystem::path temporary;
    std::error_code reason;
    do {
        temporary =
            parent / (".afa-" + std::to_string(processId()) + "-" + std::to_string(counter++) + ".tmp");
        state_->file = createNew(temporary);
        reason = state_->file == kNoHandle ? lastError() : std::error_code();
    } while (reason == std::errc::file_exists);
    if (reason == std::errc::no_such_file_or_directory || reason == std::errc::not_a_directory)
        throw FileError(state_->shown.string() + ": cannot write: there is no folder " + parent.string() +
                        "; create it first");
    if (reason)
        throw FileError(state_->shown.string() + ": cannot write in the folder " + parent.string() + ": " +
                        reason.message());
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
    if (const auto error = closeFile(std::exchange(state_->file, kNoHandle)))
        state_->fail(error, state_->written);
    if (const auto error = replaceFile(state_->temporary, state_->target))
        state_->fail(error, state_->written);
    state_->temporary.clear();
}

void syncToDisk([[maybe_unused]] const std::filesystem::path& path) {
#ifndef _WIN32
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
#endif
}

}  // namespace afa
