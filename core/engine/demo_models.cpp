#include "core/engine/demo_models.h"

#include <boost/dll/runtime_symbol_info.hpp>

namespace afa {

std::filesystem::path demoModelsFolder() {
    const auto library =
        boost::dll::this_line_location().parent_path();  // PREFIX/lib or PREFIX/lib/afa-studio
    const std::filesystem::path candidates[]{library.parent_path() / "share/afa-studio/demo",
                                             library.parent_path().parent_path() / "share/afa-studio/demo",
                                             std::filesystem::path(AFA_SOURCE_DIR) / "resources/demo"};
    std::error_code ec;
    for (const auto& folder : candidates)
        if (std::filesystem::is_directory(folder, ec)) return folder;
    return {};
}

}  // namespace afa
