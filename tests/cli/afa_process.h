#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStringList>

namespace afa::test {

/// What a run of the real `afa` left behind.
struct AfaRun {
    int status = -1;
    QByteArray out, err;
    QJsonObject json(int line = 0) const {
        return QJsonDocument::fromJson(out.split('\n').value(line)).object();
    }
};

inline AfaRun runAfa(const QStringList& arguments, int timeoutSeconds = 120) {
    QProcess process;
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

inline QString demoModel(const char* name) {
    return QStringLiteral(AFA_SOURCE_DIR "/resources/demo/") + QLatin1String(name);
}

}  // namespace afa::test

/// Fails with what the program said.
#define AFA_COMPARE_STATUS(run, expected) \
    QVERIFY2((run).status == (expected),  \
             qPrintable(QStringLiteral("status %1: ").arg((run).status) + QString::fromUtf8((run).err)))
