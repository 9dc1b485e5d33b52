#pragma once
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace afa {

/// One picture, as large as it fits; a sentence while there is none.
class Canvas : public QWidget {
    Q_OBJECT
  public:
    explicit Canvas(QWidget* parent = nullptr);

    void show(const QImage& image, const QString& description);
    void clear(const QString& sentence);
    const QImage& image() const { return image_; }

    QSize minimumSizeHint() const override { return {220, 220}; }
    QSize sizeHint() const override { return {560, 560}; }

  Q_SIGNALS:
    void activated();  ///< double click or Enter

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

  private:
    QImage image_;
    QString sentence_;
};

}  // namespace afa
