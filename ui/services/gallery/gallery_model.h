#pragma once
#include <QtCore/QAbstractListModel>
#include <QtCore/QSortFilterProxyModel>

#include "ui/services/gallery/gallery.h"
#include "ui/services/gallery/thumbnails.h"

namespace afa {

/// The gallery as a list, newest first; thumbnails come when they are looked at.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
  public:
    /// GoneRole: in words, why there is no picture to show; empty = there is one.
    enum Role { PathRole = Qt::UserRole, FavouriteRole, SeedRole, GoneRole };

    GalleryModel(Gallery& gallery, Thumbnails& thumbnails, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;  ///< the files, for dragging out
    QStringList mimeTypes() const override { return {"text/uri-list"}; }

  private:
    QString whyGone(const Picture& picture) const;

    Gallery& gallery_;
    Thumbnails& thumbnails_;
};

/// Those of the gallery whose prompt holds a text, or favourites only.
class GalleryFilter : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString& text);
    void setFavouritesOnly(bool only);

  protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

  private:
    QString text_;
    bool favouritesOnly_ = false;
};

}  // namespace afa
