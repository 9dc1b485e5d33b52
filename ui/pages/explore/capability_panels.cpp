#include "ui/pages/explore/capability_panels.h"

#include <QtCore/QLocale>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/pages/explore/map_drawing.h"
#include "ui/parts/widgets/model_badge.h"
#include "ui/services/values/images.h"
#include "ui/services/values/model_colours.h"

namespace afa {
namespace {

constexpr int kMargin = 10, kGap = 12, kLine = 18, kBadge = 16, kLegend = 40;  // pixels

}  // namespace

CapabilityPanels::CapabilityPanels(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Which model denoises which part best"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CapabilityPanels::show(std::shared_ptr<const CapabilityMaps> maps, int timestep) {
    maps_ = std::move(maps);
    timestep_ = timestep;
    pictures_.clear();
    if (maps_) {
        const auto& at = maps_->timesteps[static_cast<std::size_t>(timestep)];
        const int height = static_cast<int>(maps_->height), width = static_cast<int>(maps_->width);
        pictures_.append(toQImage(maps_->picture));
        const auto wins = capabilityWins(at);
        shares_ = winShares(wins, maps_->models());
        means_ = meanErrors(at);
        pictures_.append(
            toQImage(colourModels({height, width, std::vector<float>(wins.begin(), wins.end())})));
        std::vector<MapPlane> errors;
        range_ = {HUGE_VALF, -HUGE_VALF};
        for (const auto& capability : at.capability) {
            MapPlane plane{height, width, capability};
            for (float& value : plane.values)
                value = -value;
            const PlaneRange own = rangeOf(plane);
            range_ = {std::min(range_.lowest, own.lowest), std::max(range_.highest, own.highest)};
            errors.push_back(std::move(plane));
        }
        for (const auto& plane : errors)
            pictures_.append(
                toQImage(colourValues(plane, ColourMap::Viridis, range_.lowest, range_.highest)));
    }
    update();
}

QRect CapabilityPanels::panelRect(int panel) const {
    // As many columns as make the panels largest.
    int best = 0, columns = 1;
    const int count = std::max(1, panels());
    for (int tried = 1; tried <= count; ++tried) {
        const int rows = (count + tried - 1) / tried;
        const int side = std::min((width() - 2 * kMargin - (tried - 1) * kGap) / tried,
                                  (height() - kMargin - kLegend) / rows - 2 * kLine - kGap);
        if (side > best) {
            best = side;
            columns = tried;
        }
    }
    const int used = columns * best + (columns - 1) * kGap;
    const int left = (width() - used) / 2 + (panel % columns) * (best + kGap);
    const int top = kMargin + kLine + (panel / columns) * (best + 2 * kLine + kGap);
    return {left, top, best, best};
}

QString CapabilityPanels::caption(int panel) const {
    if (panel == 0) return tr("picture");
    if (panel == 1) return tr("best model");
    return QString::fromStdString(maps_->modelNames[static_cast<std::size_t>(panel - 2)]);
}

QString CapabilityPanels::figures(int panel) const {
    if (panel == 0) return tr("%1 × %2 positions").arg(maps_->width).arg(maps_->height);
    if (panel == 1) return tr("%n noise sample(s)", nullptr, maps_->noiseSamples);
    const auto model = static_cast<std::size_t>(panel - 2);
    return tr("error %1, best at %2%")
        .arg(QLocale().toString(means_[model], 'g', 3))
        .arg(std::lround(shares_[model] * 100));
}

void CapabilityPanels::paintEvent(QPaintEvent*) {
    if (!maps_) return;
    QPainter painter(this);
    for (int panel = 0; panel < panels(); ++panel) {
        const QRect place = panelRect(panel);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, panel == 0);
        painter.drawImage(place, pictures_[panel]);
        QRect head(place.left(), place.top() - kLine, place.width(), kLine);
        if (panel >= 2) {
            paintModelBadge(painter, {head.left(), head.top(), kBadge, kBadge}, panel - 2);
            head.adjust(kBadge + 5, 0, 0, 0);
        }
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(caption(panel), Qt::ElideRight, head.width()));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QRect below(place.left(), place.bottom() + 1, place.width(), kLine);
        painter.drawText(below, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(figures(panel), Qt::ElideRight, below.width()));
    }
    paintRamp(painter, QRect(kMargin, height() - kLegend, width() - 2 * kMargin, kLegend), ColourMap::Viridis,
              range_, tr("squared error"), palette());
}

std::vector<double> CapabilityPanels::errorsAt(const QPoint& point) const {
    for (int panel = 0; panel < panels(); ++panel) {
        const QRect place = panelRect(panel);
        if (!place.contains(point)) continue;
        const auto x = (point.x() - place.left()) * maps_->width / place.width();
        const auto y = (point.y() - place.top()) * maps_->height / place.height();
        std::vector<double> errors;
        errors.reserve(static_cast<std::size_t>(maps_->models()));
        for (const auto& capability : maps_->timesteps[static_cast<std::size_t>(timestep_)].capability)
            errors.push_back(
                -static_cast<double>(capability[static_cast<std::size_t>(y * maps_->width + x)]));
        return errors;
    }
    return {};
}

bool CapabilityPanels::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto errors = errorsAt(help->pos());
    QStringList lines;
    for (std::size_t i = 0; i < errors.size(); ++i)
        lines.append(
            tr("%1: %2").arg(modelLetter(static_cast<int>(i)), QLocale().toString(errors[i], 'g', 4)));
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join('\n'), this);
    return true;
}

}  // namespace afa
