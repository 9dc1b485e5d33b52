#include "core/io/torch_file.h"

#include "core/base/error.h"
#include "core/io/mapped_file.h"

namespace afa {

bool looksLikeTorchFile(const MappedFile& file) {
    const std::string_view text = file.text();
    return text.starts_with("PK\x03\x04") || text.starts_with("\x80\x02");
}

std::unique_ptr<TensorFile> openTorchFile(std::shared_ptr<const MappedFile> file) {
    throw FileError(file->path().string() + ": PyTorch pickles are not read yet");
}

}  // namespace afa
