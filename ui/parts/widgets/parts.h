#pragma once
#include <QtCore/QString>

class QAction;
class QComboBox;
class QFrame;
class QLabel;
class QLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace afa {

QLabel* makeHeading(const QString& text);                     ///< of a card or a group
QLabel* makeMuted(const QString& text);                       ///< secondary text, wrapped
QLabel* makeFieldLabel(const QString& text, QWidget* buddy);  ///< of one field of a form
QComboBox* makeCombo(const QString& name, const QString& tooltip, const char* objectName);
QFrame* makeCard();  ///< a rounded surface; give it a layout
/// A layout for `card` that fills it to its border.
QVBoxLayout* fillCard(QFrame* card, int spacing = 0);
/// A card with what is filled in, which scrolls, above what stays in sight.
QFrame* makeFormCard(QWidget* form, QLayout* foot, int minimumWidth);
/// A button with an icon alone: the tooltip, which names its action, is its accessible name too.
QToolButton* makeIconButton(const QString& icon, const QString& tooltip);
/// A button that does and says what its action does and says; its text is the action's iconText().
QPushButton* makeActionButton(QAction* action);
/// The same with an icon alone.
QToolButton* makeActionIcon(QAction* action);
/// The button of a page's main action: in the accent colour, on which icons do not show.
QPushButton* makePrimaryButton(QAction* action);
/// What an empty list says: a large icon above a sentence.
QWidget* makeEmptyState(const QString& icon, const QString& text);

}  // namespace afa
