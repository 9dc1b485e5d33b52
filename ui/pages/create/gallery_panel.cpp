#include "ui/pages/create/gallery_panel.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/gallery/gallery_model.h"

namespace afa {
namespace {

constexpr int kCell = 112, kGap = 4, kCorner = 7, kStar = 16, kGoneIcon = 20;  // pixels

/// A square with rounded corners, cut from the picture's middle.
class ThumbnailDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kCell, kCell}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const QRect cell = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
        QPainterPath shape;
        shape.addRoundedRect(cell, kCorner, kCorner);
        painter->fillPath(shape, option.palette.color(QPalette::Button));
        const auto pixmap = index.data(Qt::DecorationRole).value<QPixmap>();
        if (!pixmap.isNull()) {
            const int side = std::min(pixmap.width(), pixmap.height());
            const QRect middle((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side);
            painter->setClipPath(shape);
            painter->drawPixmap(cell, pixmap, middle);
            painter->setClipping(false);
        } else if (const auto gone = index.data(GalleryModel::GoneRole).toString(); !gone.isEmpty()) {
            paintGone(*painter, cell, option, gone);
        }
        if (index.data(GalleryModel::FavouriteRole).toBool()) {
            const QRect star(cell.right() - kStar - 5, cell.top() + 5, kStar, kStar);
            painter->setPen(Qt::NoPen);
            painter->setBrush(QColor(0, 0, 0, 150));
            painter->drawEllipse(star.adjusted(-3, -3, 3, 3));
            themedIcon("star-filled").paint(painter, star, Qt::AlignCenter, QIcon::Normal, QIcon::On);
        }
        if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
            // The application's palette: the style sheet gives views another highlight.
            QPen pen(QApplication::palette().color(QPalette::Highlight),
                     option.state & QStyle::State_Selected ? 3 : 1);
            painter->setPen(pen);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cell, kCorner, kCorner);
        }
        painter->restore();
    }

  private:
    /// What is missing, said in the tile's middle inside a dashed line.
    static void paintGone(QPainter& painter, const QRect& cell, const QStyleOptionViewItem& option,
                          const QString& text) {
        const auto colour = option.palette.color(QPalette::PlaceholderText);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.drawRoundedRect(cell, kCorner, kCorner);
        const QRect inner = cell.adjusted(kGap, kGap, -kGap, -kGap);
        const QRect icon(inner.center().x() - kGoneIcon / 2, inner.top() + inner.height() / 4, kGoneIcon,
                         kGoneIcon);
        themedIcon("warning").paint(&painter, icon);
        painter.setPen(colour);
        painter.drawText(inner.adjusted(0, icon.bottom() - inner.top(), 0, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
    }
};

}  // namespace

GalleryPanel::GalleryPanel(Gallery& gallery, Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent),
      gallery_(gallery),
      model_(new GalleryModel(gallery, thumbnails, this)),
      filter_(new GalleryFilter(this)),
      count_(new QLabel),
      stack_(new QStackedWidget),
      view_(new QListView) {
    filter_->setSourceModel(model_);
    view_->setModel(filter_);
    view_->setItemDelegate(new ThumbnailDelegate(view_));
    view_->setViewMode(QListView::IconMode);
    view_->setUniformItemSizes(true);
    view_->setGridSize({kCell, kCell});
    view_->setResizeMode(QListView::Adjust);
    view_->setMovement(QListView::Static);
    view_->setDragEnabled(true);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->setAccessibleName(tr("Gallery"));
    view_->setObjectName("galleryView");

    auto* search = new QLineEdit;
    search->setPlaceholderText(tr("Search prompts"));
    search->setClearButtonEnabled(true);
    search->setAccessibleName(search->placeholderText());
    search->setObjectName("gallerySearch");
    auto* favourites = makeIconButton("star", tr("Show favourites only"));
    favourites->setIcon(themedIcon("star", "star-filled"));
    favourites->setCheckable(true);
    favourites->setObjectName("favouritesOnly");
    count_->setProperty("muted", true);

    stack_->addWidget(view_);
    stack_->addWidget(makeEmptyState("image", tr("Pictures you make appear here.")));
    stack_->addWidget(makeEmptyState("search", tr("No picture matches.")));

    auto* head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Gallery")));
    head->addWidget(count_);
    head->addStretch();
    head->addWidget(favourites);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(search);
    layout->addWidget(makeGoneBar());
    layout->addWidget(stack_, 1);

    connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setText(text);
        refresh();
    });
    connect(favourites, &QToolButton::toggled, this, [this](bool only) {
        filter_->setFavouritesOnly(only);
        refresh();
    });
    for (const auto signal : {&Gallery::inserted, &Gallery::removed})
        connect(&gallery, signal, this, &GalleryPanel::refresh);
    connect(&gallery, &Gallery::changed, this, &GalleryPanel::refresh);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentChanged(currentPath()); });
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &GalleryPanel::selectionChanged);
    connect(view_, &QListView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT activated(index.data(GalleryModel::PathRole).toString());
    });
    connect(view_, &QListView::customContextMenuRequested, this, [this](const QPoint& position) {
        if (view_->indexAt(position).isValid()) Q_EMIT menuAsked(view_->viewport()->mapToGlobal(position));
    });
    refresh();
}

QWidget* GalleryPanel::makeGoneBar() {
    gone_ = makeMuted({});
    gone_->setObjectName("goneText");
    auto* locate = new QPushButton(tr("Locate …"));
    locate->setObjectName("locateGone");
    locate->setToolTip(
        tr("Choose a folder that holds files of these names; they are copied into the gallery's folder"));
    connect(locate, &QPushButton::clicked, this, &GalleryPanel::locateAsked);
    auto* forget = new QPushButton(tr("Forget"));
    forget->setObjectName("forgetGone");
    forget->setToolTip(tr("Take these pictures out of the gallery; no file is deleted"));
    connect(forget, &QPushButton::clicked, this, &GalleryPanel::forgetAsked);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(locate, 1);
    buttons->addWidget(forget, 1);
    auto* bar = new QFrame;
    bar->setProperty("bar", true);
    bar->setProperty("severity", "error");
    bar->setObjectName("goneBar");
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(gone_);
    layout->addLayout(buttons);
    goneBar_ = bar;
    return bar;
}

void GalleryPanel::refresh() {
    const int gone = gallery_.goneCount();
    gone_->setText(tr("The files of %n picture(s) are gone.", nullptr, gone));
    goneBar_->setVisible(gone > 0);
    count_->setText(QLocale().toString(gallery_.size()));
    stack_->setCurrentIndex(gallery_.size() == 0 ? 1 : filter_->rowCount() == 0 ? 2 : 0);
}

QString GalleryPanel::currentPath() const {
    return view_->currentIndex().data(GalleryModel::PathRole).toString();
}

QStringList GalleryPanel::selectedPaths() const {
    QStringList paths;
    for (const auto& index : view_->selectionModel()->selectedIndexes())
        paths.append(index.data(GalleryModel::PathRole).toString());
    return paths;
}

void GalleryPanel::select(const QString& path) {
    const int row = gallery_.indexOf(path);
    if (row < 0) return;
    const auto index = filter_->mapFromSource(model_->index(row));
    if (index.isValid()) view_->setCurrentIndex(index);
}

void GalleryPanel::clearSelection() {
    view_->setCurrentIndex({});
    view_->clearSelection();
}

}  // namespace afa
