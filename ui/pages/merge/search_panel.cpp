#include "ui/pages/merge/search_panel.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QSettings>
#include <QtGui/QAction>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/pictures/canvas.h"
#include "ui/parts/plots/curve_plot.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/merging/merge_searching.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/studio/studio.h"

namespace afa {
namespace {

const char* const kData = "merge/searchData";
const char* const kCommand = "merge/searchCommand";
const char* const kPrompts = "merge/searchPrompts";
const char* const kScorer = "merge/searchScorer";
const char* const kLine = "merge/searchLine";
const char* const kPairs = "merge/searchPairs";
constexpr int kScoreCurve = 0, kBestCurve = 1;

QSpinBox* spinBox(const QString& name, const char* objectName, int lowest, int highest, int value) {
    auto* box = new QSpinBox;
    box->setRange(lowest, highest);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setObjectName(objectName);
    return box;
}

QString phaseText(const Progress& progress) {
    if (progress.phase == "denoise")
        return SearchPanel::tr("Drawing, step %1 of %2").arg(progress.done + 1).arg(progress.total);
    if (progress.phase == "measure")
        return SearchPanel::tr("Measuring picture %1 of %2").arg(progress.done + 1).arg(progress.total);
    if (progress.phase == "encode")
        return SearchPanel::tr("Reading picture %1 of %2").arg(progress.done + 1).arg(progress.total);
    return SearchPanel::tr("Merging in memory");
}

}  // namespace

SearchPanel::SearchPanel(Studio& studio, QWidget* parent)
    : QWidget(parent), studio_(studio), search_(studio.mergeSearch()) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(16);
    layout->addWidget(makeForm());
    layout->addWidget(makeResults(), 1);
    connect(&studio.ensemble(), &Ensemble::edited, this, &SearchPanel::refresh);
    connect(&search_, &MergeSearching::began, this, &SearchPanel::showSearch);
    connect(&search_, &MergeSearching::tried, this, &SearchPanel::onTrial);
    connect(&search_, &MergeSearching::changed, this, &SearchPanel::refresh);
    restoreForm();
    showSearch();
}

SearchPanel::~SearchPanel() = default;

