#pragma once
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace afa {

class LibraryFilter;
class LibraryModel;
class ModelDetails;
class Studio;
struct ModelInfo;

/// The models there are, and the ensemble made of them.
class LibraryPage : public QWidget {
    Q_OBJECT
  public:
    explicit LibraryPage(Studio& studio, QWidget* parent = nullptr);

    void addFolder();
    void addFile();
    void rescan();
    QList<QAction*> memoryActions() const { return {load_, unload_}; }
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    QWidget* makeTable();
    QWidget* makeMemory();
    void fillFolders();
    void refresh();
    void showMemory();
    void showLoading();
    QString currentPath() const;
    void useCurrent();

    Studio& studio_;
    LibraryModel* model_;
    LibraryFilter* filter_;
    QTableView* table_;
    QStackedWidget* stack_;
    QLineEdit* search_;
    QMenu* folders_;
    ModelDetails* details_;
    QSplitter* splitter_;
    QLabel* memory_;
    QAction *load_, *unload_;
    bool loading_ = false;
};

}  // namespace afa
