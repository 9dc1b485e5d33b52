#pragma once
#include <QtWidgets/QWidget>

class QLineEdit;
class QToolButton;

namespace afa {

/// A seed from 0 to 2^64 - 1, with a lock (the same seed again) and a dice.
class SeedField : public QWidget {
    Q_OBJECT
  public:
    explicit SeedField(QWidget* parent = nullptr);

    quint64 seed() const;
    void setSeed(quint64 seed);
    bool locked() const;
    void setLocked(bool locked);
    void roll();

  private:
    QLineEdit* text_;
    QToolButton* lock_;
};

}  // namespace afa
