#pragma once
#include <QtCore/QString>

#include <exception>

namespace afa {

/// core speaks English, on the command line as in files; a window says it in its own language. `message` is
/// taken apart by patterns (core_messages.cpp), so also a path, a number or a reason inside it finds its
/// place. What no pattern fits stays as it is: exact, and to be found in the documentation.
QString inWindowLanguage(const QString& message);
QString inWindowLanguage(const std::string& message);

/// Of an error that ended a job: where no pattern fits, at least its kind is told in the window's language.
QString inWindowLanguage(const std::exception& error);

}  // namespace afa
