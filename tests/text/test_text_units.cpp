#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <QtTest/QtTest>
#include <map>
#include <sstream>

#include "core/text/clip_words.h"
#include "core/text/normalized_text.h"
#include "tests/text/tokenizer_golden.h"

namespace afa {
namespace {

/// Whether ICU and the golden's authority both know the code point: their Unicode versions may differ by what
/// was assigned after this one.
bool inUnicode15(char32_t code) {
    UVersionInfo age{};
    u_charAge(static_cast<UChar32>(code), age);
    return age[0] != 0 && age[0] <= 15;
}

std::u32string codes(std::string_view utf8) {
    std::u32string result;
    for (const TextUnit& unit : normalizeForClip(utf8))
        result.push_back(unit.code);
    return result;
}

std::vector<std::size_t> origins(std::string_view utf8) {
    std::vector<std::size_t> result;
    for (const TextUnit& unit : normalizeForClip(utf8))
        result.push_back(unit.origin);
    return result;
}

std::vector<std::u32string> words(std::string_view utf8) {
    const std::vector<TextUnit> units = normalizeForClip(utf8);
    std::vector<std::u32string> result;
    for (const auto& [begin, end] : splitClipWords(units)) {
        result.emplace_back();
        for (std::size_t i = begin; i < end; ++i)
            result.back().push_back(units[i].code);
    }
    return result;
}

std::string utf8Of(char32_t code) {
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code));
    return std::string(bytes, length);
}

using Words = std::vector<std::u32string>;
using Origins = std::vector<std::size_t>;

}  // namespace

class TextUnitsTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void classesEqualTheReferenceEngineForEveryCodePoint();
    void lowerCaseEqualsTheReferenceForEveryCodePoint();
    void whitespaceRunsBecomeOneSpace();
    void composesAcrossCodePoints();
    void invalidBytesBecomeOneReplacementForEachMaximalSubpart();
    void originsPointAtTheBytesAsTyped();
    void wordsFollowClipsExpression();
};

