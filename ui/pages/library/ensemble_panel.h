#pragma once
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;

namespace afa {

class Ensemble;
class OptionCombo;

/// Where the ensemble is put together: base models in order, host, aggregator, mode, and what stands in its
/// way.
class EnsemblePanel : public QWidget {
    Q_OBJECT
  public:
    explicit EnsemblePanel(Ensemble& ensemble, QWidget* parent = nullptr);

  private:
    void refresh();
    int currentRow() const;

    Ensemble& ensemble_;
    QListView* list_;
    QStackedWidget* stack_;
    QAction *up_, *down_, *remove_, *host_;
    OptionCombo* aggregator_;
    OptionCombo* mode_;
    QLabel* verdict_;
    QLabel* warnings_;
};

}  // namespace afa
