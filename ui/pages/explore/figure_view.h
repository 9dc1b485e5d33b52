#pragma once
#include <QtWidgets/QWidget>

#include "ui/pages/explore/explore_state.h"

class QLabel;
class QLineEdit;
class QScrollArea;

namespace afa {

/// Small multiples as in the paper's Fig. 6: for chosen stages a row per model, a column per chosen step. The
/// drawing is core's, the same that `afa maps --sheet` writes.
class FigureView : public QWidget {
    Q_OBJECT
  public:
    explicit FigureView(ExploreState& state, QWidget* parent = nullptr);

    /// What the fields say; throws ConfigError that names what cannot be read.
    MapsSheetSettings settings() const;
    /// PNG at 300 dpi, or SVG by its ending. Throws ConfigError, FileError.
    void save(const QString& path) const;

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void refreshLater();
    void refresh();
    void fit();

    ExploreState& state_;
    QLineEdit *stages_, *steps_;
    QLabel *sheet_, *problem_;
    QScrollArea* scroll_;
    QImage image_;
    bool stale_ = true;
};

}  // namespace afa
