#include "core/io/picture_file.h"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <vector>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/mapped_file.h"

namespace afa {
namespace {

constexpr png_uint_32 kMaxSide = 16384;
constexpr png_uint_32 kMaxChunks = 1000;               // text and other side chunks that libpng keeps
constexpr png_alloc_size_t kMaxChunkBytes = 16 << 20;  // one of them, decompressed

/// What libpng's callbacks need. libpng leaves by longjmp, which must not jump over objects with destructors:
/// every function below that calls setjmp holds nothing but pointers and numbers, and results live in its
/// caller.
struct PngStream {
    std::span<const std::byte> input;
    std::size_t position = 0;
    std::string output;
    std::string problem;
    bool truncated = false;
};

void onError(png_structp png, png_const_charp message) {
    auto* stream = static_cast<PngStream*>(png_get_error_ptr(png));
    if (stream->problem.empty()) stream->problem = message;
    png_longjmp(png, 1);
}
void onWarning(png_structp, png_const_charp) {}

void readBytes(png_structp png, png_bytep target, std::size_t count) {
    auto* stream = static_cast<PngStream*>(png_get_io_ptr(png));
    if (count > stream->input.size() - stream->position) {
        stream->truncated = true;
        png_error(png, "it ends early");
    }
    std::memcpy(target, stream->input.data() + stream->position, count);
    stream->position += count;
}

void writeBytes(png_structp png, png_bytep source, std::size_t count) {
    static_cast<PngStream*>(png_get_io_ptr(png))->output.append(reinterpret_cast<const char*>(source), count);
}
void flushBytes(png_structp) {}

[[noreturn]] void throwDamaged(const std::string& where, const PngStream& stream) {
    if (stream.truncated)
        throw FileError(Message::of("%1: damaged PNG file: it ends early after %2 bytes; copy it again",
                                    where, stream.input.size()));
    throw FileError(Message::of(
        "%1: damaged PNG file: %2", where,
        stream.problem.empty() ? Message::of("cannot be read") : Message::verbatim(stream.problem)));
}

void requirePng(std::span<const std::byte> bytes, const std::string& where) {
    constexpr std::size_t kSignature = 8;
    if (bytes.size() < kSignature ||
        png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes.data()), 0, kSignature) != 0)
        throw FileError(
            Message::of("%1: not a PNG file: expected the PNG signature in its first 8 bytes", where));
}

/// A libpng reader with its budgets set, destroyed with the object.
class Reader {
  public:
    explicit Reader(PngStream& stream)
        : png(png_create_read_struct(PNG_LIBPNG_VER_STRING, &stream, onError, onWarning)),
          info(png ? png_create_info_struct(png) : nullptr) {
        if (!info) throw OutOfMemory(Message::of("out of memory while reading a PNG file"));
        png_set_read_fn(png, &stream, readBytes);
        png_set_user_limits(png, kMaxSide, kMaxSide);
        png_set_chunk_cache_max(png, kMaxChunks);
        png_set_chunk_malloc_max(png, kMaxChunkBytes);
    }
    ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    png_structp png;
    png_infop info;
};

bool readHeader(png_structp png, png_infop info) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_read_info(png, info);
    return true;
}

bool prepareRgb(png_structp png, png_infop info) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_color_16 white{};
    // In the depth at hand when alpha is taken out: before 16 bits become 8, after fewer become 8.
    const png_uint_16 full = png_get_bit_depth(png, info) == 16 ? 0xFFFF : 0xFF;
    white.red = white.green = white.blue = white.gray = full;
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    if ((png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 ||
        png_get_valid(png, info, PNG_INFO_tRNS) != 0)
        png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    return true;
}

bool readRows(png_structp png, png_bytepp rows) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_read_image(png, rows);
    return true;
}

bool writeAll(png_structp png, png_infop info, int width, int height, const std::uint8_t* rgb, png_textp text,
              int count, png_uint_32 dotsPerMeter) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (dotsPerMeter > 0) png_set_pHYs(png, info, dotsPerMeter, dotsPerMeter, PNG_RESOLUTION_METER);
    if (count > 0) png_set_text(png, info, text, count);
    png_write_info(png, info);
    for (int y = 0; y < height; ++y)
        png_write_row(png, rgb + static_cast<std::size_t>(y) * width * 3);
    png_write_end(png, info);
    return true;
}

}  // namespace

std::string encodePng(const Image& image, const PngFacts& facts, const std::string& where) {
    if (image.width <= 0 || image.height <= 0 ||
        image.rgb.size() !=
            static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3)
        throw DataError(Message::of("%1: a picture of %2 x %3 pixels cannot have %4 bytes", where,
                                    image.width, image.height, image.rgb.size()));
    std::vector<png_text> chunks;
    for (const auto& [key, value] : facts.text) {
        png_text chunk{};
        const bool ascii =
            std::all_of(value.begin(), value.end(), [](char c) { return static_cast<signed char>(c) > 0; });
        chunk.compression = ascii ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        chunk.key = const_cast<char*>(key.c_str());  // libpng only reads them
        chunk.text = const_cast<char*>(value.c_str());
        chunks.push_back(chunk);
    }
    constexpr double kInchesPerMeter = 39.3701;
    PngStream stream;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &stream, onError, onWarning);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    bool written = false;
    if (info) {
        png_set_write_fn(png, &stream, writeBytes, flushBytes);
        written = writeAll(png, info, image.width, image.height, image.rgb.data(), chunks.data(),
                           static_cast<int>(chunks.size()),
                           static_cast<png_uint_32>(std::lround(facts.dotsPerInch * kInchesPerMeter)));
    }
    png_destroy_write_struct(&png, &info);
    if (!written)
        throw FileError(
            Message::of("%1: the picture could not be encoded as PNG: %2", where, stream.problem));
    return std::move(stream.output);
}

void writePng(const std::filesystem::path& target, const Image& image, const PngFacts& facts) {
    const std::string bytes = encodePng(image, facts, target.string());
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

void writePng(const std::filesystem::path& target, const Image& image,
              const std::map<std::string, std::string>& text) {
    writePng(target, image, PngFacts{text, 0});
}

Image readPng(const std::filesystem::path& path) {
    const auto file = MappedFile::open(path);
    requirePng(file->bytes(), path.string());
    PngStream stream;
    stream.input = file->bytes();
    Reader reader(stream);
    if (!readHeader(reader.png, reader.info) || !prepareRgb(reader.png, reader.info))
        throwDamaged(path.string(), stream);
    Image image;
    image.width = static_cast<int>(png_get_image_width(reader.png, reader.info));
    image.height = static_cast<int>(png_get_image_height(reader.png, reader.info));
    const auto rowBytes = png_get_rowbytes(reader.png, reader.info);
    if (rowBytes != static_cast<std::size_t>(image.width) * 3)
        throw FileError(Message::of("%1: expected a picture that converts to RGB", path));
    image.rgb.resize(rowBytes * static_cast<std::size_t>(image.height));
    std::vector<png_bytep> rows;
    rows.reserve(static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y)
        rows.push_back(image.rgb.data() + rowBytes * static_cast<std::size_t>(y));
    if (!readRows(reader.png, rows.data())) throwDamaged(path.string(), stream);
    return image;
}

}  // namespace afa
