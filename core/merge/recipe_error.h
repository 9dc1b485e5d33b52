#pragma once
#include "core/base/error.h"

namespace afa {

/// A recipe that says nothing possible: an unknown word, numbers that do not fit the models or the blocks.
class RecipeError : public ConfigError {
  public:
    using ConfigError::ConfigError;
};

}  // namespace afa
