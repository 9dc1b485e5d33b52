#include "core/engine/prompt_tokens.h"

#include "core/io/checkpoint.h"
#include "core/text/clip_tokenizer.h"

namespace afa {

std::shared_ptr<const ClipTokenizer> tokenizerOf(const Checkpoint& model) {
    const auto& files = model.tokenizer();
    const std::string padding = files.padToken.value_or(""), where = model.path().string();
    if (files.builtIn()) return ClipTokenizer::builtIn();
    if (!files.vocab.empty()) return ClipTokenizer::fromFiles(files.vocab, files.merges, padding);
    if (!files.tokenizerJson.empty()) return ClipTokenizer::fromTokenizerJson(files.tokenizerJson, padding);
    const auto vocab = files.embedded.find("vocab.json"), merges = files.embedded.find("merges.txt");
    if (vocab != files.embedded.end() && merges != files.embedded.end())
        return ClipTokenizer::fromTexts(vocab->second, merges->second, where, padding);
    return ClipTokenizer::fromTokenizerJsonText(files.embedded.at("tokenizer.json"), where, padding);
}

PromptTokenizer::PromptTokenizer(std::shared_ptr<const ClipTokenizer> tokenizer)
    : tokenizer_(std::move(tokenizer)) {}

std::shared_ptr<const PromptTokenizer> PromptTokenizer::forModel(const std::filesystem::path& model) {
    return std::make_shared<const PromptTokenizer>(model.empty() ? ClipTokenizer::builtIn()
                                                                 : tokenizerOf(*Checkpoint::open(model)));
}

PromptTokens PromptTokenizer::count(std::string_view prompt) const {
    const auto tokens = tokenizer_->encode(prompt);
    return {tokens.used, ClipTokenizer::kMaxTokens, tokens.cut.empty() ? prompt.size() : tokens.cutBegin};
}

}  // namespace afa
