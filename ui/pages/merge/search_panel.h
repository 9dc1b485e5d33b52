#pragma once
#include <QtWidgets/QWidget>

#include "core/engine/merge_search_request.h"

class QAction;
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
class MergeSearching;
class Studio;

/// The search for block weights (autoMBW): how merges are scored, the curve of scores as it grows, the best
/// picture.
class SearchPanel : public QWidget {
    Q_OBJECT
  public:
    explicit SearchPanel(Studio& studio, QWidget* parent = nullptr);
    ~SearchPanel() override;

    void saveForm() const;  ///< what was typed, for the next window

    void start();

  Q_SIGNALS:
    void recipeChosen(const QString& path);

  private:
    QWidget* makeForm();
    QWidget* makeResults();
    void restoreForm();
    MergeSearchRequest request() const;
    QString obstacle() const;
    bool running() const;
    void showSearch();
    void showBest();
    void onTrial();
    void refresh();
    void showState();

    Studio& studio_;
    MergeSearching& search_;
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
    QAction *start_, *resume_, *use_;
    QPushButton* resumeButton_;
    QLabel* state_;
    QLabel* obstacle_;
    CurvePlot* plot_;
    Canvas* canvas_;
};

}  // namespace afa
