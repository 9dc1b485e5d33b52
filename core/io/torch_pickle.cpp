#include "core/io/torch_pickle.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/io/utf8.h"

namespace afa {
namespace {

using Id = Pickle::Id;
using Node = Pickle::Node;
using Kind = Pickle::Kind;

constexpr std::size_t kMaxWrappers = 4;  // {'state_dict': {'model': ..}} and the like
constexpr std::size_t kMaxNotedEntries = 100;
constexpr std::size_t kMaxNameBytes = 1024;
// torch.Tensor.expand repeats values without storing them; more than this is no weight but an attempt to
// exhaust memory.
constexpr std::uint64_t kMaxExpandedBytes = std::uint64_t{1} << 20;
// Tied weights appear twice or so; many more views of one storage would ask for more memory than the file
// justifies.
constexpr std::uint64_t kMaxSharing = 4;
constexpr std::uint64_t kSharingAllowance = std::uint64_t{64} << 20;

struct StorageRow {
    std::string_view name;
    std::optional<DType> dtype;
    std::uint64_t element;
};
constexpr std::array kStorageTypes{
    StorageRow{"FloatStorage", DType::F32, 4},
    StorageRow{"HalfStorage", DType::F16, 2},
    StorageRow{"BFloat16Storage", DType::BF16, 2},
    StorageRow{"DoubleStorage", DType::F64, 8},
    StorageRow{"LongStorage", DType::I64, 8},
    StorageRow{"IntStorage", DType::I32, 4},
    StorageRow{"ShortStorage", DType::I16, 2},
    StorageRow{"CharStorage", DType::I8, 1},
    StorageRow{"ByteStorage", DType::U8, 1},
    StorageRow{"BoolStorage", DType::Bool, 1},
    StorageRow{"UntypedStorage", std::nullopt, 1},
    // Not read, but their size must be known to step over them.
    StorageRow{"ComplexFloatStorage", std::nullopt, 8},
    StorageRow{"ComplexDoubleStorage", std::nullopt, 16},
    StorageRow{"QInt8Storage", std::nullopt, 1},
    StorageRow{"QUInt8Storage", std::nullopt, 1},
    StorageRow{"QInt32Storage", std::nullopt, 4},
};

struct TypeRow {
    std::string_view name;
    DType dtype;
};
constexpr std::array kTorchTypes{
    TypeRow{"torch.float32", DType::F32},   TypeRow{"torch.float", DType::F32},
    TypeRow{"torch.float16", DType::F16},   TypeRow{"torch.half", DType::F16},
    TypeRow{"torch.bfloat16", DType::BF16}, TypeRow{"torch.float64", DType::F64},
    TypeRow{"torch.double", DType::F64},    TypeRow{"torch.int64", DType::I64},
    TypeRow{"torch.long", DType::I64},      TypeRow{"torch.int32", DType::I32},
    TypeRow{"torch.int", DType::I32},       TypeRow{"torch.int16", DType::I16},
    TypeRow{"torch.short", DType::I16},     TypeRow{"torch.int8", DType::I8},
    TypeRow{"torch.uint8", DType::U8},      TypeRow{"torch.bool", DType::Bool},
};

/// Ends the reading of one tensor; the others are read on.
class Unreadable : public std::exception {
  public:
    explicit Unreadable(Message why) : why_(std::make_shared<const Message>(std::move(why))) {}
    const Message& why() const { return *why_; }
    const char* what() const noexcept override { return "a tensor that is not read"; }

  private:
    std::shared_ptr<const Message> why_;  // shared: copying an exception must not throw
};

class Reader {
  public:
    Reader(const Pickle& pickle, const std::string& path) : pickle_(pickle), path_(path) {}

    TorchContent read() {
        for (const auto& name : pickle_.notes())
            content_.notes.push_back(Message::verbatim(name));
        const Node& root = pickle_.root();
        if (root.kind == Kind::Dict)
            readDicts(unwrap(pickle_.rootId()));
        else if (root.kind == Kind::Call)
            addTensor("tensor", root);
        else if (root.kind == Kind::Opaque)
            addUnread("the whole content", root);
        else if (root.kind == Kind::List || root.kind == Kind::Tuple)
            for (std::size_t i = 0; i < root.items.size(); ++i)
                if (pickle_[root.items[i]].kind == Kind::Call)
                    addTensor(std::to_string(i), pickle_[root.items[i]]);
        readOtherStorages();
        checkClaims();
        return std::move(content_);
    }

