#include "ui/pages/create/restore.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

#include "core/engine/picture_request.h"
#include "ui/parts/request/request_panel.h"
#include "ui/services/library/ensemble.h"

namespace afa {
namespace {

struct Restore {
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

/// Chooses the picture's models where all of them are in the library.
void restoreModels(const PictureRequest& found, const Library& library, Ensemble& ensemble,
                   QStringList& notes) {
    QStringList paths;
    for (const auto& model : found.models) {
        const QString path = library.pathOfBaseModel(model.fingerprint, model.shortHash);
        if (!path.isEmpty()) {
            paths.append(path);
            continue;
        }
        const QString name = model.name.empty() ? text(model.shortHash) : text(model.name);
        notes.append(Restore::tr("Model %1: not in the library; the chosen models stay").arg(name));
    }
    if (paths.isEmpty() || paths.size() != static_cast<qsizetype>(found.models.size())) return;
    QString mode = text(found.request.mode), aggregator;
    if (paths.size() == 1) mode = "single:0";  // pictures of other programs say nothing
    if (!found.aggregator.empty()) {
        aggregator = library.pathOfAggregator(text(found.aggregator));
        if (aggregator.isEmpty()) {
            notes.append(Restore::tr("Aggregator %1: not in the library; an average is used")
                             .arg(text(found.aggregator)));
            mode = "block-average";
        }
    }
    // Of the same models the aggregator stays chosen, for when AFA is wanted again.
    if (aggregator.isEmpty() && paths == ensemble.paths()) aggregator = ensemble.aggregator();
    ensemble.set(paths, found.request.host, aggregator, mode);
    const auto modes = ensemble.modeOptions();
    if (std::none_of(modes.begin(), modes.end(), [&](const auto& known) { return known.value == mode; })) {
        notes.append(Restore::tr("Mode %1: not offered here; an average is used").arg(mode));
        ensemble.setMode("block-average");
    }
}

}  // namespace

QStringList restoreRequest(const PictureRequest& found, const Library& library, Ensemble& ensemble,
                           RequestPanel& panel) {
    QStringList notes;
    restoreModels(found, library, ensemble, notes);
    if (!found.vae.empty())
        notes.append(Restore::tr("VAE %1: the host model's own is used").arg(text(found.vae)));
    const auto& said = found.said;
    auto asked = panel.request();  // what the picture does not say stays
    apply(said, asked);
    panel.setRequest(asked);
    if (said.seed)
        panel.setSeed(*said.seed, true);
    else
        notes.append(Restore::tr("Seed: the picture does not tell it"));
    const auto got = panel.request();
    if (said.width && got.width > 0 && (asked.width != got.width || asked.height != got.height))
        notes.append(Restore::tr("Size: %1 × %2 became %3 × %4")
                         .arg(asked.width)
                         .arg(asked.height)
                         .arg(got.width)
                         .arg(got.height));
    if (asked.steps != got.steps)
        notes.append(Restore::tr("Steps: %1 became %2").arg(asked.steps).arg(got.steps));
    if (asked.cfg != got.cfg)
        notes.append(Restore::tr("Guidance (CFG): %1 became %2").arg(asked.cfg).arg(got.cfg));
    if (asked.eta != 0.0) notes.append(Restore::tr("Eta: %1 is not used").arg(asked.eta));
    for (const auto& [name, value] : found.notApplied)
        notes.append(value.empty() ? text(name) : QStringLiteral("%1: %2").arg(text(name), text(value)));
    return notes;
}

}  // namespace afa
