#include "ui/pages/library/model_details.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/model_info.h"
#include "ui/parts/widgets/page.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/library/library_model.h"
#include "ui/services/messages/core_messages.h"

namespace afa {
namespace {

QString row(const QString& name, const QString& value) {
    if (value.isEmpty()) return {};
    return QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString factsOf(const ModelInfo& info) {
    const QLocale locale;
    QString rows = row(ModelDetails::tr("File"), QString::fromStdString(info.path.string()));
    if (info.parameters > 0)
        rows += row(ModelDetails::tr("Parameters"),
                    ModelDetails::tr("%1 million")
                        .arg(locale.toString(static_cast<double>(info.parameters) / 1e6, 'f', 1)));
    if (info.ownSize > 0)
        rows += row(ModelDetails::tr("Pictures of"), ModelDetails::tr("%1 × %1 pixels").arg(info.ownSize));
    QStringList bound;
    for (const auto& model : info.boundTo)
        bound.append(QString::fromStdString(model.name));
    rows += row(ModelDetails::tr("Trained with"), bound.join(", "));
    rows += row(ModelDetails::tr("SHA-256"), QString::fromStdString(info.sha256));
    for (const auto& note : info.notes)
        rows += row(ModelDetails::tr("Note"), inWindowLanguage(note));
    rows += row(ModelDetails::tr("Problem"), inWindowLanguage(info.problem));
    return "<table>" + rows + "</table>";
}

}  // namespace

ModelDetails::ModelDetails(QWidget* parent)
    : QWidget(parent),
      title_(makeHeading({})),
      facts_(new QLabel),
      use_(makeCommand(this, {}, tr("Add to ensemble"), "useModel", [this] { Q_EMIT useAsked(); })),
      folder_(
          makeCommand(this, {}, tr("Show in folder"), "showModelInFolder", [this] { Q_EMIT folderAsked(); })),
      useButton_(makeActionButton(use_)) {
    title_->setTextFormat(Qt::PlainText);
    facts_->setTextFormat(Qt::RichText);
    facts_->setWordWrap(true);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    facts_->setAccessibleName(tr("Details"));
    folder_->setToolTip(tr("Open the model's folder in the file manager"));
    auto* head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(useButton_);
    head->addWidget(makeActionButton(folder_));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->addLayout(head);
    layout->addWidget(facts_);
    show(nullptr);
}

void ModelDetails::show(const ModelInfo* info) {
    setVisible(info != nullptr);
    const bool usable = info && info->role != ModelInfo::Role::Other;
    use_->setEnabled(usable);
    folder_->setEnabled(info);
    if (!info) return;
    title_->setText(tr("%1 – %2").arg(QString::fromStdString(info->name), kindText(*info)));
    facts_->setText(factsOf(*info));
    useButton_->setVisible(usable);
    const bool base = info->role == ModelInfo::Role::BaseModel;
    use_->setText(base ? tr("Add to ensemble") : tr("Use this aggregator"));
    use_->setToolTip(base ? tr("Put the model at the end of the ensemble (Enter)")
                          : tr("Join the ensemble with this aggregator (Enter)"));
}

}  // namespace afa
