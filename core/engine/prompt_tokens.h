#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace afa {

class Checkpoint;
class ClipTokenizer;

/// A base model's own tokenizer, or the built-in one. Throws FileError.
std::shared_ptr<const ClipTokenizer> tokenizerOf(const Checkpoint& model);

/// How much of a prompt the text encoder takes.
struct PromptTokens {
    int used = 0;              ///< tokens the whole prompt has
    int limit = 0;             ///< tokens that fit: 75
    std::size_t cutBegin = 0;  ///< byte offset of the first character that is cut; the prompt's size if none
};

/// Counts as generating with `model` as host would. Immutable: any thread.
class PromptTokenizer {
  public:
    /// The tokenizer of a base model; the one built in for an empty path. Throws FileError, ConfigError.
    static std::shared_ptr<const PromptTokenizer> forModel(const std::filesystem::path& model);

    explicit PromptTokenizer(std::shared_ptr<const ClipTokenizer> tokenizer);
    PromptTokens count(std::string_view prompt) const;

  private:
    std::shared_ptr<const ClipTokenizer> tokenizer_;
};

}  // namespace afa
