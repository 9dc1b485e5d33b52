#pragma once
#include <QtWidgets/QWidget>

#include "core/engine/engine.h"
#include "ui/jobs/job_runner.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace afa {

class Canvas;
class CurvePlot;
class Studio;

/// The search for block weights (autoMBW) as a background job: how merges are scored, the curve of scores as
/// it grows, the best picture.
class SearchPanel : public QWidget {
    Q_OBJECT
  public:
    explicit SearchPanel(Studio& studio, QWidget* parent = nullptr);
    ~SearchPanel() override;

    bool running() const { return job_ != 0; }
    void start();
    void resume();  ///< the last search, where it stopped
    void stop();

  Q_SIGNALS:
    void recipeChosen(const QString& path);

  private:
    QWidget* makeForm();
    QWidget* makeResults();
    MergeSearchRequest request() const;
    QString obstacle() const;
    void run(const MergeSearchRequest& asked);
    void onTrial(const MergeSearchTrial& trial);
    void onEnd(const JobEnd& end);
    void refresh();
    void showState();

    Studio& studio_;
    QComboBox* scorer_;
    QStackedWidget* scorerPart_;
    QLineEdit* data_;
    QSpinBox* samples_;
    QLineEdit* command_;
    QSpinBox* timeout_;
    QPlainTextEdit* prompts_;
    QSpinBox* seeds_;
    QSpinBox* steps_;
    QSpinBox* passes_;
    QComboBox* line_;
    QCheckBox* pairs_;
    QPushButton* start_;
    QPushButton* resume_;
    QPushButton* use_;
    QLabel* state_;
    QLabel* obstacle_;
    CurvePlot* plot_;
    Canvas* canvas_;
    QString folder_;  ///< of the last search
    QString phase_;
    MergeSearchTrial last_;
    JobId job_ = 0;
};

}  // namespace afa
