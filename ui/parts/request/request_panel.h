#pragma once
#include <QtWidgets/QWidget>

#include "core/engine/requests.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace afa {

class PromptCounter;
class PromptEdit;
class SeedField;
class SliderField;
struct ModelInfo;

/// The form of what is asked for, apart from the models.
class RequestPanel : public QWidget {
    Q_OBJECT
  public:
    explicit RequestPanel(const PromptCounter& counter, QWidget* parent = nullptr);

    /// Sizes follow the host model; nullptr while it is not known.
    void setModel(const ModelInfo* host);
    /// Everything the form holds; models, aggregator and mode are left empty.
    GenerateRequest request() const;
    void setRequest(const GenerateRequest& request);
    void setSeed(quint64 seed, bool locked);
    bool seedLocked() const;
    /// A new seed for the next pictures unless it is locked.
    void rollUnlessLocked();
    void focusPrompt();

  Q_SIGNALS:
    void edited();

  private:
    void tellEdits();
    void offerSizes();
    void chooseSize(int index);
    void roundSize(QSpinBox* box);
    void updateKarras();

    int ownSize_ = 0, sizeStep_ = 1;
    bool sizeAsked_ = false;  ///< by a request, rather than by a model
    PromptEdit* prompt_;
    PromptEdit* negative_;
    QComboBox* sizes_;
    QSpinBox* width_;
    QSpinBox* height_;
    SliderField* steps_;
    SliderField* cfg_;
    QComboBox* sampler_;
    QCheckBox* karras_;
    SeedField* seed_;
    QSpinBox* count_;
};

}  // namespace afa
