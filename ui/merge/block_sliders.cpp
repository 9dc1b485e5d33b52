#include "ui/merge/block_sliders.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/widgets/unet_drawing.h"

namespace afa {
namespace {

constexpr int kSteps = 100;        // of a slider
constexpr double kStep = 0.05;     // of keys and wheel
constexpr int kSliderHeight = 96;  // pixels

}  // namespace

BlockSliders::BlockSliders(QWidget* parent)
    : QWidget(parent),
      drawing_(new UNetDrawing),
      grid_(new QGridLayout),
      name_(new QLabel),
      box_(new QDoubleSpinBox) {
    drawing_->setValueTitle(tr("share of B"));
    connect(drawing_, &UNetDrawing::chosen, this, &BlockSliders::show);
    box_->setRange(0, 1);
    box_->setSingleStep(kStep);
    box_->setDecimals(3);
    box_->setAccessibleName(tr("Share of the second model in this block"));
    box_->setToolTip(box_->accessibleName());
    box_->setObjectName("blockShare");
    name_->setBuddy(box_);
    connect(box_, &QDoubleSpinBox::valueChanged, this, [this](double share) {
        if (drawing_->current() >= 0) take(drawing_->current(), share);
    });
    grid_->setHorizontalSpacing(0);
    grid_->setVerticalSpacing(2);
    auto* line = new QHBoxLayout;
    line->addWidget(name_);
    line->addWidget(box_);
    line->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(drawing_);
    layout->addLayout(grid_);
    layout->addLayout(line);
}

void BlockSliders::setBlocks(const QStringList& names, const QStringList& modules) {
    if (names == names_) return;
    names_ = names;
    qDeleteAll(sliders_);
    sliders_.clear();
    while (auto* item = grid_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<UNetDrawing::Stage> stages;
    for (int i = 0; i < names.size(); ++i) {
        stages.append({names[i], modules.value(i)});
        auto* slider = new QSlider(Qt::Vertical);
        slider->setRange(0, kSteps);
        slider->setSingleStep(static_cast<int>(kStep * kSteps));
        slider->setPageStep(kSteps / 10);
        slider->setFixedHeight(kSliderHeight);
        slider->setAccessibleName(tr("Share of the second model in %1").arg(names[i]));
        slider->setObjectName("slider-" + names[i]);
        connect(slider, &QSlider::valueChanged, this, [this, i](int value) {
            drawing_->setCurrent(i);
            take(i, static_cast<double>(value) / kSteps);
        });
        sliders_.append(slider);
        grid_->addWidget(slider, 0, i, Qt::AlignHCenter);
        grid_->setColumnStretch(i, 1);
    }
    drawing_->setStages(stages);
    shares_ = QList<double>(names.size(), 0.0);
    drawing_->setCurrent(names.isEmpty() ? -1 : 0);
    refresh();
}

void BlockSliders::setShares(const QList<double>& shares) {
    if (shares.size() != count() || shares == shares_) return;
    shares_ = shares;
    refresh();
}

void BlockSliders::setCurrent(int index) {
    drawing_->setCurrent(index);
    refresh();
}

void BlockSliders::show(int index) {
    drawing_->setCurrent(index);
    refresh();
    if (index >= 0 && index < count()) sliders_[index]->setFocus();
}

void BlockSliders::take(int index, double share) {
    share = std::clamp(share, 0.0, 1.0);
    if (shares_[index] == share) return;
    shares_[index] = share;
    refresh();
    Q_EMIT edited();
}

void BlockSliders::refresh() {
    drawing_->setValues(shares_);
    for (int i = 0; i < count(); ++i) {
        const QSignalBlocker quiet(sliders_[i]);
        sliders_[i]->setValue(static_cast<int>(std::lround(shares_[i] * kSteps)));
        sliders_[i]->setToolTip(tr("%1: %2").arg(names_[i], QLocale().toString(shares_[i], 'g', 3)));
    }
    const int now = drawing_->current();
    const QSignalBlocker quiet(box_);
    box_->setEnabled(now >= 0);
    name_->setText(now >= 0 ? tr("%1, share of B").arg(names_[now]) : QString());
    if (now >= 0) box_->setValue(shares_[now]);
}

}  // namespace afa
