#include "ui/pages/explore/explore_state.h"

#include <algorithm>

namespace afa {

void ExploreState::setMaps(ExploredMapsPtr maps) {
    const bool first = !maps_;
    maps_ = std::move(maps);
    regions_.clear();
    if (maps_) {
        const int stages = maps_->stages();
        // The paper looks at the last but one.
        stage_ = first ? std::max(1, stages - 1) : std::clamp(stage_, 1, stages);
        step_ = maps_->live ? 0 : first ? maps_->steps() / 2 : std::clamp(step_, 0, maps_->steps() - 1);
        // A stage without an aggregator shows nothing: start at one that has maps.
        if (!maps_->record.maps.empty() && !maps_->record.find(step_, stage_)) {
            stage_ = maps_->record.maps.back().stage;
            if (!maps_->record.find(step_, stage_)) step_ = maps_->record.maps.back().step;
        }
        model_ = std::clamp(model_, 0, maps_->models() - 1);
        if (maps_->record.halves == 1) half_ = MapsHalf::Cond;
    }
    Q_EMIT mapsChanged();
}

void ExploreState::setOther(ExploredMapsPtr maps) {
    other_ = std::move(maps);
    Q_EMIT mapsChanged();
}

void ExploreState::swap() {
    if (!other_) return;
    auto before = maps_;
    auto now = other_;
    other_ = std::move(before);
    setMaps(std::move(now));
}

void ExploreState::tellGrown() {
    Q_EMIT grown();
}

int ExploreState::otherStep() const {
    if (!maps_ || !other_) return 0;
    return other_->stepAt(maps_->record.timesteps[static_cast<std::size_t>(step_)]);
}

const StageMap* ExploreState::map() const {
    return maps_ ? maps_->record.find(step_, stage_) : nullptr;
}

const StageMap* ExploreState::otherMap() const {
    return other_ ? other_->record.find(otherStep(), stage_) : nullptr;
}

void ExploreState::setStep(int step) {
    if (maps_) set(step_, std::clamp(step, 0, maps_->steps() - 1), &ExploreState::moved);
}

void ExploreState::setStage(int stage) {
    if (maps_) set(stage_, std::clamp(stage, 1, maps_->stages()), &ExploreState::moved);
}

void ExploreState::setModel(int model) {
    if (maps_ && model >= 0 && model < maps_->models()) set(model_, model, &ExploreState::modelChanged);
}

void ExploreState::setHalf(MapsHalf half) {
    set(half_, half, &ExploreState::modelChanged);
}

void ExploreState::setQuantity(Quantity quantity) {
    set(quantity_, quantity, &ExploreState::viewChanged);
}

void ExploreState::setColours(ColourMap colours) {
    set(colours_, colours, &ExploreState::viewChanged);
}

void ExploreState::setSmooth(bool smooth) {
    set(smooth_, smooth, &ExploreState::viewChanged);
}

void ExploreState::setStretched(bool stretched) {
    set(stretched_, stretched, &ExploreState::viewChanged);
}

void ExploreState::setOpacity(double opacity) {
    set(opacity_, std::clamp(opacity, 0.0, 1.0), &ExploreState::viewChanged);
}

void ExploreState::setCursor(std::optional<QPointF> cursor) {
    set(cursor_, cursor, &ExploreState::cursorMoved);
}

void ExploreState::addRegion(const MapRegion& region) {
    regions_.append(region);
    Q_EMIT regionsChanged();
}

void ExploreState::removeRegion(int index) {
    regions_.removeAt(index);
    Q_EMIT regionsChanged();
}

void ExploreState::clearRegions() {
    if (regions_.isEmpty()) return;
    regions_.clear();
    Q_EMIT regionsChanged();
}

}  // namespace afa
