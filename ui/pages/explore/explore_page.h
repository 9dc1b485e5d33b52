#pragma once
#include <QtCore/QThreadPool>
#include <functional>

#include "ui/pages/explore/explore_export.h"
#include "ui/pages/explore/explore_state.h"
#include "ui/parts/widgets/page.h"

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTimer;
class QToolButton;

namespace afa {

class CapabilityView;
class Readout;
class Studio;
class UNetDrawing;
struct MapsOfStep;
struct Picture;
struct PicturePreview;

/// Attention maps: where the ensemble trusts which model, by stage and step; and what each model is good at.
class ExplorePage : public Page {
    Q_OBJECT
  public:
    explicit ExplorePage(Studio& studio, QWidget* parent = nullptr);
    ~ExplorePage() override;

    /// A maps or capability file; its problem is told.
    void openFile(const QString& path) override;
    bool takesFile(const QString& path) const override;
    /// The maps of a picture of the gallery: those just made, or kept beside it.
    void explorePicture(const QString& picture);
    bool hasMapsOf(const QString& picture) const;
    void compareWith(const QString& path);
    void exportTo(ExploreExport what, const QString& path);
    ExploreState& state() { return state_; }
    /// Everything that the page can do, as entries of the window's menu.
    void fillMenu(QMenu& menu) override;

    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

  Q_SIGNALS:
    void opened();  ///< what was asked for is on screen

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    enum Mode { MapsMode, CapabilityMode };

    QWidget* makeBar();
    QWidget* makeMapsSide();
    QWidget* makeStepRow();
    QWidget* makeAnalysisSide();
    void fillOpenMenu();
    void fillCompareMenu();
    void fillExportMenu(QMenu& menu);
    void askForFile(bool toCompare);
    void askForExport(const ExportKind& kind);
    void load(const QString& path, bool toCompare);
    void setMaps(ExploredMapsPtr maps);
    void onMaps(const MapsOfStep& step);
    void onPreview(const PicturePreview& preview);
    void onPicture(const Picture& picture, const QImage& image);
    void endLive();
    void showLive();
    void showMaps();
    void showPlace();
    void showStages();
    void setPlaying(bool playing);
    void makeCommands();

    /// What a plain key does while maps are shown.
    struct Command {
        Qt::Key key;
        QString title;
        std::function<void()> run;
    };

    Studio& studio_;
    ExploreState state_;
    QList<Command> moving_, showing_;
    QThreadPool loader_;
    ExploredMapsPtr live_;  ///< of the picture being made, or made last
    QString livePicture_;   ///< its file, once it is there
    int liveIndex_ = -1;
    bool following_ = true;    ///< the next picture comes into view, until somebody looks into this one
    bool stepsAlong_ = false;  ///< moved by a new step, not by a person
    QTimer* play_;
    QStackedWidget *modes_, *stack_;
    QLabel* title_;
    QPushButton *open_, *compare_, *export_, *liveButton_;
    QWidget* mapsOnly_;
    UNetDrawing* stages_;
    QSlider* steps_;
    QLabel* place_;
    QToolButton* playButton_;
    QTabWidget* tabs_;
    QSplitter* splitter_;
    class MapView *map_, *second_, *difference_;
    class FigureView* figure_;
    class OverviewMatrix* overview_;
    class RegionPlots* curves_;
    CapabilityView* capability_;
};

}  // namespace afa
