#pragma once
#include <QtCore/QTimer>
#include <optional>

#include "core/engine/merge_request.h"
#include "ui/parts/widgets/page.h"
#include "ui/services/jobs/threaded_runner.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;

namespace afa {

class BlockSliders;
class Canvas;
class MergeForm;
class SearchPanel;
class Studio;
class TabbedCard;
struct Picture;

/// How the ensemble's models are merged into one file, tried without writing it, or searched for.
class MergePage : public Page {
    Q_OBJECT
  public:
    enum Tab { BlocksTab, SearchTab };

    explicit MergePage(Studio& studio, QWidget* parent = nullptr);
    ~MergePage() override;

    void merge();
    void tryIt();  ///< a picture by the recipe, on the queue; no model is written
    void openRecipe();
    void saveRecipe();
    void showTab(Tab tab);
    bool loadRecipe(const QString& path);
    bool writeRecipe(const QString& path);
    void fillMenu(QMenu& menu) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    void saveForm() const override;

  private:
    void restoreForm();
    QString keptRecipe() const;
    void tellTried();
    bool storeRecipe(const QString& path, const std::string& recipe);
    QWidget* makeForm();
    QWidget* makeTabs();
    QWidget* makeBlocks();
    void takeEnsemble();
    MergeRequest request() const;
    void previewSoon();
    void preview(const QString& recipe = {}, bool restoring = false);
    void onPreview(const MergeRequest& asked, const MergePreview& preview, const QString& problem);
    void chooseOutput();
    void refresh();
    void showProgress();
    QString estimate() const;
    QString obstacle() const;

    Studio& studio_;
    MergeForm* form_;
    BlockSliders* sliders_;
    SearchPanel* search_;
    QWidget* models_;
    QComboBox* layoutOfOutput_;
    QLineEdit* output_;
    QLabel* estimate_;
    QLabel* obstacle_;
    QAction *merge_, *cancel_, *open_, *save_, *try_;
    QPushButton* cancelButton_;
    QProgressBar* progress_;
    QLineEdit* prompt_;
    Canvas* canvas_;
    QLabel* caption_;
    TabbedCard* tabs_;
    QSplitter* splitter_;
    QTimer previewTimer_;
    QStringList takenPaths_, takenNames_;  ///< of the ensemble that the form shows
    std::optional<MergePreview> preview_;  ///< of what the form says now; none while it is being asked
    QString problem_;
    quint64 asked_ = 0;        ///< number of the last preview asked for
    qint64 tried_ = 0;         ///< on the queue
    bool restoring_ = false;   ///< the last form's recipe waits for models to be read with
    bool leaving_ = false;     ///< jobs that end now find no widgets to fill
    ThreadedRunner previews_;  ///< last, so that its jobs end first
};

}  // namespace afa
