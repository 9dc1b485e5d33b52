#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/error.h"
#include "core/io/mapped_file.h"
#include "core/io/picture_file.h"
#include "core/io/utf8.h"

namespace afa {
namespace {

// Far above what any program writes; together they bound memory and time on a hostile file.
constexpr std::size_t kMaxTextBytes = 16 << 20;
constexpr std::size_t kMaxTexts = 1000;
constexpr std::string_view kSignature{"\x89PNG\r\n\x1A\n", 8};

class TextReader {
  public:
    TextReader(std::string_view bytes, const std::string& where) : bytes_(bytes), where_(where) {}

    std::map<std::string, std::string> read() {
        if (!bytes_.starts_with(kSignature)) throw FileError(Message::of("%1: not a PNG picture", where_));
        std::size_t at = kSignature.size();
        for (bool end = false; !end;) {
            if (bytes_.size() - at < 12) fail(Message::of("it ends in the middle; the file is cut short"));
            const std::size_t length = bigEndian(at);
            if (length > bytes_.size() - at - 12)
                fail(Message::of("a chunk of %1 bytes, found %2; the file is cut short", length,
                                 bytes_.size() - at - 12));
            const std::string_view type = bytes_.substr(at + 4, 4);
            const std::string_view data = bytes_.substr(at + 8, length);
            if (type == "tEXt" || type == "zTXt" || type == "iTXt") {
                checkCrc(bytes_.substr(at + 4, length + 4), bigEndian(at + 8 + length));
                readText(type, data);
            }
            end = type == "IEND";
            at += length + 12;
        }
        return std::move(texts_);
    }

  private:
    [[noreturn]] void fail(const Message& what) const {
        throw FileError(Message::of("%1: damaged PNG: %2", where_, what));
    }

    std::uint32_t bigEndian(std::size_t at) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes_[at + i]);
        return value;
    }

    void checkCrc(std::string_view typeAndData, std::uint32_t expected) const {
        const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(typeAndData.data()), typeAndData.size());
        if (crc != expected) fail(Message::of("a text chunk's checksum does not match"));
    }

    /// Up to the next zero byte, which is skipped.
    std::string_view field(std::string_view& data) const {
        const auto end = data.find('\0');
        if (end == std::string_view::npos) fail(Message::of("a text chunk without its separator"));
        const std::string_view text = data.substr(0, end);
        data.remove_prefix(end + 1);
        return text;
    }

    std::string inflated(std::string_view data) const {
        z_stream stream{};
        if (inflateInit(&stream) != Z_OK) throw Error(Message::of("zlib is not available"));
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
        stream.avail_in = static_cast<uInt>(data.size());
        std::string out;
        std::array<char, 1 << 14> block;
        int result = Z_OK;
        while (result == Z_OK && out.size() + total_ <= kMaxTextBytes) {
            stream.next_out = reinterpret_cast<Bytef*>(block.data());
            stream.avail_out = static_cast<uInt>(block.size());
            result = inflate(&stream, Z_NO_FLUSH);
            out.append(block.data(), block.size() - stream.avail_out);
        }
        inflateEnd(&stream);
        if (result != Z_STREAM_END && out.size() + total_ <= kMaxTextBytes)
            fail(Message::of("a compressed text cannot be unpacked"));
        return out;
    }

    void readText(std::string_view type, std::string_view data) {
        const std::string key = utf8FromLatin1(field(data));
        std::string value;
        if (type == "iTXt") {
            if (data.size() < 2) fail(Message::of("a text chunk without its flags"));
            const char compressed = data[0], method = data[1];
            if (compressed != 0 && (compressed != 1 || method != 0))
                fail(Message::of("a text of unknown compression"));
            data.remove_prefix(2);
            field(data);  // language
            field(data);  // translated key
            value = compressed ? inflated(data) : std::string(data);
            if (!decodeUtf8(value)) fail(Message::of("a text that is not valid UTF-8"));
        } else if (type == "zTXt") {
            if (data.empty() || data[0] != 0) fail(Message::of("a text of unknown compression"));
            value = toUtf8(inflated(data.substr(1)));
        } else {
            value = toUtf8(std::string(data));  // Latin-1 by the standard; some write UTF-8
        }
        total_ += value.size();
        if (total_ > kMaxTextBytes || texts_.size() >= kMaxTexts)
            fail(Message::of("more text than the %1 bytes or %2 entries that are read", kMaxTextBytes,
                             kMaxTexts));
        texts_.try_emplace(key, std::move(value));
    }

    std::string_view bytes_;
    const std::string& where_;
    std::map<std::string, std::string> texts_;
    std::size_t total_ = 0;
};

}  // namespace

std::map<std::string, std::string> readPngTextBytes(std::span<const std::byte> bytes,
                                                    const std::string& where) {
    return TextReader({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, where).read();
}

std::map<std::string, std::string> readPngText(const std::filesystem::path& path) {
    return readPngTextBytes(MappedFile::open(path)->bytes(), path.string());
}

}  // namespace afa
