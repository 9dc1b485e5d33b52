// What can go wrong around the studio: a full disk, folders that go away, files replaced by garbage. It is
// told in words, nothing that was made is lost, and the next job works.
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtGui/QImage>
#include <QtTest/QtTest>

#include "tests/support/files.h"
#include "tests/ui/program.h"
#include "ui/services/training/training.h"

using namespace afa;
using test::Networks;
using test::Program;

namespace {

/// A small file system of its own; needs root, or a kernel that lets users mount.
class SmallDisk {
  public:
    explicit SmallDisk(const QString& folder) : folder_(folder) {
        QDir().mkpath(folder);
        mounted_ = QProcess::execute("mount", {"-t", "tmpfs", "-o", "size=3m", "tmpfs", folder}) == 0;
    }
    ~SmallDisk() {
        if (mounted_) QProcess::execute("umount", {"--lazy", folder_});
    }
    bool mounted() const { return mounted_; }
    /// Takes all the room there is.
    void fill() {
        QFile filler(folder_ + "/filler");
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return;
        for (qint64 block : {65536, 4096, 512, 1})
            while (filler.write(QByteArray(block, 'x')) == block) {
            }
    }
    void empty() { QFile::remove(folder_ + "/filler"); }

  private:
    QString folder_;
    bool mounted_ = false;
};

QueueEntry::State lastState(Program& program) {
    const auto& entries = program.studio.queue().entries();
    return entries.isEmpty() ? QueueEntry::State::Pending : entries.last().state;
}

/// Every picture below the folder is whole.
bool allPicturesSound(const QString& folder) {
    QDirIterator files(folder, {"*.png"}, QDir::Files);
    while (files.hasNext())
        if (QImage(files.next()).isNull()) return false;
    return true;
}

void copyModel(const QString& from, const QString& to) {
    std::filesystem::create_directories(std::filesystem::path(to.toStdString()).parent_path());
    std::filesystem::copy(
        from.toStdString(), to.toStdString(),
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
}

}  // namespace

class TestTrouble : public QObject {
    Q_OBJECT

    std::unique_ptr<test::StudioHome> home_;

  private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::StudioHome>();
        QSettings().clear();
    }
    void cleanup() { home_.reset(); }

    void aFullDiskFailsTheJobInWordsAndLosesNothing() {
        SmallDisk disk(home_->file("disk"));
        if (!disk.mounted()) QSKIP("a small file system cannot be mounted here: not root");
        const QString data = home_->file("disk/data");
        {
            Program program(data, Networks::Real);
            AFA_TRY(program.ready());
            program.setSteps(1);
            program.generate();
            AFA_TRY(program.studio.gallery().size() == 1);
            disk.fill();
            program.generate();
            // Told, whether the queue's journal or the picture was the first that found no room.
            AFA_TRY(!program.notice().isEmpty());
            AFA_TRY(program.studio.queue().runningId() == 0);
            QVERIFY2(program.notice().contains("disk") || program.notice().contains("space"),
                     qPrintable(program.notice()));
            QCOMPARE(program.studio.gallery().size(), 1);
            QVERIFY(allPicturesSound(data + "/pictures"));
            disk.empty();
            program.generate();
            AFA_TRY(program.studio.gallery().size() >= 2);
        }
        Program program(data, Networks::Real);
        QVERIFY(program.studio.gallery().size() >= 2);
        QVERIFY(allPicturesSound(data + "/pictures"));
    }

    /// Starting the next job writes the journal first; where that fails, the queue waits as before.
    void aQueueThatCannotWriteItsJournalGoesOnWhenItCan() {
        SmallDisk disk(home_->file("disk"));
        if (!disk.mounted()) QSKIP("a small file system cannot be mounted here: not root");
        Program program(home_->file("disk/data"));
        AFA_TRY(program.ready());
        program.setSteps(1);
        auto& queue = program.studio.queue();
        queue.setPaused(true);
        program.generate();
        program.generate();
        QCOMPARE(queue.pendingCount(), 2);
        disk.fill();
        QTest::mouseClick(program.find<QPushButton>("resumeQueue"), Qt::LeftButton);
        AFA_TRY(!program.notice().isEmpty());
        QCOMPARE(queue.runningId(), 0);
        QCOMPARE(queue.pendingCount(), 2);
        disk.empty();
        queue.setPaused(true);
        queue.setPaused(false);
        AFA_TRY(program.studio.gallery().size() == 2);
        AFA_TRY(queue.pendingCount() == 0 && queue.runningId() == 0);
    }

    void aPicturesFolderThatGoesAwayIsTold() {
        Program program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        program.setSteps(1);
        program.generate();
        AFA_TRY(program.studio.gallery().size() == 1);
        const QString pictures = program.studio.gallery().folder();
        // Something else in its place, as when a disk is gone and its mount point is none any more.
        QVERIFY(QDir(pictures).removeRecursively());
        test::writeFile(pictures.toStdString(), "not a folder");
        program.generate();
        AFA_TRY(lastState(program) == QueueEntry::State::Failed);
        QVERIFY2(program.notice().contains(pictures), qPrintable(program.notice()));
        QVERIFY(QFile::remove(pictures));
        program.generate();  // the folder is made again
        AFA_TRY(lastState(program) == QueueEntry::State::Done);
        QVERIFY(QFile::exists(program.studio.gallery().at(0).path));
    }

