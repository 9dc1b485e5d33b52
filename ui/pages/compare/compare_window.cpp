#include "ui/pages/compare/compare_window.h"

#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtCore/QSignalBlocker>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>
#include <memory>

#include "ui/pages/compare/compare_canvas.h"
#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/save_dialog.h"
#include "ui/services/comparing/comparison_run.h"
#include "ui/services/jobs/function_job.h"
#include "ui/services/jobs/job_runner.h"
#include "ui/services/messages/notices.h"

namespace afa {
namespace {

constexpr int kUnits = 1000;  // of the slider
constexpr double kZoomStep = 1.5;
constexpr QSize kWindow(1180, 760);

QToolButton* modeButton(const QString& text, const QString& tooltip) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tooltip);
    button->setCheckable(true);
    return button;
}

QComboBox* choice(const QString& name) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    return box;
}

}  // namespace

CompareWindow::CompareWindow(JobRunner& background, Notices& notices, QWidget* parent)
    : QDialog(parent),
      background_(background),
      notices_(notices),
      canvas_(new CompareCanvas),
      title_(makeHeading({})),
      note_(makeMuted({})),
      slider_(new QSlider(Qt::Horizontal)) {
    setWindowTitle(tr("Compare pictures"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    canvas_->setObjectName("compareCanvas");
    title_->setWordWrap(true);
    title_->setTextFormat(Qt::PlainText);
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->setTextFormat(Qt::PlainText);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    slider_->setRange(0, kUnits);
    slider_->setValue(kUnits / 2);
    slider_->setAccessibleName(tr("Divider between the two pictures"));
    slider_->setToolTip(slider_->accessibleName());
    slider_->setObjectName("wipeSlider");
    connect(slider_, &QSlider::valueChanged, this,
            [this](int value) { canvas_->setDivider(static_cast<double>(value) / kUnits); });
    connect(canvas_, &CompareCanvas::dividerMoved, this, [this](double share) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(static_cast<int>(share * kUnits));
    });
    connect(canvas_, &CompareCanvas::zoomChanged, this, &CompareWindow::updateZoom);

    auto* head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(title_);
    head->addWidget(note_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addLayout(head);
    makeBar();
    layout->addWidget(canvas_, 1);
    layout->addWidget(slider_);
    setWipe(false);
    updateZoom(1);
    resize(kWindow);
    canvas_->setFocus();
}

void CompareWindow::makeBar() {
    sideBySide_ = modeButton(tr("Side by side"), tr("All pictures next to each other"));
    sideBySide_->setObjectName("sideBySide");
    wipe_ = modeButton(tr("Wipe"), tr("Two pictures over each other, with a slider between them"));
    wipe_->setObjectName("wipe");
    auto* group = new QButtonGroup(this);
    group->addButton(sideBySide_);
    group->addButton(wipe_);
    sideBySide_->setChecked(true);
    connect(wipe_, &QToolButton::toggled, this, &CompareWindow::setWipe);
    left_ = choice(tr("Left picture"));
    left_->setObjectName("wipeLeft");
    right_ = choice(tr("Right picture"));
    right_->setObjectName("wipeRight");
    connect(left_, &QComboBox::activated, this, [this] { applyChoices(0); });
    connect(right_, &QComboBox::activated, this, [this] { applyChoices(1); });
    zoom_ = makeMuted({});
    zoom_->setWordWrap(false);
    auto* out = makeIconButton("remove", tr("Zoom out (−)"));
    auto* in = makeIconButton("add", tr("Zoom in (+)"));
    in->setObjectName("zoomIn");
    auto* whole = new QToolButton;
    whole->setText(tr("Fit"));
    whole->setToolTip(tr("Show the pictures whole (0)"));
    whole->setObjectName("zoomFit");
    connect(out, &QToolButton::clicked, this, [this] { canvas_->setZoom(canvas_->zoom() / kZoomStep); });
    connect(in, &QToolButton::clicked, this, [this] { canvas_->setZoom(canvas_->zoom() * kZoomStep); });
    connect(whole, &QToolButton::clicked, this, [this] { canvas_->setZoom(1); });
    save_ = new QPushButton(tr("Save as one picture …"));
    save_->setIcon(themedIcon("save"));
    save_->setToolTip(tr("A PNG of all pictures with their captions, in English"));
    save_->setObjectName("saveSheet");
    connect(save_, &QPushButton::clicked, this, &CompareWindow::askTarget);

    auto* bar = new QHBoxLayout;
    bar->setSpacing(6);
    for (QWidget* widget : {static_cast<QWidget*>(sideBySide_), static_cast<QWidget*>(wipe_),
                            static_cast<QWidget*>(left_), static_cast<QWidget*>(right_)})
        bar->addWidget(widget);
    bar->addStretch();
    for (QWidget* widget : {static_cast<QWidget*>(zoom_), static_cast<QWidget*>(out),
                            static_cast<QWidget*>(in), static_cast<QWidget*>(whole)})
        bar->addWidget(widget);
    bar->addSpacing(10);
    bar->addWidget(save_);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(bar);
}

void CompareWindow::openPictures(const QStringList& paths) {
    paths_ = paths;
    auto found = std::make_shared<Comparison>();
    const QPointer<CompareWindow> here(this);  // may be closed before the pictures are read
    background_.start(
        std::make_unique<FunctionJob>([paths, found](const JobContext&) { *found = comparisonOf(paths); },
                                      [here, found](const JobEnd& end) {
                                          if (!here) return;
                                          if (end.outcome == JobEnd::Outcome::Done) here->display(*found);
                                          if (end.outcome == JobEnd::Outcome::Failed)
                                              here->notices_.problem(end.message);
                                      }));
    show();
}

void CompareWindow::follow(ComparisonRun* run) {
    run_ = run;
    run->setParent(this);
    connect(run, &ComparisonRun::changed, this, [this, run] { display(run->comparison()); });
    display(run->comparison());
    show();
}

void CompareWindow::continueIn(QWidget* parent) {
    auto* next = new CompareWindow(background_, notices_, parent);
    next->setGeometry(geometry());
    next->wipe_->setChecked(wipe_->isChecked());
    if (run_) {
        run_->disconnect(this);
        next->follow(run_);
    } else {
        next->openPictures(paths_);
    }
    next->canvas_->setZoom(canvas_->zoom());
}

void CompareWindow::display(const Comparison& comparison) {
    const bool first = comparison_.pictures.size() != comparison.pictures.size();
    comparison_ = comparison;
    title_->setText(comparison.title.shown);
    title_->setVisible(!comparison.title.isEmpty());
    note_->setText(comparison.note.shown);
    note_->setVisible(!comparison.note.isEmpty());
    QList<CompareCanvas::Item> items;
    bool any = false;
    for (const auto& picture : comparison.pictures) {
        items.append({picture.image, picture.caption.shown, picture.state});
        any = any || !picture.image.isNull();
    }
    canvas_->setItems(items);
    save_->setEnabled(any);
    if (first) fillChoices();
}

void CompareWindow::fillChoices() {
    for (auto* box : {left_, right_}) {
        box->clear();
        int number = 0;
        for (const auto& picture : comparison_.pictures)
            box->addItem(tr("%1: %2").arg(++number).arg(picture.caption.shown));
    }
    // The last one is what the others are held against: the adaptive ensemble, of modes.
    left_->setCurrentIndex(0);
    right_->setCurrentIndex(static_cast<int>(comparison_.pictures.size()) - 1);
    wipe_->setEnabled(comparison_.pictures.size() > 1);
    if (wipe_->isChecked()) applyChoices(0);
}

void CompareWindow::applyChoices(int changed) {
    if (left_->currentIndex() == right_->currentIndex() && left_->count() > 1) {
        auto* other = changed == 0 ? right_ : left_;  // a picture against itself shows nothing
        other->setCurrentIndex((other->currentIndex() + 1) % other->count());
    }
    canvas_->setWipe(left_->currentIndex(), right_->currentIndex());
}

void CompareWindow::setWipe(bool wipe) {
    for (QWidget* widget :
         {static_cast<QWidget*>(left_), static_cast<QWidget*>(right_), static_cast<QWidget*>(slider_)})
        widget->setVisible(wipe);
    if (wipe)
        applyChoices(0);
    else
        canvas_->setWipe(-1, -1);
}

void CompareWindow::updateZoom(double zoom) {
    zoom_->setText(zoom == 1 ? tr("Whole picture") : tr("%1 ×").arg(QLocale().toString(zoom, 'f', 1)));
}

void CompareWindow::askTarget() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString target = askWhereToSave(this, tr("Save the comparison as"), folder + "/comparison.png",
                                          tr("PNG pictures (*.png)"));
    if (!target.isEmpty()) saveSheet(target);
}

void CompareWindow::saveSheet(const QString& target) {
    const int columns = canvas_->isWipe() ? 2 : canvas_->columns();
    auto shown = comparison_;
    if (canvas_->isWipe())
        shown.pictures = {comparison_.pictures[left_->currentIndex()],
                          comparison_.pictures[right_->currentIndex()]};
    auto& notices = notices_;
    background_.start(std::make_unique<FunctionJob>(
        [shown, columns, target](const JobContext&) {
            writeComparisonSheet(target.toStdString(), shown.sheet(columns));
        },
        [&notices, target](const JobEnd& end) {
            if (end.outcome == JobEnd::Outcome::Failed) notices.problem(end.message);
            if (end.outcome == JobEnd::Outcome::Done)
                notices.info(CompareWindow::tr("The comparison was saved as %1.").arg(target));
        }));
}

}  // namespace afa
