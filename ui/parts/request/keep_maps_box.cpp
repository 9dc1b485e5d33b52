#include "ui/parts/request/keep_maps_box.h"

#include <QtCore/QLocale>
#include <QtCore/QSettings>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QSpinBox>

#include "core/engine/maps.h"

namespace afa {
namespace {

const char* const kKey = "explore/keepMaps";

}  // namespace

KeepMapsBox::KeepMapsBox(std::function<GenerateRequest()> request, std::function<const ModelInfo*()> host,
                         QWidget* parent)
    : QCheckBox(parent), request_(std::move(request)), host_(std::move(host)) {
    setChecked(wanted());
    setToolTip(
        tr("Keep each picture's attention maps beside it, for the Explore page; they go to the trash "
           "with their picture"));
    setObjectName("keepMaps");
    connect(this, &QCheckBox::toggled, this, [](bool keep) { QSettings().setValue(kKey, keep); });
    updateCost();
}

bool KeepMapsBox::wanted() {
    return QSettings().value(kKey, false).toBool();
}

void KeepMapsBox::follow(const QWidget& form) {
    for (auto* box : form.findChildren<QSpinBox*>())
        connect(box, &QSpinBox::valueChanged, this, &KeepMapsBox::updateCost);
    for (auto* box : form.findChildren<QDoubleSpinBox*>())
        connect(box, &QDoubleSpinBox::valueChanged, this, &KeepMapsBox::updateCost);
    updateCost();
}

void KeepMapsBox::updateCost() {
    const GenerateRequest request = request_();
    const ModelInfo* host = host_();
    const auto bytes = host ? mapsBytes(request, static_cast<int>(host->stages.size()), host->sizeStep) : 0;
    setText(bytes == 0 && leavesMaps(request) ? tr("Keep maps")
            : bytes == 0                      ? tr("Keep maps (this mode has none)")
                                              : tr("Keep maps (%1 a picture)")
                               .arg(QLocale().formattedDataSize(static_cast<qint64>(bytes), 1,
                                                                QLocale::DataSizeSIFormat)));
}

}  // namespace afa
