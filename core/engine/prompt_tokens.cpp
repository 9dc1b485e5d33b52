#include "core/engine/prompt_tokens.h"

#include "core/io/checkpoint.h"
#include "core/text/clip_tokenizer.h"

namespace afa {

PromptTokenizer::PromptTokenizer(std::shared_ptr<const ClipTokenizer> tokenizer)
    : tokenizer_(std::move(tokenizer)) {}

std::shared_ptr<const PromptTokenizer> PromptTokenizer::forModel(const std::filesystem::path& model) {
    Checkpoint::TokenizerFiles files;
    if (!model.empty()) files = Checkpoint::open(model)->tokenizer();
    const std::string padding = files.padToken.value_or("");
    return std::make_shared<const PromptTokenizer>(
        files.builtIn()        ? ClipTokenizer::builtIn()
        : !files.vocab.empty() ? ClipTokenizer::fromFiles(files.vocab, files.merges, padding)
                               : ClipTokenizer::fromTokenizerJson(files.tokenizerJson, padding));
}

PromptTokens PromptTokenizer::count(std::string_view prompt) const {
    const auto tokens = tokenizer_->encode(prompt);
    return {tokens.used, ClipTokenizer::kMaxTokens, tokens.cut.empty() ? prompt.size() : tokens.cutBegin};
}

}  // namespace afa
