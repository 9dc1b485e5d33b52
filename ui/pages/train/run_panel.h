#pragma once
#include <QtCore/QThreadPool>
#include <QtWidgets/QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace afa {

class Canvas;
class CurvePlot;
class Notices;
class RoutingStrip;
class Training;

/// The run that is being trained, or was last: curves, routing, sample pictures, warnings.
class RunPanel : public QWidget {
    Q_OBJECT
  public:
    RunPanel(Training& training, Notices& notices, QWidget* parent = nullptr);
    ~RunPanel() override;

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    QWidget* makeHead();
    QWidget* makePlots();
    QWidget* makeSide();
    QWidget* makeRouting();
    void refresh();
    void refreshHead();
    void refreshCurves();
    void refreshSamples();
    void showSample(int index);
    QStringList modelNames() const;

    Training& training_;
    Notices& notices_;
    QStackedWidget* stack_;
    QLabel* name_;
    QLabel* text_;
    QLabel* verdict_;
    QProgressBar* bar_;
    QAction *pause_, *continue_;
    QPushButton *pauseButton_, *continueButton_;
    CurvePlot* loss_;
    CurvePlot* rate_;
    QCheckBox* logarithmic_;
    QSlider* smoothing_;
    Canvas* sample_;
    QLabel* sampleText_;
    QSlider* sampleSlider_;
    QListWidget* warnings_;
    RoutingStrip* routing_;
    QWidget* legend_;
    QString shownSample_;
    QStringList legendNames_;
    QThreadPool loader_;
};

}  // namespace afa
