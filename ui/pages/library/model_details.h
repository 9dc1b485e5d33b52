#pragma once
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace afa {

struct ModelInfo;

/// What is known about one model of the library.
class ModelDetails : public QWidget {
    Q_OBJECT
  public:
    explicit ModelDetails(QWidget* parent = nullptr);
    void show(const ModelInfo* info);  ///< nullptr: none chosen

  Q_SIGNALS:
    void useAsked();
    void folderAsked();

  private:
    QLabel* title_;
    QLabel* facts_;
    QAction *use_, *folder_;
    QPushButton* useButton_;
};

}  // namespace afa
