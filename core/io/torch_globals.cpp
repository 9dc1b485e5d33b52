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

/// Types whose values cannot do harm even where they are rebuilt for real; of their module all, where the
/// name ends with a dot.
constexpr std::array kInert = std::to_array<std::string_view>({
    "torch.Tensor",
    "torch.Size",
    "torch.device",
    "torch.strided",
    "torch.serialization._get_layout",
    "torch.torch_version.TorchVersion",
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
    "numpy.dtypes.",
    "numpy.ndarray",
    "numpy.core.multiarray.scalar",
    "numpy.core.multiarray._reconstruct",
    "numpy._core.multiarray.scalar",
    "numpy._core.multiarray._reconstruct",
    "copyreg._reconstructor",
    "copy_reg._reconstructor",
    "copyreg.__newobj__",
    "collections.deque",
    "collections.Counter",
    "datetime.",
    "decimal.Decimal",
    "fractions.Fraction",
    "uuid.UUID",
    "types.NoneType",
    "types.SimpleNamespace",
});

/// Of `builtins`, and of `__builtin__` in Python 2's pickles.
constexpr std::array kInertBuiltins = std::to_array<std::string_view>({
    "object",    "type",    "bool",  "int",       "long",     "float",    "complex",
    "str",       "unicode", "bytes", "bytearray", "list",     "tuple",    "set",
    "frozenset", "slice",   "range", "xrange",    "NoneType", "Ellipsis", "NotImplemented",
});

/// Functions that run, read or change something. Any other name is noted: it tells where a file comes from.
constexpr std::array kDangerousBuiltins = std::to_array<std::string_view>({
    "eval",        "exec",         "execfile", "compile",   "__import__", "getattr", "setattr", "delattr",
    "open",        "file",         "input",    "raw_input", "breakpoint", "globals", "locals",  "vars",
    "apply",       "map",          "filter",   "reduce",    "reload",     "help",    "exit",    "quit",
    "classmethod", "staticmethod", "property", "super",     "memoryview", "iter",    "next",
});

/// Modules whose functions run programs or code, load more, or reach files and the network.
constexpr std::array kDangerousModules = std::to_array<std::string_view>({
    "os",
    "posix",
    "nt",
    "subprocess",
    "_posixsubprocess",
    "sys",
    "runpy",
    "importlib",
    "imp",
    "_imp",
    "pkgutil",
    "zipimport",
    "ctypes",
    "_ctypes",
    "cffi",
    "pty",
    "socket",
    "_socket",
    "ssl",
    "shutil",
    "pickle",
    "_pickle",
    "cPickle",
    "dill",
    "cloudpickle",
    "joblib",
    "shelve",
    "marshal",
    "code",
    "codeop",
    "commands",
    "popen2",
    "webbrowser",
    "urllib",
    "urllib2",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "http",
    "httplib",
    "ftplib",
    "smtplib",
    "telnetlib",
    "poplib",
    "imaplib",
    "xmlrpc",
    "asyncio",
    "multiprocessing",
    "concurrent",
    "threading",
    "_thread",
    "thread",
    "signal",
    "platform",
    "pdb",
    "bdb",
    "timeit",
    "cProfile",
    "profile",
    "trace",
    "doctest",
    "pip",
    "setuptools",
    "distutils",
    "pydoc",
    "idlelib",
    "lib2to3",
    "ensurepip",
    "venv",
    "tempfile",
    "io",
    "_io",
    "fileinput",
    "atexit",
    "operator",
    "_operator",
    "antigravity",
    "numpy.testing",
    "numpy.f2py",
    "numpy.distutils",
    "torch.hub",
    "torch.jit",
    "torch.package",
    "torch.ops",
    "torch.utils.cpp_extension",
    "torch.utils.model_zoo",
    "torch.multiprocessing",
    "torch.distributed",
    "torch._inductor",
    "torch._dynamo",
});
constexpr std::array kDangerousFunctions = std::to_array<std::string_view>({
    "torch.load",
    "torch.save",
    "torch.serialization.load",
    "torch.serialization.save",
    "numpy.load",
    "numpy.save",
    "numpy.fromfile",
    "numpy.memmap",
    "types.CodeType",
    "types.FunctionType",
    "types.LambdaType",
    "types.MethodType",
    "copyreg.add_extension",
    "functools.reduce",
    "logging.config.listen",
});

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

/// The name after `builtins.`; "" where it is of another module.
std::string_view builtinName(std::string_view name) {
    for (const std::string_view module : {"builtins.", "__builtin__."})
        if (name.starts_with(module)) return name.substr(module.size());
    return {};
}

bool isOfModule(std::string_view name, std::string_view module) {
    return name.size() > module.size() && name.starts_with(module) && name[module.size()] == '.';
}

bool isInert(std::string_view name) {
    return std::any_of(kInert.begin(), kInert.end(), [&](std::string_view inert) {
        return inert.ends_with('.') ? name.starts_with(inert) : name == inert;
    });
}

bool isDangerous(std::string_view name) {
    if (name == "io.BytesIO" || name == "io.StringIO" || name == "_io.BytesIO") return false;
    return contains(kDangerousFunctions, name) || contains(kDangerousBuiltins, builtinName(name)) ||
           std::any_of(kDangerousModules.begin(), kDangerousModules.end(),
                       [&](std::string_view module) { return isOfModule(name, module); });
}

}  // namespace

GlobalUse torchGlobalPolicy(std::string_view name) {
    if (contains(kTensorBuilders, name)) return GlobalUse::Call;
    if (contains(kDicts, name)) return GlobalUse::Dict;
    if (isInert(name) || contains(kInertBuiltins, builtinName(name)) || isStorageType(name))
        return GlobalUse::Inert;
    return isDangerous(name) ? GlobalUse::Dangerous : GlobalUse::Noted;
}

}  // namespace afa
