#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace afa {

/// A file that appears whole or not at all: written beside its target under a temporary name, synced,
/// renamed. Destroyed without commit(), the temporary file is removed and an old target stays as it was.
/// Throws FileError that names the target and says why (no such folder, read-only, disk full with bytes
/// wanted).
class AtomicFile {
  public:
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Claims space for the whole file where the file system can, so that a full disk is found before the
    /// work.
    void reserve(std::uint64_t bytes);
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    void commit();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace afa
