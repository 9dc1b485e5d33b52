#pragma once
#include <string>

#include "ui/parts/widgets/page.h"

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace afa {

class EnsemblePanel;
class LibraryFilter;
class LibraryModel;
class ModelDetails;
class Studio;
struct ComputeSettings;
struct ModelInfo;

/// The models there are, and the ensemble made of them.
class LibraryPage : public Page {
    Q_OBJECT
  public:
    explicit LibraryPage(Studio& studio, QWidget* parent = nullptr);

    void fillMenu(QMenu& menu) override;
    bool takesFile(const QString&) const override { return true; }  // tells in words what is no model
    void openFile(const QString& path) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void addComputeMenu(QMenu& menu, const QString& name, const QString& title,
                        std::string ComputeSettings::*setting,
                        const QList<std::pair<std::string, QString>>& values);
    void addFolder();
    void addFile();
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
    EnsemblePanel* panel_;
    QAction *addFolder_, *addFile_, *rescan_, *load_, *unload_;
    bool loading_ = false;
};

}  // namespace afa
