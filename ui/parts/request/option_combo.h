#pragma once
#include <QtWidgets/QComboBox>

#include "ui/services/library/ensemble.h"

namespace afa {

/// A choice whose impossible entries are shown, cannot be chosen and say why.
class OptionCombo : public QComboBox {
    Q_OBJECT
  public:
    explicit OptionCombo(const QString& accessibleName, QWidget* parent = nullptr);
    void setOptions(const QList<Ensemble::Option>& options, const QString& current);

  Q_SIGNALS:
    void chosen(const QString& value);
};

}  // namespace afa
