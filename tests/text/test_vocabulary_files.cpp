#include <QTemporaryDir>
#include <QtTest/QtTest>
#include <fstream>

#include "core/base/error.h"
#include "core/text/clip_tokenizer.h"

namespace afa {
namespace {

using Ids = std::vector<std::int64_t>;

constexpr const char* kVocab = R"({"l": 0, "o": 1, "w": 2, "w</w>": 3, "lo": 4, "low</w>": 5,
    "<|startoftext|>": 6, "<|endoftext|>": 7})";
constexpr const char* kMerges = "#version: 0.2\nl o\nlo w</w>\n";

Ids tokens(const ClipTokenizer& tokenizer, std::string_view prompt) {
    const TokenizedPrompt result = tokenizer.encode(prompt);
    return Ids(result.ids.begin() + 1, result.ids.begin() + 1 + result.used);
}

}  // namespace

class VocabularyFilesTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void mergesApplyInTheirOrder();
    void symbolsTheVocabularyLacksBecomeTheUnknownToken();
    void windowsLineEndingsAndBothSpellingsOfMergesAreRead();
    void hashSignsAfterTheFirstLineAreMerges();
    void addedTokensAreLiterals();
    void damagedFilesAreRefusedWithTheirPlace_data();
    void damagedFilesAreRefusedWithTheirPlace();
    void foreignTokenizerJsonIsRefused_data();
    void foreignTokenizerJsonIsRefused();
    void missingFilesAndFoldersAreNamed();
    void paddingTokenMustBeInTheVocabulary();

  private:
    std::string write(const char* name, const std::string& text) {
        const std::string path = folder_.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    std::shared_ptr<const ClipTokenizer> load(const std::string& vocab, const std::string& merges) {
        return ClipTokenizer::fromFiles(write("vocab.json", vocab), write("merges.txt", merges));
    }
    std::shared_ptr<const ClipTokenizer> loadJson(const std::string& text) {
        return ClipTokenizer::fromTokenizerJson(write("tokenizer.json", text));
    }
    static std::string tokenizerJson(const std::string& merges, const std::string& more = {},
                                     const std::string& added = "[]") {
        return R"({"added_tokens": )" + added +
               R"(, "model": {"type": "BPE", "end_of_word_suffix": "</w>", "vocab": )" + kVocab +
               R"(, "merges": )" + merges + more + "}}";
    }

    QTemporaryDir folder_;
};

void VocabularyFilesTest::mergesApplyInTheirOrder() {
    const auto tokenizer = load(kVocab, kMerges);
    QCOMPARE(tokenizer->vocabSize(), std::int64_t{8});
    QCOMPARE(tokens(*tokenizer, "low"), (Ids{5}));
    QCOMPARE(tokens(*tokenizer, "lolow"), (Ids{4, 5}));
    QCOMPARE(tokens(*load(kVocab, "#version: 0.2\nl o\n"), "low"), (Ids{4, 3}));
}

void VocabularyFilesTest::symbolsTheVocabularyLacksBecomeTheUnknownToken() {
    QCOMPARE(tokens(*load(kVocab, kMerges), "lxo"), (Ids{0, 7, 7}));  // neither "x" nor "o</w>"
}

void VocabularyFilesTest::windowsLineEndingsAndBothSpellingsOfMergesAreRead() {
    QCOMPARE(tokens(*load(kVocab, "#version: 0.2\r\nl o\r\nlo w</w>\r\n\r\n"), "low"), (Ids{5}));
    QCOMPARE(tokens(*load(kVocab, "l o\nlo w</w>"), "low"), (Ids{5}));  // no header, no last line end
    QCOMPARE(tokens(*loadJson(tokenizerJson(R"(["l o", "lo w</w>"])")), "low"), (Ids{5}));
    QCOMPARE(tokens(*loadJson(tokenizerJson(R"([["l", "o"], ["lo", "w</w>"]])")), "low"), (Ids{5}));
}

