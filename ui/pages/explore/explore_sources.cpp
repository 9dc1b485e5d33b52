// Where the Explore page's maps come from: files, the gallery, and the picture that is being made.
#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QImageReader>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include "ui/pages/explore/capability_view.h"
#include "ui/pages/explore/explore_page.h"
#include "ui/pages/explore/map_view.h"
#include "ui/parts/widgets/save_dialog.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/studio/studio.h"
#include "ui/services/values/images.h"

namespace afa {
namespace {

constexpr int kMostInMenu = 12;  // pictures of the gallery

QString keptMaps(const QString& picture) {
    return QString::fromStdString(keptMapsPath(picture.toStdString()).string());
}

bool isPicture(const QString& path) {
    return path.endsWith(".png", Qt::CaseInsensitive) || !QImageReader::imageFormat(path).isEmpty();
}

}  // namespace

void ExplorePage::openFile(const QString& path) {
    if (recordKind(path.toStdString()) == RecordKind::Capability) {
        findChild<QToolButton*>("modeCapability")->click();
        studio_.notices().guard([&] { capability_->openFile(path); });
        return;
    }
    load(path, false);
}

void ExplorePage::compareWith(const QString& path) {
    load(path, true);
}

bool ExplorePage::hasMapsOf(const QString& picture) const {
    return (live_ && picture == livePicture_) || QFileInfo::exists(keptMaps(picture));
}

void ExplorePage::explorePicture(const QString& picture) {
    if (live_ && picture == livePicture_) return setMaps(live_);
    if (QFileInfo::exists(keptMaps(picture))) return load(keptMaps(picture), false);
    studio_.notices().info(
        tr("%1: its maps were not kept. Switch on “Keep maps” in Create and make the picture again: the same "
           "settings and seed give the same maps.")
            .arg(QFileInfo(picture).fileName()));
}

void ExplorePage::load(const QString& path, bool toCompare) {
    loader_.clear();
    loader_.start([this, path, toCompare] {
        ExploredMapsPtr maps;
        QString problem;
        try {
            maps = openMaps(path);
        } catch (const Error& error) {
            problem = inWindowLanguage(error);
        } catch (const std::bad_alloc&) {
            problem = tr("%1: there is not enough memory to open it.").arg(path);
        }
        QMetaObject::invokeMethod(this, [this, maps, problem, toCompare] {
            if (!maps) return studio_.notices().problem(problem);
            if (toCompare)
                state_.setOther(maps);
            else
                setMaps(maps);
            Q_EMIT opened();
        });
    });
}

void ExplorePage::setMaps(ExploredMapsPtr maps) {
    findChild<QToolButton*>("modeMaps")->click();
    setPlaying(false);
    if (maps == state_.other()) state_.setOther(nullptr);
    state_.setMaps(std::move(maps));
    map_->setFocus(Qt::OtherFocusReason);
}

void ExplorePage::fillOpenMenu() {
    auto* menu = open_->menu();
    menu->clear();
    connect(menu->addAction(tr("Maps file …")), &QAction::triggered, this, [this] { askForFile(false); });
    if (live_)
        connect(menu->addAction(tr("The picture made last")), &QAction::triggered, this,
                &ExplorePage::showLive);
    menu->addSection(tr("Pictures whose maps were kept"));
    int listed = 0;
    for (int i = 0; i < studio_.gallery().size() && listed < kMostInMenu; ++i) {
        const Picture picture = studio_.gallery().at(i);
        if (!QFileInfo::exists(keptMaps(picture.path))) continue;
        ++listed;
        const QString title = fontMetrics().elidedText(
            tr("%1 · seed %2").arg(picture.prompt.simplified()).arg(picture.seed), Qt::ElideMiddle, 420);
        connect(menu->addAction(QString(title).replace('&', "&&")), &QAction::triggered, this,
                [this, path = picture.path] { explorePicture(path); });
    }
    if (listed == 0) menu->addAction(tr("None yet"))->setEnabled(false);
}

void ExplorePage::fillCompareMenu() {
    auto* menu = compare_->menu();
    menu->clear();
    connect(menu->addAction(tr("Maps file …")), &QAction::triggered, this, [this] { askForFile(true); });
    auto* swap = menu->addAction(tr("Swap the two"));
    connect(swap, &QAction::triggered, &state_, &ExploreState::swap);
    auto* stop = menu->addAction(tr("Stop comparing"));
    connect(stop, &QAction::triggered, &state_, [this] { state_.setOther(nullptr); });
    for (auto* action : {swap, stop})
        action->setEnabled(state_.other() != nullptr);
    menu->addSection(tr("Pictures whose maps were kept"));
    int listed = 0;
    for (int i = 0; i < studio_.gallery().size() && listed < kMostInMenu; ++i) {
        const Picture picture = studio_.gallery().at(i);
        const QString maps = keptMaps(picture.path);
        if (!QFileInfo::exists(maps) || maps == state_.maps()->path) continue;
        ++listed;
        const QString title = fontMetrics().elidedText(
            tr("%1 · seed %2").arg(picture.prompt.simplified()).arg(picture.seed), Qt::ElideMiddle, 420);
        connect(menu->addAction(QString(title).replace('&', "&&")), &QAction::triggered, this,
                [this, maps] { load(maps, true); });
    }
    if (listed == 0) menu->addAction(tr("None yet"))->setEnabled(false);
}

void ExplorePage::askForFile(bool toCompare) {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open maps"), studio_.gallery().folder(),
                                                      tr("Maps (*.safetensors)"));
    if (path.isEmpty()) return;
    if (toCompare)
        compareWith(path);
    else
        openFile(path);
}

