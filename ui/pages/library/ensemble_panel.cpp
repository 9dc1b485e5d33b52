#include "ui/pages/library/ensemble_panel.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/request/option_combo.h"
#include "ui/parts/widgets/model_badge.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/library/ensemble.h"

namespace afa {
namespace {

constexpr int kRow = 40, kBadge = 22;  // pixels

/// Badge, name, and on the right "host"; a model with a problem is crossed with the danger colour.
class MemberDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(2, 2, -2, -2);
        if (option.state & QStyle::State_Selected) {
            QColor ground = QApplication::palette().color(QPalette::Highlight);
            ground.setAlpha(50);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(row, 8, 8);
        }
        paintModelBadge(*painter, QRect(row.left() + 8, row.center().y() - kBadge / 2, kBadge, kBadge),
                        index.row());
        const bool problem = !index.data(Ensemble::ProblemRole).toString().isEmpty();
        QRect text = row.adjusted(kBadge + 18, 0, -10, 0);
        if (index.data(Ensemble::IsHostRole).toBool()) {
            const QString host = Ensemble::tr("host");
            painter->setPen(option.palette.color(QPalette::PlaceholderText));
            painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, host);
            text.setRight(text.right() - option.fontMetrics.horizontalAdvance(host) - 8);
        }
        painter->setPen(option.palette.color(problem ? QPalette::BrightText : QPalette::Text));
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
        painter->restore();
    }
};

}  // namespace

EnsemblePanel::EnsemblePanel(Ensemble& ensemble, QWidget* parent)
    : QWidget(parent),
      ensemble_(ensemble),
      list_(new QListView),
      stack_(new QStackedWidget),
      aggregator_(new OptionCombo(tr("Aggregator"))),
      mode_(new OptionCombo(tr("Mode"))),
      verdict_(new QLabel),
      warnings_(makeMuted({})) {
    list_->setModel(&ensemble);
    list_->setItemDelegate(new MemberDelegate(list_));
    list_->setDragDropMode(QAbstractItemView::DragDrop);
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->setAccessibleName(tr("Base models of the ensemble, in order"));
    list_->setObjectName("ensembleList");
    stack_->addWidget(list_);
    stack_->addWidget(
        makeEmptyState("library", tr("Add base models from the table: double-click, or drop files here.")));

    up_ = makeCommand(this, "up", tr("Move the model up"), "moveModelUp",
                      [this] { ensemble_.move(currentRow(), currentRow() - 1); });
    down_ = makeCommand(this, "down", tr("Move the model down"), "moveModelDown",
                        [this] { ensemble_.move(currentRow(), currentRow() + 1); });
    const auto removeCurrent = [this] {
        if (currentRow() >= 0) ensemble_.removeAt(currentRow());
    };
    remove_ =
        makeCommand(this, "remove", tr("Take the model out of the ensemble"), "removeModel", removeCurrent);
    host_ = makeCommand(this, {}, tr("Make host"), "makeHost", [this] { ensemble_.setHost(currentRow()); });
    host_->setToolTip(tr("The host's VAE and tokenizer serve all models"));
    auto* deleteKey = new QShortcut(QKeySequence::Delete, list_, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, removeCurrent);

    aggregator_->setToolTip(tr("The trained network that decides how much of each model goes on"));
    aggregator_->setObjectName("aggregator");
    mode_->setToolTip(tr("How the models are joined"));
    mode_->setObjectName("mode");
    connect(aggregator_, &OptionCombo::chosen, &ensemble, &Ensemble::setAggregator);
    connect(mode_, &OptionCombo::chosen, &ensemble, &Ensemble::setMode);
    verdict_->setWordWrap(true);
    verdict_->setObjectName("verdict");

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (auto* action : {up_, down_, remove_})
        buttons->addWidget(makeActionIcon(action));
    buttons->addStretch();
    buttons->addWidget(makeActionIcon(host_));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(makeHeading(tr("Ensemble")));
    layout->addWidget(stack_, 1);
    layout->addLayout(buttons);
    layout->addWidget(makeFieldLabel(tr("Aggregator"), aggregator_));
    layout->addWidget(aggregator_);
    layout->addWidget(makeFieldLabel(tr("Mode"), mode_));
    layout->addWidget(mode_);
    layout->addSpacing(4);
    layout->addWidget(verdict_);
    layout->addWidget(warnings_);

    connect(&ensemble, &Ensemble::edited, this, &EnsemblePanel::refresh);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &EnsemblePanel::refresh);
    refresh();
}

int EnsemblePanel::currentRow() const {
    return list_->currentIndex().isValid() ? list_->currentIndex().row() : -1;
}

void EnsemblePanel::refresh() {
    const int count = ensemble_.rowCount(), row = currentRow();
    stack_->setCurrentIndex(count > 0 ? 0 : 1);
    up_->setEnabled(row > 0);
    down_->setEnabled(row >= 0 && row + 1 < count);
    remove_->setEnabled(row >= 0);
    host_->setEnabled(row >= 0 && row != ensemble_.host());
    aggregator_->setOptions(ensemble_.aggregatorOptions(), ensemble_.aggregator());
    mode_->setOptions(ensemble_.modeOptions(), ensemble_.mode());
    mode_->setEnabled(count > 0);
    const auto problems = ensemble_.problems();
    verdict_->setText(problems.isEmpty() ? tr("Ready: %n model(s).", nullptr, count) : problems.join('\n'));
    const bool danger = count > 0 && !problems.isEmpty();
    if (verdict_->property("danger").toBool() != danger) {
        verdict_->setProperty("danger", danger);
        style()->unpolish(verdict_);
        style()->polish(verdict_);
    }
    warnings_->setText(ensemble_.warnings().join('\n'));
    warnings_->setVisible(!warnings_->text().isEmpty());
}

}  // namespace afa
