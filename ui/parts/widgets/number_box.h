#pragma once
#include <QtWidgets/QDoubleSpinBox>

namespace afa {

/// A number that may be typed or pasted with a point or a comma, whatever the language's decimal sign is:
/// Qt drops the other one, and 7,5 becomes 75.
class DecimalBox : public QDoubleSpinBox {
    Q_OBJECT
  public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QValidator::State validate(QString& text, int& position) const override;
};

/// A number from 1e-6 to many digits without trailing zeros; steps follow its size.
class NumberBox : public DecimalBox {
    Q_OBJECT
  public:
    explicit NumberBox(bool whole, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    void stepBy(int steps) override;

  private:
    bool whole_;
};

}  // namespace afa
