#include <QtTest/QtTest>
#include <boost/json.hpp>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/task.h"

using namespace afa;

class TestBase : public QObject {
    Q_OBJECT

    static std::string sha256(const std::string& text) {
        Sha256 hash;
        hash.update(text);
        return hash.finishHex();
    }

  private Q_SLOTS:
    void sha256EqualsFips180Examples() {
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    }

    void sha256DoesNotDependOnThePieces() {
        Sha256 hash;
        for (const char* piece : {"a", "", "bc"})
            hash.update(std::string(piece));
        QCOMPARE(hash.finishHex(), sha256("abc"));
    }

    void jsonOutsideTheRulesIsRefusedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("open") << QByteArray("{\"a\": 1");
        QTest::newRow("trailing") << QByteArray("{} x");
        QTest::newRow("comment") << QByteArray("{} // no");
        QTest::newRow("duplicate key") << QByteArray("{\"a\": 1, \"a\": 2}");
        QTest::newRow("duplicate key, escaped") << QByteArray("{\"a\": 1, \"\\u0061\": 2}");
        QTest::newRow("nested duplicate") << QByteArray("[{\"x\": {\"b\": 1, \"b\": 1}}]");
        QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']');
        QTest::newRow("not UTF-8") << QByteArray("\"\xff\xfe\"");
        QTest::newRow("nan") << QByteArray("NaN");
    }
    void jsonOutsideTheRulesIsRefusedWithItsPlace() {
        QFETCH(QByteArray, text);
        try {
            parseJson(text.toStdString(), "some.json");
            QFAIL("accepted");
        } catch (const FileError& error) {
            QVERIFY2(std::string(error.what()).starts_with("some.json: not valid JSON"), error.what());
        }
    }

    void sameKeyInSiblingObjectsIsNoDuplicate() {
        QCOMPARE(parseJson("[{\"a\": 1}, {\"a\": {\"a\": 2}}]", "x").as_array().size(), std::size_t{2});
    }

    void formattedJsonReadsBackTheSame() {
        const auto value = parseJson(
            "{\"b\": [1, 2.5, -3, true, null, \"q\\\"\\u00e9\"], \"a\": {\"x\": [], \"y\": {}}}", "x");
        QVERIFY(parseJson(formatJson(value), "y") == value);
    }

    void whatIsNotFiniteIsWrittenAsNull() {
        const std::vector<double> numbers{0.5, std::nan(""), std::numeric_limits<double>::infinity()};
        QCOMPARE(boost::json::serialize(numbersOrNull(numbers)), std::string("[5E-1,null,null]"));
    }

    void checkStopThrowsOnlyAfterARequest() {
        std::stop_source source;
        const TaskControl control(source.get_token());
        control.checkStop();
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(control.checkStop(), Cancelled);
        TaskControl().checkStop();
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "test_base.moc"