    void picturesDeletedElsewhereAreToldAtTheNextStartUntilTheyAreForgotten() {
        {
            Program program(home_->data());
            AFA_TRY(program.ready());
            program.setSteps(1);
            program.generate();
            program.generate();
            AFA_TRY(program.studio.gallery().size() == 2);
            QVERIFY(QFile::remove(program.studio.gallery().at(0).path));
        }
        Program program(home_->data());
        auto& gallery = program.studio.gallery();
        QCOMPARE(gallery.size(), 2);
        AFA_TRY(gallery.goneCount() == 1);
        QVERIFY(program.find<QWidget>("goneBar")->isVisible());
        QCOMPARE(program.find<QLabel>("goneText")->text(), "The files of 1 picture(s) are gone.");
        gallery.forgetGone();
        QVERIFY(!program.find<QWidget>("goneBar")->isVisible());
        QCOMPARE(gallery.size(), 1);
        QVERIFY(QFile::exists(gallery.at(0).path));
    }

    void garbageInPlaceOfTheDatabaseBringsTheGalleryBackFromThePictures() {
        QString prompt;
        {
            Program program(home_->data());
            AFA_TRY(program.ready());
            program.setSteps(1);
            program.generate();
            AFA_TRY(program.studio.gallery().size() == 1);
            prompt = program.studio.gallery().at(0).prompt;
        }
        const QString database = home_->data() + "/studio.sqlite";
        QFile::remove(database + "-wal");
        test::writeFile(database.toStdString(), std::string(5000, 'g'));
        Program program(home_->data());
        QVERIFY2(program.notice().contains("damaged"), qPrintable(program.notice()));
        AFA_TRY(program.studio.gallery().size() == 1);
        QCOMPARE(program.studio.gallery().at(0).prompt, prompt);
        QVERIFY(!QDir(home_->data()).entryList({"studio.sqlite.damaged-*"}).isEmpty());
    }

    void aCheckpointDamagedAfterItWasChosenFailsInWords() {
        Program program(home_->data(), Networks::Real);
        AFA_TRY(program.ready());
        const QString demo = program.studio.ensemble().paths().first(), copy = home_->file("models/copy");
        copyModel(demo, copy);
        program.studio.library().addFolder(home_->file("models"));
        AFA_TRY(program.studio.library().find(copy) != nullptr);
        program.studio.ensemble().set({copy}, 0, {}, "single:0");
        QVERIFY(program.studio.ensemble().problems().isEmpty());
        QDirIterator weights(copy + "/unet", {"*.safetensors"}, QDir::Files);
        QVERIFY(weights.hasNext());
        const QString file = weights.next();
        // A copy of its own, as the demo models may be links.
        const QByteArray bytes = [&] {
            QFile whole(file);
            return whole.open(QIODevice::ReadOnly) ? whole.readAll() : QByteArray();
        }();
        QVERIFY(bytes.size() > 1000);
        QVERIFY(QFile::remove(file));
        test::writeFile(file.toStdString(), bytes.left(bytes.size() / 2).toStdString());
        program.setSteps(1);
        program.generate();
        AFA_TRY(lastState(program) == QueueEntry::State::Failed);
        QVERIFY2(program.notice().contains("safetensors"), qPrintable(program.notice()));
        program.studio.library().rescan();
        AFA_TRY(!program.studio.library().scanning() && !program.studio.ensemble().problems().isEmpty());
        program.studio.ensemble().set({demo}, 0, {}, "single:0");
        program.generate();
        AFA_TRY(program.studio.gallery().size() == 1);
    }

    void aTrainingOnAFullDiskIsToldAndItsEarlierStateStays() {
        SmallDisk disk(home_->file("disk"));
        if (!disk.mounted()) QSKIP("a small file system cannot be mounted here: not root");
        Program program(home_->file("disk/data"), Networks::Real);
        AFA_TRY(program.ready());
        TrainRequest request;
        for (const auto& path : program.studio.ensemble().paths())
            request.models.emplace_back(path.toStdString());
        request.data = {
            (program.studio.library().demoModels().first() + "/../scenes/manifest.jsonl").toStdString()};
        request.cache = "off";
        request.size = 32;
        request.batch = 1;
        request.samples = 4;
        request.steps = 1000;
        disk.fill();
        program.studio.notices().guard([&] { program.studio.training().start(request, "full"); });
        // Refused at once, or failed when the first file was written: either way in words.
        AFA_TRY(!program.studio.training().running() || !program.studio.training().live().warnings.isEmpty());
        program.studio.training().pause();
        AFA_TRY(!program.studio.training().running());
        QVERIFY(!program.notice().isEmpty() || !program.studio.training().live().warnings.isEmpty());
        disk.empty();
        program.setSteps(1);
        program.generate();  // the rest of the program is not the worse for it
        AFA_TRY(program.studio.gallery().size() == 1);
    }
};

QTEST_MAIN(TestTrouble)
#include "test_trouble.moc"
