#include "ui/parts/widgets/tabbed_card.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include "ui/parts/widgets/parts.h"

namespace afa {

TabbedCard::TabbedCard(QWidget* parent)
    : QFrame(parent), bar_(new QHBoxLayout), widgets_(new QStackedWidget), buttons_(new QButtonGroup(this)) {
    setProperty("card", true);
    bar_->setContentsMargins(12, 10, 12, 0);
    bar_->setSpacing(4);
    bar_->addStretch();
    auto* layout = fillCard(this);
    layout->addLayout(bar_);
    layout->addWidget(widgets_, 1);
    connect(buttons_, &QButtonGroup::idClicked, this, &TabbedCard::showTab);
}

void TabbedCard::addTab(const QString& title, const QString& objectName, QWidget* widget) {
    auto* button = new QToolButton;
    button->setText(title);
    button->setCheckable(true);
    button->setProperty("tab", true);
    button->setToolTip(title);
    button->setObjectName(objectName);
    buttons_->addButton(button, widgets_->count());
    bar_->insertWidget(widgets_->count(), button);
    widgets_->addWidget(widget);
}

void TabbedCard::showTab(int index) {
    widgets_->setCurrentIndex(index);
    buttons_->button(index)->setChecked(true);
}

}  // namespace afa
