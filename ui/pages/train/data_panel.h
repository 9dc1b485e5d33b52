#pragma once
#include <QtWidgets/QWidget>
#include <filesystem>
#include <vector>

#include "core/engine/engine.h"
#include "ui/services/jobs/job_runner.h"

class QAction;
class QLabel;
class QListView;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace afa {

class Thumbnails;
class TrainingDataModel;

/// What is trained on: the sources, how much they hold, their pictures and captions, and what is wrong with
/// them.
class DataPanel : public QWidget {
    Q_OBJECT
  public:
    /// `engine` is used on `runner`'s thread alone.
    DataPanel(Engine& engine, JobRunner& runner, Thumbnails& thumbnails, QWidget* parent = nullptr);

    const QStringList& sources() const { return sources_; }
    void setSources(const QStringList& sources);
    void addSource(const QString& source);
    static QString demoSource();  ///< the pictures that ship with the program; "" where there are none

  Q_SIGNALS:
    void sourcesChanged();

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void read();
    void show(const TrainingDataInfo& info, const QString& problem);

    Engine& engine_;
    JobRunner& runner_;
    QStringList sources_;
    TrainingDataModel* model_;
    QListWidget* list_;
    QAction* remove_;
    QLabel* counts_;
    QLabel* problem_;
    QToolButton* showProblems_;
    QPlainTextEdit* problems_;
    QStackedWidget* stack_;
    QListView* view_;
    JobId job_ = 0;
};

}  // namespace afa
