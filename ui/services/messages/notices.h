#pragma once
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include "core/base/error.h"
#include "ui/services/messages/core_messages.h"

namespace afa {

/// Something to tell the user in one sentence, details folded.
struct Notice {
    enum class Severity { Info, Error };
    Severity severity = Severity::Info;
    QString text;
    QStringList details;
};

/// Where every part puts what it has to tell; the window shows it. Nothing waits for an answer.
class Notices : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    void info(const QString& text, const QStringList& details = {});
    void problem(const QString& text, const QStringList& details = {});
    /// Runs what a button asks for; an error of it becomes a problem told. False then.
    template <typename Action>
    bool guard(Action&& action) {
        try {
            action();
            return true;
        } catch (const Error& error) {
            problem(inWindowLanguage(error));
            return false;
        }
    }

  Q_SIGNALS:
    void posted(const afa::Notice& notice);
};

}  // namespace afa
