#include "ui/services/messages/language.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QSettings>
#include <QtCore/QTranslator>

namespace afa {
namespace {

const char* const kKey = "window/language";

}  // namespace

const QList<Language>& languages() {
    static const QList<Language> all{{"en", QStringLiteral("English")},
                                     {"de", QStringLiteral("Deutsch")},
                                     {"zh_CN", QString::fromUtf8("简体中文")}};
    return all;
}

QString chosenLanguage() {
    QString kept = QSettings().value(kKey).toString();
    for (const auto& language : languages())
        if (language.code == kept) return kept;
    for (const auto& language : languages())
        if (QLocale(language.code).language() == QLocale::system().language()) return language.code;
    return languages().first().code;
}

void keepLanguage(const QString& code) {
    QSettings().setValue(kKey, code);
}

void applyLanguage(const QString& code, QTranslator& program, QTranslator& qt) {
    // Of English, the system's own flavour: its dates and numbers differ.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.language() == QLocale(code).language() ? system : QLocale(code));
    QCoreApplication::removeTranslator(&program);
    QCoreApplication::removeTranslator(&qt);
    // English too has a file: the plural forms.
    if (program.load(":/i18n/afa-studio_" + code + ".qm")) QCoreApplication::installTranslator(&program);
    if (qt.load("qtbase_" + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

}  // namespace afa
