#include "core/text/bpe.h"

#include <queue>
#include <tuple>

namespace afa {
namespace {

/// GPT-2's bytes_to_unicode: what prints by itself in Latin-1.
bool printsItself(int byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || (byte >= 0xAE && byte <= 0xFF);
}

std::string twoByteUtf8(int code) {
    if (code < 0x80) return std::string(1, static_cast<char>(code));
    return {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
}

}  // namespace

const std::array<std::string, 256>& byteSymbols() {
    static const std::array<std::string, 256> symbols = [] {
        std::array<std::string, 256> all;
        int next = 0x100;
        for (int byte = 0; byte < 256; ++byte)
            all[static_cast<std::size_t>(byte)] = twoByteUtf8(printsItself(byte) ? byte : next++);
        return all;
    }();
    return symbols;
}

const std::array<std::uint8_t, 256>& byteOrder() {
    static const std::array<std::uint8_t, 256> order = [] {
        std::array<std::uint8_t, 256> all{};
        std::size_t at = 0;
        for (const bool printing : {true, false})
            for (int byte = 0; byte < 256; ++byte)
                if (printsItself(byte) == printing) all[at++] = static_cast<std::uint8_t>(byte);
        return all;
    }();
    return order;
}

bool Bpe::addMerge(Id left, Id right, Id merged) {
    return merges_.emplace(key(left, right), Merge{static_cast<std::uint32_t>(merges_.size()), merged})
        .second;
}

void Bpe::encode(std::string_view word, std::vector<Token>& out) const {
    struct Symbol {
        Id id;
        std::size_t begin;
        std::size_t previous, next;  // neighbours that are left; kEnd: none
    };
    constexpr auto kEnd = static_cast<std::size_t>(-1);
    std::vector<Symbol> symbols;
    symbols.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(word[i]);
        const Id id = i + 1 == word.size() ? final[byte] : inner[byte];
        symbols.push_back({id == kNone ? unknown : id, i, i - 1, i + 1});
    }
    if (symbols.empty()) return;
    symbols.front().previous = kEnd;
    symbols.back().next = kEnd;

    // The lowest rank first and, among equals, the leftmost: the order of the `tokenizers` library.
    using Candidate = std::tuple<std::uint32_t, std::size_t, Id>;  // rank, left symbol, merged
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> candidates;
    const auto offer = [&](std::size_t left) {
        const Symbol& symbol = symbols[left];
        if (symbol.next == kEnd) return;
        const auto merge = merges_.find(key(symbol.id, symbols[symbol.next].id));
        if (merge != merges_.end()) candidates.emplace(merge->second.rank, left, merge->second.merged);
    };
    for (std::size_t i = 0; i < symbols.size(); ++i)
        offer(i);
    while (!candidates.empty()) {
        const std::size_t left = std::get<1>(candidates.top());
        const Id merged = std::get<2>(candidates.top());
        candidates.pop();
        Symbol& symbol = symbols[left];
        if (symbol.id == kNone || symbol.next == kEnd) continue;
        const auto merge = merges_.find(key(symbol.id, symbols[symbol.next].id));
        if (merge == merges_.end() || merge->second.merged != merged)
            continue;  // one of the two was merged meanwhile
        Symbol& right = symbols[symbol.next];
        symbol.id = merged;
        symbol.next = right.next;
        right.id = kNone;
        if (symbol.next != kEnd) symbols[symbol.next].previous = left;
        offer(left);
        if (symbol.previous != kEnd) offer(symbol.previous);
    }
    for (std::size_t i = 0; i != kEnd; i = symbols[i].next)
        out.push_back({symbols[i].id, symbols[i].begin});
}

}  // namespace afa
