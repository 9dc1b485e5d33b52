#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <functional>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace afa::test {

/// What a run of the real `afa` left behind.
struct AfaRun {
    int status = -1;
    QByteArray out, err;
    QJsonObject json(int line = 0) const {
        return QJsonDocument::fromJson(out.split('\n').value(line)).object();
    }
};

/// inChild runs in the child before the program starts (limits).
inline AfaRun runAfa(const QStringList& arguments, int timeoutSeconds = 120,
                     const std::function<void()>& inChild = {}) {
    QProcess process;
#ifdef Q_OS_UNIX
    if (inChild) process.setChildProcessModifier(inChild);
#endif
    process.start(QStringLiteral(AFA_BINARY), arguments);
    AfaRun run;
    if (!process.waitForFinished(timeoutSeconds * 1000)) {
        process.kill();
        process.waitForFinished();
        run.err = "timed out";
        return run;
    }
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

#ifdef Q_OS_UNIX
inline void limitResource(int resource, rlim_t most) {
    const rlimit limit{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
}
#endif

inline QString demoModel(const char* name) {
    return QStringLiteral(AFA_SOURCE_DIR "/resources/demo/") + QLatin1String(name);
}

inline QString demoAggregator() {
    return demoModel("aggregator.safetensors");
}

inline QStringList threeExperts() {
    return {"generate",        "--model", demoModel("animals"), "--model",
            demoModel("food"), "--model", demoModel("things")};
}

}  // namespace afa::test

/// Fails with what the program said. Evaluates `run` once: it may be a call that runs the program.
#define AFA_COMPARE_STATUS(run, expected)                                                                   \
    do {                                                                                                    \
        const auto& afaRun = (run);                                                                         \
        QVERIFY2(afaRun.status == (expected), qPrintable(QStringLiteral("status %1: ").arg(afaRun.status) + \
                                                         QString::fromUtf8(afaRun.err)));                   \
    } while (false)
