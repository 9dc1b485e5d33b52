#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace afa {

/// A whole file as read-only bytes: mapped privately, so that nothing is copied and the kernel may drop pages
/// at will. A file that another program shortens while it is mapped ends the program (SIGBUS), as with every
/// mapping reader.
class MappedFile {
  public:
    /// Throws FileError: missing, unreadable, a directory, a device or pipe.
    static std::shared_ptr<const MappedFile> open(const std::filesystem::path& path);
    /// The same over bytes in memory; `name` stands in messages where a file's path would.
    static std::shared_ptr<const MappedFile> ofBytes(const std::filesystem::path& name,
                                                     std::vector<std::byte> bytes);

    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::span<const std::byte> bytes() const { return bytes_; }
    std::string_view text() const;  ///< the same bytes as characters
    /// Drops the pages that lie wholly inside `range` (part of bytes()); they are read again if touched
    /// again.
    void release(std::span<const std::byte> range) const;

  private:
    MappedFile() = default;
    std::filesystem::path path_;
    std::span<const std::byte> bytes_;
    std::vector<std::byte> owned_;
    void* mapping_ = nullptr;
};

}  // namespace afa
