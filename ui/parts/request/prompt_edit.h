#pragma once
#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;

namespace afa {

class PromptCounter;

/// A prompt with its token counter; what the text encoder cuts off is struck through.
class PromptEdit : public QWidget {
    Q_OBJECT
  public:
    PromptEdit(const QString& label, const QString& placeholder, int lines, const PromptCounter& counter,
               QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    QPlainTextEdit* edit() const { return edit_; }

  private:
    void recount();

    const PromptCounter& counter_;
    QPlainTextEdit* edit_;
    QLabel* count_;
};

}  // namespace afa
