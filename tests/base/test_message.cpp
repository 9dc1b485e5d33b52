// Messages as values: places, options, nesting, and the tables of the other languages.
#include <QtTest/QtTest>

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/language.h"

using namespace afa;

namespace {

/// Names settings as a window would.
class Labels : public Speech {
  public:
    std::string translated(const std::string& source) const override {
        return source == "%1 is %2; use %3" ? "%3 statt %2 bei %1" : source;
    }
    std::string named(const Option& option) const override {
        return "<" + option.name + (option.value.empty() ? "" : "=" + option.value) + ">";
    }
};

std::multiset<char> places(std::string_view text) {
    std::multiset<char> found;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '%' && text[i + 1] >= '1' && text[i + 1] <= '9') found.insert(text[i + 1]);
    return found;
}

}  // namespace

class TestMessage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void placesAreFilledByTextsPathsNumbersAndOptions() {
        const auto message = Message::of("%1: %2 of %3, %4; try %5", std::filesystem::path("a/b"), 3, 0.5,
                                         std::string("x"), Option{"precision", "fp32"});
        QCOMPARE(message.english(), "a/b: 3 of 0.5, x; try --precision fp32");
    }
    void aPlaceMayBeUsedTwiceAndInAnyOrder() {
        QCOMPARE(Message::of("%2 %1 %2", "a", "b").english(), "b a b");
    }
    void whatAnArgumentHoldsIsNoPlace() {
        QCOMPARE(Message::of("%1: %2", "100%2", "x").english(), "100%2: x");
    }
    void aPlaceWithoutArgumentIsAMistakeOfTheProgram() {
        QVERIFY_EXCEPTION_THROWN(Message::of("%1 and %2", "a"), std::logic_error);
        QCOMPARE(Message::of("less than 1% of %1", "a").english(), "less than 1% of a");
    }
    void aMessageInsideAMessageIsToldTheSameWay() {
        const Labels labels;
        const auto inner = Message::of("%1 is %2; use %3", Option{"steps", ""}, 0, Option{"steps", "20"});
        const auto outer = Message::of("%1: %2", "file", inner);
        QCOMPARE(outer.told(labels), "file: <steps=20> statt 0 bei <steps>");
        QCOMPARE(outer.english(), "file: --steps is 0; use --steps 20");
    }
    void wordsOfOthersStayAsTheyAre() {
        QCOMPARE(Message::verbatim("50%1 of %2").english(), "50%1 of %2");
        QVERIFY(Message().empty());
    }
    void aListIsOneMessage() {
        QVERIFY(Message::list({}).empty());
        QCOMPARE(Message::list({Message::of("a"), Message::of("b"), Message::of("c")}).english(), "a; b; c");
    }
    void anErrorCarriesItsMessage() {
        const FileError error(Message::of("%1: gone", "f"));
        QCOMPARE(std::string(error.what()), "f: gone");
        const FileError copy = error;
        QCOMPARE(messageOf(copy).told(Labels()), "f: gone");
        QCOMPARE(messageOf(std::runtime_error("other")).english(), "other");
    }

    void tablesAreSortedAndHaveThePlacesOfTheirSources() {
        QCOMPARE(messageLanguages(), (std::vector<std::string>{"en", "de", "zh_CN"}));
        for (const auto& table : languageTables()) {
            QVERIFY(!table.messages.empty());
            QVERIFY(std::ranges::is_sorted(table.messages, {}, &TranslatedMessage::source));
            for (const auto& [source, translation] : table.messages)
                QVERIFY2(places(source) == places(translation), std::string(source).c_str());
        }
    }
    void eachLanguageTellsMessagesOfItsTable() {
        for (const auto& table : languageTables()) {
            const LanguageSpeech speech(table.name);
            for (const auto& [source, translation] : table.messages)
                QCOMPARE(speech.translated(std::string(source)), std::string(translation));
        }
        QCOMPARE(LanguageSpeech("de_AT").translated("cancelled"),
                 LanguageSpeech("de").translated("cancelled"));
        QVERIFY(LanguageSpeech("de").translated("cancelled") != "cancelled");
        QCOMPARE(LanguageSpeech("fr").translated("cancelled"), "cancelled");
        QCOMPARE(LanguageSpeech("de").translated("no message of core"), "no message of core");
    }
};

QTEST_APPLESS_MAIN(TestMessage)
#include "test_message.moc"
