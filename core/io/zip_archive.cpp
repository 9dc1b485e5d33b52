#include "core/io/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/io/byte_reader.h"

namespace afa {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50, kCentralHeader = 0x02014b50;
constexpr std::string_view kEndMagic = "PK\x05\x06";
constexpr std::uint32_t kZip64End = 0x06064b50, kZip64Locator = 0x07064b50;
constexpr std::size_t kEndSize = 22, kZip64LocatorSize = 20, kMaxComment = 65535;
constexpr std::size_t kCentralHeaderSize = 46;
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint16_t kEncrypted = 1;
constexpr std::uint16_t kZip64Extra = 1;
constexpr std::uint32_t kInZip64 = 0xFFFFFFFF;  // "the value stands in the zip64 record"

constexpr std::uint64_t kMaxUnpacked = std::uint64_t{16} << 30;  // budget for all deflated entries together
constexpr std::uint64_t kMaxDeflateRatio = 1032;  // no deflate stream unpacks to more (zlib's FAQ)

}  // namespace

ZipArchive::ZipArchive(std::shared_ptr<const MappedFile> file) : file_(std::move(file)) {
    std::uint64_t count = 0;
    const auto directory = centralDirectory(count);
    const auto contentEnd = static_cast<std::uint64_t>(directory.data() - file_->bytes().data());
    if (count > directory.size() / kCentralHeaderSize)
        fail(Message::of("its directory is too small for %1 entries", count));
    entries_.reserve(static_cast<std::size_t>(count));

    ByteReader in(directory, Message::of("%1: damaged PyTorch file: zip directory", file_->path()));
    std::uint64_t unpacked = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (in.number<std::uint32_t>() != kCentralHeader) fail(Message::of("zip directory entry %1", i));
        in.take(4);  // versions
        const auto flags = in.number<std::uint16_t>();
        const auto method = in.number<std::uint16_t>();
        in.take(4);  // date
        Entry entry;
        entry.crc = in.number<std::uint32_t>();
        std::uint64_t packedSize = in.number<std::uint32_t>();
        entry.size = in.number<std::uint32_t>();
        const auto nameSize = in.number<std::uint16_t>();
        const auto extraSize = in.number<std::uint16_t>();
        const auto commentSize = in.number<std::uint16_t>();
        in.take(8);  // disk, attributes
        std::uint64_t offset = in.number<std::uint32_t>();
        entry.name = in.text(nameSize);
        ByteReader extra(in.take(extraSize),
                         Message::of("%1: damaged PyTorch file: zip directory", file_->path()));
        in.take(commentSize);
        while (extra.remaining() >= 4) {
            const auto id = extra.number<std::uint16_t>();
            const auto size = extra.number<std::uint16_t>();
            if (id != kZip64Extra) {
                extra.take(size);
                continue;
            }
            // Only values that do not fit above are here, in this order.
            for (std::uint64_t* value : {&entry.size, &packedSize, &offset})
                if (*value == kInZip64) *value = extra.number<std::uint64_t>();
            break;
        }
        if (flags & kEncrypted) fail(Message::of("entry %1 is encrypted", entry.name));
        locateContent(entry, offset, packedSize, contentEnd, method);
        if (!entry.stored) unpacked += entry.size;
        if (unpacked > kMaxUnpacked) fail(Message::of("it unpacks to more than %1 bytes", kMaxUnpacked));
        entries_.push_back(entry);
    }
    checkOverlaps();
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    const auto twice = std::adjacent_find(entries_.begin(), entries_.end(),
                                          [](const Entry& a, const Entry& b) { return a.name == b.name; });
    if (twice != entries_.end()) fail(Message::of("two zip entries are named %1", twice->name));
}

void ZipArchive::fail(const Message& reason) const {
    throw FileError(Message::of("%1: damaged PyTorch file: %2; download it again", file_->path(), reason));
}

std::optional<std::size_t> ZipArchive::findEnd(const MappedFile& file) {
    const std::string_view text = file.text();
    const std::size_t searched = std::min(text.size(), kEndSize + kMaxComment);
    const auto found = text.substr(text.size() - searched).rfind(kEndMagic);
    if (found == std::string_view::npos) return std::nullopt;
    return text.size() - searched + found;
}

std::span<const std::byte> ZipArchive::centralDirectory(std::uint64_t& count) const {
    const auto bytes = file_->bytes();
    const auto where = Message::of("%1: damaged PyTorch file: zip directory", file_->path());
    const auto found = findEnd(*file_);
    if (!found)
        fail(Message::of("truncated: found %1 bytes, expected the zip directory at their end", bytes.size()));
    const std::size_t end = *found;

    ByteReader in(bytes, where, end + 8);
    in.take(2);  // entries on this disk
    count = in.number<std::uint16_t>();
    std::uint64_t size = in.number<std::uint32_t>();
    std::uint64_t offset = in.number<std::uint32_t>();
    in.take(in.number<std::uint16_t>());  // comment
    std::uint64_t limit = end;
    if (end >= kZip64LocatorSize) {
        ByteReader locator(bytes, where, end - kZip64LocatorSize);
        if (locator.number<std::uint32_t>() == kZip64Locator) {
            locator.take(4);  // disk
            limit = locator.number<std::uint64_t>();
            if (limit > end) fail(Message::of("its zip64 record lies outside"));
            ByteReader record(bytes, where, static_cast<std::size_t>(limit));
            if (record.number<std::uint32_t>() != kZip64End) fail(Message::of("its zip64 record is missing"));
            record.take(28);  // size, versions, disks, entries on this disk
            count = record.number<std::uint64_t>();
            size = record.number<std::uint64_t>();
            offset = record.number<std::uint64_t>();
        }
    }
    if (offset > limit || size > limit - offset)
        fail(Message::of(
            "truncated: its directory is expected at byte %1, found %2 bytes before its end record", offset,
            limit));
    return bytes.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
}

