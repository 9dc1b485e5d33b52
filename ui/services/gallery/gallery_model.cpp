#include "ui/services/gallery/gallery_model.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>

namespace afa {

GalleryModel::GalleryModel(Gallery& gallery, Thumbnails& thumbnails, QObject* parent)
    : QAbstractListModel(parent), gallery_(gallery), thumbnails_(thumbnails) {
    connect(&gallery, &Gallery::aboutToInsert, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(&gallery, &Gallery::inserted, this, [this] { endInsertRows(); });
    connect(&gallery, &Gallery::aboutToRemove, this, [this](int row) {
        thumbnails_.forget(gallery_.at(row).path);  // the name may come again, for another picture
        beginRemoveRows({}, row, row);
    });
    connect(&gallery, &Gallery::removed, this, [this] { endRemoveRows(); });
    connect(&gallery, &Gallery::changed, this,
            [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
    connect(&thumbnails, &Thumbnails::ready, this, [this](const QString& path) {
        const int row = gallery_.indexOf(path);
        if (row < 0) return;
        if (thumbnails_.get(path).isNull() && !QFileInfo::exists(path)) {
            thumbnails_.forget(path);
            return gallery_.setMissing(row, true);  // since the gallery was compared with its folder
        }
        Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, GoneRole});
    });
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : gallery_.size();
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& picture = gallery_.at(index.row());
    switch (role) {
        case Qt::DecorationRole: {
            if (picture.place != Picture::Place::Here) return {};
            const auto pixmap = thumbnails_.get(picture.path);
            return pixmap.isNull() ? QVariant() : pixmap;
        }
        case GoneRole:
            return whyGone(picture);
        case Qt::ToolTipRole:
            if (picture.place != Picture::Place::Here)
                return tr("%1\n%2: %3").arg(picture.prompt, whyGone(picture), picture.path);
            return tr("%1\nseed %2, %3 × %4")
                .arg(picture.prompt)
                .arg(picture.seed)
                .arg(picture.width)
                .arg(picture.height);
        case Qt::AccessibleTextRole:
            if (picture.place != Picture::Place::Here)
                return tr("%1: %2").arg(whyGone(picture), picture.prompt);
            return picture.favourite ? tr("Favourite picture: %1").arg(picture.prompt)
                                     : tr("Picture: %1").arg(picture.prompt);
        case PathRole:
            return picture.path;
        case FavouriteRole:
            return picture.favourite;
        case SeedRole:
            return picture.seed;
        default:
            return {};
    }
}

QString GalleryModel::whyGone(const Picture& picture) const {
    if (picture.place == Picture::Place::Missing) return tr("File missing");
    if (picture.place == Picture::Place::Outside) return tr("In another folder");
    return {};
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QMimeData* GalleryModel::mimeData(const QModelIndexList& indexes) const {
    QList<QUrl> urls;
    for (const auto& index : indexes)
        if (gallery_.at(index.row()).place == Picture::Place::Here)
            urls.append(QUrl::fromLocalFile(gallery_.at(index.row()).path));
    auto* mime = new QMimeData;
    mime->setUrls(urls);
    return mime;
}

void GalleryFilter::setText(const QString& text) {
    text_ = text.trimmed();
    invalidateFilter();
}

void GalleryFilter::setFavouritesOnly(bool only) {
    favouritesOnly_ = only;
    invalidateFilter();
}

bool GalleryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto index = sourceModel()->index(row, 0, parent);
    if (favouritesOnly_ && !index.data(GalleryModel::FavouriteRole).toBool()) return false;
    return text_.isEmpty() || index.data(Qt::ToolTipRole).toString().contains(text_, Qt::CaseInsensitive);
}

}  // namespace afa
