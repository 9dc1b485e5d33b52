#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"
#include "core/io/mapped_file.h"

namespace afa {

/// The entries of a zip archive (PKWARE APPNOTE 6.3, zip64 included) as they lie in the mapped file. Stored
/// entries are used in place, which libraries that hand out streams do not offer. Opening checks that central
/// directory and local headers agree, that entries lie inside the file, and that none overlap; encrypted
/// archives are refused.
class ZipArchive {
  public:
    struct Entry {
        std::string_view name;
        bool stored = true;  ///< else deflated
        std::uint32_t crc = 0;
        std::uint64_t size = 0;             ///< of the content
        std::span<const std::byte> packed;  ///< as it lies in the file; the content itself when stored
    };

    /// Messages: "PATH: damaged PyTorch file: ..". Throws FileError.
    explicit ZipArchive(std::shared_ptr<const MappedFile> file);

    /// Where the record lies that ends every archive, with a comment of up to 64 KB after it; a cut one has
    /// none.
    static std::optional<std::size_t> findEnd(const MappedFile& file);

    const std::vector<Entry>& entries() const { return entries_; }  ///< ascending by name
    const Entry* find(std::string_view name) const;
    /// The content, unpacked when it has to be. Size and CRC are checked; memory grows with what is really
    /// there.
    std::vector<std::byte> read(const Entry& entry) const;

  private:
    [[noreturn]] void fail(const Message& reason) const;
    std::span<const std::byte> centralDirectory(std::uint64_t& count) const;
    void locateContent(Entry& entry, std::uint64_t offset, std::uint64_t packedSize, std::uint64_t end,
                       std::uint16_t method);
    void checkOverlaps() const;
    std::vector<std::byte> inflate(const Entry& entry) const;

    std::shared_ptr<const MappedFile> file_;
    std::vector<Entry> entries_;
};

}  // namespace afa
