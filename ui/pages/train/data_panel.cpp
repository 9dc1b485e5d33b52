#include "ui/pages/train/data_panel.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/demo_models.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/training/data_model.h"

namespace afa {
namespace {

constexpr int kCell = 148, kPicture = 104, kGap = 6, kSourcesHeight = 84;  // pixels

/// A picture with its caption below.
class EntryDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kCell, kCell}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const QRect cell = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.palette.color(QPalette::Highlight));
            painter->setOpacity(0.18);
            painter->drawRoundedRect(cell.adjusted(-2, -2, 2, 2), 7, 7);
            painter->setOpacity(1);
        }
        QRect frame(0, 0, kPicture, kPicture);
        frame.moveCenter({cell.center().x(), cell.top() + kPicture / 2});
        const auto pixmap = index.data(Qt::DecorationRole).value<QPixmap>();
        QPainterPath shape;
        shape.addRoundedRect(frame, 6, 6);
        painter->fillPath(shape, option.palette.color(QPalette::Button));
        if (!pixmap.isNull()) {
            const QSize size = pixmap.size().scaled(frame.size(), Qt::KeepAspectRatio);
            QRect target({}, size);
            target.moveCenter(frame.center());
            painter->setClipPath(shape);
            painter->drawPixmap(target, pixmap);
            painter->setClipping(false);
        }
        painter->setPen(option.palette.color(QPalette::Text));
        const QRect text(cell.left(), frame.bottom() + 3, cell.width(), cell.bottom() - frame.bottom() - 2);
        painter->drawText(
            text, Qt::AlignHCenter | Qt::AlignTop,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};

}  // namespace

DataPanel::DataPanel(Engine& engine, JobRunner& runner, Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent),
      engine_(engine),
      runner_(runner),
      model_(new TrainingDataModel(thumbnails, this)),
      list_(new QListWidget),
      counts_(makeMuted({})),
      problem_(new QLabel),
      showProblems_(new QToolButton),
      problems_(new QPlainTextEdit),
      stack_(new QStackedWidget),
      view_(new QListView) {
    setAcceptDrops(true);
    list_->setMaximumHeight(kSourcesHeight);
    list_->setAccessibleName(tr("Sources of training data"));
    list_->setObjectName("trainSources");
    list_->setTextElideMode(Qt::ElideMiddle);
    auto* add = new QPushButton(tr("Add"));
    add->setIcon(themedIcon("add"));
    add->setProperty("menu", true);
    add->setToolTip(tr("Add a folder of pictures with captions, or a list of them"));
    auto* menu = new QMenu(add);
    menu->addAction(themedIcon("folder"), tr("Folder of pictures with .txt files …"), this, [this] {
        const auto folder = QFileDialog::getExistingDirectory(this, tr("Add a folder of captioned pictures"));
        if (!folder.isEmpty()) addSource(folder);
    });
    menu->addAction(
        themedIcon("add"), tr("List of pictures (JSON lines, CSV, COCO, JourneyDB) …"), this, [this] {
            const auto file = QFileDialog::getOpenFileName(this, tr("Add a list of captioned pictures"), {},
                                                           tr("Lists (*.jsonl *.csv *.json);;All files (*)"));
            if (!file.isEmpty()) addSource(file);
        });
    if (!demoSource().isEmpty())
        menu->addAction(themedIcon("image"), tr("The example pictures"), this,
                        [this] { addSource(demoSource()); });
    add->setMenu(menu);
    remove_ = makeCommand(this, "remove", tr("Take the chosen source away"), "removeSource", [this] {
        if (list_->currentRow() < 0) return;
        auto sources = sources_;
        sources.removeAt(list_->currentRow());
        setSources(sources);
    });
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) { remove_->setEnabled(row >= 0); });

    problem_->setWordWrap(true);
    problem_->setProperty("danger", true);
    problem_->setObjectName("dataProblem");
    counts_->setObjectName("dataCounts");
    showProblems_->setText(tr("Show problems"));
    showProblems_->setCheckable(true);
    showProblems_->setToolTip(tr("Pictures and captions that cannot be used, and why"));
    problems_->setReadOnly(true);
    problems_->setMaximumHeight(140);
    problems_->setAccessibleName(tr("Problems of the training data"));
    problems_->setObjectName("dataProblems");
    problems_->hide();
    connect(showProblems_, &QToolButton::toggled, problems_, &QWidget::setVisible);

    view_->setModel(model_);
    view_->setItemDelegate(new EntryDelegate(view_));
    view_->setViewMode(QListView::IconMode);
    view_->setUniformItemSizes(true);
    view_->setGridSize({kCell, kCell});
    view_->setResizeMode(QListView::Adjust);
    view_->setMovement(QListView::Static);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setAccessibleName(tr("Pictures and captions"));
    view_->setObjectName("trainDataView");
    stack_->addWidget(view_);
    stack_->addWidget(makeEmptyState(
        "image", tr("No training data yet. Add a folder of pictures with captions, or drop it here.")));

    auto* head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Training data")));
    head->addStretch();
    head->addWidget(makeActionIcon(remove_));
    head->addWidget(add);
    auto* told = new QHBoxLayout;
    told->addWidget(counts_, 1);
    told->addWidget(showProblems_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(list_);
    layout->addLayout(told);
    layout->addWidget(problem_);
    layout->addWidget(problems_);
    layout->addWidget(stack_, 1);
    setSources({});
}

