#include "ui/pages/merge/block_sliders.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/parts/widgets/number_box.h"
#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/unet_drawing.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kSteps = 100;        // of a slider
constexpr double kStep = 0.05;     // of keys and wheel
constexpr int kSliderHeight = 96;  // pixels
constexpr double kNothing = 1e-9;  // of a block: less than this has no proportions to keep
constexpr int kTwo = 2;            // models, of which the second one's share tells all

QList<double> evenRow(int models) {
    return QList<double>(models, 1.0 / models);
}

}  // namespace

BlockSliders::BlockSliders(QWidget* parent)
    : QWidget(parent),
      shown_(makeCombo(tr("Shares of"), tr("Whose shares the sliders set"), "blockModel")),
      drawing_(new UNetDrawing),
      grid_(new QGridLayout),
      name_(new QLabel),
      box_(new DecimalBox) {
    connect(shown_, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index < 0) return;
        model_ = index;
        showModel();
    });
    connect(drawing_, &UNetDrawing::chosen, this, &BlockSliders::show);
    box_->setRange(0, 1);
    box_->setSingleStep(kStep);
    box_->setDecimals(3);
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
    auto* whose = new QHBoxLayout;
    whose->addWidget(makeFieldLabel(tr("Shares of"), shown_));
    whose->addWidget(shown_);
    whose->addStretch();
    whose_ = new QWidget;
    whose_->setLayout(whose);
    whose->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(whose_);
    layout->addWidget(drawing_);
    layout->addLayout(grid_);
    layout->addLayout(line);
    setModels({QString(), QString()});
}

void BlockSliders::setModels(const QStringList& names) {
    if (names.size() < kTwo) return;
    const int before = models_;
    models_ = static_cast<int>(names.size());
    if (models_ != before) {
        model_ = models_ == kTwo ? 1 : 0;
        rows_.fill(evenRow(models_));
    }
    const QSignalBlocker quiet(shown_);
    shown_->clear();
    for (int i = 0; i < models_; ++i)
        shown_->addItem(QStringLiteral("%1  %2").arg(modelLetter(i), names[i]));
    shown_->setCurrentIndex(model_);
    whose_->setVisible(models_ > kTwo);
    showModel();
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
    rows_ = Rows(names.size(), evenRow(models_));
    drawing_->setCurrent(names.isEmpty() ? -1 : 0);
    showModel();
}

void BlockSliders::setRows(const Rows& rows) {
    const bool fits = rows.size() == count() && std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
                          return row.size() == models_;
                      });
    if (!fits || rows == rows_) return;
    rows_ = rows;
    refresh();
}

QList<double> BlockSliders::shares() const {
    QList<double> shares;
    for (const auto& row : rows_)
        shares.append(row[model_]);
    return shares;
}

void BlockSliders::showModel() {
    const auto letter = modelLetter(model_);
    drawing_->setValueTitle(tr("share of %1").arg(letter));
    box_->setAccessibleName(tr("Share of model %1 in this block").arg(letter));
    box_->setToolTip(box_->accessibleName());
    for (int i = 0; i < count(); ++i)
        sliders_[i]->setAccessibleName(tr("Share of model %1 in %2").arg(letter, names_[i]));
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
    auto& row = rows_[index];
    if (row[model_] == share) return;
    const double others = std::accumulate(row.begin(), row.end(), 0.0) - row[model_];
    for (int i = 0; i < models_; ++i)
        if (i != model_)
            row[i] = others > kNothing ? row[i] * (1 - share) / others : (1 - share) / (models_ - 1);
    row[model_] = share;
    refresh();
    Q_EMIT edited();
}

void BlockSliders::refresh() {
    const auto shown = shares();
    drawing_->setValues(shown);
    for (int i = 0; i < count(); ++i) {
        const QSignalBlocker quiet(sliders_[i]);
        sliders_[i]->setValue(static_cast<int>(std::lround(shown[i] * kSteps)));
        QStringList parts;
        for (int model = 0; model < models_; ++model)
            parts.append(modelLetter(model) + " " + QLocale().toString(rows_[i][model], 'g', 3));
        sliders_[i]->setToolTip(tr("%1: %2").arg(names_[i], parts.join(", ")));
    }
    const int now = drawing_->current();
    const QSignalBlocker quiet(box_);
    box_->setEnabled(now >= 0);
    name_->setText(now >= 0 ? tr("%1, share of %2").arg(names_[now], modelLetter(model_)) : QString());
    if (now >= 0) box_->setValue(shown[now]);
}

}  // namespace afa
