#pragma once
#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace afa {

class GenerationQueue;

/// What is being made, how far it is and when it will be done; with a button to cancel, or to go on when the
/// queue is paused.
class ProgressStrip : public QWidget {
    Q_OBJECT
  public:
    explicit ProgressStrip(GenerationQueue& queue, QWidget* parent = nullptr);

  private:
    void refresh();

    GenerationQueue& queue_;
    QLabel* text_;
    QProgressBar* bar_;
    QPushButton* cancel_;
    QPushButton* resume_;
};

/// "12 s", "3 min 5 s", "2 h 4 min"
QString durationText(double seconds);
QString sizeText(std::uint64_t bytes);

}  // namespace afa
