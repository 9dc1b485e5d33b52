#pragma once
#include <functional>
#include <memory>

#include "ui/services/gallery/gallery.h"
#include "ui/services/jobs/job.h"

namespace afa {

/// Compares the gallery with its folder in the background: adds pictures the store does not know (it was
/// rebuilt, or the program was killed between the two), forgets those whose file was deleted.
std::unique_ptr<Job> makeGalleryCheck(Gallery& gallery, std::function<void(int added, int forgotten)> done);

}  // namespace afa
