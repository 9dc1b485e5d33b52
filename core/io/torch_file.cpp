#include "core/io/torch_file.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/foreign_file.h"
#include "core/io/mapped_file.h"
#include "core/io/torch_pickle.h"
#include "core/io/zip_archive.h"

namespace afa {
namespace {

constexpr std::string_view kZipMagic = "PK\x03\x04";
constexpr std::string_view kPickleName = "data.pkl";
constexpr std::uint64_t kMaxPickleBytes = std::uint64_t{256} << 20;
constexpr std::size_t kTarMagicOffset = 257;
constexpr std::string_view kTarMagic = "ustar";
constexpr std::size_t kMaxDangersTold = 100;

// torch.serialization.MAGIC_NUMBER, 0x1950a86a20f9469cfc6c, as LONG1 stores it, and PROTOCOL_VERSION.
constexpr std::string_view kLegacyMagic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
constexpr std::int64_t kLegacyProtocol = 1001;

/// Common to both containers: tensors over storages.
class TorchFile : public TensorFile {
  public:
    explicit TorchFile(std::shared_ptr<const MappedFile> file) : file_(std::move(file)) {
        path_ = file_->path();
    }

    bool isPickle() const override { return true; }

    TensorView view(std::size_t index) const override {
        const TorchTensor& tensor = content_.tensors.at(index);
        return {tensor.info, tensor.strides, values(tensor)};
    }

  protected:
    [[noreturn]] void fail(const Message& reason) const {
        throw FileError(Message::of("%1: damaged PyTorch file: %2; download it again", path_, reason));
    }

    Pickle interpret(std::span<const std::byte> bytes) {
        Pickle pickle(bytes, path_.string(), torchGlobalPolicy);
        for (const auto& name : pickle.wouldRun())
            if (std::find(wouldRun_.begin(), wouldRun_.end(), name) == wouldRun_.end() &&
                wouldRun_.size() < kMaxDangersTold)
                wouldRun_.push_back(name);
        return pickle;
    }

    void adopt(TorchContent content) {
        content_ = std::move(content);
        notes_ = content_.notes;
        unread_ = std::move(content_.unread);
        tensors_.reserve(content_.tensors.size());
        for (const TorchTensor& tensor : content_.tensors)
            tensors_.push_back(tensor.info);
        buildIndex();
    }

    virtual std::span<const std::byte> storage(std::size_t index) const = 0;

    std::span<const std::byte> values(const TorchTensor& tensor) const {
        return storage(tensor.storage)
            .subspan(static_cast<std::size_t>(tensor.offset), static_cast<std::size_t>(tensor.extent));
    }

    std::shared_ptr<const MappedFile> file_;
    TorchContent content_;
};

/// PREFIX/data.pkl, PREFIX/byteorder, PREFIX/data/KEY.
class TorchZipFile final : public TorchFile {
  public:
    explicit TorchZipFile(std::shared_ptr<const MappedFile> file)
        : TorchFile(std::move(file)), archive_(file_) {
        const std::string prefix = findPrefix();
        const ZipArchive::Entry& entry = *archive_.find(prefix + std::string(kPickleName));
        if (entry.size > kMaxPickleBytes)
            fail(
                Message::of("%1 has %2 bytes, expected at most %3", entry.name, entry.size, kMaxPickleBytes));
        checkByteOrder(prefix);
        pickleBytes_ = archive_.read(entry);
        const Pickle pickle = interpret(pickleBytes_);
        adopt(readTorchContent(pickle, path_.string()));

        for (const TorchStorage& storage : content_.storages) {
            const std::string name = prefix + "data/" + std::string(storage.key);
            const auto* found = archive_.find(name);
            if (!found) fail(Message::of("no zip entry %1", name));
            if (found->size != storage.bytes)
                fail(Message::of("zip entry %1: expected %2 bytes, found %3", name, storage.bytes,
                                 found->size));
            entries_.push_back(found);
        }
        unpacked_.resize(entries_.size());
    }

