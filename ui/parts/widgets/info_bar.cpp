#include "ui/parts/widgets/info_bar.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/style/icons.h"

namespace afa {
namespace {

constexpr int kIcon = 18;  // pixels

QLabel* textLabel(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

InfoBar::InfoBar(const Notice& notice, QWidget* parent) : QFrame(parent), notice_(notice), icon_(new QLabel) {
    const bool error = notice.severity == Notice::Severity::Error;
    iconName_ = error ? "warning" : "info";
    drawIcon();
    setProperty("bar", true);
    setProperty("severity", error ? "error" : "info");
    setAccessibleName(error ? tr("Problem: %1").arg(notice.text) : notice.text);

    auto* text = textLabel(notice.text);
    text->setObjectName("noticeText");
    auto* details = textLabel(notice.details.join('\n'));
    details->setProperty("muted", true);
    details->hide();

    auto* close = new QToolButton;
    close->setIcon(themedIcon("cancel"));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QObject::deleteLater);

    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    if (!notice.details.isEmpty()) {
        auto* more = new QToolButton;
        more->setText(tr("Details"));
        more->setCheckable(true);
        more->setToolTip(tr("Show or hide the details"));
        connect(more, &QToolButton::toggled, details, &QWidget::setVisible);
        row->addWidget(more, 0, Qt::AlignTop);
    }
    row->addWidget(close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->addLayout(row);
    layout->addWidget(details);
}

void InfoBar::drawIcon() {
    icon_->setPixmap(themedIcon(iconName_).pixmap(kIcon, kIcon));
}

void InfoBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) drawIcon();
    QFrame::changeEvent(event);
}

}  // namespace afa
