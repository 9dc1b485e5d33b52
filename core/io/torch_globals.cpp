#include <algorithm>
#include <array>

#include "core/io/torch_pickle.h"

namespace afa {
namespace {

/// Builders of tensors; torch_pickle.cpp reads the recorded calls.
constexpr std::array<std::string_view, 7> kTensorBuilders{
    "torch._utils._rebuild_tensor",
    "torch._utils._rebuild_tensor_v2",
    "torch._utils._rebuild_tensor_v3",
    "torch._utils._rebuild_parameter",
    "torch._utils._rebuild_parameter_with_state",
    "torch._tensor._rebuild_from_type_v2",
    "torch.nn.parameter.Parameter",
};

constexpr std::array<std::string_view, 4> kDicts{"collections.OrderedDict", "collections.defaultdict",
                                                 "builtins.dict", "__builtin__.dict"};

/// Values without interest that cannot do harm even where they are rebuilt for real.
constexpr std::array<std::string_view, 49> kInert{
    "torch.Tensor",
    "torch.Size",
    "torch.device",
    "torch.strided",
    "torch.serialization._get_layout",
    "torch.float64",
    "torch.double",
    "torch.float32",
    "torch.float",
    "torch.float16",
    "torch.half",
    "torch.bfloat16",
    "torch.int64",
    "torch.long",
    "torch.int32",
    "torch.int",
    "torch.int16",
    "torch.short",
    "torch.int8",
    "torch.uint8",
    "torch.bool",
    "torch.uint16",
    "torch.uint32",
    "torch.uint64",
    "torch.complex64",
    "torch.complex128",
    "torch.float8_e4m3fn",
    "torch.float8_e5m2",
    "_codecs.encode",
    "numpy.dtype",
    "numpy.ndarray",
    "numpy.core.multiarray.scalar",
    "numpy.core.multiarray._reconstruct",
    "numpy._core.multiarray.scalar",
    "numpy._core.multiarray._reconstruct",
    "builtins.set",
    "builtins.frozenset",
    "builtins.list",
    "builtins.complex",
    "builtins.bytearray",
    "copyreg._reconstructor",
    "copy_reg._reconstructor",
    "builtins.object",
    "__builtin__.object",
    "__builtin__.set",
    "__builtin__.frozenset",
    "__builtin__.list",
    "__builtin__.complex",
    "__builtin__.bytearray",
};

/// Packages whose objects training leaves in checkpoints.
constexpr std::array<std::string_view, 11> kTrainingPackages{
    "pytorch_lightning.",
    "lightning.",
    "lightning_fabric.",
    "lightning_utilities.",
    "torch.optim.",
    "omegaconf.",
    "accelerate.",
    "ldm.",
    "sgm.",
    "wandb.",
    "torchmetrics.",
};

/// Standard-library types that those objects hold.
constexpr std::array<std::string_view, 6> kTrainingTypes{
    "argparse.Namespace", "typing.Any",   "collections.Counter",
    "pathlib.PosixPath",  "pathlib.Path", "pathlib.WindowsPath",
};

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isStorageType(std::string_view name) {
    for (const std::string_view module : {"torch.storage.", "torch.cuda.", "torch."})
        if (name.starts_with(module)) {
            const auto type = name.substr(module.size());
            return type.ends_with("Storage") && type.find('.') == std::string_view::npos;
        }
    return false;
}

}  // namespace

GlobalUse torchGlobalPolicy(std::string_view name) {
    if (contains(kTensorBuilders, name)) return GlobalUse::Call;
    if (contains(kDicts, name)) return GlobalUse::Dict;
    if (contains(kInert, name) || isStorageType(name)) return GlobalUse::Inert;
    const auto hasPrefix = [&](std::string_view prefix) { return name.starts_with(prefix); };
    if (std::any_of(kTrainingPackages.begin(), kTrainingPackages.end(), hasPrefix) ||
        contains(kTrainingTypes, name))
        return GlobalUse::Noted;
    return GlobalUse::Refused;
}

}  // namespace afa
