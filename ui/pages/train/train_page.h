#pragma once
#include <QtCore/QTimer>

#include "core/engine/training_plan.h"
#include "ui/parts/widgets/page.h"
#include "ui/services/jobs/job_runner.h"

class QAction;
class QLabel;
class QLineEdit;
class QSplitter;

namespace afa {

class DataPanel;
class EnsembleSummary;
class HistoryPanel;
class RunPanel;
class Studio;
class TabbedCard;
class TrainForm;
struct TrainRequest;

/// Settings on the left; data, the run and the history on the right.
class TrainPage : public Page {
    Q_OBJECT
  public:
    enum Tab { DataTab, RunTab, HistoryTab };

    explicit TrainPage(Studio& studio, QWidget* parent = nullptr);

    void start();
    void showTab(Tab tab);
    void fillMenu(QMenu& menu) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    void saveForm() const override;

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    QWidget* makeForm();
    QWidget* makeTabs();
    void restoreForm();
    TrainRequest request() const;
    QStringList problems(const TrainRequest& request) const;
    void planSoon();
    void plan();
    void measure();
    void showPlan(const TrainingPlan& plan, const QString& problem);
    void useSettings(const QString& folder);
    void refresh();

    Studio& studio_;
    TrainForm* form_;
    QLineEdit* name_;
    EnsembleSummary* models_;
    DataPanel* data_;
    RunPanel* run_;
    HistoryPanel* history_;
    TabbedCard* tabs_;
    QSplitter* splitter_;
    QLabel* plan_;
    QLabel* obstacle_;
    QAction *measure_, *start_;
    QTimer planTimer_;
    JobId planJob_ = 0, measureJob_ = 0;
    std::string planned_, timed_;  ///< requests as JSON: what the plan, and the time, are of
    double secondsPerStep_ = 0;
};

}  // namespace afa
