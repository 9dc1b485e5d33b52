#pragma once
#include <QtWidgets/QWidget>
#include <functional>

class QAction;
class QActionGroup;
class QMenu;

namespace afa {

/// One page of the window, and all that the window knows of it. A page owns its commands, as actions: buttons
/// show them (parts.h), and the page puts them into its menu.
class Page : public QWidget {
    Q_OBJECT
  public:
    /// `name` is that of its icon and its settings: "library".
    Page(const QString& name, const QString& title, const QString& menuTitle, QWidget* parent = nullptr)
        : QWidget(parent), name_(name), title_(title), menuTitle_(menuTitle) {}

    const QString& name() const { return name_; }
    const QString& title() const { return title_; }
    const QString& menuTitle() const { return menuTitle_; }

    virtual void fillMenu(QMenu& menu) = 0;
    /// Whether a file from outside is for this page; the last page that says so gets it.
    virtual bool takesFile(const QString&) const { return false; }
    virtual void openFile(const QString&) {}
    virtual void arrive() {}  ///< it was chosen: where typing starts

    virtual QByteArray saveState() const { return {}; }  ///< of its layout
    virtual void restoreState(const QByteArray&) {}
    virtual void saveForm() const {}  ///< what was typed, for the next window

  Q_SIGNALS:
    void comeForward();                         ///< a command of it was given
    void pageAsked(const QString& name);        ///< another page is wanted
    void filesAsked(const QStringList& paths);  ///< dropped here, maybe for another page

  private:
    QString name_, title_, menuTitle_;
};

/// A command of a page, or of a part of one, which owns it and lists it in actions(). Where it is `Shown`,
/// its page comes forward first. The action's name is `name` with "Action" at its end.
enum class Command { Shown, Unseen };
QAction* makeCommand(QWidget* owner, const QString& icon, const QString& text, const QString& name,
                     const std::function<void()>& run, Command kind = Command::Shown);
/// One of several that exclude each other.
QAction* addChoice(QActionGroup* group, const QString& title, const QString& name, bool now,
                   const std::function<void()>& choose);

}  // namespace afa
