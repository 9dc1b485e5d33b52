#pragma once
#include <QtWidgets/QDialog>

#include "ui/services/comparing/comparison.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace afa {

class CompareCanvas;
class ComparisonRun;
class JobRunner;
class Notices;

/// Two or more pictures side by side, or two of them under a wipe slider, with what they share said once.
class CompareWindow : public QDialog {
    Q_OBJECT
  public:
    CompareWindow(JobRunner& background, Notices& notices, QWidget* parent = nullptr);

    void openPictures(const QStringList& paths);  ///< pictures on disk, read in the background
    void follow(ComparisonRun* run);              ///< pictures still to be made; takes the run
    /// The same comparison in a new window at the same place, for when the language was changed.
    void continueIn(QWidget* parent);
    const Comparison& comparison() const { return comparison_; }
    void saveSheet(const QString& target);

  private:
    void makeBar();
    void display(const Comparison& comparison);
    void fillChoices();
    void setWipe(bool wipe);
    void applyChoices(int changed);
    void askTarget();
    void updateZoom(double zoom);

    JobRunner& background_;
    Notices& notices_;
    Comparison comparison_;
    QStringList paths_;             ///< of pictures on disk
    ComparisonRun* run_ = nullptr;  ///< of pictures still to be made
    CompareCanvas* canvas_;
    QLabel* title_;
    QLabel* note_;
    QLabel* zoom_;
    QToolButton* sideBySide_;
    QToolButton* wipe_;
    QComboBox* left_;
    QComboBox* right_;
    QSlider* slider_;
    QPushButton* save_;
};

}  // namespace afa
