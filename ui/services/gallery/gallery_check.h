#pragma once
#include <functional>
#include <memory>

#include "ui/services/gallery/gallery.h"
#include "ui/services/jobs/job.h"

namespace afa {

/// Compares the gallery with its folder in the background: adds pictures the store does not know (it was
/// rebuilt, or the program was killed between the two), marks those whose file is missing.
std::unique_ptr<Job> makeGalleryCheck(Gallery& gallery, std::function<void(int added, int missing)> done);

}  // namespace afa
