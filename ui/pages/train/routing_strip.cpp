#include "ui/pages/train/routing_strip.h"

#include <QtCore/QLocale>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kNumbers = 18;  // height of the stages' numbers, pixels
constexpr double kGapShare = 0.16;
constexpr int kLettersFrom = 16;  // a block this high says its model's letter

}  // namespace

RoutingStrip::RoutingStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Mean weight of each model at each stage"));
}

void RoutingStrip::setRouting(const std::vector<StageRouting>& routing, const QStringList& models) {
    routing_ = routing;
    models_ = models;
    // For a screen reader: the mean over the stages.
    QStringList means;
    for (std::size_t model = 0; !routing_.empty() && model < routing_.front().meanWeight.size(); ++model) {
        double sum = 0;
        for (const auto& stage : routing_)
            if (model < stage.meanWeight.size()) sum += stage.meanWeight[model];
        means.append(tr("%1: %2%")
                         .arg(models_.value(static_cast<int>(model)))
                         .arg(QLocale().toString(100 * sum / static_cast<double>(routing_.size()), 'f', 0)));
    }
    setAccessibleDescription(means.join(QStringLiteral(", ")));
    update();
}

QRectF RoutingStrip::columnOf(int index) const {
    const double pitch = static_cast<double>(width()) / static_cast<double>(routing_.size());
    return {index * pitch + pitch * kGapShare / 2, 0, pitch * (1 - kGapShare),
            static_cast<double>(height() - kNumbers)};
}

void RoutingStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (routing_.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Shown after the first validation"));
        return;
    }
    for (int i = 0; i < static_cast<int>(routing_.size()); ++i) {
        const auto& stage = routing_[static_cast<std::size_t>(i)];
        QRectF column = columnOf(i);
        double bottom = column.bottom();
        for (int model = 0; model < static_cast<int>(stage.meanWeight.size()); ++model) {
            const double high = stage.meanWeight[static_cast<std::size_t>(model)] * column.height();
            const QRectF block(column.left(), bottom - high, column.width(), high);
            const QColor colour = modelColour(model);
            painter.fillRect(block, colour);
            if (high >= kLettersFrom && column.width() >= kLettersFrom) {
                painter.setPen(colour.lightness() > 140 ? Qt::black : Qt::white);
                painter.drawText(block, Qt::AlignCenter, modelLetter(model));
            }
            bottom -= high;
        }
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const bool everyOther = column.width() < 18 && i % 2 == 1;
        if (!everyOther)
            painter.drawText(QRectF(column.center().x() - 20, height() - kNumbers, 40, kNumbers),
                             Qt::AlignCenter, QString::number(stage.stage));
    }
}

bool RoutingStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i < static_cast<int>(routing_.size()); ++i) {
        if (!columnOf(i).adjusted(-2, 0, 2, kNumbers).contains(help->pos())) continue;
        const auto& stage = routing_[static_cast<std::size_t>(i)];
        const QLocale locale;
        QStringList lines{tr("Stage %1").arg(stage.stage)};
        for (int model = 0; model < static_cast<int>(stage.meanWeight.size()); ++model)
            lines.append(
                tr("%1 %2: %3%")
                    .arg(modelLetter(model), models_.value(model),
                         locale.toString(100 * stage.meanWeight[static_cast<std::size_t>(model)], 'f', 1)));
        lines.append(tr("entropy %1 (1 = undecided)").arg(locale.toString(stage.entropy, 'f', 3)));
        QToolTip::showText(help->globalPos(), lines.join('\n'), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}  // namespace afa
