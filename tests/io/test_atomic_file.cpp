#include <sys/resource.h>
#include <sys/stat.h>

#include <QtTest/QtTest>
#include <csignal>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "tests/support/files.h"

using namespace afa;
using namespace afa::test;

namespace {

/// Makes files above `bytes` impossible for this process: the nearest thing to a full disk that needs no
/// privileges.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &old_);
        oldHandler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, old_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, oldHandler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit old_{};
    void (*oldHandler_)(int) = nullptr;
};

}  // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void appearsOnlyWhenCommitted() {
        const TempDir dir;
        {
            AtomicFile file(dir / "a");
            file.write("new");
            QVERIFY(!std::filesystem::exists(dir / "a"));
            file.commit();
        }
        QCOMPARE(readFile(dir / "a"), std::string("new"));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(dir.path()), {}), std::ptrdiff_t{1});
    }

    void keepsTheOldFileWhenDropped() {
        const TempDir dir;
        writeFile(dir / "a", "old");
        {
            AtomicFile file(dir / "a");
            file.write("half of the n");
        }
        QCOMPARE(readFile(dir / "a"), std::string("old"));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(dir.path()), {}), std::ptrdiff_t{1});
    }

    void keepsPermissionsAndFollowsLinks() {
        namespace fs = std::filesystem;
        const TempDir dir;
        writeFile(dir / "real", "old");
        fs::permissions(dir / "real", fs::perms::owner_read | fs::perms::owner_write);
        fs::create_symlink("real", dir / "link");
        AtomicFile file(dir / "link");
        file.write("new");
        file.commit();
        QVERIFY(fs::is_symlink(dir / "link"));
        QCOMPARE(readFile(dir / "real"), std::string("new"));
        QVERIFY(fs::status(dir / "real").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    }

    void aLinkToAFileThatIsNotThereYetStaysALink() {
        namespace fs = std::filesystem;
        const TempDir dir;
        fs::create_directory(dir / "disk");
        fs::create_symlink("disk/second", dir / "first");
        fs::create_symlink("real", dir / "disk/second");
        AtomicFile file(dir / "first");
        file.write("new");
        file.commit();
        QVERIFY(fs::is_symlink(dir / "first") && fs::is_symlink(dir / "disk/second"));
        QCOMPARE(readFile(dir / "disk/real"), std::string("new"));
    }

    void devicesAndPipesStayWhatTheyAre() {
        const TempDir dir;
        QCOMPARE(::mkfifo((dir / "pipe").c_str(), 0600), 0);
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AtomicFile{dir / "pipe"}; }), "a device or pipe");
        QVERIFY(std::filesystem::is_fifo(dir / "pipe"));
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AtomicFile{"/dev/null"}; }), "a device or pipe");
    }

    void takesTheLongestNames() {
        const TempDir dir;
        const std::string name(255, 'n');
        AtomicFile file(dir / name);
        file.write("x");
        file.commit();
        QCOMPARE(readFile(dir / name), std::string("x"));
    }

    void saysWhyItCannotWrite() {
        const TempDir dir;
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AtomicFile(dir / "no" / "a"); }),
                            "there is no folder");
        writeFile(dir / "file", "");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AtomicFile(dir / "file" / "a"); }),
                            "there is no folder");
        AFA_VERIFY_CONTAINS(messageOf<FileError>([&] { AtomicFile{dir.path()}; }),
                            "a directory of this name exists");
    }

    void saysHowMuchWasWantedWhenThereIsNoRoom_data() {
        QTest::addColumn<bool>("reserve");
        QTest::newRow("found while writing") << false;
        QTest::newRow("found when reserving") << true;
    }

    void saysHowMuchWasWantedWhenThereIsNoRoom() {
        QFETCH(bool, reserve);
        constexpr std::size_t kWanted = 100'000;
        const TempDir dir;
        writeFile(dir / "a", "old");
        std::string message;
        {
            const FileSizeLimit limit(10'000);
            message = messageOf<FileError>([&] {
                AtomicFile file(dir / "a");
                if (reserve) file.reserve(kWanted);
                file.write(std::string(kWanted, 'x'));
                file.commit();
            });
        }
        AFA_VERIFY_CONTAINS(message, (dir / "a").string() + ": cannot write: ");
        AFA_VERIFY_CONTAINS(message, "100000 bytes wanted");
        AFA_VERIFY_CONTAINS(message, "the old file is untouched");
        QCOMPARE(readFile(dir / "a"), std::string("old"));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(dir.path()), {}), std::ptrdiff_t{1});
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
