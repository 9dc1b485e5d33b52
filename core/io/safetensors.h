#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/io/tensor_file.h"

namespace afa {

/// Reads a safetensors file (https://github.com/huggingface/safetensors, format as of 0.4): 8 bytes
/// little-endian header length, JSON header, values. Enforces every rule of the format: header <= 100 MB,
/// UTF-8 JSON object without duplicate keys, known types, begin <= end <= file, size = shape x type without
/// overflow, no holes, overlaps or trailing bytes. Throws FileError.
std::unique_ptr<TensorFile> openSafetensors(const std::filesystem::path& path);
std::unique_ptr<TensorFile> openSafetensors(std::shared_ptr<const MappedFile> file);

/// Whether the first nine bytes could open a safetensors file, sound or damaged.
bool looksLikeSafetensors(const MappedFile& file);
/// Whether they do and the length is one that the format allows. A header's length can begin with the bytes
/// of a pickle (80 01 ..), but no pickle has both.
bool hasSafetensorsLength(const MappedFile& file);

/// Writes a safetensors file tensor by tensor, so that only one tensor is in memory at a time. Values go out
/// in the order of `tensors` (aligned header, padded with spaces to 8 bytes as the reference writer does).
/// The target appears atomically when finish() returns; destroyed before that, nothing is left behind.
class SafetensorsWriter {
  public:
    SafetensorsWriter(const std::filesystem::path& target, std::vector<TensorInfo> tensors,
                      const std::map<std::string, std::string>& metadata = {});
    ~SafetensorsWriter();
    /// The next tensor's values, row-major little-endian; the size must be numel x dtype size.
    void write(std::span<const std::byte> values);
    /// fsync + rename. Throws DataError when tensors are missing, FileError when the disk is full.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace afa
