#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/text/vocabulary.h"

namespace afa {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr std::string_view kStart = "<|startoftext|>";
constexpr std::string_view kEnd = "<|endoftext|>";
constexpr std::string_view kWordEnd = "</w>";

// CLIP's own files: 49,408 tokens in 0.9 MB (vocab.json), 2.2 MB (tokenizer.json).
constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{64} << 20;
constexpr std::int64_t kMaxId = (std::int64_t{1} << 20) - 1;
constexpr std::size_t kMaxLiterals = 10000;  // every text is searched for each of them

std::string readText(const fs::path& path) {
    const std::string where = path.string();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        throw FileError(Message::of("%1: no such file (a tokenizer's)", where));
    if (error) throw FileError(Message::of("%1: cannot be read: %2", where, error.message()));
    if (status.type() != fs::file_type::regular)
        throw FileError(Message::of(
            "%1: expected a tokenizer's text file, found something that is not a plain file", where));
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) throw FileError(Message::of("%1: cannot be read: %2", where, error.message()));
    if (size > kMaxFileBytes)
        throw FileError(Message::of("%1: %2 bytes is too large for a tokenizer's file (at most %3)", where,
                                    size, kMaxFileBytes));
    std::ifstream in(path, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!in || !in.read(text.data(), static_cast<std::streamsize>(size)))
        throw FileError(Message::of("%1: cannot be read: %2", where, std::generic_category().message(errno)));
    return text;
}

std::string inQuotes(std::string_view text) {
    return json::serialize(json::string(text));
}

/// Collects a vocabulary, refusing what contradicts itself. Positions for messages come from the caller.
class VocabularyBuilder {
  public:
    void addToken(std::string_view text, std::int64_t id, const Message& where) {
        if (text.empty())
            throw FileError(Message::of("%1: a token without text, with the number %2", where, id));
        if (id < 0 || id > kMaxId)
            throw FileError(Message::of("%1: token %2 has the number %3; expected 0 to %4", where,
                                        inQuotes(text), id, kMaxId));
        if (!used_.insert(static_cast<Bpe::Id>(id)).second)
            throw FileError(
                Message::of("%1: two tokens have the number %2, one of them %3", where, id, inQuotes(text)));
        if (!ids_.emplace(text, static_cast<Bpe::Id>(id)).second)
            throw FileError(Message::of("%1: token %2 appears twice", where, inQuotes(text)));
        vocabulary_.size = std::max(vocabulary_.size, id + 1);
    }

    void addMerge(std::string_view left, std::string_view right, const Message& where) {
        const Bpe::Id first = id(left, where), second = id(right, where);
        const Bpe::Id merged = id(std::string(left).append(right), where);
        if (!vocabulary_.bpe.addMerge(first, second, merged))
            throw FileError(Message::of("%1: the merge of %2 and %3 appears twice", where, inQuotes(left),
                                        inQuotes(right)));
    }

    /// One line of merges.txt.
    void addMergeLine(std::string_view line, const Message& where) {
        const std::size_t space = line.find(' ');
        if (space == 0 || space == std::string_view::npos || space + 1 == line.size() ||
            line.find(' ', space + 1) != std::string_view::npos)
            throw FileError(Message::of("%1: expected two tokens with one space between them, found %2",
                                        where, inQuotes(line.substr(0, 80))));
        addMerge(line.substr(0, space), line.substr(space + 1), where);
    }

    void addLiteral(std::string_view text, const Message& where) {
        if (!literals_.insert(std::string(text)).second) return;
        if (literals_.size() > kMaxLiterals)
            throw FileError(Message::of("%1: more than %2 added tokens; CLIP has two", where, kMaxLiterals));
        vocabulary_.literals.emplace_back(text, id(text, where));
    }

    bool has(std::string_view text) const { return ids_.contains(std::string(text)); }

    Bpe::Id id(std::string_view text, const Message& where) const {
        const auto found = ids_.find(std::string(text));
        if (found == ids_.end())
            throw FileError(Message::of("%1: token %2 is not in the vocabulary of %3 tokens", where,
                                        inQuotes(text), ids_.size()));
        return found->second;
    }

