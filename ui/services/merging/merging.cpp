#include "ui/services/merging/merging.h"

#include <QtCore/QSettings>
#include <algorithm>

#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"

namespace afa {
namespace {

constexpr double kUsualSpeed = 500e6;  // until a merge was timed
const char* const kSpeed = "merge/bytesPerSecond";

}  // namespace

Merging::Merging(QObject* parent) : QObject(parent), engine_({.keepModels = false}) {
    connect(&runner_, &ThreadedRunner::failed, this, &Merging::failed);
}

double Merging::speed() {
    return std::max(1.0, QSettings().value(kSpeed, kUsualSpeed).toDouble());
}

void Merging::start(const MergeRequest& request, std::uint64_t bytes) {
    if (running()) return;
    output_ = QString::fromStdString(request.output.string());
    bytes_ = bytes;
    progress_ = {};
    auto result = std::make_shared<MergeResult>();
    job_ = runner_.start(std::make_unique<FunctionJob>(
        [this, request, result](const JobContext& context) {
            *result = engine_.merge(request, context.control());
        },
        [this, result](const JobEnd& end) { onEnd(end, *result); },
        [this](const Progress& progress) {
            progress_ = progress;
            Q_EMIT progressed();
        }));
    Q_EMIT changed();
}

void Merging::cancel() {
    runner_.cancel(job_);
}

void Merging::onEnd(const JobEnd& end, const MergeResult& result) {
    job_ = 0;
    Q_EMIT changed();
    if (end.outcome == JobEnd::Outcome::Failed) Q_EMIT failed(tr("The merge failed: %1").arg(end.message));
    if (end.outcome == JobEnd::Outcome::Done) {
        if (result.seconds > 1) QSettings().setValue(kSpeed, static_cast<double>(bytes_) / result.seconds);
        QStringList warnings;
        for (const auto& warning : result.warnings)
            warnings.append(inWindowLanguage(warning));
        Q_EMIT finished(output_, warnings);
    }
}

}  // namespace afa
