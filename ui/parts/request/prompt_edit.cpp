#include "ui/parts/request/prompt_edit.h"

#include <QtCore/QMimeData>
#include <QtGui/QTextCursor>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/request/prompt_counter.h"

namespace afa {

namespace {

/// Takes text; files dropped on it are for the page around it: a picture's settings, not its path.
class TextField : public QPlainTextEdit {
  protected:
    bool canInsertFromMimeData(const QMimeData* source) const override {
        return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
    }
};

}  // namespace

PromptEdit::PromptEdit(const QString& label, const QString& placeholder, int lines,
                       const PromptCounter& counter, QWidget* parent)
    : QWidget(parent), counter_(counter), edit_(new TextField), count_(new QLabel) {
    edit_->setPlaceholderText(placeholder);
    edit_->setAccessibleName(label);
    edit_->setTabChangesFocus(true);
    edit_->setFixedHeight(edit_->fontMetrics().lineSpacing() * lines + 22);
    auto* name = new QLabel(label);
    name->setBuddy(edit_);
    count_->setProperty("muted", true);
    count_->setObjectName("tokenCount");
    count_->setToolTip(
        tr("Tokens used of those the text encoder takes; what does not fit is struck through"));

    auto* head = new QHBoxLayout;
    head->addWidget(name);
    head->addStretch();
    head->addWidget(count_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(edit_);
    connect(edit_, &QPlainTextEdit::textChanged, this, &PromptEdit::recount);
    connect(&counter, &PromptCounter::changed, this, &PromptEdit::recount);
    setFocusProxy(edit_);
}

QString PromptEdit::text() const {
    return edit_->toPlainText();
}

void PromptEdit::setText(const QString& text) {
    if (text == edit_->toPlainText()) return;
    QTextCursor all(edit_->document());  // kept in the undo history
    all.select(QTextCursor::Document);
    all.insertText(text);
}

void PromptEdit::recount() {
    QList<QTextEdit::ExtraSelection> marks;
    if (counter_.ready()) {
        const auto tokens = counter_.count(text());
        count_->setText(tr("%1 / %2").arg(tokens.used).arg(tokens.limit));
        count_->setAccessibleName(tr("%1 of %2 tokens used").arg(tokens.used).arg(tokens.limit));
        const bool over = tokens.cutAt >= 0;
        if (count_->property("danger").toBool() != over) {
            count_->setProperty("danger", over);
            count_->setProperty("muted", !over);
            style()->unpolish(count_);
            style()->polish(count_);
        }
        if (over) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(edit_->document());
            mark.cursor.setPosition(tokens.cutAt);
            mark.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            mark.format.setFontStrikeOut(true);
            mark.format.setForeground(palette().color(QPalette::BrightText));
            marks.append(mark);
        }
    }
    edit_->setExtraSelections(marks);
}

}  // namespace afa