void ZipArchive::locateContent(Entry& entry, std::uint64_t offset, std::uint64_t packedSize,
                               std::uint64_t end, std::uint16_t method) {
    const auto name = Message::of("zip entry %1", entry.name);
    if (offset > end) fail(Message::of("%1 lies outside", name));
    ByteReader in(file_->bytes().first(static_cast<std::size_t>(end)),
                  Message::of("%1: damaged PyTorch file: %2", file_->path(), name),
                  static_cast<std::size_t>(offset));
    if (in.number<std::uint32_t>() != kLocalHeader) fail(Message::of("%1 has no header", name));
    in.take(4);  // version, flags
    const auto localMethod = in.number<std::uint16_t>();
    in.take(16);  // date, CRC and sizes: the directory's count, since streamed archives leave these at 0
    const auto nameSize = in.number<std::uint16_t>();
    const auto extraSize = in.number<std::uint16_t>();
    if (in.text(nameSize) != entry.name || localMethod != method)
        fail(Message::of("%1 differs from its header", name));
    in.take(extraSize);
    entry.packed = in.take(packedSize);
    entry.stored = method == kStored;
    if (method != kStored && method != kDeflated)
        fail(Message::of("%1 is compressed by method %2, expected none or deflate", name, method));
    if (entry.stored ? entry.size != packedSize : entry.size / kMaxDeflateRatio > packedSize)
        fail(entry.stored
                 ? Message::of("%1 claims %2 bytes, found %3", name, entry.size, packedSize)
                 : Message::of("%1 claims %2 bytes, found %3 compressed", name, entry.size, packedSize));
}

void ZipArchive::checkOverlaps() const {
    std::vector<std::span<const std::byte>> ranges;
    ranges.reserve(entries_.size());
    for (const Entry& entry : entries_)
        if (!entry.packed.empty()) ranges.push_back(entry.packed);
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.data() < b.data(); });
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].data() < ranges[i - 1].data() + ranges[i - 1].size())
            fail(Message::of("two zip entries overlap"));
}

const ZipArchive::Entry* ZipArchive::find(std::string_view name) const {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), name,
                         [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
    return found != entries_.end() && found->name == name ? &*found : nullptr;
}

std::vector<std::byte> ZipArchive::read(const Entry& entry) const {
    std::vector<std::byte> content =
        entry.stored ? std::vector<std::byte>(entry.packed.begin(), entry.packed.end()) : inflate(entry);
    const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size());
    if (content.size() != entry.size || crc != entry.crc)
        fail(Message::of("zip entry %1 does not match its checksum", entry.name));
    return content;
}

std::vector<std::byte> ZipArchive::inflate(const Entry& entry) const {
    constexpr std::size_t kStep = std::size_t{1} << 20;
    const auto damaged = [&] { fail(Message::of("zip entry %1 cannot be unpacked", entry.name)); };
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        throw OutOfMemory(Message::of("no memory to unpack a zip entry"));
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, inflateEnd);

    std::vector<std::byte> content;
    std::span<const std::byte> input = entry.packed;
    std::size_t produced = 0;
    for (int status = Z_OK; status != Z_STREAM_END;) {
        if (stream.avail_in == 0 && !input.empty()) {
            const auto piece = input.first(std::min(input.size(), kStep));
            input = input.subspan(piece.size());
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(piece.data()));
            stream.avail_in = static_cast<uInt>(piece.size());
        }
        if (produced == content.size()) {
            // One byte more than stated, so that a longer stream shows.
            const std::uint64_t room = entry.size + 1 - produced;
            if (room == 0) damaged();
            content.resize(produced + static_cast<std::size_t>(
                                          std::min<std::uint64_t>(room, std::max(kStep, produced))));
        }
        const auto space = static_cast<uInt>(std::min(content.size() - produced, kStep));
        stream.next_out = reinterpret_cast<Bytef*>(content.data() + produced);
        stream.avail_out = space;
        status = ::inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = space - stream.avail_out;
        produced += made;
        const bool stuck = status == Z_BUF_ERROR || (made == 0 && stream.avail_in == 0 && input.empty());
        if (status != Z_STREAM_END && (status != Z_OK || stuck)) damaged();
    }
    content.resize(produced);
    return content;
}

}  // namespace afa
