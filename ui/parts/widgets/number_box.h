#pragma once
#include <QtWidgets/QDoubleSpinBox>

namespace afa {

/// A number from 1e-6 to many digits without trailing zeros; steps follow its size.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT
  public:
    explicit NumberBox(bool whole, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    void stepBy(int steps) override;

  private:
    bool whole_;
};

}  // namespace afa
