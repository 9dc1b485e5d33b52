#pragma once
#include <QtWidgets/QMainWindow>

class QLabel;

namespace afa {

/// The studio's first window: names the program, the engine's version and the device it found.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(QWidget* parent = nullptr);

  public Q_SLOTS:
    void showDevice(const QString& description);
    void showDeviceProblem(const QString& message);

  private:
    void about();
    QLabel* device_;
};

}  // namespace afa
