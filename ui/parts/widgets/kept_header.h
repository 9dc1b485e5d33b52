#pragma once

class QHeaderView;

namespace afa {

/// Columns as they were left: widths and sorting come back from the settings under `key`, and every change is
/// kept there.
void keepHeader(QHeaderView* header, const char* key);

}  // namespace afa
