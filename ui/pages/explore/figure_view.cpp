#include "ui/pages/explore/figure_view.h"

#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "core/base/error.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/values/images.h"

namespace afa {
namespace {

constexpr int kScreenScale = 2;   // drawn larger than shown, so that it stays sharp
constexpr int kLeastWidth = 460;  // pixels

/// "1, 24" or "0-40/10" (a range with a stride).
std::vector<int> numbersOf(const QString& text, const QString& what) {
    std::vector<int> numbers;
    for (const auto& part : text.split(',', Qt::SkipEmptyParts)) {
        const auto stride = part.split('/');
        const auto ends = stride.first().split('-');
        bool ok = stride.size() <= 2 && ends.size() <= 2, okLast = true, okEvery = true;
        const int first = ok ? ends.first().trimmed().toInt(&ok) : 0;
        const int last = ends.size() == 2 ? ends.last().trimmed().toInt(&okLast) : first;
        const int every = stride.size() == 2 ? stride.last().trimmed().toInt(&okEvery) : 1;
        constexpr int kMost = 100000;
        if (!ok || !okLast || !okEvery || first < 0 || last < first || last > kMost || every < 1)
            throw ConfigError(
                FigureView::tr("%1: expected numbers such as 1, 24 or ranges such as 0-40/10, found \"%2\".")
                    .arg(what, part.trimmed())
                    .toStdString());
        for (int number = first; number <= last; number += every)
            numbers.push_back(number);
    }
    return numbers;
}

}  // namespace

FigureView::FigureView(ExploreState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      stages_(new QLineEdit),
      steps_(new QLineEdit),
      sheet_(new QLabel),
      problem_(makeMuted({})),
      scroll_(new QScrollArea) {
    stages_->setPlaceholderText(tr("as in the paper"));
    stages_->setToolTip(tr("Stages of the figure, from 1: 1, 24 or 1-25/6"));
    stages_->setObjectName("figureStages");
    steps_->setPlaceholderText(tr("evenly spread"));
    steps_->setToolTip(tr("Steps of the figure, from 0 as in files: 0, 10, 20 or 0-49/7"));
    steps_->setObjectName("figureSteps");
    sheet_->setObjectName("figure");
    sheet_->setAccessibleName(tr("Maps as in the paper's Figure 6"));
    sheet_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    scroll_->setWidget(sheet_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setObjectName("panelScroll");
    auto* stagesName = new QLabel(tr("Stages"));
    stagesName->setBuddy(stages_);
    stages_->setAccessibleName(stagesName->text());
    auto* stepsName = new QLabel(tr("Steps"));
    stepsName->setBuddy(steps_);
    steps_->setAccessibleName(stepsName->text());
    auto* fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(stagesName);
    fields->addWidget(stages_, 1);
    fields->addWidget(stepsName);
    fields->addWidget(steps_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(fields);
    layout->addWidget(problem_);
    layout->addWidget(scroll_, 1);
    for (auto* field : {stages_, steps_})
        connect(field, &QLineEdit::textChanged, this, &FigureView::refreshLater);
    for (const auto signal : {&ExploreState::mapsChanged, &ExploreState::modelChanged, &ExploreState::grown})
        connect(&state, signal, this, &FigureView::refreshLater);
}

MapsSheetSettings FigureView::settings() const {
    MapsSheetSettings settings;
    settings.stages = numbersOf(stages_->text(), tr("Stages"));
    settings.steps = numbersOf(steps_->text(), tr("Steps"));
    settings.half = state_.half() == MapsHalf::Uncond ? 1 : 0;
    return settings;
}

void FigureView::save(const QString& path) const {
    MapsSheetSettings print = settings();
    print.scale = kPrintScale;
    writeMapsSheet(path.toStdString(), state_.maps()->record, print);
}

void FigureView::refreshLater() {
    stale_ = true;
    if (isVisible()) QTimer::singleShot(0, this, &FigureView::refresh);
}

void FigureView::showEvent(QShowEvent*) {
    refresh();
}

void FigureView::refresh() {
    if (!stale_ || !state_.maps()) return;
    stale_ = false;
    QString problem;
    try {
        MapsSheetSettings sharp = settings();
        sharp.scale = kScreenScale;
        image_ = toQImage(drawMapsSheet(state_.maps()->record, sharp));
    } catch (const Error& error) {
        problem = inWindowLanguage(error);
        image_ = {};
    }
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    fit();
}

/// The whole width is seen where that leaves letters readable.
void FigureView::fit() {
    if (image_.isNull()) return sheet_->setPixmap({});
    const double dots = devicePixelRatioF();
    const int room =
        std::min(std::max(scroll_->viewport()->width(), kLeastWidth), image_.width() / kScreenScale);
    QPixmap pixmap =
        QPixmap::fromImage(image_.scaledToWidth(static_cast<int>(room * dots), Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(dots);
    sheet_->setPixmap(pixmap);
}

void FigureView::resizeEvent(QResizeEvent*) {
    fit();
}

}  // namespace afa
