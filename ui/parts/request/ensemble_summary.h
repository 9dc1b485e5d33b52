#pragma once
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace afa {

class Ensemble;
class OptionCombo;

/// The chosen models in their colours, and how they are joined.
class EnsembleSummary : public QWidget {
    Q_OBJECT
  public:
    explicit EnsembleSummary(Ensemble& ensemble, bool withMode = true, QWidget* parent = nullptr);

  Q_SIGNALS:
    void changeAsked();

  private:
    void refresh();

    Ensemble& ensemble_;
    bool withMode_;
    QVBoxLayout* rows_;
    OptionCombo* mode_;
};

}  // namespace afa
