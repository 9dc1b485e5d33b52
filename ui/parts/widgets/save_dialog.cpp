#include "ui/parts/widgets/save_dialog.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace afa {
namespace {

struct SaveDialog {
    Q_DECLARE_TR_FUNCTIONS(SaveDialog)
};

/// "PNG pictures (*.png)" -> png; of all filters for one that names several.
QStringList endings(const QString& filters) {
    static const QRegularExpression ending(QStringLiteral(R"(\*\.(\w+))"));
    QStringList list;
    for (auto matches = ending.globalMatch(filters); matches.hasNext();)
        list.append(matches.next().captured(1));
    return list;
}

}  // namespace

QString askWhereToSave(QWidget* parent, const QString& title, const QString& suggested,
                       const QString& filters) {
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(QFileInfo(suggested).fileName());
    const auto follow = [&](const QString& filter) { dialog.setDefaultSuffix(endings(filter).value(0)); };
    follow(dialog.selectedNameFilter());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
    if (dialog.exec() != QDialog::Accepted) return {};
    QString path = dialog.selectedFiles().value(0);
    if (endings(filters).contains(QFileInfo(path).suffix(), Qt::CaseInsensitive)) return path;
    // The dialog takes whatever follows a dot for an ending: "animals vs. food".
    QString whole = path + "." + dialog.defaultSuffix();
    if (QFileInfo::exists(whole) &&
        QMessageBox::question(parent, title, SaveDialog::tr("%1 exists. Shall it be replaced?").arg(whole)) !=
            QMessageBox::Yes)
        return {};
    return whole;
}

}  // namespace afa
