#include "ui/pages/explore/region_plots.h"

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>
#include <cmath>
#include <limits>

#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr Qt::PenStyle kStyles[]{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                 Qt::DashDotDotLine};
constexpr int kSettle = 30;  // milliseconds: curves follow when the map itself has been drawn

}  // namespace

RegionPlots::RegionPlots(ExploreState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      overSteps_(new CurvePlot),
      overStages_(new CurvePlot),
      chips_(new QHBoxLayout),
      hint_(makeMuted(tr("Click or drag on the map to choose regions."))),
      later_(new QTimer(this)) {
    overSteps_->setAccessibleName(tr("Weights over steps"));
    overStages_->setAccessibleName(tr("Weights over stages"));
    overSteps_->setObjectName("overSteps");
    overStages_->setObjectName("overStages");
    overSteps_->setAxisTitles(tr("step"), tr("weight"));
    overStages_->setAxisTitles(tr("stage"), tr("weight"));
    for (auto* plot : {overSteps_, overStages_}) {
        plot->setYRange(0, 1);
        plot->setWholeNumbersOnX(true);
        plot->setLegend(plot == overSteps_);
    }
    connect(overSteps_, &CurvePlot::clicked, this,
            [this](double x) { state_.setStep(static_cast<int>(std::lround(x)) - 1); });
    connect(overStages_, &CurvePlot::clicked, this,
            [this](double x) { state_.setStage(static_cast<int>(std::lround(x))); });
    chips_->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(chips_);
    layout->addWidget(hint_);
    layout->addWidget(overSteps_, 1);
    layout->addWidget(overStages_, 1);
    later_->setSingleShot(true);
    later_->setInterval(kSettle);
    connect(later_, &QTimer::timeout, this, &RegionPlots::refresh);
    for (const auto signal : {&ExploreState::mapsChanged, &ExploreState::moved, &ExploreState::modelChanged,
                              &ExploreState::grown, &ExploreState::regionsChanged})
        connect(&state, signal, this, &RegionPlots::refreshLater);
    for (const auto signal : {&ExploreState::mapsChanged, &ExploreState::regionsChanged})
        connect(&state, signal, this, &RegionPlots::refreshChips);
    refreshChips();
}

void RegionPlots::refreshLater() {
    stale_ = true;
    if (isVisible() && !later_->isActive()) later_->start();
}

void RegionPlots::showEvent(QShowEvent*) {
    if (stale_) refresh();
}

void RegionPlots::refreshChips() {
    while (auto* item = chips_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int count = static_cast<int>(state_.regions().size());
    hint_->setVisible(count == 0);
    for (int i = 0; i < count; ++i) {
        auto* chip = new QToolButton;
        chip->setText(tr("Region %1").arg(i + 1));
        chip->setIcon(themedIcon("cancel"));
        chip->setIconSize({12, 12});
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(Qt::RightToLeft);  // the cross behind the text
        chip->setToolTip(tr("Remove region %1").arg(i + 1));
        chip->setAccessibleName(chip->toolTip());
        // Later: the button must not delete itself while it is clicked.
        connect(
            chip, &QToolButton::clicked, &state_, [this, i] { state_.removeRegion(i); },
            Qt::QueuedConnection);
        chips_->addWidget(chip);
    }
    chips_->addStretch();
}

QList<Curve> RegionPlots::curves(bool overSteps) const {
    QList<Curve> curves;
    if (!state_.maps()) return curves;
    const auto& maps = *state_.maps();
    QList<MapRegion> regions = state_.regions();
    const bool whole = regions.isEmpty();
    if (whole) regions.append(MapRegion{});
    const int points = overSteps ? maps.steps() : maps.stages();
    for (int region = 0; region < regions.size(); ++region) {
        const auto first = curves.size();
        for (int model = 0; model < maps.models(); ++model) {
            const QString letter = modelLetter(model);
            Curve curve;
            curve.name =
                whole ? tr("%1, whole picture").arg(letter) : tr("%1, region %2").arg(letter).arg(region + 1);
            curve.colour = modelColour(model);
            curve.style = kStyles[region % std::size(kStyles)];
            curve.points = points < 40;
            curves.append(curve);
        }
        for (int point = 0; point < points; ++point) {
            const int step = overSteps ? point : state_.step();
            const int stage = overSteps ? state_.stage() : point + 1;
            const StageMap* map = maps.record.find(step, stage);
            const auto means = map ? regionMeans(maps.record, *map, state_.half(), regions[region])
                                   : std::vector<double>(static_cast<std::size_t>(maps.models()),
                                                         std::numeric_limits<double>::quiet_NaN());
            for (int model = 0; model < maps.models(); ++model) {
                curves[first + model].x.append(point + 1);
                curves[first + model].y.append(means[static_cast<std::size_t>(model)]);
            }
        }
    }
    return curves;
}

void RegionPlots::refresh() {
    stale_ = false;
    overSteps_->setCurves(curves(true));
    overStages_->setCurves(curves(false));
    if (!state_.maps()) return;
    overSteps_->setMarker(state_.step() + 1);
    overStages_->setMarker(state_.stage());
    overSteps_->setAxisTitles(tr("step (at stage %1)").arg(state_.stage()), tr("weight"));
    overStages_->setAxisTitles(tr("stage (at step %1)").arg(state_.step() + 1), tr("weight"));
}

QString RegionPlots::csv() const {
    QString text = QStringLiteral("axis,at,region,model,weight\n");
    const int models = state_.maps() ? state_.maps()->models() : 1;
    const bool whole = state_.regions().isEmpty();
    for (const bool overSteps : {true, false}) {
        const auto all = curves(overSteps);
        for (int i = 0; i < all.size(); ++i)
            for (int point = 0; point < all[i].x.size(); ++point) {
                if (std::isnan(all[i].y[point])) continue;
                // Steps from 0 and stages from 1, as in the maps file; region 0 is the whole picture.
                text += QStringLiteral("%1,%2,%3,%4,%5\n")
                            .arg(overSteps ? QStringLiteral("step") : QStringLiteral("stage"))
                            .arg(overSteps ? point : point + 1)
                            .arg(whole ? 0 : i / models + 1)
                            .arg(i % models)
                            .arg(all[i].y[point], 0, 'g', 17);
            }
    }
    return text;
}

}  // namespace afa
