#pragma once
#include <QtCore/QString>

class QFrame;
class QLabel;
class QToolButton;
class QWidget;

namespace afa {

QLabel* makeHeading(const QString& text);  ///< of a card or a group
QLabel* makeTitle(const QString& text);    ///< of a page
QLabel* makeMuted(const QString& text);    ///< secondary text, wrapped
QFrame* makeCard();                        ///< a rounded surface; give it a layout
/// A button with an icon alone: the tooltip, which names its action, is its accessible name too.
QToolButton* makeIconButton(const QString& icon, const QString& tooltip);
/// What an empty list says: a large icon above a sentence.
QWidget* makeEmptyState(const QString& icon, const QString& text);

}  // namespace afa
