#include "ui/queue/edit_request_dialog.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/model_info.h"
#include "ui/create/request_panel.h"

namespace afa {

EditRequestDialog::EditRequestDialog(const GenerateRequest& request, const ModelInfo* host,
                                     const PromptCounter& counter, QWidget* parent)
    : QDialog(parent), original_(request), panel_(new RequestPanel(counter)) {
    setWindowTitle(tr("Edit job"));
    panel_->setModel(host);
    panel_->setRequest(request);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->addWidget(panel_, 1);
    layout->addWidget(buttons);
    resize(400, sizeHint().height());
}

GenerateRequest EditRequestDialog::request() const {
    GenerateRequest changed = panel_->request();
    changed.models = original_.models;
    changed.aggregator = original_.aggregator;
    changed.allowOtherModels = original_.allowOtherModels;
    changed.host = original_.host;
    changed.vae = original_.vae;
    changed.mode = original_.mode;
    changed.eta = changed.sampler == "ddim" ? original_.eta : 0.0;
    changed.output = original_.output;
    changed.metadata = original_.metadata;
    changed.keepMaps = original_.keepMaps;
    changed.compute = original_.compute;
    return changed;
}

}  // namespace afa
