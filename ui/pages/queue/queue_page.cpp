#include "ui/pages/queue/queue_page.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/pages/queue/edit_request_dialog.h"
#include "ui/parts/request/prompt_counter.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/kept_header.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/queue/queue_model.h"
#include "ui/services/studio/studio.h"

namespace afa {
namespace {

using State = QueueEntry::State;

/// What has not begun, or ended without its pictures: a smaller size may be all that it lacked.
bool canBeEdited(State state) {
    return state == State::Pending || state == State::Failed || state == State::Cancelled;
}

/// A dot in the state's colour before its name; a bar below it while the job runs.
class StateDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        constexpr int kSide = 10;
        QPixmap dot(kSide + 6, kSide);
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            colour(static_cast<State>(index.data(QueueModel::StateRole).toInt()), QApplication::palette()));
        painter.drawEllipse(0, 0, kSide, kSide);
        option->icon = QIcon(dot);
        option->decorationSize = dot.size();
        option->features |= QStyleOptionViewItem::HasDecoration;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const auto progress = index.data(QueueModel::ProgressRole);
        if (!progress.isValid()) return;
        constexpr int kBar = 3, kMargin = 8;
        QRect bar(option.rect.left() + kMargin, option.rect.bottom() - kBar - 2,
                  option.rect.width() - 2 * kMargin, kBar);
        // The application's palette: the style sheet gives views another highlight.
        painter->fillRect(bar, QApplication::palette().color(QPalette::Mid));
        bar.setWidth(static_cast<int>(bar.width() * progress.toDouble()));
        painter->fillRect(bar, QApplication::palette().color(QPalette::Highlight));
    }

  private:
    static QColor colour(State state, const QPalette& palette) {
        switch (state) {
            case State::Running:
                return palette.color(QPalette::Highlight);
            case State::Done:
                return QColor("#2e9e5b");
            case State::Failed:
                return palette.color(QPalette::BrightText);
            default:
                return palette.color(QPalette::Mid);
        }
    }
};

}  // namespace

QueuePage::QueuePage(Studio& studio, const PromptCounter& counter, QWidget* parent)
    : Page("queue", tr("Queue"), tr("&Queue"), parent),
      studio_(studio),
      counter_(counter),
      model_(new QueueModel(studio.queue(), this)),
      table_(new QTableView),
      stack_(new QStackedWidget) {
    table_->setModel(model_);
    table_->setItemDelegateForColumn(QueueModel::StateColumn, new StateDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setDragDropMode(QAbstractItemView::InternalMove);
    table_->setDragDropOverwriteMode(false);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(38);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(QueueModel::PromptColumn, QHeaderView::Stretch);
    table_->setColumnWidth(QueueModel::StateColumn, 130);
    table_->setColumnWidth(QueueModel::SettingsColumn, 400);
    table_->setColumnWidth(QueueModel::PicturesColumn, 90);
    table_->setColumnWidth(QueueModel::CreatedColumn, 170);
    keepHeader(table_->horizontalHeader(), "queue/columns");
    table_->setAccessibleName(tr("Jobs"));
    table_->setObjectName("queueTable");

    up_ = makeJobAction("up", tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), "jobUp", &QueuePage::moveUp);
    down_ = makeJobAction("down", tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), "jobDown",
                          &QueuePage::moveDown);
    edit_ = makeJobAction("edit", tr("Edit …"), QKeySequence(Qt::Key_F2), "jobEdit", &QueuePage::edit);
    duplicate_ = makeJobAction("duplicate", tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                               "jobDuplicate", &QueuePage::duplicate);
    runAgain_ = makeJobAction("refresh", tr("Run again"), QKeySequence(Qt::CTRL | Qt::Key_R), "jobRunAgain",
                              &QueuePage::runAgain);
    cancel_ = makeJobAction("cancel", tr("Cancel job"), {}, "jobCancel", &QueuePage::cancel);
    remove_ = makeJobAction("trash", tr("Remove from the list"), QKeySequence(Qt::Key_Delete), "jobRemove",
                            &QueuePage::remove);

    cancelRunning_ = makeAction("cancel", tr("Cancel the running job"), {}, "cancelAction",
                                [this] { studio_.queue().cancel(studio_.queue().runningId()); });
    cancelRunning_->setShortcut(QKeySequence(Qt::Key_Escape));
    pause_ = makeAction("pause", {}, {}, "pauseQueueAction",
                        [this] { studio_.queue().setPaused(!studio_.queue().paused()); });
    cancelAll_ =
        makeAction("cancel", tr("Cancel all jobs"), tr("Stop the running job and cancel those that wait"),
                   "cancelAllAction", [this] { studio_.queue().cancelAll(); });
    cancelAll_->setIconText(tr("Cancel all"));
    clear_ = makeAction("trash", tr("Clear ended jobs"),
                        tr("Take done, failed and cancelled jobs off the list; their pictures stay"),
                        "clearEndedAction", [this] { studio_.queue().removeEnded(); });
    clear_->setIconText(tr("Clear ended"));
    auto& queue = studio.queue();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 0);
    head->setSpacing(4);
    head->addWidget(makeHeading(tr("Queue")));
    head->addStretch();
    for (auto* action : actions_) {
        head->addWidget(makeActionIcon(action));
    }
    head->addSpacing(10);
    for (auto* action : {clear_, cancelAll_, pause_})
        head->addWidget(makeActionButton(action));
    stack_->addWidget(table_);
    stack_->addWidget(
        makeEmptyState("queue", tr("No jobs. What you generate is listed here, and waits here while "
                                   "another job runs.")));
    auto* card = makeCard();
    auto* cardLayout = fillCard(card, 8);
    cardLayout->addLayout(head);
    cardLayout->addWidget(stack_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(card);

    connect(table_, &QTableView::doubleClicked, this, &QueuePage::edit);
    connect(table_, &QTableView::customContextMenuRequested, this, [this](const QPoint& position) {
        if (table_->indexAt(position).isValid())
            QMenu::exec(actions_, table_->viewport()->mapToGlobal(position), nullptr, this);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePage::refresh);
    for (const auto signal : {&GenerationQueue::inserted, &GenerationQueue::removed, &GenerationQueue::moved,
                              &GenerationQueue::runningChanged})
        connect(&queue, signal, this, &QueuePage::refresh);
    connect(&queue, &GenerationQueue::changed, this, &QueuePage::refresh);
    connect(&queue, &GenerationQueue::pausedChanged, this, &QueuePage::refresh);
    refresh();
}

void QueuePage::fillMenu(QMenu& menu) {
    menu.addAction(cancelRunning_);
    menu.addSeparator();
    menu.addActions({pause_, cancelAll_, clear_});
    menu.addSeparator();
    menu.addActions(actions_);
}

QAction* QueuePage::makeAction(const QString& icon, const QString& text, const QString& tooltip,
                               const QString& name, const std::function<void()>& work) {
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setToolTip(tooltip);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, work] { studio_.notices().guard(work); });
    return action;
}

