#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <thread>

#include "core/base/error.h"
#include "core/text/clip_tokenizer.h"
#include "tests/text/tokenizer_golden.h"

namespace afa {
namespace {

using Ids = std::vector<std::int64_t>;
using TokenizerPointer = std::shared_ptr<const ClipTokenizer>;

const std::string kDemo = AFA_SOURCE_DIR "/resources/demo/animals/tokenizer/";

/// start, tokens, end, padding up to 77.
Ids framed(std::int64_t start, const Ids& tokens, std::int64_t end, std::int64_t pad) {
    Ids ids{start};
    ids.insert(ids.end(), tokens.begin(), tokens.end());
    ids.push_back(end);
    ids.resize(77, pad);
    return ids;
}

/// Compares with one tokenizer's part of the golden.
void compare(const ClipTokenizer& tokenizer, const std::string& name, std::int64_t start, std::int64_t end) {
    const test::TokenizerGolden golden;
    const auto prompts = golden.prompts();
    const auto ids = golden.values<std::uint16_t>(name + ".ids");
    const auto ends = golden.values<std::int32_t>(name + ".ends");
    const auto used = golden.values<std::int32_t>(name + ".used");
    const auto cuts = golden.values<std::int32_t>(name + ".cuts");
    std::size_t nextCut = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::string& prompt = prompts[i];
        const std::string where = "prompt " + std::to_string(i) + ": " + prompt;
        const TokenizedPrompt result = tokenizer.encode(prompt);
        const auto begin = ids.begin() + (i == 0 ? 0 : ends[i - 1]);
        const Ids expected = framed(start, Ids(begin, ids.begin() + ends[i]), end, end);
        QVERIFY2(result.ids == expected, where.c_str());
        QVERIFY2(result.used == used[i], where.c_str());
        if (used[i] <= ClipTokenizer::kMaxTokens) {
            QVERIFY2(result.cut.empty(), where.c_str());
            continue;
        }
        const auto cut = static_cast<std::size_t>(cuts[nextCut++]);
        QVERIFY2(
            result.cutBegin == cut,
            (where + ": cut at " + std::to_string(result.cutBegin) + ", not " + std::to_string(cut)).c_str());
        QVERIFY2(result.cut == prompt.substr(cut), where.c_str());
    }
    QCOMPARE(nextCut, cuts.size());
    QVERIFY(nextCut > 10);
}

void comparePadded(const ClipTokenizer& tokenizer, const std::string& name) {
    const test::TokenizerGolden golden;
    const auto prompts = golden.prompts();
    const auto ids = golden.values<std::int32_t>(name);
    QVERIFY(!ids.empty());
    for (std::size_t i = 0; i < ids.size() / 77; ++i) {
        const auto row = ids.begin() + static_cast<std::ptrdiff_t>(i * 77);
        QVERIFY2(tokenizer.encode(prompts[i]).ids == Ids(row, row + 77), prompts[i].c_str());
    }
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

}  // namespace

class ClipTokenizerTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void builtInEqualsTransformersOnTenThousandPrompts();
    void bothKindsOfFilesEqualTransformers();
    void theBuiltInOneReadsBackFromItsFiles();
    void paddingTokenIsTheOneNamed();
    void emptyPromptIsStartAndEnds();
    void knownPromptsHaveTheirPublishedIds();
    void literalSpecialTokensAreThoseTokens();
    void exactlySeventyFiveTokensFit();
    void cutNamesTheUsersOwnText_data();
    void cutNamesTheUsersOwnText();
    void invalidUtf8IsTakenAsReplacementCharacters();
    void longWordsAreEncodedWhole();
    void oneTokenizerServesSeveralThreads();
};

