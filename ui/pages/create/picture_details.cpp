#include "ui/pages/create/picture_details.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/picture_request.h"
#include "ui/parts/pictures/progress_strip.h"
#include "ui/services/messages/core_messages.h"
#include "ui/services/storage/gallery_store.h"
#include "ui/services/values/samplers.h"

namespace afa {
namespace {

constexpr int kWidth = 520, kHeight = 480;  // pixels

void addRow(QFormLayout& form, const QString& name, const QString& value) {
    if (value.isEmpty()) return;
    auto* label = new QLabel(value);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    auto* heading = new QLabel(name);
    heading->setProperty("muted", true);
    form.addRow(heading, label);
}

}  // namespace

PictureDetails::PictureDetails(const Picture& picture, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Picture details"));
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(10);
    const QLocale locale;
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    try {
        const auto found = readPictureRequest(picture.path.toStdString());
        const auto& request = found.request;
        addRow(*form, tr("Prompt"), text(request.prompt));
        addRow(*form, tr("Negative prompt"), text(request.negativePrompt));
        QStringList models;
        for (const auto& model : found.models)
            models.append(tr("%1 (%2)").arg(text(model.name), text(model.fingerprint.substr(0, 10))));
        addRow(*form, tr("Models"), models.join('\n'));
        addRow(*form, tr("Aggregator"), text(found.aggregator));
        addRow(*form, tr("Mode"), text(request.mode));
        if (found.source != PictureRequest::Source::None) {
            const auto& said = found.said;
            if (said.steps) addRow(*form, tr("Steps"), locale.toString(*said.steps));
            if (said.cfg) addRow(*form, tr("Guidance (CFG)"), locale.toString(*said.cfg));
            if (said.sampler)
                addRow(*form, tr("Sampler"),
                       samplerTitle(*said.sampler) + (request.karras ? tr(", Karras") : QString()));
        } else {
            addRow(*form, tr("Settings"), tr("The picture carries none."));
        }
    } catch (const Error& error) {
        addRow(*form, tr("Problem"), inWindowLanguage(error));
    }
    addRow(*form, tr("Seed"), QString::number(picture.seed));
    addRow(*form, tr("Size"), tr("%1 × %2 pixels").arg(picture.width).arg(picture.height));
    addRow(*form, tr("Made"),
           locale.toString(QDateTime::fromMSecsSinceEpoch(picture.created), QLocale::LongFormat));
    if (picture.seconds > 0) addRow(*form, tr("Took"), durationText(picture.seconds));
    addRow(*form, tr("File"), picture.path);

    auto* scroll = new QScrollArea;
    scroll->setObjectName("panelScroll");
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
}

}  // namespace afa