QString DataPanel::demoSource() {
    const auto file = demoModelsFolder() / "scenes/manifest.jsonl";
    std::error_code ec;
    return std::filesystem::exists(file, ec) ? QString::fromStdString(file.string()) : QString();
}

void DataPanel::addSource(const QString& source) {
    const QString path = QFileInfo(source).absoluteFilePath();
    if (!sources_.contains(path)) setSources(sources_ + QStringList{path});
}

void DataPanel::setSources(const QStringList& sources) {
    sources_ = sources;
    list_->clear();
    list_->addItems(sources_);
    for (int i = 0; i < list_->count(); ++i)
        list_->item(i)->setToolTip(sources_[i]);
    remove_->setEnabled(false);
    read();
    Q_EMIT sourcesChanged();
}

void DataPanel::read() {
    runner_.cancel(job_);
    if (sources_.isEmpty()) return show({}, {});
    counts_->setText(tr("Reading …"));
    std::vector<std::filesystem::path> paths;
    for (const auto& source : sources_)
        paths.emplace_back(source.toStdString());
    auto found = std::make_shared<TrainingDataInfo>();
    const QPointer<DataPanel> here(this);  // a window in another language may take its place
    job_ = runner_.start(std::make_unique<FunctionJob>(
        [&engine = engine_, paths, found](const JobContext&) { *found = engine.trainingData(paths); },
        [here, found, asked = sources_](const JobEnd& end) {
            if (!here || asked != here->sources_ || end.outcome == JobEnd::Outcome::Cancelled) return;
            here->show(*found, end.message);
        }));
}

void DataPanel::show(const TrainingDataInfo& info, const QString& problem) {
    const QLocale locale;
    QStringList counts{tr("%n captioned picture(s)", nullptr, static_cast<int>(info.pictures))};
    const auto listed = static_cast<std::int64_t>(info.entries.size());
    if (info.pictures > listed) counts.append(tr("the first %1 are shown").arg(locale.toString(listed)));
    if (info.problemCount > 0)
        counts.append(tr("%n cannot be used", nullptr, static_cast<int>(info.problemCount)));
    counts_->setText(problem.isEmpty() && !sources_.isEmpty() ? counts.join(QStringLiteral(" · "))
                                                              : QString());
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    QStringList lines;
    for (const auto& [where, what] : info.problems)
        lines.append(inWindowLanguage(Message::of("%1: %2", where, what)));
    if (info.problemCount > static_cast<std::int64_t>(info.problems.size())) lines.append("…");
    problems_->setPlainText(lines.join('\n'));
    showProblems_->setVisible(!lines.isEmpty());
    if (lines.isEmpty()) showProblems_->setChecked(false);
    model_->setEntries(info.entries);
    stack_->setCurrentIndex(info.entries.empty() ? 1 : 0);
}

void DataPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void DataPanel::dropEvent(QDropEvent* event) {
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) addSource(url.toLocalFile());
    event->acceptProposedAction();
}

}  // namespace afa
