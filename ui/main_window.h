#pragma once
#include <QtWidgets/QMainWindow>
#include <functional>
#include <string>

class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace afa {

class CreatePage;
class ExplorePage;
class LibraryPage;
class MergePage;
class QueuePage;
class Studio;
class TrainPage;
struct ComputeSettings;
struct Notice;

/// The window: pages, menus, messages, status.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    enum Page { LibraryTab, CreateTab, QueueTab, TrainTab, ExploreTab, MergeTab };

    explicit MainWindow(Studio& studio, QWidget* parent = nullptr);

    void showPage(Page page);
    /// Files given at the start: pictures restore their request, models come into the library.
    void openFiles(const QStringList& paths);
    /// Layout and last settings, for the next window.
    void saveLayout() const;

  Q_SIGNALS:
    void languageChosen(const QString& code);

  protected:
    void closeEvent(QCloseEvent* event) override;

  private:
    void makePages();
    void makeMenus();
    void makeLibraryMenu();
    /// An entry for each button of a page, by object name: it says and does what the button says and does.
    void addButtons(QMenu& menu, Page page, std::initializer_list<const char*> names);
    void addComputeMenu(QMenu& library, const char* name, const QString& title,
                        std::string ComputeSettings::*setting,
                        const QList<std::pair<std::string, QString>>& values);
    void makeMergeMenu();
    void makeViewMenu();
    void makeLanguageMenu(QMenu& view);
    void makeStatus();
    void post(const Notice& notice);
    void openPicture();
    void showAbout();
    void updateStatus();
    void restoreLayout();
    struct LeavingQuestion {
        const char* name;
        QString text, details, go;
        const char* goName;
    };
    void askBeforeClosing(const LeavingQuestion& question, const std::function<void()>& go,
                          const std::function<void()>& stay);
    void askBeforeLeaving();
    void askBeforeAbandoningMerge();

    Studio& studio_;
    LibraryPage* library_;
    CreatePage* create_;
    QueuePage* queue_;
    TrainPage* train_;
    ExplorePage* explore_;
    MergePage* merge_;
    QStackedWidget* pages_;
    QActionGroup* tabs_;
    QVBoxLayout* notices_;
    QLabel* device_;
    QLabel* state_;
    bool leaving_ = false;       ///< asked, and told to save and leave
    bool abandonMerge_ = false;  ///< asked, and it may stop
};

}  // namespace afa
