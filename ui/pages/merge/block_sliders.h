#pragma once
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace afa {

class UNetDrawing;

/// Every model's share of every block of the U-Net; the shares of a block sum to 1. One model's are shown:
/// the drawing in the colours of the shares, below it a slider per block, and the current block's share to
/// type. When a share changes, the other models of that block keep their proportions.
class BlockSliders : public QWidget {
    Q_OBJECT
  public:
    using Rows = QList<QList<double>>;  ///< a row per block, a share per model

    explicit BlockSliders(QWidget* parent = nullptr);

    /// Of two models the second one's shares are shown, of more the one that is chosen. Another number of
    /// models starts with even shares.
    void setModels(const QStringList& names);
    /// names: IN00, ..; modules: what they are made of. Keeps the shares where the names stay the same.
    void setBlocks(const QStringList& names, const QStringList& modules);
    int count() const { return static_cast<int>(sliders_.size()); }
    const Rows& rows() const { return rows_; }
    void setRows(const Rows& rows);  ///< tells nothing
    QList<double> shares() const;    ///< the shown model's, per block
    void setCurrent(int index);

  Q_SIGNALS:
    void edited();  ///< by the user

  private:
    void take(int index, double share);
    void show(int index);
    void showModel();
    void refresh();

    QStringList names_;
    Rows rows_;
    int models_ = 2, model_ = 1;
    QComboBox* shown_;
    QWidget* whose_;  ///< the choice of the model
    UNetDrawing* drawing_;
    QGridLayout* grid_;
    QList<QSlider*> sliders_;
    QLabel* name_;
    QDoubleSpinBox* box_;
};

}  // namespace afa
