#pragma once
#include <QtWidgets/QWidget>
#include <memory>

#include "core/engine/maps.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace afa {

class CapabilityPanels;
class CapabilityTable;
class Studio;
struct CapabilityRequest;

/// Denoising capability (the paper's Fig. 1): which of the ensemble's models predicts the noise in which part
/// of a picture best. Measured as a job in the background.
class CapabilityView : public QWidget {
    Q_OBJECT
  public:
    explicit CapabilityView(Studio& studio, QWidget* parent = nullptr);

    void setPicture(const QString& path);
    /// A result measured before, here or by `afa capability`. Throws FileError, ConfigError.
    void openFile(const QString& path);
    void measure();
    bool measuring() const;
    const std::shared_ptr<const CapabilityMaps>& maps() const { return maps_; }

  private:
    QWidget* makeForm();
    QWidget* makeResult();
    /// Throws ConfigError for timesteps that are no numbers.
    CapabilityRequest request() const;
    void fillGallery();
    void fill(const CapabilityRequest& request);
    void onProgress();
    void showMeasured();
    void showResult(std::shared_ptr<const CapabilityMaps> maps);
    void showTimestep();
    void updateForm();
    void save(const QString& ending, const QString& filter);

    Studio& studio_;
    QString picture_;
    std::shared_ptr<const CapabilityMaps> maps_;
    QLabel *thumbnail_, *state_, *summary_;
    QMenu* gallery_;
    QLineEdit *prompt_, *timesteps_;
    QSpinBox *samples_, *seed_;
    QAction *measure_, *cancel_;
    QPushButton *measureButton_, *cancelButton_, *export_;
    QProgressBar* progress_;
    QStackedWidget* stack_;
    QComboBox *timestep_, *patch_;
    CapabilityPanels* panels_;
    CapabilityTable* table_;
};

}  // namespace afa
