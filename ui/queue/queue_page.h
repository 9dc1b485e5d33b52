#pragma once
#include <QtWidgets/QWidget>
#include <functional>

class QAction;
class QStackedWidget;
class QTableView;

namespace afa {

class PromptCounter;
class QueueModel;
class Studio;
struct QueueEntry;

/// The jobs: waiting, running, done, failed.
class QueuePage : public QWidget {
    Q_OBJECT
  public:
    QueuePage(Studio& studio, const PromptCounter& counter, QWidget* parent = nullptr);
    const QList<QAction*>& jobActions() const { return actions_; }                 ///< of the chosen job
    QList<QAction*> queueActions() const { return {pause_, cancelAll_, clear_}; }  ///< of all jobs

  private:
    QAction* makeAction(const QString& icon, const QString& text, const QString& tooltip, const QString& name,
                        const std::function<void()>& work);
    /// For the chosen job, with a shortcut.
    QAction* makeJobAction(const QString& icon, const QString& text, const QKeySequence& shortcut,
                           const QString& name, void (QueuePage::*slot)());
    void refresh();
    const QueueEntry* current() const;
    int currentRow() const;
    void moveCurrent(int by);

    void edit();
    void duplicate();
    void runAgain();
    void cancel();
    void remove();
    void moveUp() { moveCurrent(-1); }
    void moveDown() { moveCurrent(1); }

    Studio& studio_;
    const PromptCounter& counter_;
    QueueModel* model_;
    QTableView* table_;
    QStackedWidget* stack_;
    QAction *pause_, *cancelAll_, *clear_;
    QList<QAction*> actions_;
    QAction *edit_, *duplicate_, *runAgain_, *cancel_, *remove_, *up_, *down_;
};

}  // namespace afa
