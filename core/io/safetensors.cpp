#include "core/io/safetensors.h"

#include <algorithm>
#include <bit>
#include <boost/json.hpp>
#include <cctype>
#include <cstring>
#include <limits>
#include <map>
#include <numeric>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/io/atomic_file.h"
#include "core/io/foreign_file.h"
#include "core/io/mapped_file.h"

namespace afa {
namespace {

namespace json = boost::json;

static_assert(std::endian::native == std::endian::little, "views and the header length are read as they lie");

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;  // the reference implementation's limit
constexpr std::size_t kHeaderAlignment = 8;
constexpr char kMetadataKey[] = "__metadata__";

std::uint64_t headerLength(std::span<const std::byte> bytes) {
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), sizeof length);
    return length;
}

/// Bits of the format's types that no part of a Stable Diffusion 1.x model uses; 0 for a name it does not
/// have.
std::uint64_t bitsOfUnreadType(std::string_view name) {
    static const std::map<std::string_view, std::uint64_t> kBits{
        {"U16", 16},    {"U32", 32},    {"U64", 64},    {"C64", 64},    {"F8_E4M3", 8},
        {"F8_E5M2", 8}, {"F8_E8M0", 8}, {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"F4", 4},
    };
    const auto found = kBits.find(name);
    return found == kBits.end() ? 0 : found->second;
}

class SafetensorsFile final : public TensorFile {
  public:
    explicit SafetensorsFile(std::shared_ptr<const MappedFile> file) : file_(std::move(file)) {
        path_ = file_->path();
        parse();
        buildIndex();
    }

    TensorView view(std::size_t index) const override {
        const TensorInfo& info = tensors_.at(index);
        return {info, rowMajorStrides(info.shape), values(index)};
    }

    void release(std::size_t index) const override { file_->release(values(index)); }

  private:
    struct Range {
        std::uint64_t begin = 0, end = 0;
    };
    struct NamedRange {
        std::string_view name;
        Range range;
    };

    [[noreturn]] void fail(const Message& reason) const {
        throw FileError(Message::of("%1: damaged safetensors file: %2; download it again", path_, reason));
    }

    std::span<const std::byte> values(std::size_t index) const {
        const Range& range = ranges_[index];
        return data_.subspan(range.begin, range.end - range.begin);
    }

    void parse() {
        const auto bytes = file_->bytes();
        if (bytes.size() <= kLengthBytes)
            fail(Message::of("truncated: expected at least %1 bytes, found %2", kLengthBytes + 2,
                             bytes.size()));
        const std::uint64_t length = headerLength(bytes);
        if (length > kMaxHeaderBytes)
            fail(Message::of("the header's length is given as %1 bytes, expected at most %2", length,
                             kMaxHeaderBytes));
        if (length > bytes.size() - kLengthBytes)
            fail(Message::of("truncated: expected at least %1 bytes, found %2", kLengthBytes + length,
                             bytes.size()));
        const std::string_view header = file_->text().substr(kLengthBytes, length);
        if (!header.starts_with('{'))
            fail(Message::of("the header is not a JSON object: expected '{' at byte 8"));
        data_ = bytes.subspan(kLengthBytes + length);

        const json::value document =
            parseJson(header, Message::of("%1: damaged safetensors file: header", path_));
        const json::object& entries = document.as_object();
        tensors_.reserve(entries.size());
        ranges_.reserve(entries.size());
        for (const auto& [name, entry] : entries) {
            if (name == kMetadataKey)
                readMetadata(entry);
            else
                readEntry(name, entry);
        }
        sortByPosition();
        checkCoverage();
    }

    /// The format has strings only, but some programs write numbers and null: kept as their text.
    void readMetadata(const json::value& value) {
        if (value.is_null()) return;
        const auto* object = value.if_object();
        if (!object) fail(Message::of("__metadata__ is not an object of strings"));
        for (const auto& [key, text] : *object)
            metadata_.emplace(key, text.is_string() ? std::string(text.get_string()) : json::serialize(text));
    }

