#pragma once
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointF>
#include <optional>

#include "ui/pages/explore/explored_maps.h"

namespace afa {

/// What the views of the Explore page show, and where they stand. Every view reads it and asks it for
/// changes; none knows another.
class ExploreState : public QObject {
    Q_OBJECT
  public:
    enum class Quantity { Weight, Dominant, Entropy };

    using QObject::QObject;

    /// The picture in question; null = none. Step and stage stay where it has them.
    void setMaps(ExploredMapsPtr maps);
    /// A second one to compare with; null = none.
    void setOther(ExploredMapsPtr maps);
    void swap();
    /// More steps have come into maps().
    void tellGrown();
    const ExploredMapsPtr& maps() const { return maps_; }
    const ExploredMapsPtr& other() const { return other_; }

    int step() const { return step_; }    ///< from 0
    int stage() const { return stage_; }  ///< from 1
    int otherStep() const;                ///< of other(), at the timestep nearest to this one's
    int model() const { return model_; }
    MapsHalf half() const { return half_; }
    Quantity quantity() const { return quantity_; }
    ColourMap colours() const { return colours_; }
    bool smooth() const { return smooth_; }
    bool stretched() const { return stretched_; }  ///< colours run over the map's own range
    double opacity() const { return opacity_; }
    /// In fractions of the picture's sides; nothing while the pointer is elsewhere.
    std::optional<QPointF> cursor() const { return cursor_; }
    const QList<MapRegion>& regions() const { return regions_; }
    const StageMap* map() const;       ///< at step and stage; null = missing
    const StageMap* otherMap() const;  ///< of other()

  public:
    void setStep(int step);
    void setStage(int stage);
    void setModel(int model);
    void setHalf(MapsHalf half);
    void setQuantity(Quantity quantity);
    void setColours(ColourMap colours);
    void setSmooth(bool smooth);
    void setStretched(bool stretched);
    void setOpacity(double opacity);
    void setCursor(std::optional<QPointF> cursor);
    void addRegion(const MapRegion& region);
    void removeRegion(int index);
    void clearRegions();

  Q_SIGNALS:
    void mapsChanged();   ///< another picture, or another to compare with
    void grown();         ///< more steps of it
    void moved();         ///< step or stage
    void viewChanged();   ///< how it is shown
    void modelChanged();  ///< the model or the half
    void cursorMoved();
    void regionsChanged();

  private:
    template <typename Value, typename Signal>
    void set(Value& member, const Value& value, Signal signal) {
        if (member == value) return;
        member = value;
        Q_EMIT(this->*signal)();
    }

    ExploredMapsPtr maps_, other_;
    int step_ = 0, stage_ = 1, model_ = 0;
    MapsHalf half_ = MapsHalf::Cond;
    Quantity quantity_ = Quantity::Weight;
    ColourMap colours_ = ColourMap::Viridis;
    bool smooth_ = false, stretched_ = false;
    double opacity_ = 0.7;
    std::optional<QPointF> cursor_;
    QList<MapRegion> regions_;
};

}  // namespace afa
