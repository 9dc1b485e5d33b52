#pragma once
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include "core/engine/merge_request.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace afa {

class SliderField;

/// How the models become one: method, weights or block weights' preset, VAE, type.
class MergeForm : public QWidget {
    Q_OBJECT
  public:
    explicit MergeForm(QWidget* parent = nullptr);

    void setModels(const QStringList& names, const QStringList& paths);
    bool byBlock() const;
    QString obstacle() const;  ///< where the method takes another number of models; "" = none
    /// Everything but models, block shares and output. A preset that was just chosen stands in
    /// `blockWeights`.
    MergeRequest request() const;
    /// Takes over what a recipe for these models says.
    void show(const MergePreview& preview);
    void presetIsCustom();  ///< its shares were changed

  Q_SIGNALS:
    void edited();

  private:
    void rebuildWeights();
    std::vector<double> weights() const;
    void refresh();

    QStringList names_, paths_;
    QComboBox* method_;
    QComboBox* preset_;
    SliderField* base_;
    SliderField* amount_;
    QVBoxLayout* weightRows_;
    QList<SliderField*> weights_;
    QWidget* weightsPart_;
    QWidget* presetPart_;
    QLabel* baseTitle_;  ///< above the weights, where they are of the rest alone
    QWidget* amountPart_;
    QComboBox* vae_;
    QComboBox* type_;
    bool showing_ = false;
};

}  // namespace afa
