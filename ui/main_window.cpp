#include "ui/main_window.h"

#include <QtGui/QAction>
#include <QtGui/QKeySequence>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QVBoxLayout>

#include "core/engine/engine.h"

namespace afa {
namespace {

QLabel* valueLabel(const QString& text, const QString& name) {
    auto* label = new QLabel(text);
    label->setAccessibleName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent) {
    setWindowTitle(tr("AFA Studio"));

    auto* title = new QLabel(tr("AFA Studio"));
    auto titleFont = title->font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.8);
    titleFont.setBold(true);
    title->setFont(titleFont);
    auto* subtitle =
        new QLabel(tr("Joins several Stable Diffusion 1.x models: after every stage of the U-Net a small "
                      "trained network decides, "
                      "position by position, how much of each goes on. This version makes pictures with the "
                      "command line program "
                      "afa; the studio's workspaces come with later versions."));
    subtitle->setWordWrap(true);

    auto* version = valueLabel(QString::fromStdString(Engine::version()), tr("Engine version"));
    version->setObjectName("version");
    device_ = valueLabel(tr("looking .."), tr("Device"));
    device_->setObjectName("device");

    auto* facts = new QFormLayout;
    facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    facts->setHorizontalSpacing(24);
    facts->addRow(tr("Engine"), version);
    facts->addRow(tr("Device"), device_);

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(32, 28, 32, 28);
    layout->setSpacing(16);
    layout->addWidget(title);
    layout->addWidget(subtitle);
    layout->addLayout(facts);
    layout->addStretch(1);
    setCentralWidget(page);
    resize(600, 300);

    auto* fileMenu = menuBar()->addMenu(tr("&File"));
    auto* quit = fileMenu->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setObjectName("quit");
    auto* helpMenu = menuBar()->addMenu(tr("&Help"));
    helpMenu->addAction(tr("&About AFA Studio"), this, &MainWindow::about);
}

void MainWindow::showDevice(const QString& description) {
    device_->setText(description);
}

void MainWindow::showDeviceProblem(const QString& message) {
    device_->setText(tr("not available: %1").arg(message));
}

void MainWindow::about() {
    QMessageBox::about(
        this, tr("About AFA Studio"),
        tr("AFA Studio %1\n\nImplements \"Ensembling Diffusion Models via Adaptive Feature Aggregation\".\n"
           "Free software under the GNU General Public License, version 3 or later.")
            .arg(QString::fromStdString(Engine::version())));
}

}  // namespace afa
