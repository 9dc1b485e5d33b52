#include "ui/parts/widgets/seed_field.h"

#include <QtCore/QRandomGenerator>
#include <QtGui/QValidator>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/parts.h"

namespace afa {
namespace {

class SeedValidator : public QValidator {
  public:
    using QValidator::QValidator;
    State validate(QString& text, int&) const override {
        if (text.isEmpty()) return Intermediate;
        bool ok = false;
        text.toULongLong(&ok);
        return ok && text.front().isDigit() ? Acceptable : Invalid;
    }
};

}  // namespace

SeedField::SeedField(QWidget* parent) : QWidget(parent), text_(new QLineEdit) {
    text_->setValidator(new SeedValidator(text_));
    text_->setAccessibleName(tr("Seed"));
    text_->setToolTip(
        tr("The number the start noise is drawn from: the same seed and settings give the same picture"));
    text_->setObjectName("seed");
    auto* name = new QLabel(tr("Seed"));
    name->setBuddy(text_);
    lock_ = makeIconButton("unlock", tr("Keep this seed for the next pictures"));
    lock_->setIcon(themedIcon("unlock", "lock"));
    lock_->setCheckable(true);
    lock_->setObjectName("seedLock");
    auto* dice = makeIconButton("dice", tr("Another random seed"));
    connect(dice, &QToolButton::clicked, this, &SeedField::roll);
    connect(text_, &QLineEdit::textEdited, lock_, [this] { lock_->setChecked(true); });

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(text_, 1);
    row->addWidget(lock_);
    row->addWidget(dice);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(name);
    layout->addLayout(row);
    roll();
}

quint64 SeedField::seed() const {
    return text_->text().toULongLong();
}

void SeedField::setSeed(quint64 seed) {
    text_->setText(QString::number(seed));
}

bool SeedField::locked() const {
    return lock_->isChecked();
}

void SeedField::setLocked(bool locked) {
    lock_->setChecked(locked);
}

void SeedField::roll() {
    setSeed(QRandomGenerator::global()->generate());  // 32 bits: short enough to read out to somebody
}

}  // namespace afa
