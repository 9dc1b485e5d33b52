#include <sys/wait.h>
#include <unistd.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/error.h"
#include "core/io/folder_lock.h"

using namespace afa;

class TestFolderLock : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anotherProcessIsKeptOutUntilTheFirstEnds() {
        QTemporaryDir dir;
        const std::filesystem::path folder = dir.path().toStdString();
        int ready[2], stop[2];
        QVERIFY(::pipe(ready) == 0 && ::pipe(stop) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(stop[1]);
            char byte = 'n';
            {
                const FolderLock held(folder);
                byte = 'y';
                (void)!::write(ready[1], &byte, 1);
                (void)!::read(stop[0], &byte, 1);  // ends with the parent's end of the pipe
            }
            ::_exit(0);
        }
        ::close(ready[1]);
        char byte = 0;
        QVERIFY(child > 0 && ::read(ready[0], &byte, 1) == 1 && byte == 'y');
        QString told;
        try {
            const FolderLock second(folder);
        } catch (const FileError& error) {
            told = QString::fromUtf8(error.what());
        }
        QVERIFY2(told.contains(dir.path()) && told.contains("another program"), qPrintable(told));
        ::close(stop[1]);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        { const FolderLock free(folder); }
        QVERIFY(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsNoError() { const FolderLock nothing("/no/such/folder"); }
};

QTEST_GUILESS_MAIN(TestFolderLock)
#include "test_folder_lock.moc"