  private:
    [[noreturn]] void fail(const Message& reason) const {
        throw FileError(Message::of("%1: damaged PyTorch file: %2; download it again", path_, reason));
    }

    /// The legacy stream holds the storages of what is passed over, too, and has to be stepped through.
    void readOtherStorages() {
        for (std::size_t id = 0; id < pickle_.count(); ++id) {
            const Node& node = pickle_[static_cast<Id>(id)];
            if (node.kind != Kind::Persistent) continue;
            try {
                readStorage(node, Message::of("a value"));
            } catch (const Unreadable&) {
                continue;  // no tensor lies in it
            }
        }
    }

    // --- dicts
    bool holdsTensors(const Node& dict) const {
        for (std::size_t i = 1; i < dict.items.size(); i += 2)
            if (pickle_[dict.items[i]].kind == Kind::Call) return true;
        return false;
    }

    std::optional<Id> inner(const Node& dict, std::string_view name) const {
        for (std::size_t i = 0; i < dict.items.size(); i += 2)
            if (pickle_[dict.items[i]].kind == Kind::Text && pickle_[dict.items[i]].text == name &&
                pickle_[dict.items[i + 1]].kind == Kind::Dict)
                return dict.items[i + 1];
        return std::nullopt;
    }

    /// `model` or `module`, where no other entry holds tensors.
    std::optional<Id> soleInner(const Node& dict) const {
        if (holdsTensors(dict)) return std::nullopt;
        for (const std::string_view name : {"model", "module"}) {
            const auto found = inner(dict, name);
            if (!found) continue;
            for (std::size_t i = 1; i < dict.items.size(); i += 2) {
                const Node& other = pickle_[dict.items[i]];
                if (dict.items[i] != *found && other.kind == Kind::Dict && holdsTensors(other))
                    return std::nullopt;
            }
            return found;
        }
        return std::nullopt;
    }

    Id unwrap(Id dict) {
        for (std::size_t level = 0; level < kMaxWrappers; ++level) {
            auto next = inner(pickle_[dict], "state_dict");
            if (!next) next = soleInner(pickle_[dict]);
            if (!next) break;
            const Node& outer = pickle_[dict];
            for (std::size_t i = 0; i < outer.items.size(); i += 2)
                if (outer.items[i + 1] != *next) noteEntry(pickle_[outer.items[i]]);
            dict = *next;
        }
        return dict;
    }

    void noteEntry(const Node& key) {
        if (key.kind != Kind::Text || ++notedEntries_ > kMaxNotedEntries || key.text.size() > kMaxNameBytes ||
            !decodeUtf8(key.text))
            return;
        content_.notes.push_back(Message::of("entry \"%1\"", key.text));
    }

    void readDicts(Id dict) {
        readDict(pickle_[dict], {});
        std::unordered_set<Id> seen{dict};  // each dict once, however often the file refers to it
        const Node& body = pickle_[dict];
        for (std::size_t i = 0; i < body.items.size(); i += 2) {
            const Node& value = pickle_[body.items[i + 1]];
            if (value.kind != Kind::Dict || !seen.insert(body.items[i + 1]).second) continue;
            if (const auto name = usableName(pickle_[body.items[i]])) readDict(value, *name + ".");
        }
    }

    void readDict(const Node& dict, const std::string& prefix) {
        for (std::size_t i = 0; i < dict.items.size(); i += 2) {
            const Node& value = pickle_[dict.items[i + 1]];
            if (value.kind != Kind::Call && value.kind != Kind::Opaque) continue;
            if (value.kind == Kind::Opaque) {
                if (const auto name = usableName(pickle_[dict.items[i]])) addUnread(prefix + *name, value);
                continue;
            }
            const auto name = keyName(pickle_[dict.items[i]]);
            if (!name) fail(Message::of("a tensor whose name is no text"));
            addTensor(prefix + *name, value);
        }
    }

