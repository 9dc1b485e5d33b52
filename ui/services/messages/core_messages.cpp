#include "ui/services/messages/core_messages.h"

#include <filesystem>

#include "core/base/error.h"
#include "core/engine/output_names.h"
#include "ui/services/messages/window_speech.h"

namespace afa {

QString inWindowLanguage(const Message& message) {
    return QString::fromStdString(message.told(WindowSpeech()));
}

QString inWindowLanguage(const std::exception& error) {
    if (const auto* files = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
        return inWindowLanguage(cannotUse(*files).message());
    return inWindowLanguage(messageOf(error));
}

}  // namespace afa
