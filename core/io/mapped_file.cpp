#include "core/io/mapped_file.h"

#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/io/file_errors.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace afa {
namespace {

[[noreturn]] void failOpen(const std::filesystem::path& path, int error) {
    throw FileError(Message::of("%1: cannot open: %2%3", path, reasonOf({error, std::generic_category()}),
                                unexpandedHome(path)));
}

#ifdef _WIN32
// Not yet tested on Windows.
struct Handle {
    HANDLE value;
    ~Handle() {
        if (value && value != INVALID_HANDLE_VALUE) CloseHandle(value);
    }
};

std::pair<void*, std::size_t> mapFile(const std::filesystem::path& path) {
    const auto fail = [&]() {
        throw FileError(Message::of("%1: cannot open: %2%3", path,
                                    reasonOf({static_cast<int>(GetLastError()), std::system_category()}),
                                    unexpandedHome(path)));
    };
    const Handle file{CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                  FILE_ATTRIBUTE_NORMAL, nullptr)};
    LARGE_INTEGER size{};
    if (file.value == INVALID_HANDLE_VALUE || !GetFileSizeEx(file.value, &size)) fail();
    if (size.QuadPart == 0) return {nullptr, 0};
    const Handle mapping{CreateFileMappingW(file.value, nullptr, PAGE_READONLY, 0, 0, nullptr)};
    if (!mapping.value) fail();
    void* data = MapViewOfFile(mapping.value, FILE_MAP_READ, 0, 0, 0);
    if (!data) fail();
    return {data, static_cast<std::size_t>(size.QuadPart)};
}

void unmapFile(void* data, std::size_t) {
    UnmapViewOfFile(data);
}

// Unlocking pages that are not locked takes them out of the working set.
void dropPages(void* data, std::size_t size) {
    VirtualUnlock(data, size);
}

std::size_t pageSize() {
    SYSTEM_INFO info{};
    GetSystemInfo(&info);
    return info.dwPageSize;
}
#else
struct Descriptor {
    int value;
    ~Descriptor() {
        if (value >= 0) ::close(value);
    }
};

std::pair<void*, std::size_t> mapFile(const std::filesystem::path& path) {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (file.value < 0 || ::fstat(file.value, &status) != 0) failOpen(path, errno);
    if (S_ISDIR(status.st_mode)) failOpen(path, EISDIR);
    if (!S_ISREG(status.st_mode)) throw FileError(Message::of("%1: not a regular file", path));
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) return {nullptr, 0};
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.value, 0);
    if (data == MAP_FAILED) failOpen(path, errno);
    // Tensors are read front to back; a probe touches the header only, so the rest is not asked for in
    // advance.
    ::madvise(data, size, MADV_SEQUENTIAL);
    return {data, size};
}

void unmapFile(void* data, std::size_t size) {
    ::munmap(data, size);
}

void dropPages(void* data, std::size_t size) {
    ::madvise(data, size, MADV_DONTNEED);
}

std::size_t pageSize() {
    return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}
#endif

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::filesystem::path& path) {
    std::shared_ptr<MappedFile> file(new MappedFile);
    file->path_ = path;
    const auto [data, size] = mapFile(path);
    file->mapping_ = data;
    file->bytes_ = {static_cast<const std::byte*>(data), size};
    return file;
}

std::shared_ptr<const MappedFile> MappedFile::ofBytes(const std::filesystem::path& name,
                                                      std::vector<std::byte> bytes) {
    std::shared_ptr<MappedFile> file(new MappedFile);
    file->path_ = name;
    file->owned_ = std::move(bytes);
    file->bytes_ = file->owned_;
    return file;
}

MappedFile::~MappedFile() {
    if (mapping_) unmapFile(mapping_, bytes_.size());
}

std::string_view MappedFile::text() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

void MappedFile::release(std::span<const std::byte> range) const {
    if (!mapping_) return;
    const std::size_t page = pageSize();
    const auto start = static_cast<std::size_t>(range.data() - bytes_.data());
    const std::size_t first = (start + page - 1) / page * page;
    std::size_t last = (start + range.size()) / page * page;
    // The last page of the file belongs to whoever reaches the end of it.
    if (start + range.size() == bytes_.size()) last = bytes_.size();
    if (first < last) dropPages(static_cast<std::byte*>(mapping_) + first, last - first);
}

}  // namespace afa
