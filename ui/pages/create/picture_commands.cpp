// What the buttons below a picture do.
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>
#include <algorithm>

#include "ui/pages/compare/compare_window.h"
#include "ui/pages/create/create_page.h"
#include "ui/pages/create/gallery_panel.h"
#include "ui/pages/create/picture_details.h"
#include "ui/parts/pictures/canvas.h"
#include "ui/parts/request/request_panel.h"
#include "ui/parts/widgets/save_dialog.h"
#include "ui/parts/widgets/show_in_folder.h"
#include "ui/services/comparing/comparison_run.h"
#include "ui/services/gallery/gallery_locate.h"
#include "ui/services/studio/studio.h"

namespace afa {

void CreatePage::toggleFavourite() {
    const auto* picture = current();
    if (!picture) return;
    studio_.notices().guard([&] {
        studio_.gallery().setFavourite(studio_.gallery().indexOf(picture->path), !picture->favourite);
    });
}

void CreatePage::useSettings() {
    if (const auto* picture = current()) restoreFrom(picture->path);
}

void CreatePage::anotherSeed() {
    const auto* picture = current();
    if (!picture) return;
    if (!restoreFrom(picture->path)) return;
    panel_->setSeed(0, false);  // unlocked: generate() draws one
    generate();
}

void CreatePage::exploreMaps() {
    if (const auto* picture = current()) Q_EMIT mapsAsked(picture->path);
}

void CreatePage::copyPicture() {
    if (!canvas_->image().isNull()) QGuiApplication::clipboard()->setImage(canvas_->image());
}

void CreatePage::savePictureAs() {
    const auto* picture = current();
    if (!picture) return;
    const QString source = picture->path;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString target = askWhereToSave(
        this, tr("Save picture as"), folder + "/" + QFileInfo(source).fileName(), tr("PNG pictures (*.png)"));
    if (target.isEmpty()) return;
    studio_.notices().guard([&] {
        // The file itself, so that its settings go with it; an old target stays until the new one is whole.
        QFile from(source);
        QSaveFile to(target);
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly) ||
            to.write(from.readAll()) < 0 || !to.commit())
            throw FileError(tr("%1: the picture could not be saved: %2")
                                .arg(target, to.error() ? to.errorString() : from.errorString())
                                .toStdString());
    });
}

void CreatePage::showFolder() {
    if (const auto* picture = current()) showInFolder(picture->path);
}

void CreatePage::showDetails() {
    const auto* picture = current();
    if (!picture) return;
    auto* dialog = new PictureDetails(*picture, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CreatePage::comparePictures() {
    auto paths = gallery_->selectedPaths();
    if (paths.size() < 2) return;
    std::reverse(paths.begin(), paths.end());  // the gallery has the newest first
    (new CompareWindow(studio_.background(), studio_.notices(), this))->openPictures(paths);
}

void CreatePage::compareModes() {
    const auto request = settledRequest();
    if (!request) return;
    studio_.notices().guard([&] {
        startComparison(modesToCompare(*request, studio_.ensemble(),
                                       equalMergeRecipe(studio_.folder().path() + "/recipes")));
    });
}

void CreatePage::compareSteps() {
    if (const auto request = settledRequest())
        studio_.notices().guard([&] { startComparison(fewerSteps(*request)); });
}

void CreatePage::startComparison(const QList<GenerateRequest>& requests) {
    const auto& ensemble = studio_.ensemble();
    const QString aggregator =
        ensemble.aggregator().isEmpty() ? QString() : QFileInfo(ensemble.aggregator()).fileName();
    auto* run = new ComparisonRun(studio_.queue(), requests, ensemble.names(), aggregator);
    (new CompareWindow(studio_.background(), studio_.notices(), this))->follow(run);
    saveForm();
    updateActions();
}

void CreatePage::trashPictures() {
    auto paths = gallery_->selectedPaths();
    if (paths.isEmpty() && !shown_.isEmpty()) paths = {shown_};  // one that the gallery's filter hides
    if (paths.size() > 1 && QMessageBox::question(this, tr("Move to trash"),
                                                  tr("Move %n picture(s) to the trash?", nullptr,
                                                     static_cast<int>(paths.size()))) != QMessageBox::Yes)
        return;
    for (const auto& path : paths)
        studio_.notices().guard([&] { studio_.gallery().moveToTrash(studio_.gallery().indexOf(path)); });
    if (!current()) canvas_->clear(tr("No picture chosen."));
    updateActions();
}

void CreatePage::locateGone() {
    const auto from = QFileDialog::getExistingDirectory(this, tr("Folder that holds the pictures"));
    if (from.isEmpty()) return;
    auto& studio = studio_;  // the window may go meanwhile
    studio.background().start(
        makeGalleryLocate(studio.gallery(), from, [&studio, from](int found, const QStringList& notes) {
            const int left = studio.gallery().goneCount();
            if (!notes.isEmpty())
                studio.notices().problem(tr("%n picture(s) could not be copied into the gallery.", nullptr,
                                            static_cast<int>(notes.size())),
                                         notes);
            else if (found == 0)
                studio.notices().info(tr("%1 holds none of the pictures that are gone.").arg(from));
            else
                studio.notices().info(
                    tr("%n picture(s) were found and copied; %1 are still gone.", nullptr, found).arg(left));
        }));
}

void CreatePage::forgetGone() {
    const int gone = studio_.gallery().goneCount();
    if (QMessageBox::question(
            this, tr("Forget pictures"),
            tr("Take %n picture(s) whose files are gone out of the gallery? Their stars go too.", nullptr,
               gone)) != QMessageBox::Yes)
        return;
    studio_.notices().guard([&] { studio_.gallery().forgetGone(); });
    if (!current()) canvas_->clear(tr("No picture chosen."));
    updateActions();
}

}  // namespace afa