    void readEntry(std::string_view name, const json::value& entry) {
        const auto tensor = Message::of("tensor \"%1\"", name);
        const auto* object = entry.if_object();
        if (!object) fail(Message::of("%1: expected an object", tensor));
        for (const auto& member : *object)
            if (member.key() != "dtype" && member.key() != "shape" && member.key() != "data_offsets")
                fail(Message::of("%1: unknown member \"%2\"", tensor, member.key()));
        const auto* dtype = object->if_contains("dtype");
        const auto* shape = object->if_contains("shape");
        const auto* offsets = object->if_contains("data_offsets");
        if (!dtype || !dtype->is_string()) fail(Message::of("%1: no dtype", tensor));
        if (!shape || !shape->is_array()) fail(Message::of("%1: no shape", tensor));
        if (!offsets || !offsets->is_array() || offsets->get_array().size() != 2)
            fail(Message::of("%1: data_offsets must be two numbers", tensor));

        TensorInfo info;
        info.name = name;
        const auto known = dtypeFromName(dtype->get_string());
        info.dtype = known.value_or(DType::U8);
        if (shape->get_array().size() > kMaxDimensions)
            fail(Message::of("%1: %2 dimensions, expected at most %3", tensor, shape->get_array().size(),
                             kMaxDimensions));
        for (const auto& extent : shape->get_array())
            info.shape.push_back(
                static_cast<std::int64_t>(readInteger(extent, Message::of("%1: shape", tensor))));
        const Range range{readInteger(offsets->get_array()[0], Message::of("%1: data_offsets", tensor)),
                          readInteger(offsets->get_array()[1], Message::of("%1: data_offsets", tensor))};
        if (range.begin > range.end)
            fail(Message::of("%1: it begins at %2 and ends before that, at %3", tensor, range.begin,
                             range.end));
        const auto size = checkedByteSize(info.dtype, info.shape);
        if (!size) fail(Message::of("%1: the shape %2 is too large", tensor, shapeText(info.shape)));
        if (!known) return readUnread(info, *size, dtype->get_string(), range);
        if (*size != range.end - range.begin)
            fail(Message::of("%1: shape %2 in %3 takes %4 bytes, data_offsets give %5", tensor,
                             shapeText(info.shape), dtypeName(info.dtype), *size, range.end - range.begin));
        tensors_.push_back(std::move(info));
        ranges_.push_back(range);
    }

    /// Of a type that is not read: harmless where no network needs it, so that it is kept by name.
    void readUnread(const TensorInfo& info, std::uint64_t elements, std::string_view type, Range range) {
        constexpr std::uint64_t kByte = 8;
        const std::uint64_t bits = bitsOfUnreadType(type);
        const std::uint64_t held = range.end - range.begin;
        const bool fits = bits == 0 || (elements <= std::numeric_limits<std::uint64_t>::max() / bits &&
                                        (elements * bits + kByte - 1) / kByte == held);
        if (!fits)
            fail(
                Message::of("tensor \"%1\": shape %2 in %3 does not take the %4 bytes that data_offsets give",
                            info.name, shapeText(info.shape), type, held));
        unread_.push_back(
            {info.name, Message::of("has the type %1, which this program does not read; convert "
                                    "the file to F16, BF16 or F32",
                                    printable(type))});
        unreadRanges_.push_back(range);
    }

    static std::string printable(std::string_view type) {
        constexpr std::size_t kShown = 40;
        std::string out;
        for (const char c : type.substr(0, kShown))
            out += c > ' ' && c < 0x7F ? c : '?';
        return out;
    }

    /// A non-negative integer below 2^63; Boost.JSON stores what has a fraction or an exponent as double.
    std::uint64_t readInteger(const json::value& value, const Message& where) const {
        if (const auto* integer = value.if_int64(); integer && *integer >= 0)
            return static_cast<std::uint64_t>(*integer);
        fail(Message::of("%1: expected non-negative integers, found %2", where,
                         json::serialize(value).substr(0, 40)));
    }

    void sortByPosition() {
        std::vector<std::size_t> order(tensors_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(ranges_[a].begin, ranges_[a].end) < std::pair(ranges_[b].begin, ranges_[b].end);
        });
        std::vector<TensorInfo> tensors;
        std::vector<Range> ranges;
        tensors.reserve(order.size());
        ranges.reserve(order.size());
        for (const std::size_t i : order) {
            tensors.push_back(std::move(tensors_[i]));
            ranges.push_back(ranges_[i]);
        }
        tensors_ = std::move(tensors);
        ranges_ = std::move(ranges);
    }

    /// All tensors must fill the bytes after the header exactly.
    void checkCoverage() const {
        std::vector<NamedRange> all;
        for (std::size_t i = 0; i < ranges_.size(); ++i)
            all.push_back({tensors_[i].name, ranges_[i]});
        for (std::size_t i = 0; i < unreadRanges_.size(); ++i)
            all.push_back({unread_[i].name, unreadRanges_[i]});
        std::stable_sort(all.begin(), all.end(), [](const NamedRange& a, const NamedRange& b) {
            return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
        });
        std::uint64_t position = 0;
        for (const auto& [name, range] : all) {
            const auto tensor = Message::of("tensor \"%1\"", name);
            if (range.begin < position) fail(Message::of("%1 overlaps the one before it", tensor));
            if (range.begin > position)
                fail(Message::of("bytes %1 to %2 before %3 belong to no tensor", position, range.begin,
                                 tensor));
            position = range.end;
        }
        const std::uint64_t headerEnd = file_->bytes().size() - data_.size();
        const std::uint64_t found = file_->bytes().size();
        if (position > data_.size())
            fail(Message::of("truncated: expected %1 bytes, found %2", headerEnd + position, found));
        if (position < data_.size())
            fail(Message::of("trailing bytes: expected %1 bytes, found %2", headerEnd + position, found));
    }

    std::shared_ptr<const MappedFile> file_;
    std::span<const std::byte> data_;
    std::vector<Range> ranges_, unreadRanges_;
};

}  // namespace

