#include "ui/pages/train/train_form.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>
#include <filesystem>
#include <type_traits>

#include "ui/parts/style/icons.h"
#include "ui/parts/widgets/number_box.h"

namespace afa {
namespace {

using Group = TrainFieldText::Group;
namespace fs = std::filesystem;

// How a member's value stands in its widget.

void showIn(QWidget* widget, bool value) {
    qobject_cast<QCheckBox*>(widget)->setChecked(value);
}
template <typename Number>
requires(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>) void showIn(QWidget* widget,
                                                                                    Number value) {
    qobject_cast<NumberBox*>(widget)->setValue(static_cast<double>(value));
}
void showIn(QWidget* widget, const std::string& value) {
    const QString text = QString::fromStdString(value);
    if (auto* box = qobject_cast<QComboBox*>(widget))
        box->setCurrentIndex(std::max(0, box->findData(text)));
    else
        qobject_cast<QLineEdit*>(widget)->setText(text);
}
void showIn(QWidget* widget, const fs::path& value) {
    showIn(widget, value.string());
}

void readFrom(const QWidget* widget, bool& value) {
    value = qobject_cast<const QCheckBox*>(widget)->isChecked();
}
template <typename Number>
requires(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>) void readFrom(const QWidget* widget,
                                                                                      Number& value) {
    value = static_cast<Number>(qobject_cast<const NumberBox*>(widget)->value());
}
void readFrom(const QWidget* widget, std::string& value) {
    const auto* box = qobject_cast<const QComboBox*>(widget);
    value = (box ? box->currentData().toString() : qobject_cast<const QLineEdit*>(widget)->text().trimmed())
                .toStdString();
}
void readFrom(const QWidget* widget, fs::path& value) {
    std::string text;
    readFrom(widget, text);
    value = text;
}

}  // namespace

TrainForm::TrainForm(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    for (const auto group :
         {Group::Main, Group::Optimiser, Group::Checks, Group::Pictures, Group::Aggregator, Group::Machine})
        groups_[static_cast<int>(group)] = addGroup(group);
    const TrainRequest defaults;
    forEachField(defaults, [&](const Field& field, const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        const auto* text = trainFieldText(field.name);
        Q_ASSERT(text);
        if constexpr (!std::is_same_v<Member, std::vector<fs::path>>) {
            if (!text || text->group == Group::Elsewhere) return;
            constexpr bool flag = std::is_same_v<Member, bool>;
            auto* widget = makeField(field, *text, std::is_arithmetic_v<Member> && !flag,
                                     std::is_integral_v<Member>, flag, std::is_same_v<Member, fs::path>);
            fields_[field.name] = widget;
        }
    });
    setRequest(defaults);
}

QFormLayout* TrainForm::addGroup(Group group) {
    auto* body = new QWidget;
    auto* form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    auto* outer = qobject_cast<QVBoxLayout*>(layout());
    if (group != Group::Main) {
        auto* head = new QToolButton;
        head->setText(trainGroupTitle(group));
        head->setToolTip(tr("Show or hide these settings"));
        head->setCheckable(true);
        head->setProperty("fold", true);
        head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        head->setIcon(themedIcon("fold", "unfold"));
        head->setObjectName(QStringLiteral("fold%1").arg(static_cast<int>(group)));
        head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        body->hide();
        connect(head, &QToolButton::toggled, body, &QWidget::setVisible);
        outer->addWidget(head);
    }
    outer->addWidget(body);
    return form;
}

QWidget* TrainForm::makeField(const Field& field, const TrainFieldText& text, bool isNumber, bool isWhole,
                              bool isFlag, bool isPath) {
    const QString label = trainText(text.label), tip = trainText(text.tip);
    const auto tell = [this] {
        if (!setting_) Q_EMIT edited();
    };
    QWidget* widget = nullptr;
    if (isFlag) {
        auto* box = new QCheckBox(label);
        connect(box, &QCheckBox::toggled, this, tell);
        widget = box;
    } else if (isNumber) {
        auto* box = new NumberBox(isWhole);
        box->setRange(text.lowest, text.highest);
        if (text.atLowest) box->setSpecialValueText(trainText(text.atLowest));
        connect(box, &NumberBox::valueChanged, this, tell);
        widget = box;
    } else if (!text.choices.isEmpty()) {
        auto* box = new QComboBox;
        for (const auto& choice : text.choices)
            box->addItem(choice, choice);  // as the command line and files spell it
        connect(box, &QComboBox::currentIndexChanged, this, tell);
        widget = box;
    } else {
        auto* edit = new QLineEdit;
        if (isPath) edit->setPlaceholderText(tr("Path of a file or folder"));
        connect(edit, &QLineEdit::textChanged, this, tell);
        widget = edit;
    }
    widget->setToolTip(tip);
    widget->setAccessibleName(label);
    widget->setAccessibleDescription(tip);
    widget->setObjectName(QStringLiteral("train-") + field.name);
    auto* form = groups_[static_cast<int>(text.group)];
    if (isFlag) {
        form->addRow(widget);
    } else {
        form->addRow(label, widget);
        form->labelForField(widget)->setToolTip(tip);
    }
    return widget;
}

void TrainForm::settle() {
    for (auto* box : findChildren<NumberBox*>())
        box->interpretText();
}

void TrainForm::readInto(TrainRequest& request) const {
    forEachField(request, [&](const Field& field, auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (!std::is_same_v<Member, std::vector<fs::path>>)
            if (const auto* widget = fields_.value(field.name)) readFrom(widget, member);
    });
}

void TrainForm::setRequest(const TrainRequest& request) {
    setting_ = true;
    forEachField(request, [&](const Field& field, const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (!std::is_same_v<Member, std::vector<fs::path>>)
            if (auto* widget = fields_.value(field.name)) showIn(widget, member);
    });
    setting_ = false;
    Q_EMIT edited();
}

}  // namespace afa