void VocabularyFilesTest::hashSignsAfterTheFirstLineAreMerges() {
    const auto tokenizer =
        load(R"({"#": 0, "#</w>": 1, "##</w>": 2, "<|startoftext|>": 3, "<|endoftext|>": 4})",
             "#version: 0.2\n# #</w>\n");
    QCOMPARE(tokens(*tokenizer, "##"), (Ids{2}));
}

void VocabularyFilesTest::addedTokensAreLiterals() {
    const auto tokenizer = loadJson(tokenizerJson(R"(["l o"])", {}, R"([{"id": 8, "content": "<low>"},
        {"id": 9, "content": "<low>low", "normalized": false}, {"id": 7, "content": "<|endoftext|>", "normalized": true}])"));
    QCOMPARE(tokenizer->vocabSize(), std::int64_t{10});
    QCOMPARE(tokens(*tokenizer, "low<low>low<low>"), (Ids{4, 3, 9, 8}));  // the longest wins
}

void VocabularyFilesTest::damagedFilesAreRefusedWithTheirPlace_data() {
    QTest::addColumn<QString>("vocab");
    QTest::addColumn<QString>("merges");
    QTest::addColumn<QString>("message");
    const QString vocab = QString::fromLatin1(kVocab), merges = QString::fromLatin1(kMerges);
    const auto without = [&](const char* key) {
        QString text = vocab;
        return text.replace(QString::fromLatin1(key), QStringLiteral("other"));
    };
    const auto row = [](const char* name, const QString& v, const QString& m, const char* message) {
        QTest::newRow(name) << v << m << QString::fromLatin1(message);
    };
    row("not JSON", QStringLiteral("{"), merges, "vocab.json: not valid JSON");
    row("an array", QStringLiteral("[]"), merges, "vocab.json: expected a JSON object");
    row("no start", without("<|startoftext|>"), merges, "vocab.json: token \"<|startoftext|>\" is not in");
    row("no end", without("<|endoftext|>"), merges, "vocab.json: token \"<|endoftext|>\" is not in");
    row("empty", QStringLiteral("{}"), QString(), "vocab.json: token \"<|startoftext|>\" is not in");
    row("one number twice", QStringLiteral(R"({"a": 0, "b": 0})"), merges, "two tokens have the number 0");
    row("one token twice", QStringLiteral(R"({"a": 0, "a": 1})"), merges, "the key \"a\" appears twice");
    row("an empty token", QStringLiteral(R"({"": 0})"), merges, "a token without text, with the number 0");
    row("negative", QStringLiteral(R"({"a": -1})"), merges, "token \"a\" has the number -1");
    row("huge", QStringLiteral(R"({"a": 4000000000})"), merges, "token \"a\" has the number 4000000000");
    row("a fraction", QStringLiteral(R"({"a": 1.5})"), merges, "token \"a\" has 1.5E0 for a number");
    row("beyond 64 bits", QStringLiteral(R"({"a": 18446744073709551615})"), merges, "for a number");
    row("unknown left", vocab, merges + QStringLiteral("x o\n"), "merges.txt: line 4: token \"x\" is not in");
    row("unknown right", vocab, merges + QStringLiteral("l x\n"),
        "merges.txt: line 4: token \"x\" is not in");
    row("unknown result", vocab, merges + QStringLiteral("o w\n"),
        "merges.txt: line 4: token \"ow\" is not in");
    row("a merge twice", vocab, merges + QStringLiteral("l o\n"),
        "line 4: the merge of \"l\" and \"o\" appears twice");
    row("one token", vocab, merges + QStringLiteral("l\n"), "line 4: expected two tokens");
    row("three tokens", vocab, merges + QStringLiteral("l o w\n"), "line 4: expected two tokens");
    row("two spaces", vocab, merges + QStringLiteral("l  o\n"), "line 4: expected two tokens");
    row("a gap", vocab, QStringLiteral("l o\n\nlo w</w>\n"), "line 2: expected two tokens");
}