    Vocabulary finish(const std::string& padToken, std::string_view unknownToken, const Message& where) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            vocabulary_.bpe.inner[byte] = idOrNone(byteSymbols()[byte]);
            vocabulary_.bpe.final[byte] = idOrNone(byteSymbols()[byte] + std::string(kWordEnd));
        }
        vocabulary_.start = id(kStart, where);
        vocabulary_.end = id(kEnd, where);
        vocabulary_.bpe.unknown = id(unknownToken, where);
        const std::string_view pad = padToken.empty() ? kEnd : std::string_view(padToken);
        vocabulary_.pad = id(pad, Message::of("%1 (padding token)", where));
        for (const std::string_view literal : {kStart, kEnd, unknownToken, pad})
            addLiteral(literal, where);
        std::stable_sort(vocabulary_.literals.begin(), vocabulary_.literals.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
        return std::move(vocabulary_);
    }

  private:
    Bpe::Id idOrNone(const std::string& text) const {
        const auto found = ids_.find(text);
        return found == ids_.end() ? Bpe::kNone : found->second;
    }

    Vocabulary vocabulary_;
    std::unordered_map<std::string, Bpe::Id> ids_;
    std::unordered_set<Bpe::Id> used_;
    std::unordered_set<std::string> literals_;
};

/// Calls use(line, line number from 1), without the line's ending.
template <typename Use>
void forEachLine(std::string_view text, std::size_t firstNumber, Use use) {
    for (std::size_t number = firstNumber; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        use(line, number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool isVersionLine(std::string_view line, std::size_t number) {
    return number == 1 && line.starts_with("#version");
}

void addVocabulary(VocabularyBuilder& builder, const json::value& tokens, const Message& where) {
    const json::object* object = tokens.if_object();
    if (!object)
        throw FileError(Message::of("%1: expected a JSON object that gives each token its number, found %2",
                                    where, json::to_string(tokens.kind())));
    for (const auto& [text, number] : *object) {
        if (!number.is_int64())
            throw FileError(Message::of("%1: token %2 has %3 for a number; expected 0 to %4", where,
                                        inQuotes(text), json::serialize(number).substr(0, 80), kMaxId));
        builder.addToken(text, number.get_int64(), where);
    }
}

const json::value& member(const json::value& value, std::string_view key) {
    static const json::value null;
    const json::object* object = value.if_object();
    const json::value* found = object ? object->if_contains(key) : nullptr;
    return found ? *found : null;
}

bool isTrue(const json::value& value) {
    return value.is_bool() && value.get_bool();
}

/// What of a tokenizer.json would make CLIP's way of encoding a wrong one.
void requireClipModel(const json::value& model, const Message& where) {
    const auto expect = [&](std::string_view key, bool good, const std::string& expected) {
        if (!good)
            throw FileError(
                Message::of("%1: \"model\": \"%2\" is %3; expected %4, as CLIP's byte-pair tokenizer has it",
                            where, key, json::serialize(member(model, key)).substr(0, 80), expected));
    };
    const json::value& type = member(model, "type");
    const json::value& suffix = member(model, "end_of_word_suffix");
    const json::value& prefix = member(model, "continuing_subword_prefix");
    expect("type", type.is_null() || type == json::string("BPE"), "\"BPE\"");
    expect("end_of_word_suffix", suffix == json::string(kWordEnd), inQuotes(kWordEnd));
    expect("continuing_subword_prefix", prefix.is_null() || prefix == json::string(""), "none");
    expect("dropout", member(model, "dropout").is_null(), "none");
    for (const std::string_view key : {"byte_fallback", "ignore_merges", "fuse_unk"})
        expect(key, !isTrue(member(model, key)), "false");
}

void addJsonMerges(VocabularyBuilder& builder, const json::value& merges, const Message& where) {
    const json::array* array = merges.if_array();
    if (!array) throw FileError(Message::of("%1: \"model\": expected an array \"merges\"", where));
    for (std::size_t i = 0; i < array->size(); ++i) {
        const json::value& merge = (*array)[i];
        const auto at = Message::of("%1: merge %2", where, i);
        const json::array* pair = merge.if_array();
        if (merge.is_string())
            builder.addMergeLine(merge.get_string(), at);
        else if (pair && pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string())
            builder.addMerge((*pair)[0].get_string(), (*pair)[1].get_string(), at);
        else
            throw FileError(
                Message::of("%1: expected two tokens, found %2", at, json::serialize(merge).substr(0, 80)));
    }
}

void addAddedTokens(VocabularyBuilder& builder, const json::value& added, const Message& where) {
    if (added.is_null()) return;
    const json::array* array = added.if_array();
    if (!array) throw FileError(Message::of("%1: expected an array \"added_tokens\"", where));
    for (const json::value& token : *array) {
        const json::value& content = member(token, "content");
        const json::value& id = member(token, "id");
        if (!content.is_string() || content.get_string().empty() || !id.is_int64())
            throw FileError(Message::of("%1: \"added_tokens\": expected \"content\" and \"id\", found %2",
                                        where, json::serialize(token).substr(0, 80)));
        const std::string text(content.get_string());
        if (!builder.has(text)) {
            builder.addToken(text, id.get_int64(), where);
        } else if (builder.id(text, where) != id.get_int64()) {
            throw FileError(
                Message::of("%1: token %2 has the number %3 in \"added_tokens\" and %4 in \"vocab\"", where,
                            inQuotes(text), id.get_int64(), builder.id(text, where)));
        }
        builder.addLiteral(text, where);
        if (text == kStart || text == kEnd) continue;  // files of different ages differ in these flags
        for (const std::string_view flag : {"lstrip", "rstrip", "single_word", "normalized"})
            if (isTrue(member(token, flag)))
                throw FileError(
                    Message::of("%1: added token %2 sets \"%3\", which is not supported; set it to false if "
                                "the token is meant literally",
                                where, inQuotes(text), flag));
    }
}

}  // namespace

std::string builtInMerges() {
    std::string text;
    for (const std::string_view piece : clipMergesPieces())
        text += piece;
    return text;
}

std::vector<std::string> builtInTokens() {
    std::vector<std::string> tokens;
    for (const std::string_view suffix : {std::string_view(), kWordEnd})
        for (const std::uint8_t byte : byteOrder())
            tokens.push_back(byteSymbols()[byte] + std::string(suffix));
    forEachLine(builtInMerges(), 1, [&](std::string_view line, std::size_t number) {
        if (isVersionLine(line, number)) return;
        tokens.emplace_back(line);
        std::erase(tokens.back(), ' ');
    });
    tokens.emplace_back(kStart);
    tokens.emplace_back(kEnd);
    return tokens;
}

Vocabulary builtInVocabulary() {
    const auto where = Message::of("built-in merges table");
    VocabularyBuilder builder;
    std::int64_t next = 0;
    for (const auto& token : builtInTokens())
        builder.addToken(token, next++, where);
    forEachLine(builtInMerges(), 1, [&](std::string_view line, std::size_t number) {
        if (!isVersionLine(line, number)) builder.addMergeLine(line, where);
    });
    return builder.finish({}, kEnd, where);
}

Vocabulary parseVocabulary(const std::string& vocab, const std::string& vocabWhere, const std::string& merges,
                           const std::string& mergesWhere, const std::string& padToken) {
    VocabularyBuilder builder;
    addVocabulary(builder, parseJson(vocab, vocabWhere), Message::verbatim(vocabWhere));
    std::size_t emptyLine = 0;
    forEachLine(merges, 1, [&](std::string_view line, std::size_t number) {
        if (isVersionLine(line, number)) return;
        if (emptyLine != 0 && !line.empty())
            throw FileError(Message::of(
                "%1: line %2: expected two tokens with one space between them, found an empty line",
                mergesWhere, emptyLine));
        if (line.empty())
            emptyLine = number;
        else
            builder.addMergeLine(line, Message::of("%1: line %2", mergesWhere, number));
    });
    return builder.finish(padToken, kEnd, Message::verbatim(vocabWhere));
}

Vocabulary readVocabularyFiles(const fs::path& vocab, const fs::path& merges, const std::string& padToken) {
    return parseVocabulary(readText(vocab), vocab.string(), readText(merges), merges.string(), padToken);
}

Vocabulary readTokenizerJson(const fs::path& file, const std::string& padToken) {
    return parseTokenizerJson(readText(file), file.string(), padToken);
}

Vocabulary parseTokenizerJson(const std::string& text, const std::string& from, const std::string& padToken) {
    const auto where = Message::verbatim(from);
    const json::value document = parseJson(text, where);
    const json::value& model = member(document, "model");
    if (!model.is_object())
        throw FileError(
            Message::of("%1: expected a tokenizer.json with an object \"model\", found none", where));
    requireClipModel(model, where);
    VocabularyBuilder builder;
    addVocabulary(builder, member(model, "vocab"), Message::of("%1: \"vocab\"", where));
    addAddedTokens(builder, member(document, "added_tokens"), where);
    addJsonMerges(builder, member(model, "merges"), where);
    const json::value& unknown = member(model, "unk_token");
    return builder.finish(padToken, unknown.is_string() ? std::string_view(unknown.get_string()) : kEnd,
                          where);
}

}  // namespace afa
