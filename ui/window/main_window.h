#pragma once
#include <QtCore/QList>
#include <QtWidgets/QMainWindow>
#include <functional>

class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace afa {

class Page;
class Studio;
struct Notice;

/// The window: pages, menus, messages, status.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(Studio& studio, QWidget* parent = nullptr);

    void showPage(const QString& name);  ///< "library", "create", ..; nothing where there is no such page
    /// Files given at the start: pictures restore their request, models come into the library.
    void openFiles(const QStringList& paths);
    /// Layout and last settings, for the next window.
    void saveLayout() const;
    /// Gives its open comparisons to the window that takes its place.
    void handOver(MainWindow& next) const;

  Q_SIGNALS:
    void languageChosen(const QString& code);

  protected:
    void closeEvent(QCloseEvent* event) override;

  private:
    void makePages();
    QWidget* makeTab(Page* page);
    void bring(Page* page);
    void makeMenus();
    void makeFileMenu();
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
    QList<Page*> pages_;
    QStackedWidget* stack_;
    QActionGroup* tabs_;
    QVBoxLayout* notices_;
    QLabel* device_;
    QLabel* state_;
    bool leaving_ = false;       ///< asked, and told to save and leave
    bool abandonMerge_ = false;  ///< asked, and it may stop
};

}  // namespace afa
