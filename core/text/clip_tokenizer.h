#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace afa {

/// One prompt as the text encoder takes it.
struct TokenizedPrompt {
    std::vector<std::int64_t> ids;  ///< 77: start, at most 75 tokens, end, padding
    int used = 0;                   ///< tokens the whole prompt has (may exceed 75)
    std::string cut;  ///< the part of the prompt that did not fit, as the user wrote it; "" if all fits
    std::size_t cutBegin = 0;  ///< byte offset of `cut` in the prompt
};

/// CLIP's byte-pair tokenizer, as transformers' CLIPTokenizer (without ftfy) does it for SD 1.x; method.md 4.
class ClipTokenizer {
  public:
    static constexpr int kLength = 77;
    static constexpr int kMaxTokens = 75;

    /// The 49,408-entry vocabulary of SD 1.x, from the merges table built into the program.
    static std::shared_ptr<const ClipTokenizer> builtIn();
    /// vocab.json + merges.txt of a diffusers directory. padToken: its text, "" = <|endoftext|>. Throws
    /// FileError.
    static std::shared_ptr<const ClipTokenizer> fromFiles(const std::filesystem::path& vocab,
                                                          const std::filesystem::path& merges,
                                                          const std::string& padToken = {});
    /// tokenizer.json of the `tokenizers` library (BPE model part).
    static std::shared_ptr<const ClipTokenizer> fromTokenizerJson(const std::filesystem::path& file,
                                                                  const std::string& padToken = {});
    /// The same from texts; `where` opens messages.
    static std::shared_ptr<const ClipTokenizer> fromTexts(const std::string& vocab, const std::string& merges,
                                                          const std::string& where,
                                                          const std::string& padToken = {});
    static std::shared_ptr<const ClipTokenizer> fromTokenizerJsonText(const std::string& json,
                                                                      const std::string& where,
                                                                      const std::string& padToken = {});
    virtual ~ClipTokenizer() = default;

    /// Any UTF-8 (invalid bytes become U+FFFD). Never throws on content.
    virtual TokenizedPrompt encode(std::string_view prompt) const = 0;
    virtual std::int64_t vocabSize() const = 0;
};

/// The built-in tokenizer as the tokenizer folder of a diffusers directory: vocab.json, merges.txt,
/// tokenizer_config.json, special_tokens_map.json. `folder` exists. Throws FileError.
void writeBuiltInTokenizer(const std::filesystem::path& folder);

}  // namespace afa
