#include "core/io/text_file.h"

#include "core/base/error.h"
#include "core/io/mapped_file.h"

namespace afa {
namespace {

constexpr std::size_t kMaxBytes = 64 << 20;  // the index of a model of many shards is below 1 MB

}  // namespace

std::string readTextFile(const std::filesystem::path& path) {
    const auto file = MappedFile::open(path);
    if (file->bytes().size() > kMaxBytes)
        throw FileError(Message::of("%1: expected a text file of at most %2 bytes, found %3", path, kMaxBytes,
                                    file->bytes().size()));
    return std::string(file->text());
}

}  // namespace afa
