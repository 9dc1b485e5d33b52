#include <QtTest/QtTest>
#include <chrono>
#include <string>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/leftovers.h"
#include "core/io/staged_directory.h"
#include "tests/io/child_process.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

std::ptrdiff_t entriesIn(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), {});
}

void makeOld(const fs::path& path) {
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(25));
}

/// A byte from one process to another.
class Signal {
  public:
    Signal() {
        if (::pipe(ends_) != 0) throw std::runtime_error("no pipe");
    }
    void give() { QCOMPARE(::write(ends_[1], "x", 1), ssize_t{1}); }
    void await() {
        char byte = 0;
        QCOMPARE(::read(ends_[0], &byte, 1), ssize_t{1});
    }

  private:
    int ends_[2]{};
};

/// Holds what `make` returns until it is killed.
template <typename Make>
ChildProcess holding(Signal& ready, Make&& make) {
    ChildProcess child([&] {
        const auto held = make();
        ready.give();
        ::pause();
    });
    ready.await();
    return child;
}

}  // namespace

class TestLeftovers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void goWhenTheirProgramWasKilledAndNoSooner_data() {
        QTest::addColumn<bool>("directory");
        QTest::newRow("a file") << false;
        QTest::newRow("a directory") << true;
    }
    void goWhenTheirProgramWasKilledAndNoSooner() {
        QFETCH(bool, directory);
        const TempDir dir;
        Signal ready;
        auto child = directory ? holding(ready,
                                         [&] {
                                             auto staged = std::make_unique<StagedDirectory>(dir / "out");
                                             writeFile(staged->path() / "part", "half");
                                             return staged;
                                         })
                               : holding(ready, [&] {
                                     auto file = std::make_unique<AtomicFile>(dir / "out");
                                     file->write("half");
                                     return file;
                                 });
        QCOMPARE(entriesIn(dir.path()), std::ptrdiff_t{1});
        const auto temporary = fs::directory_iterator(dir.path())->path();
        makeOld(temporary);  // however long it takes
        removeLeftovers(dir.path());
        QVERIFY(fs::exists(temporary));
        child.kill();
        QVERIFY(fs::exists(temporary));
        removeLeftovers(dir.path());
        QCOMPARE(entriesIn(dir.path()), std::ptrdiff_t{0});
    }

    void whatThisProcessIsWritingStays() {
        const TempDir dir;
        AtomicFile file(dir / "a");
        file.write("content");
        StagedDirectory staged(dir / "b");
        writeFile(staged.path() / "part", "content");
        removeLeftovers(dir.path());
        file.commit();
        staged.commit();
        QCOMPARE(readFile(dir / "a"), std::string("content"));
        QCOMPARE(readFile(dir / "b/part"), std::string("content"));
    }

    void theNextThatWritesIntoTheFolderRemovesThem() {
        const TempDir dir;
        Signal ready;
        holding(ready, [&] { return std::make_unique<AtomicFile>(dir / "killed"); }).kill();
        QCOMPARE(entriesIn(dir.path()), std::ptrdiff_t{1});
        AtomicFile file(dir / "a");
        file.commit();
        QCOMPARE(entriesIn(dir.path()), std::ptrdiff_t{1});
        QVERIFY(fs::exists(dir / "a"));
    }

    void ofAnotherMachineGoAfterADay() {
        const TempDir dir;
        QVERIFY(hostTag() != "0000000f");
        const auto file = writeFile(dir / ".afa-0000000f-12-0.tmp", "");
        const auto folder = dir / ".afa-0000000f-12-1.tmp";
        fs::create_directory(folder);
        const auto inner = writeFile(folder / "part", "");
        const auto unknown = writeFile(dir / ".afa-12-0.tmp", "");
        makeOld(folder);  // its file is still being written
        removeLeftovers(dir.path());
        QCOMPARE(entriesIn(dir.path()), std::ptrdiff_t{3});
        for (const auto& path : {file, inner, folder, unknown})
            makeOld(path);
        removeLeftovers(dir.path());
        QCOMPARE(entriesIn(dir.path()), std::ptrdiff_t{0});
    }

    void otherFilesStayHoweverOld() {
        const TempDir dir;
        const std::string tag = hostTag();
        for (const auto& name : {"a.png", ".afa.lock", ".afa-notes.tmp", ".afa-12.tmp", "b.tmp"})
            makeOld(writeFile(dir / name, ""));
        for (const auto& name : {".afa-" + tag + "-1-.tmp", ".afa-" + tag + "-x-1.tmp",
                                 ".afa-" + tag + "-1-1", "afa-" + tag + "-1-1.tmp"})
            makeOld(writeFile(dir / name, ""));
        fs::create_symlink("a.png", dir / (".afa-" + tag + "-1-1.tmp"));
        const auto before = entriesIn(dir.path());
        removeLeftovers(dir.path());
        QCOMPARE(entriesIn(dir.path()), before);
        removeLeftovers(dir / "no such folder");
    }
};

QTEST_GUILESS_MAIN(TestLeftovers)
#include "test_leftovers.moc"
