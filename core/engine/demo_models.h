#pragma once
#include <filesystem>

namespace afa {

/// The folder of the demo models that ship with the program: beside an installed program
/// (PREFIX/share/afa-studio/demo), else in the source tree it was built from. Empty where there is neither.
std::filesystem::path demoModelsFolder();

}  // namespace afa
