#include "ui/services/messages/notices.h"

namespace afa {

void Notices::info(const QString& text, const QStringList& details) {
    Q_EMIT posted({Notice::Severity::Info, text, details});
}

void Notices::problem(const QString& text, const QStringList& details) {
    Q_EMIT posted({Notice::Severity::Error, text, details});
}

}  // namespace afa
