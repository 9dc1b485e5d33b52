#include "ui/parts/request/request_panel.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

#include "core/engine/model_info.h"
#include "ui/parts/request/prompt_edit.h"
#include "ui/parts/widgets/seed_field.h"
#include "ui/parts/widgets/slider_field.h"
#include "ui/services/values/samplers.h"

namespace afa {
namespace {

constexpr int kLargestSide = 4096, kMostPictures = 1000;  // the form's; the command line goes further

QSpinBox* sizeBox(const QString& name, const QString& objectName) {
    auto* box = new QSpinBox;
    box->setRange(8, kLargestSide);
    box->setSuffix(" px");
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setObjectName(objectName);
    return box;
}

}  // namespace

RequestPanel::RequestPanel(const PromptCounter& counter, QWidget* parent)
    : QWidget(parent),
      sizes_(new QComboBox),
      sampler_(new QComboBox),
      karras_(new QCheckBox(tr("Karras"))),
      seed_(new SeedField),
      count_(new QSpinBox) {
    prompt_ = new PromptEdit(tr("Prompt"), tr("What the picture shows"), 4, counter);
    prompt_->edit()->setObjectName("prompt");
    negative_ = new PromptEdit(tr("Negative prompt"), tr("What it must not show"), 2, counter);
    negative_->edit()->setObjectName("negativePrompt");

    sizes_->setAccessibleName(tr("Picture size"));
    sizes_->setToolTip(tr("Sizes these models know best"));
    width_ = sizeBox(tr("Width"), "width");
    height_ = sizeBox(tr("Height"), "height");
    connect(sizes_, &QComboBox::activated, this, &RequestPanel::chooseSize);
    for (auto* box : {width_, height_}) {
        connect(box, &QSpinBox::editingFinished, this, [this, box] { roundSize(box); });
        connect(box, &QSpinBox::valueChanged, this, &RequestPanel::offerSizes);
    }

    steps_ =
        new SliderField(tr("Steps"), tr("How many times the picture is refined: more is slower and finer"),
                        {1, 100, 1, 999, 0});
    steps_->setObjectName("steps");
    cfg_ = new SliderField(tr("Guidance (CFG)"),
                           tr("How strictly the prompt is followed; 1 switches guidance off"),
                           {1, 20, 0.5, 100, 1});
    cfg_->setObjectName("cfg");

    for (const auto& sampler : kSamplers)
        sampler_->addItem(sampler.title, sampler.name);
    sampler_->setAccessibleName(tr("Sampler"));
    sampler_->setToolTip(tr("The method that turns noise into a picture"));
    sampler_->setObjectName("sampler");
    karras_->setToolTip(
        tr("Karras noise levels: more of the steps at low noise (DPM-Solver++ 2M and Euler)"));
    connect(sampler_, &QComboBox::currentIndexChanged, this, &RequestPanel::updateKarras);

    count_->setRange(1, kMostPictures);
    count_->setMinimumWidth(84);
    count_->setAccessibleName(tr("Number of pictures"));
    count_->setToolTip(tr("How many pictures, with seeds one after the other"));
    count_->setObjectName("count");

    const auto field = [](const QString& name, QWidget* widget) {
        auto* label = new QLabel(name);
        label->setBuddy(widget);
        return label;
    };
    auto* size = new QGridLayout;
    size->setVerticalSpacing(4);
    size->addWidget(field(tr("Size"), sizes_), 0, 0, 1, 2);
    size->addWidget(sizes_, 1, 0, 1, 2);
    size->addWidget(width_, 2, 0);
    size->addWidget(height_, 2, 1);
    auto* method = new QGridLayout;
    method->setVerticalSpacing(4);
    method->setHorizontalSpacing(12);
    method->addWidget(field(tr("Sampler"), sampler_), 0, 0);
    method->addWidget(sampler_, 1, 0);
    method->addWidget(karras_, 1, 1);
    method->setColumnStretch(0, 1);
    auto* number = new QVBoxLayout;
    number->setSpacing(4);
    number->addWidget(field(tr("Pictures"), count_));
    number->addWidget(count_);
    auto* last = new QHBoxLayout;
    last->setSpacing(12);
    last->addWidget(seed_, 1);
    last->addLayout(number);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(prompt_);
    layout->addWidget(negative_);
    layout->addLayout(size);
    layout->addWidget(steps_);
    layout->addWidget(cfg_);
    layout->addLayout(method);
    layout->addLayout(last);
    layout->addStretch();
    updateKarras();
    GenerateRequest first;  // what the demo models do well (resources/demo/README.md)
    first.prompt = "a cat and an apple on a white background";
    first.steps = 25;
    first.cfg = 4;
    setRequest(first);
    tellEdits();
}

void RequestPanel::tellEdits() {
    for (auto* box : findChildren<QSpinBox*>())
        connect(box, &QSpinBox::valueChanged, this, &RequestPanel::edited);
    for (auto* box : findChildren<QDoubleSpinBox*>())
        connect(box, &QDoubleSpinBox::valueChanged, this, &RequestPanel::edited);
    for (auto* box : findChildren<QComboBox*>())
        connect(box, &QComboBox::currentIndexChanged, this, &RequestPanel::edited);
    for (auto* box : findChildren<QCheckBox*>())
        connect(box, &QCheckBox::toggled, this, &RequestPanel::edited);
    for (auto* line : findChildren<QLineEdit*>())
        connect(line, &QLineEdit::textChanged, this, &RequestPanel::edited);
    for (auto* text : findChildren<QPlainTextEdit*>())
        connect(text, &QPlainTextEdit::textChanged, this, &RequestPanel::edited);
}

void RequestPanel::setModel(const ModelInfo* host) {
    if (!host || host->ownSize <= 0 || (host->ownSize == ownSize_ && host->sizeStep == sizeStep_)) return;
    const bool first = ownSize_ == 0;
    ownSize_ = host->ownSize;
    sizeStep_ = std::max(1, host->sizeStep);
    for (auto* box : {width_, height_}) {
        box->setSingleStep(sizeStep_);
        box->setMinimum(sizeStep_);
        // Another family of models: its own size, unless the size was asked for before the model was known.
        if (!first || !sizeAsked_) box->setValue(ownSize_);
        roundSize(box);
    }
    offerSizes();
}

void RequestPanel::offerSizes() {
    const QSignalBlocker quiet(sizes_);
    sizes_->clear();
    const QSize now(width_->value(), height_->value());
    int chosen = -1;
    const auto offer = [&](const QString& name, double widthShare, double heightShare) {
        const auto side = [&](double share) {
            return std::max(sizeStep_, static_cast<int>(ownSize_ * share) / sizeStep_ * sizeStep_);
        };
        const QSize size(side(widthShare), side(heightShare));
        if (sizes_->findData(size) >= 0) return;
        sizes_->addItem(tr("%1: %2 × %3").arg(name).arg(size.width()).arg(size.height()), size);
        if (size == now) chosen = sizes_->count() - 1;
    };
    if (ownSize_ > 0) {
        offer(tr("Square"), 1, 1);
        offer(tr("Portrait"), 1, 1.25);
        offer(tr("Tall"), 1, 1.5);
        offer(tr("Landscape"), 1.25, 1);
        offer(tr("Wide"), 1.5, 1);
    }
    if (chosen < 0) {
        sizes_->addItem(tr("Own: %1 × %2").arg(now.width()).arg(now.height()), now);
        chosen = sizes_->count() - 1;
    }
    sizes_->setCurrentIndex(chosen);
}

void RequestPanel::chooseSize(int index) {
    const QSize size = sizes_->itemData(index).toSize();
    const QSignalBlocker quiet(width_);
    width_->setValue(size.width());
    height_->setValue(size.height());
    offerSizes();
}

void RequestPanel::roundSize(QSpinBox* box) {
    const int rounded = (box->value() + sizeStep_ / 2) / sizeStep_ * sizeStep_;
    box->setValue(std::max(sizeStep_, rounded));
}

void RequestPanel::updateKarras() {
    const auto* sampler = findSampler(sampler_->currentData().toString().toStdString());
    const bool defined = sampler && sampler->karras;
    karras_->setEnabled(defined);
    if (!defined) karras_->setChecked(false);
}

GenerateRequest RequestPanel::request() const {
    GenerateRequest request;
    request.prompt = prompt_->text().toStdString();
    request.negativePrompt = negative_->text().toStdString();
    request.width = ownSize_ > 0 ? width_->value() : 0;
    request.height = ownSize_ > 0 ? height_->value() : 0;
    request.steps = static_cast<int>(steps_->value());
    request.cfg = cfg_->value();
    request.sampler = sampler_->currentData().toString().toStdString();
    request.karras = karras_->isChecked();
    request.seed = seed_->seed();
    request.count = count_->value();
    return request;
}

void RequestPanel::setRequest(const GenerateRequest& request) {
    prompt_->setText(QString::fromStdString(request.prompt));
    negative_->setText(QString::fromStdString(request.negativePrompt));
    sizeAsked_ = request.width > 0 && request.height > 0;
    if (request.width > 0) width_->setValue(request.width);
    if (request.height > 0) height_->setValue(request.height);
    if (ownSize_ > 0)
        for (auto* box : {width_, height_})
            roundSize(box);
    steps_->setValue(request.steps);
    cfg_->setValue(request.cfg);
    if (const int index = sampler_->findData(QString::fromStdString(request.sampler)); index >= 0)
        sampler_->setCurrentIndex(index);
    karras_->setChecked(request.karras && karras_->isEnabled());
    if (request.seed) seed_->setSeed(*request.seed);
    count_->setValue(request.count);
}

void RequestPanel::setSeed(quint64 seed, bool locked) {
    seed_->setSeed(seed);
    seed_->setLocked(locked);
}

bool RequestPanel::seedLocked() const {
    return seed_->locked();
}

void RequestPanel::rollUnlessLocked() {
    if (!seed_->locked()) seed_->roll();
}

void RequestPanel::focusPrompt() {
    prompt_->edit()->setFocus(Qt::OtherFocusReason);
}

}  // namespace afa
