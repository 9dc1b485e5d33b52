#include "core/io/output_folder.h"

#include "core/base/error.h"
#include "core/io/file_errors.h"

namespace afa {

namespace fs = std::filesystem;

void requireFolder(const fs::path& folder) {
    if (folder.empty()) return;
    requireUsableName(folder);
    std::error_code unmade, error;
    fs::create_directories(folder, unmade);
    if (!fs::is_directory(folder, error))
        throw FileError(folder.string() + ": expected a folder to write to, found " +
                        (unmade ? reasonOf(unmade) : std::string("something else")) +
                        "; name a folder that can be made");
}

void requireFolderOf(const fs::path& file) {
    if (file.empty()) return;
    requireUsableName(file);
    requireFolder(file.parent_path());
}

}  // namespace afa
