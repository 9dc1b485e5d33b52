#include "core/text/clip_tokenizer.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/text/clip_words.h"
#include "core/text/vocabulary.h"

namespace afa {
namespace {

class BpeClipTokenizer final : public ClipTokenizer {
  public:
    explicit BpeClipTokenizer(Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {}

    std::int64_t vocabSize() const override { return vocabulary_.size; }

    TokenizedPrompt encode(std::string_view prompt) const override {
        TokenizedPrompt result;
        result.ids.reserve(kLength);
        result.ids.push_back(vocabulary_.start);
        const auto add = [&](Bpe::Id id, std::size_t origin) {
            if (result.used < kMaxTokens) result.ids.push_back(id);
            if (result.used == kMaxTokens) result.cutBegin = origin;
            ++result.used;
        };
        std::size_t begin = 0;
        for (std::size_t at = 0; at < prompt.size();) {
            const auto* literal = literalAt(prompt.substr(at));
            if (!literal) {
                ++at;
                continue;
            }
            encodeText(prompt.substr(begin, at - begin), begin, add);
            add(literal->second, at);
            at += literal->first.size();
            begin = at;
        }
        encodeText(prompt.substr(begin), begin, add);
        if (result.used > kMaxTokens) result.cut = prompt.substr(result.cutBegin);
        result.ids.push_back(vocabulary_.end);
        result.ids.resize(kLength, vocabulary_.pad);
        return result;
    }

  private:
    const std::pair<std::string, Bpe::Id>* literalAt(std::string_view text) const {
        for (const auto& literal : vocabulary_.literals)
            if (text.starts_with(literal.first)) return &literal;
        return nullptr;
    }

    /// Calls add(id, byte offset in the prompt of the character the token begins in).
    template <typename Add>
    void encodeText(std::string_view text, std::size_t base, Add& add) const {
        const std::vector<TextUnit> units = normalizeForClip(text, base);
        std::string word;
        std::vector<std::size_t> origins;  // of each byte of the word
        std::vector<Bpe::Token> tokens;
        for (const auto& [begin, end] : splitClipWords(units)) {
            word.clear();
            origins.clear();
            tokens.clear();
            for (std::size_t i = begin; i < end; ++i) {
                char bytes[U8_MAX_LENGTH];
                std::size_t length = 0;
                U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(units[i].code));
                word.append(bytes, length);
                origins.insert(origins.end(), length, units[i].origin);
            }
            vocabulary_.bpe.encode(word, tokens);
            for (const Bpe::Token& token : tokens)
                add(token.id, origins[token.begin]);
        }
    }

    Vocabulary vocabulary_;
};

std::shared_ptr<const ClipTokenizer> make(Vocabulary vocabulary) {
    return std::make_shared<const BpeClipTokenizer>(std::move(vocabulary));
}

}  // namespace

std::shared_ptr<const ClipTokenizer> ClipTokenizer::builtIn() {
    static const std::shared_ptr<const ClipTokenizer> tokenizer = make(builtInVocabulary());
    return tokenizer;
}

std::shared_ptr<const ClipTokenizer> ClipTokenizer::fromFiles(const std::filesystem::path& vocab,
                                                              const std::filesystem::path& merges,
                                                              const std::string& padToken) {
    return make(readVocabularyFiles(vocab, merges, padToken));
}

std::shared_ptr<const ClipTokenizer> ClipTokenizer::fromTokenizerJson(const std::filesystem::path& file,
                                                                      const std::string& padToken) {
    return make(readTokenizerJson(file, padToken));
}

std::shared_ptr<const ClipTokenizer> ClipTokenizer::fromTexts(const std::string& vocab,
                                                              const std::string& merges,
                                                              const std::string& where,
                                                              const std::string& padToken) {
    return make(parseVocabulary(vocab, where + ": vocab.json", merges, where + ": merges.txt", padToken));
}

std::shared_ptr<const ClipTokenizer> ClipTokenizer::fromTokenizerJsonText(const std::string& json,
                                                                          const std::string& where,
                                                                          const std::string& padToken) {
    return make(parseTokenizerJson(json, where + ": tokenizer.json", padToken));
}

void writeBuiltInTokenizer(const std::filesystem::path& folder) {
    namespace json = boost::json;
    const auto write = [&](const char* name, const std::string& text) {
        std::ofstream file(folder / name, std::ios::binary);
        file << text;
        file.close();
        if (!file) throw FileError(Message::of("%1: cannot be written", (folder / name)));
    };
    json::object vocabulary;
    for (const auto& token : builtInTokens())
        vocabulary.emplace(token, vocabulary.size());
    // What runwayml/stable-diffusion-v1-5 says in its files of these names.
    const json::object special{{"bos_token", "<|startoftext|>"},
                               {"eos_token", "<|endoftext|>"},
                               {"pad_token", "<|endoftext|>"},
                               {"unk_token", "<|endoftext|>"}};
    json::object config = special;
    config["add_prefix_space"] = false;
    config["do_lower_case"] = true;
    config["errors"] = "replace";
    config["model_max_length"] = ClipTokenizer::kLength;
    config["tokenizer_class"] = "CLIPTokenizer";
    write("vocab.json", json::serialize(vocabulary));
    write("merges.txt", builtInMerges());
    write("special_tokens_map.json", formatJson(special));
    write("tokenizer_config.json", formatJson(config));
}

}  // namespace afa
