#pragma once
#include <QtCore/QString>

#include <exception>

#include "core/base/message.h"

namespace afa {

/// What core tells, in the window's language and by the window's names of settings (WindowSpeech).
QString inWindowLanguage(const Message& message);

/// Of an error: its message, or another library's words as they are.
QString inWindowLanguage(const std::exception& error);

}  // namespace afa