void TextUnitsTest::classesEqualTheReferenceEngineForEveryCodePoint() {
    const test::TokenizerGolden golden;
    const auto starts = golden.values<std::int32_t>("classes.starts");
    const auto values = golden.values<std::uint8_t>("classes.values");
    QCOMPARE(starts.size(), values.size());
    std::size_t run = 0, compared = 0;
    for (std::int32_t code = 0; code < 0x110000; ++code) {
        if (run + 1 < starts.size() && starts[run + 1] == code) ++run;
        if ((code >= 0xD800 && code < 0xE000) || !inUnicode15(static_cast<char32_t>(code))) continue;
        ++compared;
        const auto found = static_cast<std::uint8_t>(charClass(static_cast<char32_t>(code)));
        QVERIFY2(
            found == values[run],
            qPrintable(QStringLiteral("U+%1: %2, expected %3").arg(code, 4, 16).arg(found).arg(values[run])));
    }
    QVERIFY(compared > 140'000);  // assigned characters of Unicode 15
}

void TextUnitsTest::lowerCaseEqualsTheReferenceForEveryCodePoint() {
    const auto text = test::TokenizerGolden().values<char>("lower.text");
    std::istringstream lines(std::string(text.begin(), text.end()));
    std::map<char32_t, std::u32string> expected;
    for (std::string upper, lower; std::getline(lines, upper) && std::getline(lines, lower);)
        expected[QString::fromStdString(upper).toUcs4().front()] =
            QString::fromStdString(lower).toStdU32String();
    QVERIFY(expected.size() > 1'400);
    QCOMPARE(expected.at(U'\u0130').size(), std::size_t{2});
    for (char32_t code = 0; code < 0x110000; ++code) {
        if ((code >= 0xD800 && code < 0xE000) || !inUnicode15(code) || charClass(code) == CharClass::Space)
            continue;
        const QString single = QString::fromUcs4(&code, 1);
        if (single.normalized(QString::NormalizationForm_C) != single) continue;  // NFC comes first
        const auto found = expected.find(code);
        const std::u32string lower = found == expected.end() ? std::u32string(1, code) : found->second;
        QVERIFY2(codes(utf8Of(code)) == lower, qPrintable(QStringLiteral("U+%1").arg(code, 4, 16)));
    }
}

void TextUnitsTest::whitespaceRunsBecomeOneSpace() {
    QVERIFY(codes("a \t\r\n\u00a0\u3000\u2028b") == U"a b");
    QVERIFY(codes("  a  ") == U" a ");
    QVERIFY(codes("a\u200bb\x1c") == U"a\u200bb\x1c");  // neither is whitespace
}

void TextUnitsTest::composesAcrossCodePoints() {
    QVERIFY(codes("e\u0301") == U"\u00e9");
    QVERIFY(codes("\u1112\u1161\u11ab") == U"\ud55c");
    QVERIFY(codes("q\u0307\u0323") == U"q\u0323\u0307");  // reordered, nothing to compose
    QVERIFY(codes("\u212b") == U"\u00e5");                // Angstrom sign, then lower case
    QVERIFY(codes("\u0958") == U"\u0915\u093c");          // a composition exclusion
}

void TextUnitsTest::invalidBytesBecomeOneReplacementForEachMaximalSubpart() {
    // As in the Unicode Standard, table 3-8 and after: Python's decode("utf-8", "replace") gives the same.
    QVERIFY(codes("\x80") == U"\ufffd");
    QVERIFY(codes("a\xff"
                  "b") == U"a\ufffdb");
    QVERIFY(codes("\xe2\x82") == U"\ufffd");  // a truncated euro sign
    QVERIFY(codes("\xe2\x82"
                  "a") == U"\ufffda");
    QVERIFY(codes("\xed\xa0\x80") == U"\ufffd\ufffd\ufffd");  // a surrogate
    QVERIFY(codes("\xc0\xaf") == U"\ufffd\ufffd");            // an overlong slash
    QVERIFY(codes("\xf4\x90\x80\x80") == U"\ufffd\ufffd\ufffd\ufffd");
    QVERIFY(codes("\xf0\x9f\x98") == U"\ufffd");
    QVERIFY(codes(std::string_view("a\0b", 3)) == std::u32string(U"a\0b", 3));
}

void TextUnitsTest::originsPointAtTheBytesAsTyped() {
    QCOMPARE(origins("ab"), (Origins{0, 1}));
    QCOMPARE(origins("a  \n b"), (Origins{0, 1, 5}));
    QCOMPARE(origins("xe\u0301y"), (Origins{0, 1, 4}));
    QCOMPARE(origins("x\u0323y"), (Origins{0, 1, 3}));        // unchanged by NFC
    QCOMPARE(origins("e\u0301\u0336z"), (Origins{0, 3, 5}));  // the overlay stays, and keeps its place
    QCOMPARE(origins("\u0130s"), (Origins{0, 0, 2}));         // one letter became two
    QCOMPARE(origins("\xff\xe2\x82"
                     "a"),
             (Origins{0, 1, 3}));
    QCOMPARE(normalizeForClip("a", 7).front().origin, std::size_t{7});
}

void TextUnitsTest::wordsFollowClipsExpression() {
    QCOMPARE(words("It's we'll 'twas"), (Words{U"it", U"'s", U"we", U"'ll", U"'t", U"was"}));
    QCOMPARE(words("1999, f/1.8!!"),
             (Words{U"1", U"9", U"9", U"9", U",", U"f", U"/", U"1", U".", U"8", U"!!"}));
    QCOMPARE(words("!'s"), (Words{U"!'", U"s"}));  // the run of punctuation began first
    QCOMPARE(words("\u00bdcup"), (Words{U"\u00bd", U"cup"}));
    QCOMPARE(words("\U0001f469\u200d\U0001f680\u2764"), (Words{U"\U0001f469\u200d\U0001f680\u2764"}));
    // transformers' expression holds these together, its byte-level step takes them apart before the "!!".
    QCOMPARE(words("<|EndOfText|>!!"), (Words{U"<|", U"endoftext", U"|>", U"!!"}));
    QCOMPARE(words("!<|EndOfText|>!!"), (Words{U"!<|", U"endoftext", U"|>!!"}));
    QVERIFY(words(" \n ").empty());
    QVERIFY(words("").empty());
}

}  // namespace afa

QTEST_GUILESS_MAIN(afa::TextUnitsTest)
#include "test_text_units.moc"
