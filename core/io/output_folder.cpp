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
        throw FileError(
            Message::of("%1: expected a folder to write to, found %2; name a folder that can be made", folder,
                        unmade ? reasonOf(unmade) : Message::of("something else")));
}

void requireFolderOf(const fs::path& file) {
    if (file.empty()) return;
    requireUsableName(file);
    requireFolder(file.parent_path());
}

}  // namespace afa
