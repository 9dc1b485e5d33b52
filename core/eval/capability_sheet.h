#pragma once
#include "core/eval/capability_report.h"

namespace afa {

/// The paper's Fig. 1 as a sheet: the picture and its prompt; a column per timestep; a row that shows which
/// model is best where, in the models' colours, and a row per model with its squared error on one scale per
/// column (told under it), its mean and the share of positions it is best at. Throws ConfigError for more
/// than 8 models, no timesteps, or more than 200 megapixels.
Image drawCapabilitySheet(const CapabilityMaps& maps, int cell = 128);
/// As a PNG; what `afa capability` and the window write.
void writeCapabilitySheet(const std::filesystem::path& target, const CapabilityMaps& maps);

}  // namespace afa