QWidget* SearchPanel::makeForm() {
    scorer_ = new QComboBox;
    scorer_->addItem(tr("Error on captioned pictures"));
    scorer_->addItem(tr("A command that scores pictures"));
    scorer_->setAccessibleName(tr("How a merge is scored"));
    scorer_->setToolTip(scorer_->accessibleName());
    scorer_->setObjectName("searchScorer");

    data_ = new QLineEdit(QSettings().value(kData).toString());
    data_->setAccessibleName(tr("Captioned pictures"));
    data_->setToolTip(tr("A manifest or a folder of pictures with texts, as for training"));
    data_->setObjectName("searchData");
    auto* browse = makeIconButton("folder", tr("Choose captioned pictures"));
    connect(browse, &QToolButton::clicked, this, [this] {
        const auto path = QFileDialog::getOpenFileName(this, tr("Captioned pictures"), data_->text(),
                                                       tr("Manifests (*.json *.jsonl *.csv)"));
        if (!path.isEmpty()) data_->setText(path);
    });
    samples_ = spinBox(tr("How many of the pictures"), "searchSamples", 1, 100000, 100);
    command_ = new QLineEdit(QSettings().value(kCommand).toString());
    command_->setAccessibleName(tr("Command"));
    command_->setToolTip(
        tr("Run with two more arguments, prompt and PNG file; it prints a number, the higher the better"));
    command_->setPlaceholderText("python judge.py");
    command_->setObjectName("searchCommand");
    timeout_ = spinBox(tr("Seconds the command may take"), "searchTimeout", 1, 86400, 120);
    scorerPart_ = new QStackedWidget;
    auto* byData = new QGridLayout;
    byData->addWidget(data_, 0, 0, 1, 2);
    byData->addWidget(browse, 0, 2);
    byData->addWidget(makeFieldLabel(tr("Pictures"), samples_), 1, 0);
    byData->addWidget(samples_, 1, 1);
    auto* byCommand = new QGridLayout;
    byCommand->addWidget(command_, 0, 0, 1, 2);
    byCommand->addWidget(makeFieldLabel(tr("Time limit, s"), timeout_), 1, 0);
    byCommand->addWidget(timeout_, 1, 1);
    for (auto* grid : {byData, byCommand}) {
        auto* page = new QWidget;
        grid->setContentsMargins(0, 0, 0, 0);
        page->setLayout(grid);
        scorerPart_->addWidget(page);
    }
    scorerPart_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(scorer_, &QComboBox::currentIndexChanged, scorerPart_, &QStackedWidget::setCurrentIndex);

    prompts_ = new QPlainTextEdit(QSettings().value(kPrompts).toString());
    prompts_->setAccessibleName(tr("Prompts"));
    prompts_->setToolTip(tr("A prompt in each line; the first one shows the best merge"));
    prompts_->setTabChangesFocus(true);
    prompts_->setFixedHeight(84);
    prompts_->setObjectName("searchPrompts");
    seeds_ = spinBox(tr("Pictures per prompt"), "searchSeeds", 1, 100, 1);
    steps_ = spinBox(tr("Sampler steps of a picture"), "searchSteps", 1, 999, 20);
    passes_ = spinBox(tr("How often all blocks are gone through"), "searchPasses", 1, 20, 3);
    line_ = new QComboBox;
    line_->addItem(tr("Halving"), "binary-mid");
    line_->addItem(tr("All of 0, 0.1, .. 1"), "linear");
    line_->setAccessibleName(tr("How one share is searched"));
    line_->setToolTip(line_->accessibleName());
    line_->setObjectName("searchLine");
    pairs_ = new QCheckBox(tr("IN and OUT blocks in pairs"));
    pairs_->setChecked(true);
    pairs_->setToolTip(tr("Blocks of the same resolution share a weight: half as many trials"));
    pairs_->setObjectName("searchPairs");

    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(10);
    const std::pair<QString, QWidget*> rows[]{{tr("Pictures per prompt"), seeds_},
                                              {tr("Steps"), steps_},
                                              {tr("Passes"), passes_},
                                              {tr("One share"), line_}};
    for (const auto& [name, widget] : rows) {
        const int row = fields->rowCount();
        fields->addWidget(makeFieldLabel(name, widget), row, 0);
        fields->addWidget(widget, row, 1);
    }
    start_ = makeCommand(this, {}, {}, "startSearch", [this] { running() ? search_.stop() : start(); });
    auto* startButton = makePrimaryButton(start_);
    resume_ = makeCommand(this, {}, tr("Continue the last search"), "resumeSearch",
                          [this] { search_.resume(studio_.computeSettings().device); });
    resume_->setIconText(tr("Continue the last one"));
    resume_->setToolTip(tr("Go on with the last search where it stopped"));
    resumeButton_ = makeActionButton(resume_);
    obstacle_ = makeMuted({});
    obstacle_->setObjectName("searchObstacle");

    auto* made = new QWidget;
    made->setFixedWidth(300);
    auto* layout = new QVBoxLayout(made);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeFieldLabel(tr("Scored by"), scorer_));
    layout->addWidget(scorer_);
    layout->addWidget(scorerPart_);
    layout->addWidget(makeFieldLabel(tr("Prompts"), prompts_));
    layout->addWidget(prompts_);
    layout->addLayout(fields);
    layout->addWidget(pairs_);
    layout->addStretch();
    layout->addWidget(obstacle_);
    layout->addWidget(startButton);
    layout->addWidget(resumeButton_);
    for (auto* field : {data_, command_})
        connect(field, &QLineEdit::textChanged, this, &SearchPanel::refresh);
    connect(prompts_, &QPlainTextEdit::textChanged, this, &SearchPanel::refresh);
    connect(scorer_, &QComboBox::currentIndexChanged, this, &SearchPanel::refresh);
    return made;
}

QWidget* SearchPanel::makeResults() {
    plot_ = new CurvePlot;
    plot_->setAxisTitles(tr("Trial"), tr("Score"));
    plot_->setWholeNumbersOnX(true);
    plot_->setLegend(true);
    plot_->setEmptyText(tr("The score of every merge that was tried comes here."));
    plot_->setObjectName("searchPlot");
    canvas_ = new Canvas;
    canvas_->setObjectName("searchBest");
    canvas_->clear(tr("The best merge's picture comes here."));
    state_ = makeMuted({});
    state_->setObjectName("searchState");
    use_ = makeCommand(this, {}, tr("Use the best"), "useBest",
                       [this] { Q_EMIT recipeChosen(QDir(search_.folder()).filePath("recipe.json")); });
    use_->setToolTip(tr("Take the best block weights over into the recipe"));
    auto* line = new QHBoxLayout;
    line->addWidget(state_, 1);
    line->addWidget(makeActionButton(use_));
    auto* made = new QWidget;
    auto* layout = new QVBoxLayout(made);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(plot_, 3);
    layout->addWidget(canvas_, 4);
    layout->addLayout(line);
    return made;
}

MergeSearchRequest SearchPanel::request() const {
    MergeSearchRequest request;
    request.compute = studio_.computeSettings();
    for (const auto& path : studio_.ensemble().paths())
        request.models.emplace_back(path.toStdString());
    if (scorer_->currentIndex() == 0) {
        if (!data_->text().trimmed().isEmpty()) request.data = {data_->text().trimmed().toStdString()};
        request.samples = samples_->value();
    } else {
        request.scorerCommand = command_->text().trimmed().toStdString();
        request.scorerTimeout = timeout_->value();
    }
    for (const auto& prompt : prompts_->toPlainText().split('\n'))
        if (!prompt.trimmed().isEmpty()) request.prompts.push_back(prompt.trimmed().toStdString());
    request.seeds = seeds_->value();
    request.steps = steps_->value();
    request.passes = passes_->value();
    request.line = line_->currentData().toString().toStdString();
    request.pairs = pairs_->isChecked();
    request.output = "search";  // its folder is named at the start
    return request;
}

