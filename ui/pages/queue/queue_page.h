#pragma once
#include <functional>

#include "ui/parts/widgets/page.h"

class QAction;
class QStackedWidget;
class QTableView;

namespace afa {

class PromptCounter;
class QueueModel;
class Studio;
struct QueueEntry;

/// The jobs: waiting, running, done, failed.
class QueuePage : public Page {
    Q_OBJECT
  public:
    QueuePage(Studio& studio, const PromptCounter& counter, QWidget* parent = nullptr);
    void fillMenu(QMenu& menu) override;

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
    QAction *cancelRunning_, *pause_, *cancelAll_, *clear_;  ///< of all jobs
    QList<QAction*> actions_;                                ///< of the chosen job
    QAction *edit_, *duplicate_, *runAgain_, *cancel_, *remove_, *up_, *down_;
};

}  // namespace afa
