#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace afa {

class MappedFile;

enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

std::size_t dtypeSize(DType dtype);  ///< bytes per element
constexpr bool isFloating(DType dtype) {
    return dtype == DType::F16 || dtype == DType::BF16 || dtype == DType::F32 || dtype == DType::F64;
}
std::string_view dtypeName(DType dtype);  ///< the safetensors spelling: "F32", "BF16", "BOOL", ..

/// Name, type and shape of a stored tensor; known without reading its values.
struct TensorInfo {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;

    /// Product of the shape. Readers guarantee at open that it (and the size in bytes) does not overflow.
    std::int64_t numel() const;
};

std::string shapeText(std::span<const std::int64_t> shape);  ///< "[320, 4, 3, 3]"

std::optional<DType> dtypeFromName(std::string_view name);  ///< the inverse of dtypeName

/// Product of `shape` times the element size; nullopt where an extent is negative or the product (with
/// extents of 0 taken as 1, so that strides do not overflow either) exceeds 63 bits.
std::optional<std::uint64_t> checkedByteSize(DType dtype, std::span<const std::int64_t> shape);

std::vector<std::int64_t> rowMajorStrides(std::span<const std::int64_t> shape);  ///< in elements

/// PyTorch's own limit for most operations; more is no tensor of a model.
inline constexpr std::size_t kMaxDimensions = 64;

/// A tensor's values where they lie in a mapped file (or in a buffer the file object owns), little-endian.
/// Valid while the TensorFile lives. `bytes` starts at the first element; every element that shape and
/// strides reach lies inside (checked by the reader).
struct TensorView {
    TensorInfo info;
    std::vector<std::int64_t> strides;  ///< in elements, one per dimension
    std::span<const std::byte> bytes;

    bool contiguous() const;  ///< row-major without gaps
};

/// What is named like a tensor and is not among a file's tensors().
struct UnreadTensor {
    std::string name;
    Message why;  ///< goes on from the name: "has the type U32, which ..", "is made by `..`, which .."
};

/// A file of named tensors: safetensors, or PyTorch's zip or legacy pickle. Opening checks everything that
/// can be checked without touching the values; nothing a file merely claims is allocated.
class TensorFile {
  public:
    virtual ~TensorFile() = default;

    const std::filesystem::path& path() const { return path_; }
    const std::vector<TensorInfo>& tensors() const { return tensors_; }  ///< in file order
    std::optional<std::size_t> find(std::string_view name) const;
    /// Of types that are not read, or made by code that is never run; harmless where no network needs them.
    const std::vector<UnreadTensor>& unread() const { return unread_; }
    /// What Python would run when it loads the file ("os.system"), and this program never does; pickles only.
    const std::vector<std::string>& wouldRun() const { return wouldRun_; }
    /// Metadata (safetensors' __metadata__; what is no string as its JSON text; empty for pickles).
    const std::map<std::string, std::string>& metadata() const { return metadata_; }
    /// What else was in the file and was passed over, readable ("pytorch_lightning...ModelCheckpoint");
    /// pickles only.
    const std::vector<Message>& notes() const { return notes_; }

    virtual bool isPickle() const { return false; }  ///< PyTorch's zip or pickle; else safetensors

    virtual TensorView view(std::size_t index) const = 0;
    /// The values of this tensor will not be needed again soon: lets the kernel drop the mapped pages, so
    /// that reading a file never holds two copies of a model in memory.
    virtual void release(std::size_t index) const = 0;

  protected:
    std::filesystem::path path_;
    std::vector<TensorInfo> tensors_;
    std::map<std::string, std::string> metadata_;
    std::vector<Message> notes_;
    std::vector<std::string> wouldRun_;
    std::vector<UnreadTensor> unread_;

    void buildIndex();  ///< call once tensors_ is complete

  private:
    std::map<std::string, std::size_t, std::less<>> index_;
};

/// Opens any supported tensor file by its content, not its ending.
/// Throws FileError: "PATH: not a checkpoint file: ..." (foreign: HTML page, git-LFS pointer, ..) or
/// "PATH: damaged safetensors file: expected .., found .. ; download it again" (broken).
std::unique_ptr<TensorFile> openTensorFile(const std::filesystem::path& path);
std::unique_ptr<TensorFile> openTensorFile(std::shared_ptr<const MappedFile> file);

}  // namespace afa
