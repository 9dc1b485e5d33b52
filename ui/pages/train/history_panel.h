#pragma once
#include <QtCore/QHash>
#include <QtWidgets/QWidget>
#include <memory>

#include "core/engine/training_history.h"
#include "ui/services/jobs/job_runner.h"

class QAction;
class QLabel;
class QStackedWidget;
class QTableView;

namespace afa {

class CurvePlot;
class Notices;
class RunsModel;
class Training;
struct TrainingRun;

/// Every run there was: its settings, its result, and the curves of those that are chosen in one plot.
class HistoryPanel : public QWidget {
    Q_OBJECT
  public:
    HistoryPanel(Training& training, JobRunner& runner, Notices& notices, QWidget* parent = nullptr);

  Q_SIGNALS:
    void continueAsked(const QString& folder);
    void settingsAsked(const QString& folder);

  private:
    void refresh();
    void draw();
    void load(const QString& folder);
    QStringList chosen() const;  ///< folders
    const TrainingRun* current() const;

    Training& training_;
    JobRunner& runner_;
    Notices& notices_;
    RunsModel* model_;
    QTableView* table_;
    QStackedWidget* stack_;
    CurvePlot* plot_;
    QLabel* settings_;
    QAction *continue_, *use_, *folder_, *trash_;
    QHash<QString, std::shared_ptr<TrainingHistory>> histories_;  ///< by folder; of runs that have ended
};

}  // namespace afa
