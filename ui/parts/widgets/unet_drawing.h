#pragma once
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtWidgets/QWidget>
#include <functional>

class QPainter;

namespace afa {

/// The U-Net as a U: a block per stage, deeper levels lower, skip connections across; each block in the
/// colour of its value. A click, or the arrow keys, Home and End choose the current stage.
class UNetDrawing : public QWidget {
    Q_OBJECT
  public:
    struct Stage {
        QString label;  ///< short: "IN03"
        QString name;   ///< its modules: "down_blocks.0.downsamplers.0"; tells the level
    };
    explicit UNetDrawing(QWidget* parent = nullptr);

    void setStages(const QList<Stage>& stages);
    int count() const { return static_cast<int>(stages_.size()); }
    /// One per stage; NaN = none, drawn hollow.
    void setValues(const QList<double>& values);
    /// Of a value; without it, the palette's highlight by value from 0 to 1.
    void setColours(std::function<QColor(double)> colours);
    /// What the values are, for tooltips: "mean weight of A".
    void setValueTitle(const QString& title);
    /// From 0; -1 = none. Tells nothing.
    void setCurrent(int index);
    int current() const { return current_; }
    QRect blockRect(int index) const;
    int level(int index) const { return levels_[index]; }  ///< 0 = full resolution

    QSize sizeHint() const override { return {520, 132}; }
    QSize minimumSizeHint() const override { return {300, 108}; }

  Q_SIGNALS:
    void chosen(int index);  ///< by the user

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void choose(int index);
    int blockAt(const QPoint& position) const;
    QString describe(int index) const;
    QColor colourOf(int index) const;
    void paintSkips(QPainter& painter) const;
    void paintBlock(QPainter& painter, int index) const;

    QList<Stage> stages_;
    QList<int> levels_;
    int deepest_ = 0;
    QList<double> values_;
    std::function<QColor(double)> colours_;
    QString valueTitle_;
    int current_ = -1, hovered_ = -1;
};

}  // namespace afa