    void release(std::size_t index) const override {
        const TorchTensor& tensor = content_.tensors.at(index);
        if (entries_[tensor.storage]->stored) file_->release(values(tensor));
    }

  private:
    std::string findPrefix() const {
        std::optional<std::string> prefix;
        bool program = false;
        for (const auto& entry : archive_.entries()) {
            if (entry.name.find("/code/") != std::string_view::npos) program = true;
            const auto slash = entry.name.find('/');
            const std::size_t start = slash == std::string_view::npos ? 0 : slash + 1;
            if (entry.name.substr(start) != kPickleName) continue;
            if (prefix) fail(Message::of("two zip entries end in data.pkl"));
            prefix = entry.name.substr(0, start);
        }
        if (!prefix)
            throw FileError(Message::of(
                "%1: not a checkpoint file: a zip archive without PyTorch's data.pkl; unpack it first",
                path_));
        if (program)
            throw FileError(Message::of(
                "%1: a TorchScript program, which is never run; save its state_dict with torch.save instead",
                path_));
        return *prefix;
    }

    void checkByteOrder(const std::string& prefix) const {
        const auto* entry = archive_.find(prefix + "byteorder");  // PyTorch 2.1 and later
        if (!entry || entry->size > 16) return;
        const auto bytes = archive_.read(*entry);
        const std::string_view order(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (order == "big")
            throw FileError(
                Message::of("%1: written on a big-endian machine; save it again on another one", path_));
        if (order != "little") fail(Message::of("unknown byte order"));
    }

    std::span<const std::byte> storage(std::size_t index) const override {
        const ZipArchive::Entry& entry = *entries_[index];
        if (entry.stored) return entry.packed;
        // Kept once unpacked: views stay valid as long as the file.
        const std::lock_guard lock(mutex_);
        auto& bytes = unpacked_[index];
        if (bytes.empty()) bytes = archive_.read(entry);
        return bytes;
    }

    ZipArchive archive_;
    std::vector<std::byte> pickleBytes_;
    std::vector<const ZipArchive::Entry*> entries_;
    mutable std::mutex mutex_;
    mutable std::vector<std::vector<std::byte>> unpacked_;
};

/// Pickles one after another: magic number, protocol, system, object, keys; then each storage as a count of
/// elements and its values (torch.serialization._legacy_save). Any other pickle holds no tensors.
class TorchStreamFile final : public TorchFile {
  public:
    explicit TorchStreamFile(std::shared_ptr<const MappedFile> file) : TorchFile(std::move(file)) {
        const Pickle first = next();
        if (first.root().kind != Pickle::Kind::BigInteger || first.root().text != kLegacyMagic) {
            if (position_ != file_->bytes().size())
                fail(Message::of("trailing bytes: expected %1 bytes, found %2", position_,
                                 file_->bytes().size()));
            adopt(readTorchContent(first, path_.string()));
            if (!content_.storages.empty())
                fail(Message::of("a pickle that refers to storages without holding any"));
            return;
        }
        const Pickle protocol = next();
        if (protocol.root().kind != Pickle::Kind::Integer || protocol.root().integer != kLegacyProtocol)
            fail(Message::of("expected protocol %1", kLegacyProtocol));
        checkSystem(next());
        const Pickle object = next();
        adopt(readTorchContent(object, path_.string()));
        readStorages(next());
    }

    void release(std::size_t index) const override { file_->release(values(content_.tensors.at(index))); }

  private:
    Pickle next() {
        Pickle pickle = interpret(file_->bytes().subspan(position_));
        position_ += pickle.size();
        return pickle;
    }

    void checkSystem(const Pickle& system) const {
        const auto& items = system.root().items;
        if (system.root().kind != Pickle::Kind::Dict)
            fail(Message::of("no description of the system that wrote it"));
        for (std::size_t i = 0; i < items.size(); i += 2) {
            const auto& value = system[items[i + 1]];
            if (system[items[i]].text == "little_endian" && value.kind == Pickle::Kind::Bool &&
                !value.integer)
                throw FileError(
                    Message::of("%1: written on a big-endian machine; save it again on another one", path_));
        }
    }

