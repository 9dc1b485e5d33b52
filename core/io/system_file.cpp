#include "core/io/system_file.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include "core/base/path.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace afa {

#ifdef _WIN32
// Not yet tested on Windows.
namespace {

std::error_code lastError() {
    return {static_cast<int>(GetLastError()), std::system_category()};
}

HANDLE handleOf(FileHandle file) {
    return reinterpret_cast<HANDLE>(file);
}

}  // namespace

FileHandle createNew(const std::filesystem::path& path, std::error_code& error) {
    // Not shared: nobody opens it, or removes it, while it is written.
    const HANDLE file =
        CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    error = file == INVALID_HANDLE_VALUE ? lastError() : std::error_code();
    return reinterpret_cast<FileHandle>(file);
}

std::error_code writeSome(FileHandle file, std::span<const std::byte>& bytes) {
    const auto size = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1u << 30));
    DWORD written = 0;
    if (!WriteFile(handleOf(file), bytes.data(), size, &written, nullptr)) return lastError();
    bytes = bytes.subspan(written);
    return {};
}

std::error_code reserveSpace(FileHandle, std::uint64_t) {
    return {};
}

void beginWriting(FileHandle, std::uint64_t, std::uint64_t) {}

std::error_code flush(FileHandle file) {
    return FlushFileBuffers(handleOf(file)) ? std::error_code() : lastError();
}

std::error_code closeFile(FileHandle file) {
    return CloseHandle(handleOf(file)) ? std::error_code() : lastError();
}

std::error_code replaceFile(FileHandle file, const std::filesystem::path& from,
                            const std::filesystem::path& to) {
    if (const auto error = closeFile(file)) return error;
    return MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)
               ? std::error_code()
               : lastError();
}

void keepPermissions(FileHandle, const std::filesystem::path&) {}

bool holdNew(FileHandle) {
    return true;
}

FileHandle holdNewFolder(const std::filesystem::path&, bool& ours) {
    ours = true;
    return kNoFile;
}

Holder takeOver(const std::filesystem::path& path, FileHandle& file) {
    file = kNoFile;
    const HANDLE opened = CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (opened == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION ? Holder::Somebody : Holder::Unknown;
    file = reinterpret_cast<FileHandle>(opened);
    return Holder::Unknown;  // closed for the moment before it is renamed
}

unsigned long processId() {
    return GetCurrentProcessId();
}

std::string hostName() {
    std::array<char, MAX_COMPUTERNAME_LENGTH + 1> name{};
    auto size = static_cast<DWORD>(name.size());
    return GetComputerNameA(name.data(), &size) ? std::string(name.data(), size) : std::string();
}
#else
namespace {

std::error_code lastError() {
    return {errno, std::generic_category()};
}

int descriptorOf(FileHandle file) {
    return static_cast<int>(file);
}

enum class Lock { Taken, Busy, None };

Lock tryLock(FileHandle file) {
    if (::flock(descriptorOf(file), LOCK_EX | LOCK_NB) == 0) return Lock::Taken;
    return errno == EWOULDBLOCK ? Lock::Busy : Lock::None;
}

/// Whether `path` still names what `file` was opened by.
bool isStill(const std::filesystem::path& path, FileHandle file) {
    struct stat there {};
    struct stat opened {};
    return ::lstat(path.c_str(), &there) == 0 && ::fstat(descriptorOf(file), &opened) == 0 &&
           there.st_ino == opened.st_ino && there.st_dev == opened.st_dev;
}

}  // namespace

FileHandle createNew(const std::filesystem::path& path, std::error_code& error) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    error = file < 0 ? lastError() : std::error_code();
    return file;
}

std::error_code writeSome(FileHandle file, std::span<const std::byte>& bytes) {
    const ssize_t written = ::write(descriptorOf(file), bytes.data(), bytes.size());
    if (written < 0) return errno == EINTR ? std::error_code() : lastError();
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    return {};
}

std::error_code reserveSpace([[maybe_unused]] FileHandle file, [[maybe_unused]] std::uint64_t bytes) {
#ifdef __linux__
    if (bytes == 0 || ::fallocate(descriptorOf(file), FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(bytes)) == 0)
        return {};
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) return lastError();
#endif
    return {};
}

void beginWriting([[maybe_unused]] FileHandle file, [[maybe_unused]] std::uint64_t from,
                  [[maybe_unused]] std::uint64_t bytes) {
#ifdef __linux__
    if (::sync_file_range(descriptorOf(file), static_cast<off_t>(from), static_cast<off_t>(bytes),
                          SYNC_FILE_RANGE_WRITE) != 0)
        errno = 0;  // only a hint
#endif
}

std::error_code flush(FileHandle file) {
    return ::fsync(descriptorOf(file)) == 0 ? std::error_code() : lastError();
}

std::error_code closeFile(FileHandle file) {
    return ::close(descriptorOf(file)) == 0 ? std::error_code() : lastError();
}

std::error_code replaceFile(FileHandle file, const std::filesystem::path& from,
                            const std::filesystem::path& to) {
    // Closed afterwards: it is held until it has its name.
    const auto error = ::rename(from.c_str(), to.c_str()) == 0 ? std::error_code() : lastError();
    ::close(descriptorOf(file));
    if (!error) syncToDisk(folderOf(to));
    return error;
}

void keepPermissions(FileHandle file, const std::filesystem::path& old) {
    struct stat status {};
    if (::stat(old.c_str(), &status) == 0 && ::fchmod(descriptorOf(file), status.st_mode & 0777) != 0)
        errno = 0;
}

bool holdNew(FileHandle file) {
    // Who looks for leftovers may have met it before it was held; such a look is short.
    constexpr int kLooks = 1000;
    auto lock = tryLock(file);
    for (int i = 0; i < kLooks && lock == Lock::Busy; ++i, lock = tryLock(file))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (lock == Lock::Busy) return false;
    struct stat status {};
    return ::fstat(descriptorOf(file), &status) != 0 || status.st_nlink > 0;
}

FileHandle holdNewFolder(const std::filesystem::path& folder, bool& ours) {
    ours = true;
    const FileHandle file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file == kNoFile) return kNoFile;
    ours = tryLock(file) != Lock::Busy && isStill(folder, file);
    if (ours) return file;
    closeFile(file);
    return kNoFile;
}

Holder takeOver(const std::filesystem::path& path, FileHandle& file) {
    struct stat status {};
    file = kNoFile;
    if (::lstat(path.c_str(), &status) != 0) return Holder::Unknown;
    // Network file systems lock for writing only what is open for writing.
    const int mode = S_ISDIR(status.st_mode) ? O_RDONLY | O_DIRECTORY : O_RDWR;
    file = ::open(path.c_str(), mode | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file == kNoFile) return Holder::Unknown;
    const auto lock = tryLock(file);
    if (lock == Lock::Busy || !isStill(path, file)) return Holder::Somebody;
    return lock == Lock::Taken ? Holder::Nobody : Holder::Unknown;
}

unsigned long processId() {
    return static_cast<unsigned long>(::getpid());
}

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}
#endif

void syncToDisk([[maybe_unused]] const std::filesystem::path& path) {
#ifndef _WIN32
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
#endif
}

}  // namespace afa
