#pragma once
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace afa {

class UNetDrawing;

/// A share from 0 to 1 for every block of the U-Net: the drawing in the colours of the shares, below it a
/// slider per block, and the current block's share to type.
class BlockSliders : public QWidget {
    Q_OBJECT
  public:
    explicit BlockSliders(QWidget* parent = nullptr);

    /// names: IN00, ..; modules: what they are made of. Keeps the shares where the names stay the same.
    void setBlocks(const QStringList& names, const QStringList& modules);
    int count() const { return static_cast<int>(sliders_.size()); }
    const QList<double>& shares() const { return shares_; }
    void setShares(const QList<double>& shares);  ///< tells nothing
    void setCurrent(int index);

  Q_SIGNALS:
    void edited();  ///< by the user

  private:
    void take(int index, double share);
    void show(int index);
    void refresh();

    QStringList names_;
    QList<double> shares_;
    UNetDrawing* drawing_;
    QGridLayout* grid_;
    QList<QSlider*> sliders_;
    QLabel* name_;
    QDoubleSpinBox* box_;
};

}  // namespace afa