bool looksLikeSafetensors(const MappedFile& file) {
    const std::string_view text = file.text();
    if (text.size() <= kLengthBytes || text[kLengthBytes] != '{') return false;
    // Eight printable characters before the brace: some text, not a length.
    return !std::all_of(text.begin(), text.begin() + kLengthBytes,
                        [](unsigned char c) { return std::isprint(c) || std::isspace(c); });
}

bool hasSafetensorsLength(const MappedFile& file) {
    return looksLikeSafetensors(file) && headerLength(file.bytes()) <= kMaxHeaderBytes;
}

std::unique_ptr<TensorFile> openSafetensors(std::shared_ptr<const MappedFile> file) {
    refuseForeignContent(*file);
    return std::make_unique<SafetensorsFile>(std::move(file));
}

std::unique_ptr<TensorFile> openSafetensors(const std::filesystem::path& path) {
    return openSafetensors(MappedFile::open(path));
}

struct SafetensorsWriter::State {
    AtomicFile file;
    std::vector<TensorInfo> tensors;
    std::size_t next = 0;
    std::string target;
};

namespace {

/// Length, JSON and padding, as they stand at the beginning of the file.
std::string headerText(const std::vector<TensorInfo>& tensors,
                       const std::map<std::string, std::string>& metadata, const std::string& target,
                       std::uint64_t& dataBytes) {
    json::object header;
    if (!metadata.empty()) {
        json::object& texts = header[kMetadataKey].emplace_object();
        for (const auto& [key, text] : metadata)
            texts[key] = text;
    }
    dataBytes = 0;
    for (const TensorInfo& info : tensors) {
        const auto size = checkedByteSize(info.dtype, info.shape);
        constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (!size || *size > kLargest - dataBytes)
            throw DataError(
                Message::of("%1: tensor \"%2\" is too large: %3", target, info.name, shapeText(info.shape)));
        json::object entry;
        entry["dtype"] = dtypeName(info.dtype);
        entry["shape"] = json::array(info.shape.begin(), info.shape.end());
        entry["data_offsets"] = json::array{dataBytes, dataBytes + *size};
        dataBytes += *size;
        if (info.name == kMetadataKey || !header.emplace(info.name, std::move(entry)).second)
            throw DataError(Message::of("%1: two tensors are named \"%2\"", target, info.name));
    }
    std::string text = json::serialize(header);
    parseJson(text,
              Message::of("%1: header",
                          target));  // names and texts that are not UTF-8 would make a file nobody can read
    text.resize((text.size() + kHeaderAlignment - 1) / kHeaderAlignment * kHeaderAlignment, ' ');
    const std::uint64_t length = text.size();
    if (length > kMaxHeaderBytes)
        throw DataError(Message::of("%1: the header is larger than the format allows", target));
    std::string prefix(kLengthBytes, '\0');
    std::memcpy(prefix.data(), &length, kLengthBytes);
    return prefix + text;
}

}  // namespace

SafetensorsWriter::SafetensorsWriter(const std::filesystem::path& target, std::vector<TensorInfo> tensors,
                                     const std::map<std::string, std::string>& metadata) {
    std::uint64_t dataBytes = 0;
    const std::string header = headerText(tensors, metadata, target.string(), dataBytes);
    state_ = std::unique_ptr<State>(new State{AtomicFile(target), std::move(tensors), 0, target.string()});
    state_->file.reserve(header.size() + dataBytes);
    state_->file.write(header);
}

SafetensorsWriter::~SafetensorsWriter() = default;

void SafetensorsWriter::write(std::span<const std::byte> values) {
    if (state_->next == state_->tensors.size())
        throw DataError(Message::of("%1: more values than the %2 tensors that were announced", state_->target,
                                    state_->next));
    const TensorInfo& info = state_->tensors[state_->next];
    const std::uint64_t expected = *checkedByteSize(info.dtype, info.shape);
    if (values.size() != expected)
        throw DataError(Message::of("%1: tensor \"%2\": expected %3 bytes, found %4", state_->target,
                                    info.name, expected, values.size()));
    state_->file.write(values);
    ++state_->next;
}

void SafetensorsWriter::finish() {
    if (state_->next != state_->tensors.size())
        throw DataError(Message::of("%1: expected the values of %2 tensors, found %3", state_->target,
                                    state_->tensors.size(), state_->next));
    state_->file.commit();
}

}  // namespace afa
