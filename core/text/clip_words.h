#pragma once
#include <span>
#include <utility>
#include <vector>

#include "core/text/normalized_text.h"

namespace afa {

/// The words of a normalised text as ranges [first, second) of units. First CLIP's expression
///   <\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+
/// and then, inside each match, the byte-level pre-tokenizer's own: as transformers' CLIPTokenizer does. The
/// second takes apart again what only the first two alternatives hold together (the special tokens in other
/// letter case).
std::vector<std::pair<std::size_t, std::size_t>> splitClipWords(std::span<const TextUnit> text);

}  // namespace afa
