// The job contract (ui/services/jobs/job.h), the same tests over both runners.
#include <QtTest/QtTest>
#include <atomic>
#include <chrono>

#include <thread>

#include "core/base/error.h"
#include "ui/services/jobs/inline_runner.h"
#include "ui/services/jobs/threaded_runner.h"

using namespace afa;

namespace {

using Outcome = JobEnd::Outcome;

/// What reached the GUI thread, in order.
struct Told {
    QStringList lines;
    QList<Outcome> ends;
    bool onGuiThread = true;
    void add(const QString& line) {
        lines.append(line);
        onGuiThread = onGuiThread && QThread::currentThread() == qApp->thread();
    }
};

class TestJob : public Job {
  public:
    TestJob(Told& told, QString name, std::function<void(const JobContext&)> work)
        : told_(told), name_(std::move(name)), work_(std::move(work)) {}
    ~TestJob() override { destroyedOnGuiThread = QThread::currentThread() == qApp->thread(); }

    void process(const JobContext& context) override {
        ++processed;
        work_(context);
    }
    void progressed(const Progress& progress) override {
        told_.add(name_ + " " + QString::number(progress.done));
        if (onProgress) onProgress();
    }
    void ended(const JobEnd& end) override {
        told_.add(name_ + " end");
        told_.ends.append(end.outcome);
        message = end.message;
    }

    std::function<void()> onProgress;
    static inline QString message;
    static inline std::atomic<int> processed{0};
    static inline std::atomic<bool> destroyedOnGuiThread{false};

