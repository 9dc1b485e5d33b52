#include "core/train/encoded_cache.h"

#include <chrono>
#include <cstring>
#include <iomanip>
#include <sstream>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/file_errors.h"
#include "core/io/leftovers.h"
#include "core/io/safetensors.h"
#include "core/tensor/convert.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

constexpr auto kFormat = "encoded-entry", kVersion = "1";
constexpr std::uint64_t kHeaderBytes = 1024, kBlock = 4096;  // of a file, beside its values

std::string checksum(const TensorFile& file) {
    Sha256 hash;
    for (std::size_t i = 0; i < file.tensors().size(); ++i)
        hash.update(file.view(i).bytes);
    return hash.finishHex();
}

std::string checksum(const std::vector<std::vector<std::byte>>& values) {
    Sha256 hash;
    for (const auto& bytes : values)
        hash.update(bytes);
    return hash.finishHex();
}

/// Empty where the file is an entry of that key and layout, else what is wrong.
Message entryProblem(const TensorFile& file, const std::string& key, const EncodedCache::Layout& layout) {
    const auto meta = [&](const std::string& name) {
        const auto found = file.metadata().find(name);
        return found == file.metadata().end() ? std::string() : found->second;
    };
    if (meta("afa.format") != kFormat) return Message::of("not an entry of this cache");
    if (meta("afa.version") != kVersion)
        return Message::of("version %1, expected %2", meta("afa.version"), kVersion);
    if (meta("afa.key") != key) return Message::of("made from something else");
    if (file.tensors().size() != layout.size()) return Message::of("another number of tensors");
    for (std::size_t i = 0; i < layout.size(); ++i) {
        const auto& found = file.tensors()[i];
        if (found.name != layout[i].name || found.dtype != layout[i].dtype || found.shape != layout[i].shape)
            return Message::of("tensor %1 %2, expected %3 %4", found.name, shapeText(found.shape),
                               layout[i].name, shapeText(layout[i].shape));
    }
    return {};
}

void removeLeftoversBelow(const fs::path& folder) {
    std::error_code error;
    removeLeftovers(folder);
    for (auto it = fs::directory_iterator(folder, error); !error && it != fs::end(it); it.increment(error)) {
        std::error_code gone;
        if (it->is_directory(gone)) removeLeftovers(it->path());
    }
}

std::string sizeText(std::uint64_t bytes) {
    const auto size = static_cast<double>(bytes);
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << (size < 1e9 ? size * 1e-6 : size * 1e-9)
         << (size < 1e9 ? " MB" : " GB");
    return text.str();
}

}  // namespace

EncodedCache::EncodedCache(fs::path folder, std::function<void(const Message&)> warning)
    : folder_(std::move(folder)), warning_(std::move(warning)) {
    std::error_code error;
    requireUsableName(folder_);
    fs::create_directories(folder_, error);
    if (error || !fs::is_directory(folder_, error))
        throw FileError(
            Message::of("%1: the cache folder cannot be made: %2; choose another %3 folder, or %4", folder_,
                        error ? reasonOf(error) : Message::of("a file of this name is there"),
                        Option{"cache"}, Option{"cache", "off"}));
    removeLeftoversBelow(folder_);
}

fs::path EncodedCache::file(const std::string& key) const {
    Sha256 hash;
    hash.update(key);
    const auto digest = hash.finishHex();
    return folder_ / digest.substr(0, 2) / (digest.substr(2) + ".safetensors");
}

bool EncodedCache::verify(const std::string& key, const Layout& layout) const {
    const auto path = file(key);
    std::error_code error;
    if (!fs::exists(path, error)) return false;
    Message problem;
    try {
        const auto entry = openSafetensors(path);
        problem = entryProblem(*entry, key, layout);
        if (problem.empty() && checksum(*entry) != entry->metadata().at("afa.sha256"))
            problem = Message::of("its checksum does not fit its values");
    } catch (const FileError& damaged) {
        problem = damaged.message();
    } catch (const std::out_of_range&) {
        problem = Message::of("it has no checksum");
    }
    if (problem.empty()) return true;
    if (warning_) warning_(Message::of("%1: this cache entry is made anew: %2", path, problem));
    return false;
}

std::vector<torch::Tensor> EncodedCache::read(const std::string& key, const Layout& layout) const {
    const auto path = file(key);
    const auto entry = openSafetensors(path);
    if (const auto problem = entryProblem(*entry, key, layout); !problem.empty())
        throw FileError(
            Message::of("%1: the cache was changed while it was in use: %2; start again", path, problem));
    std::vector<torch::Tensor> tensors;
    for (std::size_t i = 0; i < layout.size(); ++i) {
        // No ATen copy: it would start a thread team in each of the threads that read ahead.
        tensors.push_back(torch::empty(layout[i].shape, toTorch(layout[i].dtype)));
        const auto bytes = entry->view(i).bytes;
        std::memcpy(tensors.back().mutable_data_ptr(), bytes.data(), bytes.size());
    }
    return tensors;
}

void EncodedCache::write(const std::string& key, const Layout& layout,
                         const std::vector<torch::Tensor>& tensors) const {
    std::vector<std::vector<std::byte>> values;
    for (const auto& tensor : tensors)
        values.push_back(toBytes(tensor));
    const auto path = file(key);
    std::error_code error;
    fs::create_directories(path.parent_path(), error);  // what is wrong, if anything, the writer says
    SafetensorsWriter writer(path, layout,
                             {{"afa.format", kFormat},
                              {"afa.version", kVersion},
                              {"afa.key", key},
                              {"afa.sha256", checksum(values)}});
    for (const auto& bytes : values)
        writer.write(bytes);
    writer.finish();
}

std::uint64_t EncodedCache::entryBytes(const Layout& layout) {
    std::uint64_t bytes = kHeaderBytes;
    for (const auto& tensor : layout)
        bytes += static_cast<std::uint64_t>(tensor.numel()) * dtypeSize(tensor.dtype);
    return (bytes + kBlock - 1) / kBlock * kBlock;
}

void EncodedCache::requireSpace(std::uint64_t needed,
                                const std::function<std::uintmax_t(const fs::path&)>& freeSpace) const {
    std::uintmax_t free = 0;
    if (freeSpace) {
        free = freeSpace(folder_);
    } else {
        std::error_code error;
        const auto space = fs::space(folder_, error);
        if (error) return;  // a file system that does not tell: a full disk is met while writing
        free = space.available;
    }
    if (needed > free)
        throw FileError(
            Message::of("%1: the cache of encoded pictures and texts needs %2, %3 are free; free some space, "
                        "choose another %4 folder, or %5",
                        folder_, sizeText(needed), sizeText(free), Option{"cache"}, Option{"cache", "off"}));
}

}  // namespace afa
