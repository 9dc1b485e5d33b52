#include "ui/parts/widgets/kept_header.h"

#include <QtCore/QSettings>
#include <QtWidgets/QHeaderView>

namespace afa {

void keepHeader(QHeaderView* header, const char* key) {
    if (const auto state = QSettings().value(key).toByteArray(); !state.isEmpty())
        header->restoreState(state);
    const auto keep = [header, key] { QSettings().setValue(key, header->saveState()); };
    QObject::connect(header, &QHeaderView::sectionResized, header, keep);
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, header, keep);
}

}  // namespace afa
