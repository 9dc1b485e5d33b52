#include "ui/parts/widgets/number_box.h"

#include <cmath>

namespace afa {
namespace {

constexpr int kDecimals = 7;

}  // namespace

QValidator::State DecimalBox::validate(QString& text, int& position) const {
    // The boxes show no groups of thousands, so that both signs mean the same.
    const QString sign = locale().decimalPoint();
    const auto signs = text.count('.') + text.count(',');
    if (decimals() == 0 && signs > 0) return QValidator::Invalid;
    if (!text.contains(sign) && signs == 1) text.replace('.', sign).replace(',', sign);
    return QDoubleSpinBox::validate(text, position);
}

NumberBox::NumberBox(bool whole, QWidget* parent) : DecimalBox(parent), whole_(whole) {
    setDecimals(whole ? 0 : kDecimals);
    setKeyboardTracking(false);
}

QString NumberBox::textFromValue(double value) const {
    if (whole_) return locale().toString(value, 'f', 0);
    QString text = locale().toString(value, 'f', kDecimals);
    while (text.endsWith(locale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(locale().decimalPoint())) text.chop(1);
    return text;
}

void NumberBox::stepBy(int steps) {
    if (whole_) return DecimalBox::stepBy(steps);
    // One in the second digit: 0.0001 -> 0.00011, 0.02 -> 0.021.
    const double size = value() > 0 ? std::pow(10.0, std::floor(std::log10(value())) - 1) : 0.01;
    setValue(value() + steps * size);
}

}  // namespace afa
