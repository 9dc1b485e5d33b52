#include "ui/pages/queue/edit_request_dialog.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "core/base/samplers.h"
#include "core/engine/model_info.h"
#include "core/engine/request_fields.h"
#include "ui/parts/request/request_panel.h"

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
    const GenerateRequest shown = panel_->request();
    GenerateRequest changed = original_;
    forEachSharedField(shown, changed, [](const Field& field, const auto& value, auto& target) {
        if (field.form) target = value;
    });
    if (shown.width <= 0) changed.width = original_.width;  // the host is not known, so no size is shown
    if (shown.height <= 0) changed.height = original_.height;
    if (const auto* sampler = findSampler(changed.sampler); !sampler || !sampler->eta) changed.eta = 0.0;
    return changed;
}

}  // namespace afa
