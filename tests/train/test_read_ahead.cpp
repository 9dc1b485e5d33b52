#include <QtTest/QtTest>
#include <atomic>
#include <numeric>

#include "core/base/error.h"
#include "core/train/read_ahead.h"

using namespace afa;

namespace {

std::vector<int> upTo(int count) {
    std::vector<int> keys(static_cast<std::size_t>(count));
    std::iota(keys.begin(), keys.end(), 0);
    return keys;
}

}  // namespace

class ReadAheadTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void itemsComeInOrderFromManyThreads();
    void neverMoreThanTheCapacityIsAhead();
    void whatIsNotNextIsLoadedAtOnceAndTheLineStays();
    void errorsReachWhoTakes();
    void endingDropsTheRestOfTheLine();
};

void ReadAheadTest::itemsComeInOrderFromManyThreads() {
    const auto caller = std::this_thread::get_id();
    std::atomic<int> inCaller{0};
    ReadAhead<int, std::string> ahead(
        [&](int key) {
            if (std::this_thread::get_id() == caller) ++inCaller;
            if (key % 3 == 0) std::this_thread::yield();
            return std::to_string(key);
        },
        4, 5);
    ahead.announce(upTo(150));
    ahead.announce({7, 7});
    for (int key = 0; key < 150; ++key)
        QCOMPARE(ahead.take(key), std::to_string(key));
    QCOMPARE(ahead.take(7), std::string("7"));
    QCOMPARE(ahead.take(7), std::string("7"));
    QCOMPARE(inCaller.load(), 0);
}

void ReadAheadTest::neverMoreThanTheCapacityIsAhead() {
    constexpr int kCapacity = 3;
    std::atomic<int> started{0}, taken{0}, largest{0};
    ReadAhead<int, int> ahead(
        [&](int key) {
            const int now = ++started - taken;
            for (int seen = largest; now > seen && !largest.compare_exchange_weak(seen, now);) {
            }
            started.notify_all();
            return key;
        },
        4, kCapacity);
    ahead.announce(upTo(200));
    for (int key = 0; key < 200; ++key) {
        for (int now = started; now < std::min(200, key + kCapacity); now = started)
            started.wait(now);  // the threads fill the queue by themselves
        ++taken;  // before take() lets another start, so that `largest` may be low by one but never high
        QCOMPARE(ahead.take(key), key);
    }
    QVERIFY2(largest <= kCapacity, qPrintable(QString::number(largest.load())));
    QVERIFY(largest >= kCapacity - 1);
}

void ReadAheadTest::whatIsNotNextIsLoadedAtOnceAndTheLineStays() {
    std::atomic<int> loads{0};
    ReadAhead<int, int> ahead([&](int key) { return ++loads, key; }, 1, 2);
    QCOMPARE(ahead.take(9), 9);
    ahead.announce({1, 2});
    QCOMPARE(ahead.take(5), 5);
    QCOMPARE(ahead.take(1), 1);
    QCOMPARE(ahead.take(2), 2);
    QCOMPARE(loads.load(), 4);
}

void ReadAheadTest::errorsReachWhoTakes() {
    ReadAhead<int, int> ahead([](int key) { return key == 1 ? throw DataError("broken") : key; }, 2, 4);
    ahead.announce({0, 1, 2});
    QCOMPARE(ahead.take(0), 0);
    QVERIFY_THROWS_EXCEPTION(DataError, ahead.take(1));
    QCOMPARE(ahead.take(2), 2);
    QVERIFY_THROWS_EXCEPTION(DataError, ahead.take(1));
}

void ReadAheadTest::endingDropsTheRestOfTheLine() {
    std::atomic<int> loads{0};
    {
        ReadAhead<int, int> ahead([&](int key) { return ++loads, key; }, 2, 4);
        ahead.announce(upTo(1000));
        QCOMPARE(ahead.take(0), 0);
    }
    QVERIFY2(loads <= 5, qPrintable(QString::number(loads.load())));  // the capacity and the one taken
}

QTEST_APPLESS_MAIN(ReadAheadTest)
#include "test_read_ahead.moc"
