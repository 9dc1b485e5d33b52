#include "ui/pages/explore/explore_page.h"

#include <QtCore/QDataStream>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <limits>

#include "ui/pages/explore/capability_view.h"
#include "ui/pages/explore/figure_view.h"
#include "ui/pages/explore/map_view.h"
#include "ui/pages/explore/overview_matrix.h"
#include "ui/pages/explore/readout.h"
#include "ui/pages/explore/recipe_bars.h"
#include "ui/pages/explore/region_plots.h"
#include "ui/pages/explore/view_controls.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/unet_drawing.h"
#include "ui/services/studio/studio.h"
#include "ui/services/values/images.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kPlayInterval = 120;  // milliseconds a step

QPushButton* menuButton(const QString& text, const QString& tooltip, const char* name) {
    auto* button = new QPushButton(text);
    button->setProperty("menu", true);
    button->setToolTip(tooltip);
    button->setObjectName(name);
    button->setMenu(new QMenu(button));
    return button;
}

}  // namespace

ExplorePage::ExplorePage(Studio& studio, QWidget* parent)
    : Page("explore", tr("Explore"), tr("&Explore"), parent),
      studio_(studio),
      play_(new QTimer(this)),
      modes_(new QStackedWidget),
      stack_(new QStackedWidget),
      splitter_(new QSplitter) {
    loader_.setMaxThreadCount(1);
    setAcceptDrops(true);
    makeCommands();
    capability_ = new CapabilityView(studio);
    auto* empty = makeCard();
    auto* emptyLayout = new QVBoxLayout(empty);
    emptyLayout->addWidget(makeEmptyState(
        "explore", tr("Here you see which model the ensemble trusts where, at every step and stage.\n"
                      "Make a picture, choose “Explore maps” at one of the gallery whose maps were kept, or "
                      "drop a maps file.")));
    splitter_->addWidget(makeMapsSide());
    splitter_->addWidget(makeAnalysisSide());
    splitter_->setStretchFactor(0, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(10);
    splitter_->setSizes({620, 520});
    stack_->addWidget(empty);
    stack_->addWidget(splitter_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(makeBar());
    modes_->addWidget(stack_);
    modes_->addWidget(capability_);
    layout->addWidget(modes_, 1);

    play_->setInterval(kPlayInterval);
    connect(play_, &QTimer::timeout, this, [this] {
        if (!state_.maps() || state_.step() + 1 >= state_.maps()->steps()) return setPlaying(false);
        state_.setStep(state_.step() + 1);
    });
    connect(&state_, &ExploreState::mapsChanged, this, &ExplorePage::showMaps);
    connect(&state_, &ExploreState::moved, this, &ExplorePage::showPlace);
    const auto looking = [this] { following_ = following_ && stepsAlong_; };
    connect(&state_, &ExploreState::moved, this, looking);
    connect(&state_, &ExploreState::regionsChanged, this, looking);
    for (const auto signal : {&ExploreState::moved, &ExploreState::modelChanged, &ExploreState::viewChanged,
                              &ExploreState::grown})
        connect(&state_, signal, this, &ExplorePage::showStages);
    auto& queue = studio.queue();
    connect(&queue, &GenerationQueue::mapsMade, this, &ExplorePage::onMaps);
    connect(&queue, &GenerationQueue::previewed, this, &ExplorePage::onPreview);
    connect(&queue, &GenerationQueue::pictureMade, this,
            [this](const Picture& picture, const Image& image) { onPicture(picture, toQImage(image)); });
    connect(&queue, &GenerationQueue::runningChanged, this, &ExplorePage::endLive);
    showMaps();
}

ExplorePage::~ExplorePage() {
    loader_.waitForDone();
}

QWidget* ExplorePage::makeBar() {
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* modes = new QActionGroup(this);
    const auto addMode = [&](Mode mode, const QString& text, const QString& name, const QString& tip) {
        auto* action = makeCommand(this, {}, text, name, [this, mode] {
            modes_->setCurrentIndex(mode);
            mapsOnly_->setVisible(mode == MapsMode);
            title_->setVisible(mode == MapsMode);
        });
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(mode == MapsMode);
        modes->addAction(action);
        layout->addWidget(makeActionIcon(action));
    };
    addMode(MapsMode, tr("Maps"), "modeMaps",
            tr("What an aggregator does with the models while a picture is made"));
    addMode(CapabilityMode, tr("Capability"), "modeCapability",
            tr("Which model denoises which part of a picture best"));
    title_ = makeMuted({});
    title_->setWordWrap(false);
    title_->setTextFormat(Qt::PlainText);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    title_->setObjectName("exploreTitle");
    layout->addSpacing(8);
    layout->addWidget(title_, 1);
    layout->addStretch();

    mapsOnly_ = new QWidget;
    auto* row = new QHBoxLayout(mapsOnly_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    liveButton_ = new QPushButton(tr("Live"));
    liveButton_->setIcon(themedIcon("play"));
    liveButton_->setToolTip(tr("Show the maps of the picture that is being made"));
    liveButton_->setObjectName("exploreLive");
    connect(liveButton_, &QPushButton::clicked, this, &ExplorePage::showLive);
    open_ = menuButton(tr("Open"), tr("Open the maps of a picture"), "exploreOpen");
    connect(open_->menu(), &QMenu::aboutToShow, this, &ExplorePage::fillOpenMenu);
    compare_ = menuButton(tr("Compare"), tr("Set a second picture's maps beside these"), "exploreCompare");
    connect(compare_->menu(), &QMenu::aboutToShow, this, &ExplorePage::fillCompareMenu);
    export_ = menuButton(tr("Export"), tr("Save what is shown"), "exploreExport");
    fillExportMenu(*export_->menu());
    for (auto* button : {liveButton_, open_, compare_, export_})
        row->addWidget(button);
    layout->addWidget(mapsOnly_);
    return bar;
}

QWidget* ExplorePage::makeMapsSide() {
    auto* card = makeCard();
    map_ = new MapView(state_, MapSide::First);
    second_ = new MapView(state_, MapSide::Second);
    difference_ = new MapView(state_, MapSide::Difference);
    map_->setObjectName("mapView");
    second_->setObjectName("secondMapView");
    difference_->setObjectName("differenceView");
    auto* pair = new QHBoxLayout;
    pair->setSpacing(0);
    pair->addWidget(map_, 1);
    pair->addWidget(second_, 1);
    auto* readout = new Readout(state_);
    readout->setObjectName("readout");
    auto* controls = new QWidget;
    auto* controlsLayout = new QVBoxLayout(controls);
    controlsLayout->setContentsMargins(12, 10, 12, 0);
    controlsLayout->addWidget(new ViewControls(state_));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(14, 2, 14, 10);
    foot->setSpacing(6);
    foot->addWidget(makeStepRow());
    foot->addWidget(readout);
    auto* layout = fillCard(card);
    layout->addWidget(controls);
    layout->addLayout(pair, 1);
    layout->addWidget(difference_, 1);
    layout->addLayout(foot);
    return card;
}

QWidget* ExplorePage::makeStepRow() {
    auto* rowWidget = new QWidget;
    auto* row = new QHBoxLayout(rowWidget);
    row->setContentsMargins(0, 0, 0, 0);
    playButton_ = makeIconButton("play", tr("Play the steps (Space)"));
    playButton_->setIcon(themedIcon("play", "pause"));
    playButton_->setCheckable(true);
    playButton_->setObjectName("playSteps");
    connect(playButton_, &QToolButton::clicked, this, &ExplorePage::setPlaying);
    steps_ = new QSlider(Qt::Horizontal);
    steps_->setPageStep(5);
    steps_->setAccessibleName(tr("Step"));
    steps_->setToolTip(tr("Step of the sampler (left and right arrow)"));
    steps_->setObjectName("stepSlider");
    connect(steps_, &QSlider::valueChanged, &state_, &ExploreState::setStep);
    place_ = makeMuted({});
    place_->setWordWrap(false);
    place_->setMinimumWidth(150);
    place_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    place_->setObjectName("stepPlace");
    row->addWidget(playButton_);
    row->addWidget(steps_, 1);
    row->addWidget(place_);
    return rowWidget;
}

QWidget* ExplorePage::makeAnalysisSide() {
    auto* card = makeCard();
    stages_ = new UNetDrawing;
    stages_->setObjectName("stageDrawing");
    connect(stages_, &UNetDrawing::chosen, &state_, [this](int index) { state_.setStage(index + 1); });
    overview_ = new OverviewMatrix(state_);
    overview_->setObjectName("overview");
    auto* figures = new QComboBox;
    figures->setObjectName("overviewFigure");
    figures->setAccessibleName(tr("Figure of the overview"));
    figures->setToolTip(tr("What each cell's colour tells about its map"));
    figures->addItem(tr("Mean weight of the model"));
    figures->addItem(tr("Entropy over the models"));
    figures->addItem(tr("Spatial variation of the model's weight"));
    connect(figures, &QComboBox::activated, this,
            [this](int index) { overview_->setFigure(static_cast<OverviewMatrix::Figure>(index)); });
    auto* overviewTab = new QWidget;
    auto* overviewLayout = new QVBoxLayout(overviewTab);
    overviewLayout->setContentsMargins(8, 8, 8, 8);
    overviewLayout->addWidget(figures, 0, Qt::AlignLeft);
    overviewLayout->addWidget(overview_, 1);

    figure_ = new FigureView(state_);
    curves_ = new RegionPlots(state_);
    auto* recipe = new RecipeBars(state_);
    recipe->setObjectName("recipeBars");
    auto* recipeScroll = new QScrollArea;
    recipeScroll->setObjectName("panelScroll");
    recipeScroll->setWidgetResizable(true);
    recipeScroll->setFrameShape(QFrame::NoFrame);
    recipeScroll->setWidget(recipe);
    auto* recipeExport = new QPushButton(tr("Save as merge recipe …"));
    recipeExport->setToolTip(
        tr("One weight per stage and model: what `afa merge --recipe` merges the models by"));
    connect(recipeExport, &QPushButton::clicked, this, [this] {
        for (const auto& kind : exportKinds())
            if (kind.what == ExploreExport::Recipe) askForExport(kind);
    });
    auto* recipeTab = new QWidget;
    auto* recipeLayout = new QVBoxLayout(recipeTab);
    recipeLayout->setContentsMargins(8, 8, 8, 8);
    recipeLayout->addWidget(
        makeMuted(tr("Mean of the weights over steps, positions and both halves: how an ordinary merge of "
                     "the models could imitate this ensemble.")));
    recipeLayout->addWidget(recipeScroll, 1);
    recipeLayout->addWidget(recipeExport, 0, Qt::AlignLeft);

    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    tabs_->setObjectName("exploreTabs");
    tabs_->addTab(overviewTab, tr("Overview"));
    tabs_->addTab(curves_, tr("Curves"));
    tabs_->addTab(figure_, tr("Figure"));
    tabs_->addTab(recipeTab, tr("Recipe"));
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(stages_);
    layout->addWidget(tabs_, 1);
    return card;
}

void ExplorePage::showMaps() {
    const auto& maps = state_.maps();
    stack_->setCurrentIndex(maps ? 1 : 0);
    export_->setEnabled(maps != nullptr);
    compare_->setEnabled(maps != nullptr);
    second_->setVisible(state_.other() != nullptr);
    difference_->setVisible(state_.other() != nullptr);
    liveButton_->setVisible(live_ && maps != live_);
    if (!maps) return;
    QString title = maps->title.simplified();
    if (state_.other()) title = tr("%1   and   %2").arg(title, state_.other()->title.simplified());
    title_->setText(title);
    title_->setToolTip(maps->path);
    QList<UNetDrawing::Stage> stages;
    for (const auto& stage : maps->record.stages)
        stages.append({QString::fromStdString(stage.mbwKey), QString::fromStdString(stage.name)});
    stages_->setStages(stages);
    {
        const QSignalBlocker quiet(steps_);
        steps_->setRange(0, maps->steps() - 1);
    }
    showPlace();
    showStages();
}

void ExplorePage::showPlace() {
    if (!state_.maps()) return;
    {
        const QSignalBlocker quiet(steps_);
        steps_->setValue(state_.step());
    }
    stages_->setCurrent(state_.stage() - 1);
    const double timestep = state_.maps()->record.timesteps[static_cast<std::size_t>(state_.step())];
    place_->setText(tr("step %1 of %2 · t = %3")
                        .arg(state_.step() + 1)
                        .arg(state_.maps()->steps())
                        .arg(QLocale().toString(timestep, 'g', 4)));
}

void ExplorePage::showStages() {
    const auto& maps = state_.maps();
    if (!maps) return;
    const bool entropy = state_.quantity() == ExploreState::Quantity::Entropy;
    QList<double> values;
    for (int stage = 1; stage <= maps->stages(); ++stage) {
        const auto* figures = maps->overview.find(state_.step(), stage, state_.half());
        values.append(!figures  ? std::numeric_limits<double>::quiet_NaN()
                      : entropy ? figures->entropy
                                : figures->mean[static_cast<std::size_t>(state_.model())]);
    }
    stages_->setColours([colours = state_.colours()](double value) {
        const Rgb colour = colourOf(value, colours);
        return QColor(colour.r, colour.g, colour.b);
    });
    stages_->setValueTitle(entropy ? tr("entropy")
                                   : tr("mean weight of %1").arg(modelLetter(state_.model())));
    stages_->setValues(values);
}

void ExplorePage::setPlaying(bool playing) {
    if (playing && state_.maps() && state_.step() + 1 >= state_.maps()->steps()) state_.setStep(0);
    playButton_->setChecked(playing);
    if (playing)
        play_->start();
    else
        play_->stop();
}

QByteArray ExplorePage::saveState() const {
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << splitter_->saveState() << tabs_->currentIndex() << static_cast<int>(state_.quantity())
        << static_cast<int>(state_.half()) << static_cast<int>(state_.colours()) << state_.smooth()
        << state_.stretched() << state_.opacity();
    return state;
}

void ExplorePage::restoreState(const QByteArray& state) {
    QDataStream in(state);
    QByteArray splitter;
    int tab = 0, quantity = 0, half = 0, colours = 0;
    bool smooth = false, stretched = false;
    double opacity = 0;
    in >> splitter >> tab >> quantity >> half >> colours >> smooth >> stretched >> opacity;
    if (in.status() != QDataStream::Ok) return;  // of another version: as at the first start
    splitter_->restoreState(splitter);
    tabs_->setCurrentIndex(tab);
    const auto upTo = [](int value, auto last) {
        return static_cast<decltype(last)>(std::clamp(value, 0, static_cast<int>(last)));
    };
    state_.setQuantity(upTo(quantity, ExploreState::Quantity::Entropy));
    state_.setHalf(upTo(half, MapsHalf::Both));
    state_.setColours(upTo(colours, ColourMap::Grey));
    state_.setSmooth(smooth);
    state_.setStretched(stretched);
    state_.setOpacity(std::clamp(opacity, 0.0, 1.0));
}

}  // namespace afa
