#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include <string_view>
#include <type_traits>
#include <utility>

#include "core/base/error.h"

namespace afa {

/// Takes little-endian values from the front of bytes that may end anywhere. `where` opens the message.
class ByteReader {
  public:
    ByteReader(std::span<const std::byte> bytes, Message where, std::uint64_t start = 0)
        : bytes_(bytes), where_(std::move(where)) {
        take(start);
    }

    std::size_t position() const { return position_; }
    std::size_t remaining() const { return bytes_.size() - position_; }

    std::span<const std::byte> take(std::uint64_t count) {
        if (count > remaining())
            throw FileError(
                Message::of("%1: truncated: expected %2 bytes at byte %3, found %4; download it again",
                            where_, count, position_, remaining()));
        const auto taken = bytes_.subspan(position_, static_cast<std::size_t>(count));
        position_ += taken.size();
        return taken;
    }

    std::string_view text(std::uint64_t count) {
        const auto taken = take(count);
        return {reinterpret_cast<const char*>(taken.data()), taken.size()};
    }

    template <typename Number>
    Number number() {
        static_assert(std::is_arithmetic_v<Number>);
        Number value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    /// Up to the next line feed, which is taken but not returned.
    std::string_view line() {
        const std::string_view rest(reinterpret_cast<const char*>(bytes_.data()) + position_, remaining());
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) take(rest.size() + 1);  // throws
        position_ += end + 1;
        return rest.substr(0, end);
    }

  private:
    std::span<const std::byte> bytes_;
    Message where_;
    std::size_t position_ = 0;
};

}  // namespace afa