void ExplorePage::askForExport(const ExportKind& kind) {
    const QString path =
        askWhereToSave(this, kind.title, studio_.gallery().folder() + "/" + kind.name, kind.filter);
    if (!path.isEmpty()) exportTo(kind.what, path);
}

void ExplorePage::exportTo(ExploreExport what, const QString& path) {
    studio_.notices().guard([&] {
        writeExport({state_, *map_, *second_, *difference_, *figure_, *overview_, *curves_}, what, path);
    });
}

void ExplorePage::onMaps(const MapsOfStep& step) {
    const MapsRecord& part = *step.part;
    if (part.maps.empty()) return;
    const bool next = !live_ || !live_->live || step.picture != liveIndex_;
    if (next) {
        try {
            requireShowable(part);
        } catch (const Error&) {
            return;  // more models than can be shown: nothing to follow
        }
        const bool followed = !state_.maps() || (state_.maps() == live_ && following_);
        live_ = std::make_shared<ExploredMaps>();
        live_->record = part;
        live_->record.maps.clear();
        live_->title = promptOf(part);
        if (live_->title.isEmpty()) live_->title = tr("The picture being made");
        live_->live = true;
        liveIndex_ = step.picture;
        livePicture_.clear();
        live_->record.maps.reserve(part.maps.size() * part.timesteps.size());
        for (const auto& map : part.maps)
            live_->overview.add(live_->record, map);
        live_->record.maps = part.maps;
        if (followed)
            state_.setMaps(live_);
        else
            showMaps();
        return;
    }
    for (const auto& map : part.maps) {
        live_->overview.add(live_->record, map);
        live_->record.maps.push_back(map);
    }
    if (state_.maps() != live_) return;
    // Whoever stands at the newest step is taken along.
    const int newest = part.maps.front().step;
    state_.tellGrown();
    if (state_.step() != newest - 1) return;
    stepsAlong_ = true;
    state_.setStep(newest);
    stepsAlong_ = false;
}

void ExplorePage::onPreview(const PicturePreview& preview) {
    if (!live_ || !live_->live || preview.picture != liveIndex_) return;
    live_->picture = toQImage(preview.image);
    if (state_.maps() == live_) state_.tellGrown();
}

void ExplorePage::onPicture(const Picture& picture, const QImage& image) {
    if (!live_ || !live_->live) return;
    live_->live = false;
    live_->picture = image;
    livePicture_ = picture.path;
    if (QFileInfo::exists(keptMaps(picture.path))) live_->path = keptMaps(picture.path);
    if (state_.maps() == live_) state_.tellGrown();
}

void ExplorePage::endLive() {
    if (!live_ || !live_->live) return;
    live_->live = false;  // cancelled or failed: the steps that were made stay
    if (state_.maps() == live_) state_.tellGrown();
}

void ExplorePage::showLive() {
    following_ = true;
    if (live_) setMaps(live_);
}

void ExplorePage::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void ExplorePage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    const QString path = event->mimeData()->urls().first().toLocalFile();
    if (!isPicture(path)) return openFile(path);
    if (modes_->currentWidget() == capability_) return capability_->setPicture(path);
    if (hasMapsOf(path) || !state_.maps()) return explorePicture(path);
    // Maps without a picture, and a picture without maps: it goes under them.
    const QImage picture(path);
    if (picture.isNull()) return studio_.notices().problem(tr("%1: the picture cannot be read.").arg(path));
    state_.maps()->picture = picture;
    state_.tellGrown();
}

}  // namespace afa
