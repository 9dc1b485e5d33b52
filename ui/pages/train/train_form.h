#pragma once
#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include "core/engine/train_request.h"
#include "ui/pages/train/train_fields.h"

class QFormLayout;

namespace afa {

/// Every setting of a TrainRequest but models, data and output, bound by forEachField: the ones that most
/// runs change first, the rest folded away.
class TrainForm : public QWidget {
    Q_OBJECT
  public:
    explicit TrainForm(QWidget* parent = nullptr);

    void settle();                               ///< takes up numbers that are still being typed
    void readInto(TrainRequest& request) const;  ///< leaves alone what the form does not hold
    void setRequest(const TrainRequest& request);

  Q_SIGNALS:
    void edited();

  private:
    QWidget* makeField(const Field& field, const TrainFieldText& text, bool isNumber, bool isWhole,
                       bool isFlag, bool isPath);
    QFormLayout* addGroup(TrainFieldText::Group group);

    QHash<QString, QWidget*> fields_;
    QHash<int, QFormLayout*> groups_;
    bool setting_ = false;
};

}  // namespace afa
