#include "ui/pages/train/history_panel.h"

#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>
#include <type_traits>

#include "ui/pages/train/loss_curves.h"
#include "ui/pages/train/train_fields.h"
#include "ui/parts/plots/curve_plot.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/kept_header.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/show_in_folder.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/messages/notices.h"
#include "ui/services/training/runs_model.h"
#include "ui/services/training/training.h"
#include "ui/services/values/mode_title.h"

namespace afa {
namespace {

template <typename Value>
QString valueText(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
        return value ? HistoryPanel::tr("on") : HistoryPanel::tr("off");
    } else if constexpr (std::is_arithmetic_v<Value>) {
        return QLocale().toString(static_cast<double>(value), 'g', 6);
    } else if constexpr (std::is_same_v<Value, std::filesystem::path>) {
        return QString::fromStdString(value.string());
    } else {
        return QString::fromStdString(value);
    }
}

QString namesOf(const std::vector<std::filesystem::path>& paths) {
    QStringList names;
    for (const auto& path : paths)
        names.append(modelNameOf(QString::fromStdString(path.string())));
    return names.join(QStringLiteral(", "));
}

/// Models, data, and every setting that is not at its default.
QString settingsOf(const TrainingRun& run) {
    QStringList parts{HistoryPanel::tr("Models: %1").arg(namesOf(run.request.models)),
                      HistoryPanel::tr("Data: %1").arg(namesOf(run.request.data))};
    const TrainRequest defaults;
    forEachField(run.request, [&](const Field& field, const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (!std::is_same_v<Member, std::vector<std::filesystem::path>>) {
            const auto* text = trainFieldText(field.name);
            if (!text || text->group == TrainFieldText::Group::Elsewhere) return;
            forEachField(defaults, [&](const Field& other, const auto& usual) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(usual)>, Member>)
                    if (QLatin1String(other.name) == QLatin1String(field.name) && usual != member)
                        parts.append(QStringLiteral("%1: %2").arg(trainText(text->label), valueText(member)));
            });
        }
    });
    if (parts.size() == 2) parts.append(HistoryPanel::tr("All other settings at their defaults"));
    if (!run.verdict.isEmpty()) parts.append(HistoryPanel::tr("Result: %1").arg(run.verdict));
    if (!run.message.isEmpty()) parts.append(run.message);
    return parts.join(QStringLiteral("\n"));
}

}  // namespace