void ClipTokenizerTest::builtInEqualsTransformersOnTenThousandPrompts() {
    const TokenizerPointer tokenizer = ClipTokenizer::builtIn();
    QCOMPARE(tokenizer->vocabSize(), std::int64_t{49408});
    QCOMPARE(test::TokenizerGolden().values<std::int32_t>("clip.ends").size(), std::size_t{10'000});
    compare(*tokenizer, "clip", 49406, 49407);
    comparePadded(*tokenizer, "clip.padded");
}

void ClipTokenizerTest::bothKindsOfFilesEqualTransformers() {
    for (const TokenizerPointer& tokenizer :
         {ClipTokenizer::fromFiles(kDemo + "vocab.json", kDemo + "merges.txt"),
          ClipTokenizer::fromTokenizerJson(kDemo + "tokenizer.json")}) {
        QCOMPARE(tokenizer->vocabSize(), std::int64_t{4367});
        compare(*tokenizer, "demo", 4365, 4366);
    }
}

void ClipTokenizerTest::theBuiltInOneReadsBackFromItsFiles() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    writeBuiltInTokenizer(path);
    const TokenizerPointer files = ClipTokenizer::fromFiles(path / "vocab.json", path / "merges.txt");
    QCOMPARE(files->vocabSize(), std::int64_t{49408});
    compare(*files, "clip", 49406, 49407);
    comparePadded(*files, "clip.padded");
    QVERIFY(std::filesystem::exists(path / "tokenizer_config.json"));
    QVERIFY_EXCEPTION_THROWN(writeBuiltInTokenizer(path / "missing"), FileError);
}

void ClipTokenizerTest::paddingTokenIsTheOneNamed() {
    const TokenizerPointer files = ClipTokenizer::fromFiles(kDemo + "vocab.json", kDemo + "merges.txt", "!");
    const TokenizerPointer json = ClipTokenizer::fromTokenizerJson(kDemo + "tokenizer.json", "!");
    comparePadded(*files, "demo.padded");
    comparePadded(*json, "demo.padded");
    QCOMPARE(files->encode("").ids, framed(4365, {}, 4366, 0));
}

void ClipTokenizerTest::emptyPromptIsStartAndEnds() {
    for (const char* prompt : {"", " ", "\n\t\u3000"}) {
        const TokenizedPrompt result = ClipTokenizer::builtIn()->encode(prompt);
        QCOMPARE(result.ids, framed(49406, {}, 49407, 49407));
        QCOMPARE(result.used, 0);
        QVERIFY(result.cut.empty());
    }
}

void ClipTokenizerTest::knownPromptsHaveTheirPublishedIds() {
    // From the model cards and issues of CLIP and Stable Diffusion.
    const auto ids = [](const char* prompt) { return ClipTokenizer::builtIn()->encode(prompt).ids; };
    QCOMPARE(ids("a photo of a cat"), framed(49406, {320, 1125, 539, 320, 2368}, 49407, 49407));
    QCOMPARE(ids("A  PHOTO\nof a Cat"), framed(49406, {320, 1125, 539, 320, 2368}, 49407, 49407));
}

void ClipTokenizerTest::literalSpecialTokensAreThoseTokens() {
    const auto ids = ClipTokenizer::builtIn()->encode("a<|endoftext|>cat <|startoftext|>").ids;
    QCOMPARE(ids, framed(49406, {320, 49407, 2368, 49406}, 49407, 49407));
}

void ClipTokenizerTest::exactlySeventyFiveTokensFit() {
    const TokenizerPointer tokenizer = ClipTokenizer::builtIn();
    const TokenizedPrompt full = tokenizer->encode(repeated("cat ", 75));
    QCOMPARE(full.used, 75);
    QVERIFY(full.cut.empty());
    QCOMPARE(full.ids, framed(49406, Ids(75, 2368), 49407, 49407));
    const TokenizedPrompt over = tokenizer->encode("photo " + repeated("cat ", 75));
    QCOMPARE(over.used, 76);
    QCOMPARE(over.ids.size(), std::size_t{77});
    QCOMPARE(over.ids[1], std::int64_t{1125});  // the beginning stays
    QCOMPARE(over.ids.back(), std::int64_t{49407});
    QCOMPARE(over.cut, std::string("cat "));
}

void ClipTokenizerTest::cutNamesTheUsersOwnText_data() {
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("cut");
    const auto row = [](const char* name, const std::string& kept, const std::string& cut) {
        QTest::newRow(name) << QByteArray::fromStdString(kept) << QByteArray::fromStdString(cut);
    };
    row("letter case as typed", repeated("cat ", 75), "CaT and Dog");
    row("odd whitespace as typed", repeated("cat \n\t", 75), "red\u3000 \n house ");
    row("decomposed letters before it", repeated("e\u0301 ", 75), "te\u0301te");
    row("inside a word", repeated("cat ", 74) + "super", "califragilistic");
    row("a mark that stays", repeated("1 ", 74) + "x", "\u20dd tail");
    row("a special token", repeated("cat ", 75), "<|endoftext|> more");
    row("a character that fits only in part", repeated("cat ", 74), "\U0001fae0!");
    row("invalid bytes", repeated("cat ", 75), "\xff\xfe tail");
}

void ClipTokenizerTest::cutNamesTheUsersOwnText() {
    QFETCH(QByteArray, kept);
    QFETCH(QByteArray, cut);
    const TokenizedPrompt result = ClipTokenizer::builtIn()->encode((kept + cut).toStdString());
    QVERIFY(result.used > 75);
    QCOMPARE(QByteArray::fromStdString(result.cut), cut);
    QCOMPARE(result.cutBegin, static_cast<std::size_t>(kept.size()));
}

void ClipTokenizerTest::invalidUtf8IsTakenAsReplacementCharacters() {
    const TokenizerPointer tokenizer = ClipTokenizer::builtIn();
    QCOMPARE(tokenizer->encode("cat \xff\xe2\x82 dog").ids, tokenizer->encode("cat \ufffd\ufffd dog").ids);
    QCOMPARE(tokenizer->encode("\xed\xa0\x80").ids, tokenizer->encode("\ufffd\ufffd\ufffd").ids);
    QVERIFY(tokenizer->encode("\xff").ids != tokenizer->encode("").ids);
}

void ClipTokenizerTest::longWordsAreEncodedWhole() {
    const TokenizedPrompt result = ClipTokenizer::builtIn()->encode(std::string(1'000'000, 'a'));
    QVERIFY(result.used > 10'000);
    QCOMPARE(result.cut.size() + result.cutBegin, std::size_t{1'000'000});
}

void ClipTokenizerTest::oneTokenizerServesSeveralThreads() {
    const TokenizerPointer tokenizer = ClipTokenizer::builtIn();
    const auto prompts = test::TokenizerGolden().prompts();
    std::vector<std::vector<Ids>> found(3);
    std::vector<std::thread> threads;
    for (auto& mine : found)
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < 500; ++i)
                mine.push_back(tokenizer->encode(prompts[i]).ids);
        });
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(found[0] == found[1] && found[1] == found[2]);
}

}  // namespace afa

QTEST_GUILESS_MAIN(afa::ClipTokenizerTest)
#include "test_clip_tokenizer.moc"