bool SearchPanel::running() const {
    return search_.running();
}

QString SearchPanel::obstacle() const {
    if (running()) return {};
    const auto asked = request();
    if (asked.models.size() != 2) return tr("A search takes two models. Choose them in the Library.");
    if (scorer_->currentIndex() == 0 && asked.data.empty()) return tr("Choose captioned pictures.");
    if (scorer_->currentIndex() == 1 && asked.scorerCommand.empty()) return tr("Give the command.");
    if (scorer_->currentIndex() == 1 && asked.prompts.empty()) return tr("Give one prompt or more.");
    QStringList problems;
    for (const auto& problem : asked.validate())
        problems.append(inWindowLanguage(problem.text));
    return problems.join('\n');
}

void SearchPanel::start() {
    if (running() || !obstacle().isEmpty()) return;
    saveForm();
    search_.start(request());
}

void SearchPanel::saveForm() const {
    QSettings settings;
    settings.setValue(kData, data_->text());
    settings.setValue(kCommand, command_->text());
    settings.setValue(kPrompts, prompts_->toPlainText());
    settings.setValue(kScorer, scorer_->currentIndex());
    settings.setValue(kLine, line_->currentIndex());
    settings.setValue(kPairs, pairs_->isChecked());
    for (const auto* box : {samples_, timeout_, seeds_, steps_, passes_})
        settings.setValue("merge/" + box->objectName(), box->value());
}

/// The numbers and choices of the last window; what was never kept stays as it is.
void SearchPanel::restoreForm() {
    const QSettings settings;
    for (auto* box : {samples_, timeout_, seeds_, steps_, passes_})
        box->setValue(settings.value("merge/" + box->objectName(), box->value()).toInt());
    const std::pair<QComboBox*, const char*> choices[]{{scorer_, kScorer}, {line_, kLine}};
    for (const auto& [box, key] : choices) {
        const int kept = settings.value(key, box->currentIndex()).toInt();
        if (kept >= 0 && kept < box->count()) box->setCurrentIndex(kept);
    }
    pairs_->setChecked(settings.value(kPairs, pairs_->isChecked()).toBool());
}

/// What is known of the search, in hand or ended, all of it.
void SearchPanel::showSearch() {
    const auto accent = palette().color(QPalette::Highlight);
    const auto faint = palette().color(QPalette::PlaceholderText);
    Curve score{tr("Score"), faint, {}, {}, Qt::NoPen, 1.0, true};
    Curve best{tr("Best so far"), accent, {}, {}};
    for (const auto& trial : search_.trials()) {
        score.x.append(static_cast<double>(trial.trial));
        score.y.append(trial.score);
        best.x.append(static_cast<double>(trial.trial));
        best.y.append(trial.bestScore);
    }
    plot_->setCurves({score, best});
    showBest();
    refresh();
}

void SearchPanel::showBest() {
    if (search_.best().isNull())
        canvas_->clear(tr("The best merge's picture comes here."));
    else if (search_.trials().empty())
        canvas_->show(search_.best(), tr("Pictures of the best merge so far"));
    else
        canvas_->show(search_.best(),
                      tr("Picture of the best merge, trial %1").arg(search_.trials().back().bestTrial));
}

void SearchPanel::onTrial() {
    const auto& trial = search_.trials().back();
    plot_->append(kScoreCurve, static_cast<double>(trial.trial), trial.score);
    plot_->append(kBestCurve, static_cast<double>(trial.trial), trial.bestScore);
    if (trial.bestTrial == trial.trial) showBest();
    refresh();
}

void SearchPanel::refresh() {
    const auto found = obstacle();
    obstacle_->setText(found);
    obstacle_->setVisible(!found.isEmpty());
    start_->setText(running() ? tr("Stop the search") : tr("Start the search"));
    start_->setToolTip(running() ? tr("Stop; it can be continued later")
                                 : tr("Search in the background; pictures wait until it ends or is stopped"));
    start_->setEnabled(running() || found.isEmpty());
    const QDir folder(search_.folder());
    const bool known = !search_.folder().isEmpty() && folder.exists("search.json");
    resumeButton_->setVisible(known && !running());
    resume_->setEnabled(known && !running());
    use_->setEnabled(known && folder.exists("recipe.json"));
    showState();
}

void SearchPanel::showState() {
    QString text;
    if (!search_.trials().empty()) {
        const auto& last = search_.trials().back();
        text = tr("Trial %1 of at most %2. Best score %3, trial %4.")
                   .arg(last.trial)
                   .arg(last.atMost)
                   .arg(QLocale().toString(last.bestScore, 'g', 6))
                   .arg(last.bestTrial);
    }
    if (running()) {
        const auto& progress = search_.progress();
        text +=
            (text.isEmpty() ? "" : "  ") + (progress ? phaseText(*progress) : tr("Waiting for its turn …"));
    }
    state_->setText(text);
}

}  // namespace afa
