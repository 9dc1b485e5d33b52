#include "ui/pages/merge/merge_form.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/widgets/parts.h"
#include "ui/parts/widgets/slider_field.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

const char* const kWeighted = "weighted";
const char* const kDifference = "add-difference";
const char* const kBlocks = "mbw";
constexpr int kDifferenceModels = 3, kPresetModels = 2;

QWidget* part(std::initializer_list<QWidget*> widgets) {
    auto* made = new QWidget;
    auto* layout = new QVBoxLayout(made);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (auto* widget : widgets)
        layout->addWidget(widget);
    return made;
}

}  // namespace

MergeForm::MergeForm(QWidget* parent) : QWidget(parent), weightRows_(new QVBoxLayout) {
    method_ = makeCombo(tr("Method"), tr("How the models become one"), "mergeMethod");
    method_->addItem(tr("Block by block (MBW)"), kBlocks);
    method_->addItem(tr("Weighted"), kWeighted);
    method_->addItem(tr("Add the difference: A + x (B - C)"), kDifference);
    preset_ = makeCombo(tr("Preset"), tr("Known curves over the blocks, as a start"), "mergePreset");
    preset_->addItem(tr("Custom"), QString());
    for (const auto& name : mergePresets())
        preset_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    preset_->setCurrentIndex(preset_->findData(QStringLiteral("FLAT_50")));
    base_ =
        new SliderField(tr("Text encoder and VAE, share of B"),
                        tr("The second model's share of everything outside the U-Net"), {0, 1, 0.05, 1, 3});
    base_->setObjectName("mergeBase");
    amount_ = new SliderField(tr("Amount"), tr("How much of the difference between B and C is added to A"),
                              {-1, 2, 0.05, 10, 2});
    amount_->setObjectName("mergeAmount");
    amount_->setValue(1);
    vae_ = makeCombo(tr("VAE"), tr("What turns latents into pictures"), "mergeVae");
    type_ = makeCombo(tr("Numbers"), tr("How the values are stored"), "mergeType");
    type_->addItem(tr("As in the first model"), "same");
    for (const char* type : {"fp16", "bf16", "fp32"})
        type_->addItem(QLatin1String(type), QLatin1String(type));

    weightRows_->setContentsMargins(0, 0, 0, 0);
    weightRows_->setSpacing(6);
    weightsPart_ = new QWidget;
    weightsPart_->setLayout(weightRows_);
    presetPart_ = part({makeFieldLabel(tr("Preset"), preset_), preset_, base_});
    baseTitle_ = makeMuted(tr("Text encoder and VAE"));
    amountPart_ = part({amount_});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(part({makeFieldLabel(tr("Method"), method_), method_}));
    layout->addWidget(presetPart_);
    layout->addWidget(baseTitle_);
    layout->addWidget(weightsPart_);
    layout->addWidget(amountPart_);
    layout->addWidget(part({makeFieldLabel(tr("VAE"), vae_), vae_}));
    layout->addWidget(part({makeFieldLabel(tr("Numbers"), type_), type_}));

    connect(method_, &QComboBox::currentIndexChanged, this, &MergeForm::refresh);
    for (auto* field : {base_, amount_})
        connect(field, &SliderField::valueChanged, this, [this] {
            if (!showing_) Q_EMIT edited();
        });
    for (auto* box : {method_, preset_, vae_, type_})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!showing_) Q_EMIT edited();
        });
    setModels({}, {});
}

void MergeForm::setModels(const QStringList& names, const QStringList& paths) {
    if (!names_.isEmpty() && paths == paths_ && names == names_) return;
    showing_ = true;
    const bool others = paths.size() != paths_.size();
    names_ = names;
    paths_ = paths;
    if (others || weights_.isEmpty()) rebuildWeights();
    const auto vae = vae_->currentData().toString();
    vae_->clear();
    vae_->addItem(tr("Merged like the rest"), "merged");
    for (int i = 0; i < names.size(); ++i)
        vae_->addItem(tr("That of %1, %2").arg(modelLetter(i)).arg(names[i]),
                      QStringLiteral("model:%1").arg(i));
    vae_->setCurrentIndex(std::max(0, vae_->findData(vae)));
    if (others) {
        const char* method = names.size() == kPresetModels ? kBlocks : kWeighted;
        method_->setCurrentIndex(method_->findData(QLatin1String(method)));
    }
    showing_ = false;
    refresh();
}

