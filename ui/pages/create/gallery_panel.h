#pragma once
#include <QtWidgets/QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace afa {

class Gallery;
class GalleryFilter;
class GalleryModel;
class Thumbnails;

/// Thumbnails of everything made, newest first, with a filter.
class GalleryPanel : public QWidget {
    Q_OBJECT
  public:
    GalleryPanel(Gallery& gallery, Thumbnails& thumbnails, QWidget* parent = nullptr);

    QString currentPath() const;  ///< "" = none
    QStringList selectedPaths() const;
    void select(const QString& path);
    void clearSelection();
    QListView* view() const { return view_; }

  Q_SIGNALS:
    void currentChanged(const QString& path);
    void selectionChanged();
    void activated(const QString& path);
    void menuAsked(const QPoint& globalPosition);
    void locateAsked();  ///< files of pictures that are gone
    void forgetAsked();  ///< the pictures that are gone

  private:
    QWidget* makeGoneBar();
    void refresh();

    Gallery& gallery_;
    GalleryModel* model_;
    GalleryFilter* filter_;
    QLabel* count_;
    QLabel* gone_;
    QWidget* goneBar_;
    QStackedWidget* stack_;
    QListView* view_;
};

}  // namespace afa
