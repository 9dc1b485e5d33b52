#pragma once
#include <string>

#include "core/base/image.h"
#include "core/base/task.h"

namespace afa {

/// Says how good a picture is for its prompt: the higher, the better. Each kind of judgement is one such
/// class.
class PictureScorer {
  public:
    virtual ~PictureScorer() = default;
    /// Throws DataError where there is no finite number, Cancelled.
    virtual double score(const std::string& prompt, const Image& picture, const TaskControl& control) = 0;
};

}  // namespace afa
