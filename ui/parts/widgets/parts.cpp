#include "ui/parts/widgets/parts.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/style/icons.h"

namespace afa {
namespace {

QLabel* label(const QString& text, const char* property) {
    auto* made = new QLabel(text);
    made->setProperty(property, true);
    return made;
}

/// "generate" for the action "generateAction"; none where the action is not named so.
QString buttonName(const QAction& action) {
    const QString ending = QStringLiteral("Action");
    return action.objectName().endsWith(ending) ? action.objectName().chopped(ending.size()) : QString();
}

/// Draws its icon anew when the palette changes.
class IconLabel : public QWidget {
  public:
    explicit IconLabel(const QString& icon) : icon_(themedIcon(icon)) { setFixedSize(56, 56); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setOpacity(0.45);
        icon_.paint(&painter, rect());
    }

  private:
    QIcon icon_;
};

}  // namespace

QLabel* makeHeading(const QString& text) {
    return label(text, "heading");
}

QLabel* makeMuted(const QString& text) {
    auto* made = label(text, "muted");
    made->setWordWrap(true);
    return made;
}

QLabel* makeFieldLabel(const QString& text, QWidget* buddy) {
    auto* made = new QLabel(text);
    made->setBuddy(buddy);
    return made;
}

QComboBox* makeCombo(const QString& name, const QString& tooltip, const char* objectName) {
    auto* made = new QComboBox;
    made->setAccessibleName(name);
    made->setToolTip(tooltip);
    made->setObjectName(objectName);
    return made;
}

QFrame* makeCard() {
    auto* card = new QFrame;
    card->setProperty("card", true);
    return card;
}

QVBoxLayout* fillCard(QFrame* card, int spacing) {
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(spacing);
    return layout;
}

QFrame* makeFormCard(QWidget* form, QLayout* foot, int minimumWidth) {
    auto* scroll = new QScrollArea;
    scroll->setObjectName("panelScroll");
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);
    auto* card = makeCard();
    card->setMinimumWidth(minimumWidth);
    auto* layout = fillCard(card);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);
    return card;
}

QToolButton* makeIconButton(const QString& icon, const QString& tooltip) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setIconSize({18, 18});
    button->setToolTip(tooltip);
    button->setAccessibleName(tooltip);
    return button;
}

namespace {

QPushButton* actionButton(QAction* action, bool primary) {
    auto* button = new QPushButton;
    if (primary) button->setProperty("primary", true);
    button->setObjectName(buttonName(*action));
    const auto follow = [button, action, primary] {
        button->setText(action->iconText());
        button->setAccessibleName(action->text().remove('&'));
        if (!primary) button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

}  // namespace

QPushButton* makeActionButton(QAction* action) {
    return actionButton(action, false);
}

QPushButton* makePrimaryButton(QAction* action) {
    return actionButton(action, true);
}

QToolButton* makeActionIcon(QAction* action) {
    auto* button = makeIconButton("info", action->text());
    button->setObjectName(buttonName(*action));
    button->setDefaultAction(action);
    return button;
}

QWidget* makeEmptyState(const QString& icon, const QString& text) {
    auto* state = new QWidget;
    auto* sentence = makeMuted(text);
    sentence->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(state);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch();
    layout->addWidget(new IconLabel(icon), 0, Qt::AlignCenter);
    layout->addSpacing(8);
    layout->addWidget(sentence);
    layout->addStretch();
    return state;
}

}  // namespace afa
