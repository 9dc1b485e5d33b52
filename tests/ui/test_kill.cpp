// The studio killed (SIGKILL) at random moments while it works off its queue: no damaged picture, no job
// lost, none made twice.  AFA_KILLS sets how often (the full run is 50).
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtGui/QImage>
#include <QtTest/QtTest>

#include "core/engine/demo_models.h"
#include "tests/ui/studio_home.h"
#include "ui/services/storage/gallery_store.h"
#include "ui/services/storage/queue_journal.h"

using namespace afa;

namespace {

constexpr int kDefaultKills = 6;  // a few in every run of all tests; each costs a start of the program
constexpr int kJobs = 3, kPictures = 25;  // more than the kills leave time for
constexpr int kLongestLife = 2500;  // milliseconds between "running" and the kill: loading, sampling, writing
constexpr int kPatience = 600000;   // ends a run on a machine that is too slow

}  // namespace

class TestKill : public QObject {
    Q_OBJECT

    test::StudioHome home_;

    void fillJournal() {
        QDir().mkpath(home_.data());
        Database database(home_.data() + "/studio.sqlite");
        QueueJournal journal(database);
        for (int job = 0; job < kJobs; ++job) {
            QueueEntry entry;
            entry.request.models = {demoModelsFolder() / "animals"};
            entry.request.mode = "single:0";
            entry.request.prompt = "a cat";
            entry.request.steps = 1;
            entry.request.width = entry.request.height = 32;
            entry.request.seed = static_cast<std::uint64_t>(job) * 1000;
            entry.request.count = kPictures;
            entry.request.output = (home_.data() + "/pictures").toStdString();
            journal.add(entry, job);
        }
    }

    std::unique_ptr<QProcess> startWorker() {
        auto worker = std::make_unique<QProcess>();
        worker->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        worker->start(QStringLiteral(AFA_QUEUE_WORKER), {home_.data()});
        return worker;
    }

  private Q_SLOTS:
    void killedAtRandomMomentsNothingIsLostDamagedOrMadeTwice() {
        fillJournal();
        bool set = false;
        const int asked = qEnvironmentVariableIntValue("AFA_KILLS", &set);
        const int kills = set ? asked : kDefaultKills;
        for (int round = 0; round < kills; ++round) {
            const auto worker = startWorker();
            QVERIFY(worker->waitForReadyRead(kPatience));
            const int life = QRandomGenerator::global()->bounded(kLongestLife);
            worker->waitForFinished(life);
            worker->kill();
            worker->waitForFinished(kPatience);
        }
        const auto worker = startWorker();
        QVERIFY(worker->waitForFinished(kPatience));
        QCOMPARE(worker->exitStatus(), QProcess::NormalExit);
        QCOMPARE(worker->exitCode(), 0);

        Database database(home_.data() + "/studio.sqlite");
        QVERIFY(database.setAside().isEmpty());
        QStringList problems;
        const auto jobs = QueueJournal(database).all(problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(jobs.size(), kJobs);
        for (const auto& job : jobs) {
            QCOMPARE(job.state, QueueEntry::State::Done);
            QCOMPARE(job.made, kPictures);
        }
        QList<quint64> seeds;
        for (const auto& picture : GalleryStore(database).all()) {
            seeds.append(picture.seed);
            QVERIFY2(QImage(picture.path).size() == QSize(32, 32), qPrintable(picture.path));
        }
        std::sort(seeds.begin(), seeds.end());
        QList<quint64> expected;
        for (quint64 job = 0; job < kJobs; ++job)
            for (quint64 i = 0; i < kPictures; ++i)
                expected.append(job * 1000 + i);
        QCOMPARE(seeds, expected);
        QCOMPARE(QDir(home_.data() + "/pictures").entryList({"*.png"}, QDir::Files).size(), expected.size());
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "test_kill.moc"
