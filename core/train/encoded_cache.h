#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/io/tensor_file.h"
#include "core/tensor/torch.h"

namespace afa {

/// Encoded pictures and texts on disk: one safetensors file an entry, found by the SHA-256 of what it was
/// made from. Files appear whole or not at all, and the same key always has the same values, so a program may
/// be killed at any moment and two may share a folder.
class EncodedCache {
  public:
    /// The folder is made if it is not there; temporary files that killed programs left are removed. Throws
    /// FileError where it cannot be made or written.
    EncodedCache(std::filesystem::path folder, std::function<void(const Message&)> warning);

    /// Names, types and shapes of an entry's tensors.
    using Layout = std::vector<TensorInfo>;
    /// Whether a sound entry is there, its checksum included. A damaged one, or one of another key or layout,
    /// is told as a warning and counts as missing.
    bool verify(const std::string& key, const Layout& layout) const;
    /// The tensors of an entry that was verified before, in the order of the layout; any thread. Throws
    /// FileError where it has gone or changed its layout.
    std::vector<torch::Tensor> read(const std::string& key, const Layout& layout) const;
    /// Throws FileError (disk full, ..).
    void write(const std::string& key, const Layout& layout, const std::vector<torch::Tensor>& tensors) const;

    /// Bytes an entry takes on disk, about.
    static std::uint64_t entryBytes(const Layout& layout);
    /// Throws FileError with needed and free bytes where `needed` do not fit.
    void requireSpace(std::uint64_t needed,
                      const std::function<std::uintmax_t(const std::filesystem::path&)>& freeSpace) const;

  private:
    std::filesystem::path file(const std::string& key) const;

    std::filesystem::path folder_;
    std::function<void(const Message&)> warning_;
};

}  // namespace afa
