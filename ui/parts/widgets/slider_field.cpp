#include "ui/parts/widgets/slider_field.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <cmath>

#include "ui/parts/widgets/number_box.h"

namespace afa {

SliderField::SliderField(const QString& label, const QString& tooltip, const Range& range, QWidget* parent)
    : QWidget(parent), slider_(new QSlider(Qt::Horizontal)), box_(new DecimalBox) {
    const auto toSlider = [range](double value) { return static_cast<int>(std::lround(value / range.step)); };
    slider_->setRange(toSlider(range.lowest), toSlider(range.highest));
    slider_->setAccessibleName(tr("%1, slider").arg(label));
    slider_->setToolTip(tooltip);
    box_->setDecimals(range.decimals);
    box_->setRange(range.lowest, range.highestTyped);
    box_->setSingleStep(range.step);
    box_->setAccessibleName(label);
    box_->setToolTip(tooltip);
    box_->setFixedWidth(range.decimals > 2 ? 96 : 84);
    auto* name = new QLabel(label);
    name->setBuddy(box_);
    name->setToolTip(tooltip);

    connect(slider_, &QSlider::valueChanged, this,
            [this, range](int value) { box_->setValue(value * range.step); });
    connect(box_, &QDoubleSpinBox::valueChanged, this, [this, toSlider](double value) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(toSlider(value));
        Q_EMIT valueChanged(value);
    });

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->addWidget(name, 0, 0, 1, 2);
    layout->addWidget(slider_, 1, 0);
    layout->addWidget(box_, 1, 1);
    setFocusProxy(box_);
}

double SliderField::value() const {
    return box_->value();
}

void SliderField::setValue(double value) {
    box_->setValue(value);
}

}  // namespace afa
