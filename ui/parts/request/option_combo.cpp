#include "ui/parts/request/option_combo.h"

#include <QtGui/QStandardItemModel>

namespace afa {

OptionCombo::OptionCombo(const QString& accessibleName, QWidget* parent) : QComboBox(parent) {
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(itemData(index).toString()); });
}

void OptionCombo::setOptions(const QList<Ensemble::Option>& options, const QString& current) {
    const QSignalBlocker quiet(this);
    clear();
    auto* items = qobject_cast<QStandardItemModel*>(model());
    for (const auto& option : options) {
        const bool possible = option.obstacle.isEmpty();
        addItem(possible ? option.title : tr("%1 (%2)").arg(option.title, option.obstacle), option.value);
        items->item(count() - 1)->setEnabled(possible);
        items->item(count() - 1)->setToolTip(option.obstacle);
    }
    setCurrentIndex(findData(current));
}

}  // namespace afa
