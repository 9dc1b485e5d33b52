#include "ui/widgets/save_dialog.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QFileDialog>

namespace afa {
namespace {

QString firstEnding(const QString& filter) {
    static const QRegularExpression ending(QStringLiteral(R"(\*\.(\w+))"));
    return ending.match(filter).captured(1);
}

}  // namespace

QString askWhereToSave(QWidget* parent, const QString& title, const QString& suggested,
                       const QString& filters) {
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(QFileInfo(suggested).fileName());
    dialog.setDefaultSuffix(firstEnding(dialog.selectedNameFilter()));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&](const QString& filter) { dialog.setDefaultSuffix(firstEnding(filter)); });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}  // namespace afa
