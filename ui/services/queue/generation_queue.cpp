#include "ui/services/queue/generation_queue.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QRandomGenerator>
#include <algorithm>

#include "core/engine/picture_request.h"
#include "core/engine/request_fields.h"
#include "ui/services/jobs/events.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"

namespace afa {
namespace {

using State = QueueEntry::State;

/// What of an entry is still to be made.
GenerateRequest remaining(const QueueEntry& entry) {
    GenerateRequest request = entry.request;
    request.seed = *request.seed + static_cast<std::uint64_t>(entry.made);
    request.count -= entry.made;
    return request;
}

bool isSamePicture(GenerateRequest asked, quint64 seed, const PictureRequest& found) {
    if (found.source != PictureRequest::Source::Studio) return !asked.metadata;
    asked.seed = seed;
    return samePicture(asked, found.request);
}

}  // namespace

GenerationQueue::GenerationQueue(Engine& engine, JobRunner& compute, QueueJournal journal, Gallery& gallery,
                                 QObject* parent)
    : QObject(parent), engine_(engine), compute_(compute), journal_(journal), gallery_(gallery) {
    entries_ = journal_.all(problems_);
    for (auto& entry : entries_) {
        if (!entry.request.seed) entry.request.seed = QRandomGenerator::global()->generate();
        if (entry.state != State::Running) continue;
        entry.state = State::Pending;
        entry.interrupted = true;
        countPicturesOfInterrupted(entry);
        if (entry.made >= entry.request.count) entry.state = State::Done;
        journal_.update(entry);
    }
    paused_ = pendingCount() > 0;
}

GenerationQueue::~GenerationQueue() = default;

/// A picture may have reached the disk, but not the journal, when the program was killed. It counts, so that
/// it is not made twice.
void GenerationQueue::countPicturesOfInterrupted(QueueEntry& entry) {
    const QDir folder(QString::fromStdString(entry.request.output.string()));
    for (bool found = true; found && entry.made < entry.request.count;) {
        found = false;
        const quint64 seed = *entry.request.seed + static_cast<quint64>(entry.made);
        const QString stem = "afa-" + QString::number(seed);
        for (const auto& file : folder.entryInfoList({stem + ".png", stem + "-*.png"}, QDir::Files)) {
            const QString path = file.absoluteFilePath();
            if (gallery_.indexOf(path) >= 0 || file.lastModified().toMSecsSinceEpoch() < entry.created)
                continue;
            try {
                if (!isSamePicture(entry.request, seed, readPictureRequest(path.toStdString()))) continue;
                gallery_.add(pictureFromFile(path));
            } catch (const Error&) {
                continue;  // some other file of that name
            }
            ++entry.made;
            found = true;
            break;
        }
    }
}

const QueueEntry* GenerationQueue::find(qint64 id) const {
    const int index = indexOf(id);
    return index < 0 ? nullptr : &entries_[index];
}

int GenerationQueue::indexOf(qint64 id) const {
    for (int i = 0; i < entries_.size(); ++i)
        if (entries_[i].id == id) return i;
    return -1;
}

int GenerationQueue::pendingCount() const {
    return static_cast<int>(std::count_if(entries_.begin(), entries_.end(),
                                          [](const auto& entry) { return entry.state == State::Pending; }));
}

qint64 GenerationQueue::add(GenerateRequest request) {
    QueueEntry entry;
    if (!request.seed) request.seed = QRandomGenerator::global()->generate();
    entry.request = std::move(request);
    entry.created = QDateTime::currentMSecsSinceEpoch();
    journal_.add(entry, static_cast<int>(entries_.size()));
    journal_.setOrder(entries_ + QList<QueueEntry>{entry});
    Q_EMIT aboutToInsert(static_cast<int>(entries_.size()));
    entries_.append(entry);
    Q_EMIT inserted();
    startNext();
    return entry.id;
}

void GenerationQueue::replace(qint64 id, const GenerateRequest& request) {
    const int index = indexOf(id);
    if (index < 0 || entries_[index].state == State::Running) return;
    auto entry = entries_[index];
    entry.request = request;
    if (!entry.request.seed) entry.request.seed = QRandomGenerator::global()->generate();
    entry.made = 0;
    entry.interrupted = false;
    entry.message.clear();
    entry.state = State::Pending;
    keep(index, std::move(entry));
    Q_EMIT changed(index);
    startNext();
}

void GenerationQueue::duplicate(qint64 id) {
    if (const auto* entry = find(id)) add(entry->request);
}

void GenerationQueue::runAgain(qint64 id) {
    const int index = indexOf(id);
    if (index < 0) return;
    const auto state = entries_[index].state;
    if (state != State::Failed && state != State::Cancelled) return;
    auto entry = entries_[index];
    entry.message.clear();
    entry.state = State::Pending;
    keep(index, std::move(entry));
    Q_EMIT changed(index);
    startNext();
}

void GenerationQueue::cancel(qint64 id) {
    const int index = indexOf(id);
    if (index < 0) return;
    if (id == running_)
        compute_.cancel(job_);
    else if (entries_[index].state == State::Pending)
        changeState(index, State::Cancelled);
}

void GenerationQueue::cancelAll() {
    for (int i = 0; i < entries_.size(); ++i)
        if (entries_[i].state == State::Pending) changeState(i, State::Cancelled);
    if (running_) compute_.cancel(job_);
}

void GenerationQueue::remove(qint64 id) {
    const int index = indexOf(id);
    if (index < 0 || id == running_) return;
    journal_.remove(id);
    Q_EMIT aboutToRemove(index);
    entries_.removeAt(index);
    Q_EMIT removed();
}

void GenerationQueue::removeEnded() {
    for (int i = static_cast<int>(entries_.size()) - 1; i >= 0; --i)
        if (entries_[i].state != State::Pending && entries_[i].state != State::Running)
            remove(entries_[i].id);
}

void GenerationQueue::move(int from, int to) {
    if (from == to || from < 0 || to < 0 || from >= entries_.size() || to >= entries_.size()) return;
    auto ordered = entries_;
    ordered.move(from, to);
    journal_.setOrder(ordered);
    Q_EMIT aboutToMove(from, to);
    entries_ = std::move(ordered);
    Q_EMIT moved();
}

void GenerationQueue::setPaused(bool paused) {
    if (paused == paused_) return;
    paused_ = paused;
    Q_EMIT pausedChanged(paused);
    tryToStartNext();
}

void GenerationQueue::setHeld(const QObject* by, const QString& reason) {
    const QString before = held();
    if (reason.isEmpty())
        held_.remove(by);
    else
        held_.insert(by, reason);
    if (held() == before) return;
    Q_EMIT heldChanged();
    tryToStartNext();
}

void GenerationQueue::suspend() {
    suspended_ = true;
    if (running_) compute_.cancel(job_);
}

void GenerationQueue::resume() {
    suspended_ = false;
    tryToStartNext();
}

void GenerationQueue::changeState(int index, State state) {
    auto entry = entries_[index];
    entry.state = state;
    keep(index, std::move(entry));
    Q_EMIT changed(index);
}

/// In the journal first: where that fails (FileError), nothing has changed.
void GenerationQueue::keep(int index, QueueEntry entry) {
    journal_.update(entry);
    entries_[index] = std::move(entry);
}

/// For where nobody asked and an error has nobody to go to.
void GenerationQueue::tryToStartNext() {
    try {
        startNext();
    } catch (const Error& error) {
        Q_EMIT failed(inWindowLanguage(error));
    }
}

void GenerationQueue::startNext() {
    if (running_ || paused_ || suspended_ || !held().isEmpty()) return;
    const auto next = std::find_if(entries_.begin(), entries_.end(),
                                   [](const auto& entry) { return entry.state == State::Pending; });
    if (next == entries_.end()) return;
    const int index = static_cast<int>(next - entries_.begin());
    auto started = *next;
    started.state = State::Running;
    started.request.compute = computeSettings_;
    keep(index, std::move(started));
    running_ = entries_[index].id;
    progress_ = {};
    stepSeconds_ = 0;
    stepsTimed_ = 0;
    stepTimer_.invalidate();
    jobTimer_.start();
    Q_EMIT changed(index);
    GenerateEvents events;
    events.preview = [this](const PicturePreview& preview) { Q_EMIT previewed(preview); };
    events.maps = [this](const MapsOfStep& maps) { Q_EMIT mapsMade(maps); };
    events.picture = [this](const GeneratedPicture& picture) { onPicture(picture); };
    events.warning = [this](const Message& message) { Q_EMIT warned(inWindowLanguage(message)); };
    job_ = compute_.start(std::make_unique<FunctionJob>(
        [this, request = remaining(entries_[index]), events](const JobContext& context) {
            engine_.generate(request, onGui(context, events), context.control());
        },
        [this](const JobEnd& end) { onEnd(end); },
        [this](const Progress& progress) { onProgress(progress); }));
    Q_EMIT runningChanged();
}

void GenerationQueue::onProgress(const Progress& progress) {
    if (progress.phase == "denoise") {
        if (stepTimer_.isValid() && progress.done > 0) {
            stepSeconds_ += static_cast<double>(stepTimer_.nsecsElapsed()) * 1e-9;
            ++stepsTimed_;
        }
        stepTimer_.start();
    } else {
        stepTimer_.invalidate();  // loading and decoding are no steps
    }
    progress_.now = progress;
    if (const auto* entry = find(running_); entry && stepsTimed_ > 0 && progress.phase == "denoise") {
        progress_.secondsPerStep = stepSeconds_ / static_cast<double>(stepsTimed_);
        const auto pictures = entry->request.count - entry->made - 1;
        progress_.secondsLeft =
            progress_.secondsPerStep *
            static_cast<double>(progress.total - progress.done + pictures * progress.total);
    }
    Q_EMIT progressed();
}

void GenerationQueue::onPicture(const GeneratedPicture& made) {
    const int index = indexOf(running_);
    if (index < 0) return;
    Picture picture;
    picture.path = QString::fromStdString(std::filesystem::absolute(made.path).string());
    picture.created = QDateTime::currentMSecsSinceEpoch();
    picture.width = made.width;
    picture.height = made.height;
    picture.seed = made.seed;
    picture.seconds = made.seconds;
    picture.prompt = QString::fromStdString(entries_[index].request.prompt);
    ++entries_[index].made;
    progress_.picture = entries_[index].made;
    try {
        Database::Transaction together(journal_.database());
        journal_.update(entries_[index]);
        // The file of an older picture went away unnoticed, and the new one got its name.
        if (const int old = gallery_.indexOf(picture.path); old >= 0) gallery_.forget(old);
        gallery_.add(picture);
        together.commit();
    } catch (const Error& error) {
        Q_EMIT failed(inWindowLanguage(error));  // the picture itself is on disk and found next time
    }
    Q_EMIT changed(index);
    Q_EMIT pictureMade(picture, made.image);
}

void GenerationQueue::onEnd(const JobEnd& end) {
    const int index = indexOf(running_);
    running_ = 0;
    job_ = 0;
    if (index >= 0) {
        auto& entry = entries_[index];
        entry.seconds += static_cast<double>(jobTimer_.elapsed()) / 1000;
        entry.message = end.message;
        entry.state = State::Done;
        if (end.outcome == JobEnd::Outcome::Failed) entry.state = State::Failed;
        if (end.outcome == JobEnd::Outcome::Cancelled)
            entry.state = suspended_ ? State::Pending : State::Cancelled;
        try {
            journal_.update(entry);
        } catch (const Error& error) {
            Q_EMIT failed(inWindowLanguage(error));
        }
        Q_EMIT changed(index);
    }
    Q_EMIT runningChanged();
    if (end.outcome == JobEnd::Outcome::Failed) Q_EMIT failed(end.message);
    tryToStartNext();
}

}  // namespace afa