void VocabularyFilesTest::damagedFilesAreRefusedWithTheirPlace() {
    QFETCH(QString, vocab);
    QFETCH(QString, merges);
    QFETCH(QString, message);
    try {
        load(vocab.toStdString(), merges.toStdString());
        QFAIL("was read");
    } catch (const FileError& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(message), error.what());
    }
}

void VocabularyFilesTest::foreignTokenizerJsonIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::string& text, const char* message) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(message);
    };
    row("no model", "{}", "object \"model\"");
    row("another kind", R"({"model": {"type": "WordPiece"}})", "\"type\" is \"WordPiece\"");
    row("no word end", R"({"model": {"type": "BPE", "vocab": {}, "merges": []}})",
        "\"end_of_word_suffix\" is null");
    row("bytes as fallback", tokenizerJson("[]", R"(, "byte_fallback": true)"), "\"byte_fallback\" is true");
    row("whole words first", tokenizerJson("[]", R"(, "ignore_merges": true)"), "\"ignore_merges\" is true");
    row("dropout", tokenizerJson("[]", R"(, "dropout": 0.1)"), "\"dropout\" is");
    row("unknown token missing", tokenizerJson("[]", R"(, "unk_token": "<unk>")"),
        "token \"<unk>\" is not in");
    row("merges missing", tokenizerJson("null"), "array \"merges\"");
    row("a merge of three", tokenizerJson(R"([["l", "o", "w"]])"), "merge 0: expected two tokens");
    row("a merge of numbers", tokenizerJson("[[1, 2]]"), "merge 0: expected two tokens");
    row("a merge of strangers", tokenizerJson(R"(["l o", "l x"])"), "merge 1: token \"x\" is not in");
    row("added in conflict", tokenizerJson("[]", {}, R"([{"id": 0, "content": "<|endoftext|>"}])"),
        "in \"added_tokens\"");
    row("added on another's number", tokenizerJson("[]", {}, R"([{"id": 0, "content": "<x>"}])"),
        "two tokens have the number 0");
    row("added without text", tokenizerJson("[]", {}, R"([{"id": 8, "content": ""}])"),
        "\"content\" and \"id\"");
    row("added with a rule", tokenizerJson("[]", {}, R"([{"id": 8, "content": "<x>", "lstrip": true}])"),
        "sets \"lstrip\"");
}

void VocabularyFilesTest::foreignTokenizerJsonIsRefused() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    try {
        loadJson(text.toStdString());
        QFAIL("was read");
    } catch (const FileError& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(message), error.what());
        QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("tokenizer.json")), error.what());
    }
}

void VocabularyFilesTest::missingFilesAndFoldersAreNamed() {
    const std::string merges = write("merges.txt", kMerges), folder = folder_.path().toStdString();
    for (const auto& [path, reason] :
         {std::pair{folder + "/absent.json", "no such file"}, {folder, "not a plain file"}}) {
        try {
            ClipTokenizer::fromFiles(path, merges);
            QFAIL("was read");
        } catch (const FileError& error) {
            const QString message = QString::fromUtf8(error.what());
            QVERIFY2(message.startsWith(QString::fromStdString(path)) &&
                         message.contains(QString::fromLatin1(reason)),
                     error.what());
        }
    }
}

void VocabularyFilesTest::paddingTokenMustBeInTheVocabulary() {
    const std::string vocab = write("vocab.json", kVocab), merges = write("merges.txt", kMerges);
    QCOMPARE(ClipTokenizer::fromFiles(vocab, merges, "w</w>")->encode("").ids.back(), std::int64_t{3});
    QVERIFY_EXCEPTION_THROWN(ClipTokenizer::fromFiles(vocab, merges, "[PAD]"), FileError);
}

}  // namespace afa

QTEST_GUILESS_MAIN(afa::VocabularyFilesTest)
#include "test_vocabulary_files.moc"
