#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/text/bpe.h"

namespace afa {

/// What a CLIP tokenizer's files say, checked.
struct Vocabulary {
    Bpe bpe;
    Bpe::Id start = 0, end = 0, pad = 0;
    std::int64_t size = 0;  ///< highest id + 1
    /// Tokens that are looked for in the prompt as it was typed, longest first: start, end, padding and
    /// whatever else the files add to the model's vocabulary.
    std::vector<std::pair<std::string, Bpe::Id>> literals;
};

/// See ClipTokenizer's functions of the same names.
Vocabulary builtInVocabulary();
Vocabulary readVocabularyFiles(const std::filesystem::path& vocab, const std::filesystem::path& merges,
                               const std::string& padToken);
Vocabulary readTokenizerJson(const std::filesystem::path& file, const std::string& padToken);
/// The same from texts; `vocabWhere`, `mergesWhere`, `where` open messages.
Vocabulary parseVocabulary(const std::string& vocab, const std::string& vocabWhere, const std::string& merges,
                           const std::string& mergesWhere, const std::string& padToken);
Vocabulary parseTokenizerJson(const std::string& json, const std::string& where, const std::string& padToken);

/// Token texts of the built-in vocabulary, each at its id, and the text of its merges.txt.
std::vector<std::string> builtInTokens();
std::string builtInMerges();

}  // namespace afa
