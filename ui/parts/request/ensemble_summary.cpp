#include "ui/parts/request/ensemble_summary.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/request/option_combo.h"
#include "ui/parts/widgets/model_badge.h"
#include "ui/parts/widgets/parts.h"
#include "ui/services/library/ensemble.h"

namespace afa {

EnsembleSummary::EnsembleSummary(Ensemble& ensemble, bool withMode, QWidget* parent)
    : QWidget(parent),
      ensemble_(ensemble),
      withMode_(withMode),
      rows_(new QVBoxLayout),
      mode_(new OptionCombo(tr("How the models are joined"))) {
    auto* change = new QPushButton(tr("Change …"));
    change->setToolTip(tr("Choose other models in the Library"));
    connect(change, &QPushButton::clicked, this, &EnsembleSummary::changeAsked);
    mode_->setToolTip(tr("How the models are joined"));
    mode_->setObjectName("createMode");
    connect(mode_, &OptionCombo::chosen, &ensemble, &Ensemble::setMode);

    auto* head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("Models")));
    head->addStretch();
    head->addWidget(change);
    rows_->setSpacing(5);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(rows_);
    layout->addWidget(mode_);
    connect(&ensemble, &Ensemble::edited, this, &EnsembleSummary::refresh);
    connect(&ensemble, &Ensemble::modelReset, this, &EnsembleSummary::refresh);
    refresh();
}

void EnsembleSummary::refresh() {
    while (auto* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < ensemble_.rowCount(); ++i) {
        auto* row = new QWidget;
        auto* name = new QLabel(ensemble_.nameOf(i));
        name->setTextFormat(Qt::PlainText);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        name->setToolTip(ensemble_.paths()[i]);
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(new ModelBadge(i));
        layout->addWidget(name, 1);
        if (ensemble_.host() == i && ensemble_.rowCount() > 1) {
            auto* host = makeMuted(tr("host"));
            host->setToolTip(tr("Its VAE and tokenizer serve all"));
            layout->addWidget(host);
        }
        rows_->addWidget(row);
    }
    if (ensemble_.rowCount() == 0) rows_->addWidget(makeMuted(tr("None chosen yet.")));
    mode_->setVisible(withMode_ && ensemble_.rowCount() > 0);
    mode_->setOptions(ensemble_.modeOptions(), ensemble_.mode());
}

}  // namespace afa
