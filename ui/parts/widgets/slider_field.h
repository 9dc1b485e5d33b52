#pragma once
#include <QtWidgets/QWidget>

class QDoubleSpinBox;
class QSlider;

namespace afa {

/// A number that can be dragged, stepped and typed: label, slider, spin box.
class SliderField : public QWidget {
    Q_OBJECT
  public:
    struct Range {
        double lowest = 0, highest = 1, step = 1;
        double highestTyped = 1;  ///< the slider ends earlier, where useful values end
        int decimals = 0;
    };
    SliderField(const QString& label, const QString& tooltip, const Range& range, QWidget* parent = nullptr);

    double value() const;
    void setValue(double value);

  Q_SIGNALS:
    void valueChanged(double value);

  private:
    QSlider* slider_;
    QDoubleSpinBox* box_;
};

}  // namespace afa
