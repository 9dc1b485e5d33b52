#pragma once
#include <functional>
#include <memory>

#include "ui/services/gallery/gallery.h"
#include "ui/services/jobs/job.h"

namespace afa {

/// Looks for pictures that are gone in `from` (or its folder `pictures`), in the background. One of the same
/// name, size and seed is copied into the gallery's folder, with the maps kept beside it; nothing is moved or
/// replaced. `notes`: what could not be copied, and why.
std::unique_ptr<Job> makeGalleryLocate(Gallery& gallery, const QString& from,
                                       std::function<void(int found, const QStringList& notes)> done);

}  // namespace afa