void MergeForm::rebuildWeights() {
    qDeleteAll(weights_);
    weights_.clear();
    for (int i = 0; i < names_.size(); ++i) {
        auto* field =
            new SliderField(tr("Weight of %1").arg(modelLetter(i)),
                            tr("Weights that do not sum to 1 are divided by their sum"), {0, 1, 0.05, 10, 2});
        field->setObjectName(QStringLiteral("mergeWeight%1").arg(i));
        field->setValue(1.0 / static_cast<double>(names_.size()));
        connect(field, &SliderField::valueChanged, this, [this] {
            if (!showing_) Q_EMIT edited();
        });
        weights_.append(field);
        weightRows_->addWidget(field);
    }
}

bool MergeForm::byBlock() const {
    return method_->currentData().toString() == QLatin1String(kBlocks);
}

void MergeForm::refresh() {
    const auto method = method_->currentData().toString();
    const bool presets = names_.size() == kPresetModels;
    if (!presets) presetIsCustom();
    presetPart_->setVisible(byBlock() && presets);
    baseTitle_->setVisible(byBlock() && !presets);
    weightsPart_->setVisible(method == QLatin1String(kWeighted) || (byBlock() && !presets));
    amountPart_->setVisible(method == QLatin1String(kDifference));
}

QString MergeForm::obstacle() const {
    const bool difference = method_->currentData().toString() == QLatin1String(kDifference);
    if (difference && names_.size() != kDifferenceModels)
        return tr("Takes three models. Choose them in the Library.");
    return {};
}

std::vector<double> MergeForm::weights() const {
    std::vector<double> weights;
    double sum = 0;
    for (const auto* field : weights_) {
        weights.push_back(field->value());
        sum += field->value();
    }
    // Thirds shown with two decimals are no mistake to warn of; that all are nothing is told by the engine.
    for (double& weight : weights)
        if (sum > 0) weight /= sum;
    return weights;
}

MergeRequest MergeForm::request() const {
    MergeRequest request;
    request.method = method_->currentData().toString().toStdString();
    request.vae = vae_->currentData().toString().toStdString();
    request.type = type_->currentData().toString().toStdString();
    if (byBlock()) {
        request.blockWeights = preset_->currentData().toString().toStdString();
        request.baseWeight = names_.size() == kPresetModels ? std::vector<double>{base_->value()} : weights();
    } else if (request.method == kDifference) {
        request.weights = {amount_->value()};
    } else {
        request.weights = weights();
    }
    return request;
}

void MergeForm::show(const MergePreview& preview) {
    showing_ = true;
    method_->setCurrentIndex(method_->findData(QString::fromStdString(preview.method)));
    presetIsCustom();
    if (preview.method == kBlocks && preview.base.size() == kPresetModels) {
        base_->setValue(preview.base[1]);
    } else if (preview.method == kDifference) {
        amount_->setValue(preview.base[0]);
    } else {
        for (int i = 0; i < weights_.size() && i < static_cast<int>(preview.base.size()); ++i)
            weights_[i]->setValue(preview.base[static_cast<std::size_t>(i)]);
    }
    const auto vae = QString::fromStdString(preview.vae);
    if (vae_->findData(vae) < 0) vae_->addItem(vae, vae);  // a path
    vae_->setCurrentIndex(vae_->findData(vae));
    const auto type = QString::fromStdString(preview.type);
    if (type_->findData(type) < 0) type_->addItem(type, type);
    type_->setCurrentIndex(type_->findData(type));
    showing_ = false;
    refresh();
}

void MergeForm::presetIsCustom() {
    const QSignalBlocker quiet(preset_);
    preset_->setCurrentIndex(0);
}

}  // namespace afa