QAction* QueuePage::makeJobAction(const QString& icon, const QString& text, const QKeySequence& shortcut,
                                  const QString& name, void (QueuePage::*slot)()) {
    const auto tooltip =
        shortcut.isEmpty() ? text : tr("%1 (%2)").arg(text, shortcut.toString(QKeySequence::NativeText));
    auto* action = makeAction(icon, text, tooltip, name, [this, slot] { (this->*slot)(); });
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    actions_.append(action);
    return action;
}

int QueuePage::currentRow() const {
    return table_->currentIndex().isValid() ? table_->currentIndex().row() : -1;
}

const QueueEntry* QueuePage::current() const {
    const int row = currentRow();
    return row < 0 || row >= studio_.queue().entries().size() ? nullptr : &studio_.queue().entries()[row];
}

void QueuePage::refresh() {
    auto& queue = studio_.queue();
    const auto* entry = current();
    const auto state = entry ? entry->state : State::Running;
    const int count = static_cast<int>(queue.entries().size());
    const bool ended = entry && state != State::Pending && state != State::Running;
    up_->setEnabled(entry && currentRow() > 0);
    down_->setEnabled(entry && currentRow() + 1 < count);
    edit_->setEnabled(entry && canBeEdited(state));
    duplicate_->setEnabled(entry);
    runAgain_->setEnabled(entry && (state == State::Failed || state == State::Cancelled));
    cancel_->setEnabled(entry && !ended);
    remove_->setEnabled(entry && state != State::Running);
    const int live = queue.pendingCount() + (queue.runningId() ? 1 : 0);
    cancelAll_->setEnabled(live > 0);
    clear_->setEnabled(count > live);
    pause_->setText(queue.paused() ? tr("Go on with the queue") : tr("Pause the queue"));
    pause_->setIconText(queue.paused() ? tr("Resume") : tr("Pause"));
    pause_->setIcon(themedIcon(queue.paused() ? "play" : "pause"));
    pause_->setToolTip(queue.paused() ? tr("Go on with the waiting jobs")
                                      : tr("Let the running job end, and start no other"));
    stack_->setCurrentIndex(count > 0 ? 0 : 1);
}

void QueuePage::moveCurrent(int by) {
    studio_.queue().move(currentRow(), currentRow() + by);
}

void QueuePage::edit() {
    const auto* entry = current();
    if (!entry || !canBeEdited(entry->state)) return;
    const auto& request = entry->request;
    const auto* host = request.models.empty()
                           ? nullptr
                           : studio_.library().find(QString::fromStdString(
                                 request.models[static_cast<std::size_t>(request.host)].string()));
    auto* dialog = new EditRequestDialog(request, host, counter_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = entry->id] {
        studio_.notices().guard([&] {
            const auto* now = studio_.queue().find(id);
            if (now && canBeEdited(now->state)) return studio_.queue().replace(id, dialog->request());
            studio_.queue().add(dialog->request());
            studio_.notices().info(
                tr("The job has begun in the meantime and runs as it was; the changed one is a job of its "
                   "own."));
        });
    });
    dialog->open();
}

void QueuePage::duplicate() {
    if (const auto* entry = current()) studio_.queue().duplicate(entry->id);
}

void QueuePage::runAgain() {
    if (const auto* entry = current()) studio_.queue().runAgain(entry->id);
}

void QueuePage::cancel() {
    if (const auto* entry = current()) studio_.queue().cancel(entry->id);
}

void QueuePage::remove() {
    if (const auto* entry = current()) studio_.queue().remove(entry->id);
}

}  // namespace afa
