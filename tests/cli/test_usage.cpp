// What the command line says of slips of the pen: decimal commas, misspelt names, pasted texts.
#include <QtTest/QtTest>

#include "tests/cli/afa_process.h"

using namespace afa::test;

class TestUsage : public QObject {
    Q_OBJECT

    static QStringList generate(const QStringList& more) {
        return QStringList{"generate", "--model", demoModel("animals"), "--model", demoModel("food")} + more;
    }
    static QStringList merge(const QStringList& more) {
        return QStringList{"merge",           "--model",  demoModel("animals"), "--model",
                           demoModel("food"), "--output", "nowhere.safetensors"} +
               more;
    }

  private Q_SLOTS:
    void aDecimalCommaIsNeverTwoNumbers_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("guidance") << generate({"--cfg", "7,5"});
        QTest::newRow("eta") << generate({"--eta", "0,5"});
        QTest::newRow("t0") << generate({"--mode", "magicfusion", "--magic-t0", "600,5"});
        QTest::newRow("sharpness") << generate({"--mode", "magicfusion", "--magic-k", "0,5"});
        QTest::newRow("noise weights") << generate({"--mode", "noise-average", "--noise-weights", "0,5"});
        QTest::newRow("noise weights, both")
            << generate({"--mode", "noise-average", "--noise-weights", "0,25,0,75"});
        QTest::newRow("noise weights, two words")
            << generate({"--mode", "noise-average", "--noise-weights", "1,5", "2,5"});
        QTest::newRow("a weight") << merge({"--weights", "0,5"});
        QTest::newRow("weights") << merge({"--weights", "0,3,0,7"});
        QTest::newRow("base weight") << merge({"--block-weights", "FLAT_25", "--base-weight", "0,5"});
        QTest::newRow("block weights") << merge({"--block-weights", "0,5;0,5;0,5"});
        QTest::newRow("learning rate") << QStringList{"train", "--lr", "0,001"};
        QTest::newRow("share") << QStringList{"screen", "--max-bad", "0,05"};
    }
    void aDecimalCommaIsNeverTwoNumbers() {
        QFETCH(QStringList, arguments);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains("point") && run.err.count('\n') == 1, run.err.constData());
    }
    void aModelThatWouldLoseItsPartIsAnError() {
        const auto run = runAfa(merge({"--weights", "0.0,5.0"}));
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains("no part"), run.err.constData());
    }

    void theNearestNameIsProposed_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a letter missing") << generate({"--stps", "5"}) << QByteArray("--steps");
        QTest::newRow("letters swapped") << generate({"--smapler", "ddim"}) << QByteArray("--sampler");
        QTest::newRow("an underscore")
            << generate({"--negative_prompt", "x"}) << QByteArray("--negative-prompt");
        QTest::newRow("a plural") << merge({"--weight", "1"}) << QByteArray("--weights");
        QTest::newRow("of training") << QStringList{"train", "--output", "x", "--epoch", "5"}
                                     << QByteArray("--epochs");
        QTest::newRow("a command") << QStringList{"genrate"} << QByteArray("generate");
        QTest::newRow("another command") << QStringList{"map"} << QByteArray("maps");
    }
    void theNearestNameIsProposed() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, name);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.contains("did you mean " + name + "?"), run.err.constData());
    }
    void whatIsFarFromEverythingGetsNoProposal() {
        for (const QString& word : {QString("--photograph"), QString("--qqqqqqqq")})
            QVERIFY(!runAfa(generate({word})).err.contains("did you mean"));
    }

    void pastedTextsAreCut_data() {
        QTest::addColumn<QStringList>("arguments");
        QStringList words;
        for (int i = 0; i < 2000; ++i)
            words.append(QStringLiteral("wörd%1").arg(i));
        QTest::newRow("words without quotes") << generate(QStringList{"--prompt"} + words);
        QTest::newRow("one word") << generate({"--steps", words.join("")});
        QTest::newRow("a mode") << generate({"--mode", words.join(" ")});
        QTest::newRow("a command") << QStringList{words.join(" ")};
    }
    void pastedTextsAreCut() {
        QFETCH(QStringList, arguments);
        const auto run = runAfa(arguments);
        AFA_COMPARE_STATUS(run, 2);
        QVERIFY2(run.err.size() < 600 && run.err.count('\n') == 1 && run.err.contains("[..]"),
                 run.err.constData());
        QVERIFY(QString::fromUtf8(run.err).toUtf8() == run.err);  // cut between letters
    }
};

QTEST_APPLESS_MAIN(TestUsage)
#include "test_usage.moc"