HistoryPanel::HistoryPanel(Training& training, JobRunner& runner, Notices& notices, QWidget* parent)
    : QWidget(parent),
      training_(training),
      runner_(runner),
      notices_(notices),
      model_(new RunsModel(training, this)),
      table_(new QTableView),
      stack_(new QStackedWidget),
      plot_(new CurvePlot),
      settings_(new QLabel) {
    table_->setModel(model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(34);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setSectionResizeMode(RunsModel::NameColumn, QHeaderView::Stretch);
    const int widths[]{0, 110, 130, 120, 140};
    for (int column = 1; column < RunsModel::ColumnCount; ++column)
        table_->setColumnWidth(column, widths[column]);
    keepHeader(table_->horizontalHeader(), "train/columns");
    table_->setAccessibleName(tr("Training runs"));
    table_->setObjectName("runsTable");

    plot_->setAxisTitles(tr("Step"), tr("Squared error"));
    plot_->setLogarithmic(true);
    plot_->setWholeNumbersOnX(true);
    plot_->setEmptyText(tr("Choose one or more runs to see their curves in one plot"));
    plot_->setAccessibleName(tr("Curves of the chosen runs"));
    plot_->setObjectName("comparePlot");
    settings_->setTextFormat(Qt::PlainText);
    settings_->setWordWrap(true);
    settings_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    settings_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    settings_->setObjectName("runSettings");

    continue_ = makeCommand(this, "play", tr("Continue the chosen run"), "continueRun", [this] {
        if (const auto* run = current()) Q_EMIT continueAsked(run->folder);
    });
    continue_->setIconText(tr("Continue"));
    continue_->setToolTip(tr("Go on from the saved state"));
    use_ = makeCommand(this, "reuse", tr("Use the run's settings"), "useRunSettings", [this] {
        if (const auto* run = current()) Q_EMIT settingsAsked(run->folder);
    });
    use_->setIconText(tr("Use these settings"));
    use_->setToolTip(tr("Put the run's data and settings into the form"));
    folder_ = makeCommand(this, "folder", tr("Show the run in its folder"), "showRunInFolder", [this] {
        if (const auto* run = current()) showInFolder(run->folder + "/history.jsonl");
    });
    trash_ = makeCommand(
        this, "trash", tr("Move the run to the trash; its finished aggregator stays"), "trashRun", [this] {
            if (const auto* run = current())
                notices_.guard([this, folder = run->folder] { training_.moveToTrash(folder); });
        });

    auto* head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Runs")));
    head->addStretch();
    head->addWidget(makeActionIcon(folder_));
    head->addWidget(makeActionIcon(trash_));
    head->addWidget(makeActionButton(use_));
    head->addWidget(makeActionButton(continue_));
    auto* below = new QSplitter;
    below->setHandleWidth(10);
    below->setChildrenCollapsible(false);
    below->addWidget(plot_);
    below->addWidget(settings_);
    below->setStretchFactor(0, 1);
    below->setSizes({560, 260});
    auto* split = new QSplitter(Qt::Vertical);
    split->setHandleWidth(10);
    split->setChildrenCollapsible(false);
    split->addWidget(table_);
    split->addWidget(below);
    split->setSizes({220, 360});
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(split, 1);
    stack_->addWidget(page);
    stack_->addWidget(makeEmptyState("history", tr("No runs yet. Every training is kept here.")));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(stack_);

    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::refresh);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::refresh);
    connect(&training, &Training::runsChanged, this, [this] {
        histories_.clear();  // a run went on, or ended
        refresh();
    });
    connect(&training, &Training::liveChanged, this, [this] {
        if (isVisible()) draw();
    });
    refresh();
}

QStringList HistoryPanel::chosen() const {
    QStringList folders;
    for (const auto& index : table_->selectionModel()->selectedRows())
        folders.append(index.data(RunsModel::FolderRole).toString());
    return folders;
}

const TrainingRun* HistoryPanel::current() const {
    const auto folders = chosen();
    if (folders.isEmpty()) return nullptr;
    const QString at = table_->currentIndex().siblingAtColumn(0).data(RunsModel::FolderRole).toString();
    return training_.find(folders.contains(at) ? at : folders.first());
}

void HistoryPanel::refresh() {
    stack_->setCurrentIndex(training_.runs().isEmpty() ? 1 : 0);
    const auto* run = current();
    const bool running = training_.running() != nullptr;
    continue_->setEnabled(run && run->canContinue() && !running);
    use_->setEnabled(run);
    folder_->setEnabled(run);
    trash_->setEnabled(run && run->state != TrainingRun::State::Running);
    settings_->setText(run ? settingsOf(*run) : QString());
    for (const auto& folder : chosen())
        if (!histories_.contains(folder) && folder != training_.live().folder) load(folder);
    draw();
}

void HistoryPanel::load(const QString& folder) {
    auto history = std::make_shared<TrainingHistory>();
    histories_[folder] = {};  // asked for
    const QPointer<HistoryPanel> here(this);
    runner_.start(std::make_unique<FunctionJob>(
        [folder, history](const JobContext&) {
            *history = readTrainingHistory((folder + "/history.jsonl").toStdString());
        },
        [here, folder, history](const JobEnd& end) {
            if (!here) return;
            if (end.outcome == JobEnd::Outcome::Failed) here->notices_.problem(end.message);
            here->histories_[folder] = history;
            here->draw();
        }));
}

void HistoryPanel::draw() {
    QList<Curve> curves;
    for (const auto& folder : chosen()) {
        const auto* run = training_.find(folder);
        const auto loaded = histories_.value(folder);
        const auto* history = folder == training_.live().folder ? &training_.live().history : loaded.get();
        if (run && history)
            curves.append(comparedCurve(*history, run->name, static_cast<int>(curves.size())));
    }
    plot_->setCurves(curves);
}

}  // namespace afa