  private:
    Told& told_;
    QString name_;
    std::function<void(const JobContext&)> work_;
};

void nothing(const JobContext&) {}

void count(const JobContext& context, int to) {
    for (int i = 1; i <= to; ++i) {
        context.control().checkStop();
        context.control().report({"count", i, to});
    }
}

/// Works until it is told to stop.
void forever(const JobContext& context) {
    for (int i = 1;; ++i) {
        context.control().checkStop();
        if (i == 1) context.control().report({"count", i, 0});
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace

class TestJobRunners : public QObject {
    Q_OBJECT

    std::unique_ptr<JobRunner> runner_;
    Told told_;

    JobId start(const QString& name, std::function<void(const JobContext&)> work) {
        return runner_->start(std::make_unique<TestJob>(told_, name, std::move(work)));
    }
    void makeRunner() {
        QFETCH_GLOBAL(bool, threaded);
        if (threaded)
            runner_ = std::make_unique<ThreadedRunner>();
        else
            runner_ = std::make_unique<InlineRunner>();
    }

  private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("threaded");
        QTest::newRow("threaded") << true;
        QTest::newRow("inline") << false;
    }
    void init() {
        told_ = {};
        TestJob::processed = 0;
        TestJob::message.clear();
        makeRunner();
    }
    void cleanup() { runner_.reset(); }

    void startTellsNothingBeforeItReturns() {
        start("a", nothing);
        QVERIFY(told_.lines.isEmpty());
        QVERIFY(!runner_->idle());
        QTRY_VERIFY(runner_->idle());
        QCOMPARE(told_.lines, QStringList{"a end"});
    }

    void progressComesInOrderAndBeforeTheEnd() {
        start("a", [](const JobContext& context) { count(context, 50); });
        QTRY_COMPARE(told_.ends.size(), 1);
        QStringList expected;
        for (int i = 1; i <= 50; ++i)
            expected.append("a " + QString::number(i));
        expected.append("a end");
        QCOMPARE(told_.lines, expected);
        QCOMPARE(told_.ends.first(), Outcome::Done);
        QVERIFY(told_.onGuiThread);
    }

    void whatAJobTellsKeepsItsPlaceAmongTheProgress() {
        start("a", [this](const JobContext& context) {
            context.control().report({"count", 1, 2});
            context.tell([this] { told_.add("told"); });
            context.control().report({"count", 2, 2});
        });
        QTRY_COMPARE(told_.ends.size(), 1);
        QCOMPARE(told_.lines, (QStringList{"a 1", "told", "a 2", "a end"}));
        QVERIFY(told_.onGuiThread);
    }

    void jobsRunFirstInFirstOutOneAtATime() {
        for (const auto* name : {"a", "b", "c"})
            start(name, [](const JobContext& context) { count(context, 2); });
        QTRY_COMPARE(told_.ends.size(), 3);
        QCOMPARE(told_.lines,
                 (QStringList{"a 1", "a 2", "a end", "b 1", "b 2", "b end", "c 1", "c 2", "c end"}));
    }

    void cancelledBeforeItsTurnIsNeverProcessed() {
        start("a", [](const JobContext& context) { count(context, 3); });
        const auto b = start("b", nothing);
        runner_->cancel(b);
        QTRY_COMPARE(told_.ends.size(), 2);
        QTRY_VERIFY(runner_->idle());
        QCOMPARE(TestJob::processed.load(), 1);
        QCOMPARE(told_.lines.count("b end"), 1);
        QCOMPARE(told_.ends.count(Outcome::Cancelled), 1);
    }

    void cancelWhileRunningEndsItAsCancelled() {
        auto job = std::make_unique<TestJob>(told_, "a", forever);
        JobId id = 0;
        job->onProgress = [&] { runner_->cancel(id); };
        id = runner_->start(std::move(job));
        QTRY_COMPARE(told_.ends, QList<Outcome>{Outcome::Cancelled});
        QCOMPARE(told_.lines, (QStringList{"a 1", "a end"}));
    }

    void cancelAfterTheEndChangesNothing() {
        const auto a = start("a", nothing);
        QTRY_COMPARE(told_.ends.size(), 1);
        runner_->cancel(a);
        runner_->cancel(a + 1000);
        start("b", nothing);
        QTRY_COMPARE(told_.ends.size(), 2);
        QCOMPARE(told_.ends, (QList<Outcome>{Outcome::Done, Outcome::Done}));
    }

    void cancelAllEndsEveryJobOnce() {
        auto job = std::make_unique<TestJob>(told_, "a", forever);
        job->onProgress = [&] { runner_->cancelAll(); };
        runner_->start(std::move(job));
        start("b", nothing);
        start("c", nothing);
        QTRY_COMPARE(told_.ends.size(), 3);
        QTRY_VERIFY(runner_->idle());
        QCOMPARE(told_.ends.count(Outcome::Cancelled), 3);
        QCOMPARE(TestJob::processed.load(), 1);
    }

    void failureTellsItsMessageAndTheNextJobRuns_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("error of ours") << 0 << "model.safetensors: truncated";
        QTest::newRow("out of memory") << 1 << "smaller size";
        QTest::newRow("allocation") << 2 << "not enough memory";
        QTest::newRow("foreign exception") << 3 << "foreign";
        QTest::newRow("no exception at all") << 4 << "unknown reason";
    }
    void failureTellsItsMessageAndTheNextJobRuns() {
        QFETCH(int, kind);
        QFETCH(QString, part);
        start("a", [kind](const JobContext&) {
            if (kind == 0) throw FileError("model.safetensors: truncated");
            if (kind == 1) throw OutOfMemory("the device is full");
            if (kind == 2) throw std::bad_alloc();
            if (kind == 3) throw std::runtime_error("foreign");
            throw 4;
        });
        QTRY_COMPARE(told_.ends, QList<Outcome>{Outcome::Failed});
        QVERIFY2(TestJob::message.contains(part), qPrintable(TestJob::message));
        start("b", nothing);
        QTRY_COMPARE(told_.ends.size(), 2);
        QCOMPARE(told_.ends.last(), Outcome::Done);
    }

    void aJobMayStartAnotherFromItsEnd() {
        class Chain : public TestJob {
          public:
            Chain(Told& told, JobRunner& runner)
                : TestJob(told, "first", nothing), toldToo_(told), runner_(runner) {}
            void ended(const JobEnd& end) override {
                TestJob::ended(end);
                runner_.start(std::make_unique<TestJob>(toldToo_, "second", nothing));
            }

          private:
            Told& toldToo_;
            JobRunner& runner_;
        };
        runner_->start(std::make_unique<Chain>(told_, *runner_));
        QTRY_COMPARE(told_.lines, (QStringList{"first end", "second end"}));
    }

    void destroyingTheRunnerTellsEveryEndBeforeItReturns() {
        auto job = std::make_unique<TestJob>(told_, "a", forever);
        bool running = false;
        job->onProgress = [&] { running = true; };
        // The inline runner would not come back from a job that nobody stops.
        QFETCH_GLOBAL(bool, threaded);
        if (threaded) {
            runner_->start(std::move(job));
            QTRY_VERIFY(running);
        }
        start("b", nothing);
        const int started = threaded ? 2 : 1;
        runner_.reset();
        QCOMPARE(told_.ends.size(), started);
        QCOMPARE(told_.ends.count(Outcome::Cancelled), started);
        QVERIFY(told_.onGuiThread);
    }

    void jobsAreDestroyedOnTheGuiThread() {
        start("a", nothing);
        QTRY_COMPARE(told_.ends.size(), 1);
        QTRY_VERIFY(TestJob::destroyedOnGuiThread.load());
    }

    void aNestedEventLoopInAnEndDoesNotLoseOrDoubleAnything() {
        class Nested : public TestJob {
          public:
            using TestJob::TestJob;
            void ended(const JobEnd& end) override {
                TestJob::ended(end);
                QTest::qWait(30);  // as a message box would
            }
        };
        runner_->start(std::make_unique<Nested>(told_, "a", nothing));
        start("b", [](const JobContext& context) { count(context, 3); });
        QTRY_COMPARE(told_.ends.size(), 2);
        QTRY_VERIFY(runner_->idle());
        QCOMPARE(told_.lines, (QStringList{"a end", "b 1", "b 2", "b 3", "b end"}));
    }
};

QTEST_GUILESS_MAIN(TestJobRunners)
#include "test_job_runners.moc"