    /// Whatever lies beside the tensors may have any key.
    std::optional<std::string> usableName(const Node& key) const {
        if (key.kind == Kind::Text && (key.text.size() > kMaxNameBytes || !decodeUtf8(key.text)))
            return std::nullopt;
        return keyName(key);
    }

    std::optional<std::string> keyName(const Node& key) const {
        if (key.kind == Kind::Integer) return std::to_string(key.integer);
        if (key.kind != Kind::Text) return std::nullopt;
        if (key.text.size() > kMaxNameBytes) fail(Message::of("a name of %1 bytes", key.text.size()));
        if (!decodeUtf8(key.text)) fail(Message::of("a name that is not valid UTF-8"));
        return std::string(key.text);
    }

    // --- what is not read
    [[noreturn]] void refuseMade(const Node& opaque) const {
        const std::string name = printableName(pickle_.globalName(opaque));
        if (pickle_.isDangerous(opaque))
            throw Unreadable(
                Message::of("would run `%1`, which this program never does; the file may be malicious, get "
                            "the model as .safetensors",
                            name));
        if (name.empty()) throw Unreadable(Message::of("is no tensor; get the model as .safetensors"));
        throw Unreadable(
            Message::of("is made by `%1`, which this program never runs; save the plain state_dict, or get "
                        "the model as .safetensors",
                        name));
    }

    void addUnread(std::string name, const Node& opaque) {
        if (pickle_.globalName(opaque).empty()) return;  // a number or a text
        try {
            refuseMade(opaque);
        } catch (const Unreadable& reason) {
            addUnread(std::move(name), reason.why());
        }
    }

    void addUnread(std::string name, Message why) {
        if (unreadNames_.insert(name).second) content_.unread.push_back({std::move(name), std::move(why)});
    }

    // --- tensors
    using Arguments = std::vector<Id>;

    const Node& argument(const Arguments& arguments, std::size_t index, const Message& tensor) const {
        if (index >= arguments.size()) fail(Message::of("%1: too few arguments", tensor));
        return pickle_[arguments[index]];
    }

    std::uint64_t count(const Node& node, const Message& what) const {
        if (node.kind == Kind::Opaque) refuseMade(node);
        if (node.kind != Kind::Integer || node.integer < 0)
            fail(Message::of("%1: expected a non-negative integer", what));
        return static_cast<std::uint64_t>(node.integer);
    }

    std::vector<std::int64_t> counts(const Node& node, const Message& what) const {
        if (node.kind == Kind::Opaque) refuseMade(node);
        if (node.kind != Kind::Tuple && node.kind != Kind::List)
            fail(Message::of("%1: expected a tuple", what));
        if (node.items.size() > kMaxDimensions)
            fail(Message::of("%1: %2 dimensions, expected at most %3", what, node.items.size(),
                             kMaxDimensions));
        std::vector<std::int64_t> values;
        for (const Id item : node.items)
            values.push_back(static_cast<std::int64_t>(count(pickle_[item], what)));
        return values;
    }

    void addTensor(std::string name, const Node& call) {
        const auto tensor = Message::of("tensor \"%1\"", name);
        if (!names_.insert(name).second) fail(Message::of("two tensors are named \"%1\"", name));
        try {
            addTensor(name, tensor, call);
        } catch (const Unreadable& reason) {
            addUnread(std::move(name), reason.why());
        }
    }

