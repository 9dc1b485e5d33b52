#pragma once
#include <QtCore/QList>
#include <QtCore/QString>

class QTranslator;

namespace afa {

/// A language the program speaks.
struct Language {
    QString code;  ///< "en", "de", "zh_CN"
    QString name;  ///< in itself
};
const QList<Language>& languages();

/// The kept choice, else the desktop's language where the program speaks it, else English.
QString chosenLanguage();
void keepLanguage(const QString& code);

/// Loads the program's and Qt's own texts, and sets numbers and dates. Windows made afterwards speak it.
void applyLanguage(const QString& code, QTranslator& program, QTranslator& qt);

}  // namespace afa
