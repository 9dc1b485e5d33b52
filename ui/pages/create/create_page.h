#pragma once
#include <QtCore/QThreadPool>
#include <optional>

#include "core/engine/requests.h"
#include "ui/parts/widgets/page.h"

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;

namespace afa {

class Canvas;
class EnsembleSummary;
class KeepMapsBox;
class GalleryPanel;
class PromptCounter;
class RequestPanel;
class Studio;
struct Picture;
struct PicturePreview;

/// Form, canvas and gallery: where pictures are asked for and looked at.
class CreatePage : public Page {
    Q_OBJECT
  public:
    explicit CreatePage(Studio& studio, QWidget* parent = nullptr);
    ~CreatePage() override;

    void generate();
    /// Restores the request a picture was made with, and tells what did not apply.
    /// False where it told why that is not possible, and changed nothing.
    bool restoreFrom(const QString& path);
    const PromptCounter& promptCounter() const { return *counter_; }

    void fillMenu(QMenu& menu) override;
    bool takesFile(const QString& path) const override;  ///< any picture: its settings are restored
    void openFile(const QString& path) override;
    void arrive() override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;
    void saveForm() const override;

  Q_SIGNALS:
    void mapsAsked(const QString& picture);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    QWidget* makeForm();
    QWidget* makeViewer();
    void makeActions();
    void addAction(const QString& icon, const QString& text, const QKeySequence& shortcut,
                   void (CreatePage::*slot)());
    void restoreForm();
    std::optional<GenerateRequest> settledRequest();
    static void rememberRequest(const GenerateRequest& request);
    void fillRecent();

    void showPicture(const QString& path);
    void showLive();
    void leaveShown();
    void onPreview(const PicturePreview& preview);
    void onPicture(const Picture& picture, const Image& image);
    void updateActions();
    const Picture* current() const;

    void toggleFavourite();
    void useSettings();
    void anotherSeed();
    void exploreMaps();
    void copyPicture();
    void savePictureAs();
    void showFolder();
    void showDetails();
    void comparePictures();
    void compareModes();
    void compareSteps();
    void startComparison(const QList<GenerateRequest>& requests);
    void trashPictures();
    void locateGone();
    void forgetGone();

    Studio& studio_;
    PromptCounter* counter_;
    RequestPanel* panel_;
    EnsembleSummary* summary_;
    KeepMapsBox* keepMaps_;
    Canvas* canvas_;
    QLabel* caption_;
    QPushButton* live_;
    QMenu* recent_;
    GalleryPanel* gallery_;
    QSplitter* splitter_;
    QList<QAction*> pictureActions_, comparisonActions_;
    QAction *compare_, *generate_;
    QThreadPool loader_;
    QString shown_;          ///< the gallery's picture on the canvas; "" = a preview, or none
    bool following_ = true;  ///< the canvas shows what is being made, until a picture is chosen
    bool selecting_ = false;
};

}  // namespace afa