    void addTensor(const std::string& name, const Message& tensor, const Node& call) {
        std::string_view builder = pickle_.globalName(call);
        const Arguments* arguments = &pickle_[call.items[1]].items;
        // A parameter wraps a tensor; a subclass names the builder of its plain tensor.
        for (std::size_t level = 0; !builder.starts_with("torch._utils._rebuild_tensor"); ++level) {
            if (level == kMaxWrappers) fail(Message::of("%1: wrapped too often", tensor));
            if (builder == "torch._tensor._rebuild_from_type_v2") {
                builder = pickle_.globalName(argument(*arguments, 0, tensor));
                const Node& inner = argument(*arguments, 2, tensor);
                if (inner.kind == Kind::Opaque) refuseMade(inner);
                if (inner.kind != Kind::Tuple) fail(Message::of("%1: expected a tuple of arguments", tensor));
                arguments = &inner.items;
            } else if (torchGlobalPolicy(builder) == GlobalUse::Call) {
                const Node& inner = argument(*arguments, 0, tensor);
                if (inner.kind == Kind::Opaque) refuseMade(inner);
                if (inner.kind != Kind::Call) fail(Message::of("%1: a parameter without a tensor", tensor));
                builder = pickle_.globalName(inner);
                arguments = &pickle_[inner.items[1]].items;
            } else {
                throw Unreadable(Message::of(
                    "is made by `%1`, which this program does not know; get the model as .safetensors",
                    printableName(builder)));
            }
        }
        addTensor(name, tensor, builder, *arguments);
    }

    void addTensor(const std::string& name, const Message& tensor, std::string_view builder,
                   const Arguments& arguments) {
        TorchTensor result;
        const Window window = readStorage(argument(arguments, 0, tensor), tensor);
        const TorchStorage& storage = content_.storages[window.storage];
        result.storage = window.storage;
        result.info.name = name;
        result.info.dtype = readType(builder, arguments, storage, tensor);
        const std::uint64_t offset =
            count(argument(arguments, 1, tensor), Message::of("%1: storage offset", tensor));
        result.info.shape = counts(argument(arguments, 2, tensor), Message::of("%1: shape", tensor));
        result.strides = counts(argument(arguments, 3, tensor), Message::of("%1: strides", tensor));
        if (result.strides.size() != result.info.shape.size())
            fail(Message::of("%1: %2 extents and %3 strides", tensor, result.info.shape.size(),
                             result.strides.size()));

        const auto size = checkedByteSize(result.info.dtype, result.info.shape);
        if (!size) fail(Message::of("%1: the shape %2 is too large", tensor, shapeText(result.info.shape)));
        const std::uint64_t element = dtypeSize(result.info.dtype);
        const std::uint64_t held = window.bytes / element;
        if (offset > held || !reach(result, *size == 0 ? 0 : held - offset))
            fail(Message::of("%1: shape %2, strides %3 and offset %4 reach beyond its storage of %5 elements",
                             tensor, shapeText(result.info.shape), shapeText(result.strides), offset, held));
        result.extent *= element;
        result.offset = window.offset + offset * element;
        if (*size > std::max(window.bytes, kMaxExpandedBytes))
            fail(Message::of("%1: shape %2 repeats a storage of %3 elements", tensor,
                             shapeText(result.info.shape), held));
        claimed_ += *size;
        if (claimed_ > std::uint64_t{1} << 62) fail(Message::of("its tensors are larger than any machine"));
        content_.tensors.push_back(std::move(result));
    }

    /// Sets extent to the number of elements from the first to the last that is reached; false beyond `held`.
    static bool reach(TorchTensor& tensor, std::uint64_t held) {
        tensor.extent = 0;
        if (tensor.info.numel() == 0) return true;
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < tensor.strides.size(); ++i) {
            const auto steps = static_cast<std::uint64_t>(tensor.info.shape[i]) - 1;
            const auto stride = static_cast<std::uint64_t>(tensor.strides[i]);
            if (steps == 0) continue;
            if (stride > (held - last) / steps) return false;
            last += steps * stride;
        }
        if (last >= held) return false;
        tensor.extent = last + 1;
        return true;
    }

    DType readType(std::string_view builder, const Arguments& arguments, const TorchStorage& storage,
                   const Message& tensor) const {
        if (!builder.ends_with("_v3")) {
            if (!storage.dtype) refuseType(storage.type, tensor);
            return *storage.dtype;
        }
        const std::string_view name = pickle_.globalName(argument(arguments, 6, tensor));
        for (const TypeRow& row : kTorchTypes)
            if (row.name == name) return row.dtype;
        refuseType(name, tensor);
    }

