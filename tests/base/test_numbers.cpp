// Lists of numbers as people write them, and decimal commas, which must never become two numbers in silence.
#include <QtTest/QtTest>

#include "core/base/numbers.h"

using namespace afa;

class TestNumbers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void separatorsAreCommasSemicolonsAndWhiteSpace() {
        QCOMPARE(*parseNumbers("0.5, .25;1e-1\n-2"), (std::vector<double>{0.5, 0.25, 0.1, -2}));
        for (const char* wrong : {"", " ; ", "0.5 a", "1.2.3", "0x10", "5%"})
            QVERIFY2(!parseNumbers(wrong), wrong);
    }

    void commasThatMayBeDecimalSignsAreFound_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        for (const char* list : {"0.5,0.5", "0,1", "1,0,0", "0,0,1", "1,2,1", "0.0,5.0", "0.5;0.25",
                                 "0.5, 0.25", "0.5,0.25;0.5,0.75", "1 2 3", "7", ""})
            QTest::newRow(list) << list << "";
        QTest::newRow("one fraction") << "0,5"
                                      << "0,5";
        QTest::newRow("negative") << "-0,5"
                                  << "-0,5";
        QTest::newRow("two fractions") << "0,25,0,75"
                                       << "0,25";
        QTest::newRow("a leading zero") << "1,05"
                                        << "1,05";
        QTest::newRow("semicolons") << "0,5;0,5;0,5"
                                    << "0,5";
        QTest::newRow("semicolons and blanks") << "0,5; 1; 0,25"
                                               << "0,5";
        QTest::newRow("also beside points") << "0.5;1,25;0.5"
                                            << "1,25";
        QTest::newRow("blanks") << "1,5 2,5"
                                << "1,5";
        QTest::newRow("lines") << "0,1\n0,2\n0,3"
                               << "0,1";
        QTest::newRow("tabs") << "1,0\t0,5"
                              << "1,0";
    }
    void commasThatMayBeDecimalSignsAreFound() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QCOMPARE(QString::fromStdString(decimalComma(text.toStdString())), found);
    }
    void theMessageShowsBothWays() {
        const auto told = QString::fromStdString(decimalCommaMessage("0,5").english());
        QVERIFY2(told.contains("point") && told.contains("0.5") && told.contains("0.0,5.0"),
                 qPrintable(told));
    }
    void theHintIsForWholeNumbersOnly() {
        QVERIFY(!decimalPointHint({0, 5}).empty());
        QVERIFY(decimalPointHint({0.5, 5}).empty());
        QVERIFY(decimalPointHint({5}).empty());
    }
    void aZeroAmongWeightsFarFromOneLosesAPart() {
        QVERIFY(losesAPart({0, 5}));
        QVERIFY(losesAPart({0, 0.5, 0}));
        QVERIFY(!losesAPart({0, 1}));
        QVERIFY(!losesAPart({0, 0.33, 0.33, 0.335}));  // rounded to two decimals
        QVERIFY(!losesAPart({1, 5}));
    }
};

QTEST_APPLESS_MAIN(TestNumbers)
#include "test_numbers.moc"
