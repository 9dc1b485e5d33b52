#include "ui/parts/pictures/progress_strip.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <cmath>

#include "ui/parts/style/icons.h"
#include "ui/services/queue/generation_queue.h"

namespace afa {
namespace {

constexpr int kUnits = 1000;  // of the bar

}  // namespace

QString sizeText(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1);
}

QString durationText(double seconds) {
    const auto whole = static_cast<int>(std::ceil(seconds));
    if (whole < 60) return ProgressStrip::tr("%1 s").arg(whole);
    if (whole < 3600) return ProgressStrip::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return ProgressStrip::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

ProgressStrip::ProgressStrip(GenerationQueue& queue, QWidget* parent)
    : QWidget(parent),
      queue_(queue),
      text_(new QLabel),
      bar_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))),
      resume_(new QPushButton(tr("Resume"))) {
    text_->setObjectName("progressText");
    bar_->setRange(0, kUnits);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the job"));
    cancel_->setToolTip(tr("Stop the running job (Esc)"));
    cancel_->setIcon(themedIcon("cancel"));
    cancel_->setObjectName("cancelJob");
    resume_->setToolTip(tr("Go on with the waiting jobs"));
    resume_->setIcon(themedIcon("play"));
    resume_->setObjectName("resumeQueue");
    connect(cancel_, &QPushButton::clicked, this, [this] { queue_.cancel(queue_.runningId()); });
    connect(resume_, &QPushButton::clicked, this, [this] { queue_.setPaused(false); });

    auto* left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(text_);
    left->addWidget(bar_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(14);
    layout->addLayout(left, 1);
    layout->addWidget(cancel_);
    layout->addWidget(resume_);
    for (const auto signal : {&GenerationQueue::progressed, &GenerationQueue::runningChanged,
                              &GenerationQueue::inserted, &GenerationQueue::removed})
        connect(&queue, signal, this, &ProgressStrip::refresh);
    connect(&queue, &GenerationQueue::changed, this, &ProgressStrip::refresh);
    connect(&queue, &GenerationQueue::pausedChanged, this, &ProgressStrip::refresh);
    connect(&queue, &GenerationQueue::heldChanged, this, &ProgressStrip::refresh);
    refresh();
}

void ProgressStrip::refresh() {
    const auto* entry = queue_.find(queue_.runningId());
    const int waiting = queue_.pendingCount();
    const bool held = !entry && !queue_.held().isEmpty() && waiting > 0;
    const bool stopped = !entry && !held && queue_.paused() && waiting > 0;
    setVisible(entry || stopped || held);
    cancel_->setVisible(entry);
    bar_->setVisible(entry);
    resume_->setVisible(stopped);
    if (held) {
        text_->setText(tr("%1; %n job(s) waiting.", nullptr, waiting).arg(queue_.held()));
        return;
    }
    if (stopped) {
        text_->setText(tr("The queue is paused; %n job(s) waiting.", nullptr, waiting));
        return;
    }
    if (!entry) return;
    const auto& progress = queue_.progress();
    const auto& now = progress.now;
    QStringList parts;
    if (now.phase == "denoise")
        parts.append(tr("Step %1 of %2").arg(now.done).arg(now.total));
    else if (now.phase == "decode")
        parts.append(tr("Decoding"));
    else
        parts.append(tr("Loading models"));
    if (entry->request.count > 1)
        parts.prepend(tr("Picture %1 of %2").arg(entry->made + 1).arg(entry->request.count));
    if (progress.secondsPerStep > 0)
        parts.append(tr("%1 s/step").arg(QLocale().toString(progress.secondsPerStep, 'f', 2)));
    if (progress.secondsLeft >= 0) parts.append(tr("%1 left").arg(durationText(progress.secondsLeft)));
    if (waiting > 0) parts.append(tr("%n more waiting", nullptr, waiting));
    text_->setText(parts.join(QStringLiteral(" · ")));
    const double share = now.phase == "denoise" && now.total > 0
                             ? static_cast<double>(now.done) / static_cast<double>(now.total)
                             : 0.0;
    bar_->setValue(static_cast<int>((entry->made + share) / entry->request.count * kUnits));
}

}  // namespace afa
