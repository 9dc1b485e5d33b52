#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace afa {

/// Byte-level byte-pair encoding of single words (Sennrich et al. 2016; "byte level" as in GPT-2), with
/// CLIP's "</w>" on a word's last symbol. Tokens are numbers throughout: their texts are needed only while a
/// vocabulary is read.
class Bpe {
  public:
    using Id = std::int32_t;
    static constexpr Id kNone = -1;

    struct Token {
        Id id = 0;
        std::size_t begin = 0;  ///< byte in the word
    };

    /// A byte's symbol inside and at the end of a word; kNone where the vocabulary lacks it.
    std::array<Id, 256> inner{}, final{};
    Id unknown = 0;  ///< stands for a byte without symbol

    /// False if the pair has a merge already. Merges are added in their order of rank.
    bool addMerge(Id left, Id right, Id merged);

    void encode(std::string_view word, std::vector<Token>& out) const;

  private:
    struct Merge {
        std::uint32_t rank = 0;
        Id merged = 0;
    };
    static std::uint64_t key(Id left, Id right) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32 |
               static_cast<std::uint32_t>(right);
    }
    std::unordered_map<std::uint64_t, Merge> merges_;
};

/// The character that stands for a byte in vocabulary files, as UTF-8: printable Latin-1 itself, other bytes
/// U+0100 on.
const std::array<std::string, 256>& byteSymbols();
/// All bytes in the order in which CLIP numbers their symbols: the printable ones first.
const std::array<std::uint8_t, 256>& byteOrder();

/// resources/clip/merges.txt, cut at line ends.
std::span<const std::string_view> clipMergesPieces();

}  // namespace afa