    void readStorages(const Pickle& keys) {
        if (keys.root().kind != Pickle::Kind::List) fail(Message::of("no list of storages"));
        std::unordered_map<std::string_view, std::size_t> places;
        for (std::size_t i = 0; i < content_.storages.size(); ++i)
            places.emplace(content_.storages[i].key, i);
        storages_.resize(content_.storages.size());
        std::vector<bool> found(content_.storages.size());

        ByteReader in(file_->bytes(), Message::of("%1: damaged PyTorch file", path_), position_);
        for (const auto item : keys.root().items) {
            const auto place = places.find(keys[item].text);
            if (keys[item].kind != Pickle::Kind::Text || place == places.end())
                fail(Message::of("a storage that no tensor refers to, of unknown size"));
            const TorchStorage& storage = content_.storages[place->second];
            const std::uint64_t elements = storage.bytes / storage.element;
            const auto name = Message::of("storage %1", storage.key);
            if (found[place->second]) fail(Message::of("%1 is listed twice", name));
            if (const auto count = in.number<std::uint64_t>(); count != elements)
                fail(Message::of("%1: expected %2 elements, found %3", name, elements, count));
            storages_[place->second] = in.take(storage.bytes);
            found[place->second] = true;
        }
        for (std::size_t i = 0; i < found.size(); ++i)
            if (!found[i]) fail(Message::of("storage %1 is missing", content_.storages[i].key));
    }

    std::span<const std::byte> storage(std::size_t index) const override { return storages_[index]; }

    std::size_t position_ = 0;
    std::vector<std::span<const std::byte>> storages_;
};

/// A cut archive has lost its directory, but torch.save writes the pickle first, and that tells what should
/// follow.
[[noreturn]] void refuseCutArchive(const MappedFile& file) {
    auto expected = Message::of("the zip directory at their end");
    ByteReader in(file.bytes(), Message::of("%1: damaged PyTorch file: zip", file.path()));
    in.take(8);  // magic, version, flags
    const auto method = in.number<std::uint16_t>();
    in.take(16);  // date, CRC and sizes, which streamed archives leave at 0
    const auto nameSize = in.number<std::uint16_t>();
    const auto extraSize = in.number<std::uint16_t>();
    const std::string_view name = in.text(nameSize);
    in.take(extraSize);
    if (method == 0 && name.ends_with(kPickleName)) {
        const Pickle pickle(file.bytes().subspan(in.position()), file.path().string(), torchGlobalPolicy);
        std::uint64_t size = in.position() + pickle.size();
        for (const TorchStorage& storage : readTorchContent(pickle, file.path().string()).storages)
            size += storage.bytes;
        if (size > file.bytes().size()) expected = Message::of("more than %1", size);
    }
    throw FileError(
        Message::of("%1: damaged PyTorch file: truncated: found %2 bytes, expected %3; download it again",
                    file.path(), file.bytes().size(), expected));
}

bool isTar(std::string_view text) {
    return text.size() > kTarMagicOffset && text.substr(kTarMagicOffset).starts_with(kTarMagic);
}

}  // namespace

bool looksLikeTorchFile(const MappedFile& file) {
    const std::string_view text = file.text();
    return text.starts_with(kZipMagic) || isTar(text) ||
           (text.size() > 2 && text[0] == '\x80' && text[1] >= 1 && text[1] <= 5);
}

std::unique_ptr<TensorFile> openTorchFile(std::shared_ptr<const MappedFile> file) {
    refuseForeignContent(*file);
    if (file->text().starts_with(kZipMagic)) {
        if (!ZipArchive::findEnd(*file)) refuseCutArchive(*file);
        return std::make_unique<TorchZipFile>(std::move(file));
    }
    if (isTar(file->text()))
        throw FileError(
            Message::of("%1: a tar archive, as PyTorch before 0.1.10 wrote; load it with an old PyTorch and "
                        "save it again",
                        file->path()));
    return std::make_unique<TorchStreamFile>(std::move(file));
}

}  // namespace afa