    [[noreturn]] void refuseType(std::string_view type, const Message& what) const {
        if (type.empty()) fail(Message::of("%1: no type", what));
        throw Unreadable(
            Message::of("has the type %1, which this program does not read; convert the file to float16, "
                        "bfloat16 or float32",
                        printableName(type)));
    }

    // --- storages
    struct Window {
        std::size_t storage = 0;
        std::uint64_t offset = 0, bytes = 0;
    };

    /// ('storage', type, key, location, numel) and, in the legacy stream, the view (key, offset, numel) or
    /// None.
    Window readStorage(const Node& node, const Message& tensor) {
        const auto what = Message::of("%1: storage", tensor);
        if (node.kind == Kind::Opaque) refuseMade(node);
        if (node.kind != Kind::Persistent) fail(Message::of("%1: no storage", tensor));
        const Node& id = pickle_[node.items[0]];
        if (id.kind == Kind::Opaque) refuseMade(id);
        if (id.kind != Kind::Tuple || id.items.size() < 5) fail(Message::of("%1: not a reference", what));
        const auto part = [&](std::size_t i) -> const Node& { return pickle_[id.items[i]]; };
        for (std::size_t i = 0; i < 3; ++i)
            if (part(i).kind == Kind::Opaque) refuseMade(part(i));
        if (part(0).kind != Kind::Text || part(0).text != "storage")
            fail(Message::of("%1: not a reference", what));
        if (part(2).kind != Kind::Text) fail(Message::of("%1: no key", what));

        std::string_view type = pickle_.globalName(part(1));
        if (const auto dot = type.rfind('.'); dot != std::string_view::npos) type.remove_prefix(dot + 1);
        const auto row = std::find_if(kStorageTypes.begin(), kStorageTypes.end(),
                                      [&](const StorageRow& candidate) { return candidate.name == type; });
        if (row == kStorageTypes.end()) refuseType(type, what);
        const TorchStorage storage{part(2).text, row->name, row->dtype, row->element,
                                   byteCount(part(4), row->element, what)};

        const auto [place, isNew] = places_.try_emplace(storage.key, content_.storages.size());
        if (isNew)
            content_.storages.push_back(storage);
        else if (content_.storages[place->second] != storage)
            fail(Message::of("%1 %2: described in two ways", what, storage.key));

        Window window{place->second, 0, storage.bytes};
        if (id.items.size() < 6 || part(5).kind == Kind::None) return window;
        if (part(5).kind != Kind::Tuple || part(5).items.size() != 3)
            fail(Message::of("%1: a view without key, offset, size", what));
        window.offset = byteCount(pickle_[part(5).items[1]], row->element, what);
        window.bytes = byteCount(pickle_[part(5).items[2]], row->element, what);
        if (window.offset > storage.bytes || window.bytes > storage.bytes - window.offset)
            fail(Message::of("%1: a view beyond the storage", what));
        return window;
    }

    std::uint64_t byteCount(const Node& node, std::uint64_t element, const Message& what) const {
        const std::uint64_t elements = count(node, what);
        if (elements > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / element)
            fail(Message::of("%1 is too large", what));
        return elements * element;
    }

    void checkClaims() const {
        std::uint64_t held = 0;
        for (const TorchStorage& storage : content_.storages) {
            if (storage.bytes > (std::uint64_t{1} << 62) - held)
                fail(Message::of("its storages are larger than any machine"));
            held += storage.bytes;
        }
        if (claimed_ / kMaxSharing > held + kSharingAllowance)
            fail(Message::of("its tensors take %1 bytes, but its storages hold %2", claimed_, held));
    }

    const Pickle& pickle_;
    std::string path_;
    TorchContent content_;
    std::unordered_map<std::string_view, std::size_t> places_;
    std::unordered_set<std::string> names_, unreadNames_;
    std::uint64_t claimed_ = 0;
    std::size_t notedEntries_ = 0;
};

}  // namespace

TorchContent readTorchContent(const Pickle& pickle, const std::string& path) {
    return Reader(pickle, path).read();
}

}  // namespace afa
