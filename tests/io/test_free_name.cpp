#include <QtTest/QtTest>
#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/free_name.h"
#include "core/io/leftovers.h"
#include "tests/io/child_process.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kPair{".png", ".maps"};

void writeWhole(const fs::path& path, const std::string& text) {
    AtomicFile file(path);
    file.write(text);
    file.commit();
}

/// A picture and its maps, which say whose they are.
void writePair(const fs::path& folder, const std::string& whose) {
    const FreeName name(folder, "afa-7", kPair);
    writeWhole(name.path(".maps"), whose);
    writeWhole(name.path(".png"), whose);
}

std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

}  // namespace

class TestFreeName : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void countsOnWhereAnyOfTheEndingsIsThere() {
        const TempDir dir;
        const auto stem = [&] { return FreeName(dir.path(), "x", kPair).stem(); };
        QCOMPARE(stem(), std::string("x"));
        writeFile(dir / "x.png", "");
        QCOMPARE(stem(), std::string("x-2"));
        writeFile(dir / "x-2.maps", "");  // of a picture that was deleted
        QCOMPARE(stem(), std::string("x-3"));
        fs::create_symlink("nowhere", dir / "x-3.png");
        QCOMPARE(stem(), std::string("x-4"));
        fs::create_directory(dir / "x-4.maps");
        QCOMPARE(stem(), std::string("x-5"));
        writeFile(dir / "x-5.csv", "");  // none of these endings
        QCOMPARE(stem(), std::string("x-5"));
    }

    void aNameIsNobodyElsesUntilItIsGivenFree() {
        const TempDir dir;
        {
            const FreeName first(dir.path(), "x", {".png"});
            const FreeName second(dir.path(), "x", {".csv"});
            QCOMPARE(second.stem(), std::string("x-2"));
            QVERIFY(!fs::exists(first.path(".png")));
        }
        QCOMPARE(FreeName(dir.path(), "x", {".png"}).stem(), std::string("x"));
        QCOMPARE(namesIn(dir.path()), std::set<std::string>{});
    }

    void processesAndThreadsAtOnceLoseNothingAndKeepPairsTogether() {
        const TempDir dir;
        constexpr int kProcesses = 4, kThreads = 3, kEach = 15;
        std::vector<ChildProcess> children;
        for (int process = 0; process < kProcesses; ++process)
            children.emplace_back([&, process] {
                std::vector<std::jthread> threads;
                for (int thread = 0; thread < kThreads; ++thread)
                    threads.emplace_back([&, thread] {
                        for (int i = 0; i < kEach; ++i)
                            writePair(dir.path(), std::to_string(process) + " " + std::to_string(thread) +
                                                      " " + std::to_string(i));
                    });
            });
        for (auto& child : children)
            QCOMPARE(child.wait(), 0);
        std::set<std::string> seen;
        for (const auto& name : namesIn(dir.path())) {
            QVERIFY2(!name.starts_with('.'), name.c_str());
            if (!name.ends_with(".png")) continue;
            const auto whose = readFile(dir / name);
            seen.insert(whose);
            QCOMPARE(readFile((dir / name).replace_extension(".maps")), whose);
        }
        QCOMPARE(seen.size(), std::size_t{kProcesses * kThreads * kEach});
    }

    void theClaimOfAKilledProgramIsTakenOver() {
        const TempDir dir;
        ChildProcess killed([&] {
            const FreeName name(dir.path(), "x", kPair);
            leaveNow();
        });
        QCOMPARE(killed.wait(), 0);
        QCOMPARE(namesIn(dir.path()), std::set<std::string>{".afa-claim-x"});
        QCOMPARE(FreeName(dir.path(), "x", kPair).stem(), std::string("x"));
        QCOMPARE(namesIn(dir.path()), std::set<std::string>{});
    }

    void theClaimOfAnotherMachineHoldsForADay() {
        const TempDir dir;
        QVERIFY(hostTag() != "0000000f");
        const auto claim = writeFile(dir / ".afa-claim-x", "0000000f");
        QCOMPARE(FreeName(dir.path(), "x", kPair).stem(), std::string("x-2"));
        fs::last_write_time(claim, fs::file_time_type::clock::now() - std::chrono::hours(25));
        QCOMPARE(FreeName(dir.path(), "x", kPair).stem(), std::string("x"));
    }

    void saysWhyNothingCanBeWritten() {
        const TempDir dir;
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { FreeName(dir.path(), std::string(300, 'x'), kPair); }),
                            "the name is too long");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { FreeName(dir / "no", "x", kPair); }), "cannot write");
    }

    void foldersAreNewForEachThatAsks() {
        const TempDir dir;
        constexpr int kThreads = 8;
        std::vector<fs::path> made(kThreads);
        {
            std::vector<std::jthread> threads;
            for (auto& folder : made)
                threads.emplace_back([&] { folder = makeFreeFolder(dir / "runs", "x"); });
        }
        QCOMPARE(std::set<fs::path>(made.begin(), made.end()).size(), made.size());
        QVERIFY(fs::is_directory(dir / "runs/x-8"));
        writeFile(dir / "runs/y", "a file");
        QCOMPARE(makeFreeFolder(dir / "runs", "y"), dir / "runs/y-2");
        QCOMPARE(makeFreeFolder(dir / "runs", "z", [](const std::string& name) { return name != "z"; }),
                 dir / "runs/z-2");
    }

    void copiesUnderANameOfTheirOwn() {
        const TempDir dir;
        writeFile(dir / "a", "content");
        writeFile(dir / "b.bin", "another's");
        QCOMPARE(copyToFreeName(dir / "a", dir.path(), "b", ".bin"), dir / "b-2.bin");
        QCOMPARE(readFile(dir / "b-2.bin"), std::string("content"));
        QCOMPARE(readFile(dir / "b.bin"), std::string("another's"));
        QCOMPARE(copyToFreeName(dir / "a", dir / "new", "b", ".bin"), dir / "new/b.bin");
    }
};

QTEST_GUILESS_MAIN(TestFreeName)
#include "test_free_name.moc"
