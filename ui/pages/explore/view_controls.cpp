#include "ui/pages/explore/view_controls.h"

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/widgets/model_badge.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kBadge = 18;  // pixels

QIcon badgeIcon(int model) {
    QPixmap pixmap(kBadge * 2, kBadge * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintModelBadge(painter, QRect(0, 0, kBadge, kBadge), model);
    return pixmap;
}

QToolButton* toggle(const QString& text, const QString& tooltip, const char* objectName) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setToolTip(tooltip);
    button->setObjectName(objectName);
    return button;
}

}  // namespace

ViewControls::ViewControls(ExploreState& state, QWidget* parent)
    : QWidget(parent),
      state_(state),
      quantity_(makeCombo(tr("Shown"), tr("What the colours show (W, D, E)"), "quantity")),
      half_(makeCombo(tr("Half"), tr("Half of the guidance that the weights come from"), "half")),
      colours_(makeCombo(tr("Colours"), tr("Colour map; all are perceptually uniform"), "colourMap")),
      models_(new QHBoxLayout),
      modelGroup_(new QButtonGroup(this)),
      smooth_(toggle(tr("Smooth"), tr("Interpolate between the positions instead of showing each as it is"),
                     "smooth")),
      stretch_(
          toggle(tr("Stretch"),
                 tr("Let the colours run from the smallest to the largest value shown instead of 0 to 1"),
                 "stretch")),
      opacity_(new QSlider(Qt::Horizontal)) {
    quantity_->addItem(tr("Weight"));
    quantity_->addItem(tr("Dominant model"));
    quantity_->addItem(tr("Entropy"));
    half_->addItem(tr("With prompt"));
    half_->addItem(tr("Without prompt"));
    half_->addItem(tr("Both (mean)"));
    // Proper names, the same in all languages, and grey.
    for (const auto* name : {"Viridis", "Magma", "Cividis"})
        colours_->addItem(QString::fromLatin1(name));
    colours_->addItem(tr("Grey"));
    opacity_->setRange(0, 100);
    opacity_->setFixedWidth(90);
    opacity_->setToolTip(tr("How much the map covers the picture"));
    opacity_->setAccessibleName(tr("Opacity of the map"));
    opacity_->setObjectName("opacity");
    auto* opacityName = makeMuted(tr("Opacity"));
    opacityName->setWordWrap(false);
    opacityName->setBuddy(opacity_);
    modelGroup_->setExclusive(true);
    models_->setSpacing(2);

    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(quantity_);
    top->addLayout(models_);
    top->addStretch();
    top->addWidget(half_);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(6);
    bottom->addWidget(colours_);
    bottom->addWidget(smooth_);
    bottom->addWidget(stretch_);
    bottom->addStretch();
    bottom->addWidget(opacityName);
    bottom->addWidget(opacity_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addLayout(bottom);

    connect(quantity_, &QComboBox::activated, &state,
            [this](int index) { state_.setQuantity(static_cast<ExploreState::Quantity>(index)); });
    connect(half_, &QComboBox::activated, &state,
            [this](int index) { state_.setHalf(static_cast<MapsHalf>(index)); });
    connect(colours_, &QComboBox::activated, &state,
            [this](int index) { state_.setColours(static_cast<ColourMap>(index)); });
    connect(smooth_, &QToolButton::toggled, &state, &ExploreState::setSmooth);
    connect(stretch_, &QToolButton::toggled, &state, &ExploreState::setStretched);
    connect(opacity_, &QSlider::valueChanged, &state,
            [this](int percent) { state_.setOpacity(percent / 100.0); });
    connect(modelGroup_, &QButtonGroup::idClicked, &state, [this](int model) {
        state_.setQuantity(ExploreState::Quantity::Weight);
        state_.setModel(model);
    });
    connect(&state, &ExploreState::mapsChanged, this, &ViewControls::rebuildModels);
    for (const auto signal : {&ExploreState::viewChanged, &ExploreState::modelChanged})
        connect(&state, signal, this, &ViewControls::showState);
    rebuildModels();
}

void ViewControls::rebuildModels() {
    for (auto* button : modelGroup_->buttons())
        delete button;
    const int count = state_.maps() ? state_.maps()->models() : 0;
    for (int i = 0; i < count; ++i) {
        auto* button = new QToolButton;
        button->setIcon(badgeIcon(i));
        button->setIconSize({kBadge, kBadge});
        button->setCheckable(true);
        const QString name =
            QString::fromStdString(state_.maps()->record.modelNames[static_cast<std::size_t>(i)]);
        button->setToolTip(tr("Weight of %1: %2 (key %3)").arg(modelLetter(i), name).arg(i + 1));
        button->setAccessibleName(button->toolTip());
        button->setObjectName(QStringLiteral("model%1").arg(i));
        modelGroup_->addButton(button, i);
        models_->addWidget(button);
    }
    half_->setEnabled(state_.maps() && state_.maps()->record.halves == 2);
    showState();
}

void ViewControls::showState() {
    quantity_->setCurrentIndex(static_cast<int>(state_.quantity()));
    half_->setCurrentIndex(static_cast<int>(state_.half()));
    colours_->setCurrentIndex(static_cast<int>(state_.colours()));
    smooth_->setChecked(state_.smooth());
    stretch_->setChecked(state_.stretched());
    opacity_->setValue(qRound(state_.opacity() * 100));
    if (auto* button = modelGroup_->button(state_.model())) button->setChecked(true);
}

}  // namespace afa
