#include "core/io/checkpoint.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/io/diffusers_directory.h"
#include "core/io/file_errors.h"
#include "core/io/model_family.h"
#include "core/io/model_rules.h"
#include "core/io/text_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

std::size_t slot(ModelPart part) {
    return static_cast<std::size_t>(part);
}

}  // namespace

Message helpForMissing(ModelPart part) {
    switch (part) {
        case ModelPart::Vae:
            return Message::of(
                "give another VAE with %1, or a model that has one as the host (%2; in the window: "
                "Library, Make host)",
                Option{"vae"}, Option{"host"});
        case ModelPart::TextEncoder:
            return Message::of(
                "it has to come with the U-Net: give a checkpoint that holds both, or the model's "
                "diffusers directory");
        case ModelPart::UNet:
            return Message::of("give a complete checkpoint with %1; a VAE alone goes to %2", Option{"model"},
                               Option{"vae"});
    }
    return {};
}

Message noPartText(const TensorFile& file) {
    const auto text = Message::of(
        "%1: expected a Stable Diffusion model, found %2 tensors, none of a U-Net, VAE or text encoder",
        file.path(), file.tensors().size());
    if (file.unread().empty()) return text;
    return Message::of("%1; \"%2\" %3", text, file.unread().front().name, file.unread().front().why);
}

Message modelPartName(ModelPart part) {
    switch (part) {
        case ModelPart::UNet:
            return Message::of("U-Net");
        case ModelPart::Vae:
            return Message::of("VAE");
        case ModelPart::TextEncoder:
            return Message::of("text encoder");
    }
    return {};
}

PartReader::PartReader(Message description, std::vector<TensorInfo> infos, std::vector<Source> sources)
    : description_(std::move(description)), infos_(std::move(infos)), sources_(std::move(sources)) {}

std::optional<std::size_t> PartReader::find(std::string_view name) const {
    const auto found =
        std::lower_bound(infos_.begin(), infos_.end(), name,
                         [](const TensorInfo& info, std::string_view key) { return info.name < key; });
    if (found == infos_.end() || found->name != name) return std::nullopt;
    return static_cast<std::size_t>(found - infos_.begin());
}

TensorView PartReader::view(std::size_t index) const {
    TensorView view = sources_[index].file->view(sources_[index].index);
    view.info = infos_[index];
    view.strides.resize(view.info.shape.size());  // only trailing dimensions of extent 1 are ever dropped
    return view;
}

void requireSameNetwork(const Checkpoint& first, const Checkpoint& other) {
    const auto expected = first.unetConfig(), found = other.unetConfig();
    if (!sameNetwork(expected, found))
        throw ConfigError(
            Message::of("%1: its U-Net has another architecture than that of %2: expected %3; found %4. Only "
                        "models of one architecture can be joined or compared",
                        other.path(), first.path(), networkText(expected), networkText(found)));
}

LoadReport compareTensors(const PartReader& part, const std::vector<ExpectedTensor>& expected) {
    LoadReport report;
    std::map<std::string_view, const TensorInfo*> found;
    for (const auto& info : part.tensors())
        found.emplace(info.name, &info);
    for (const auto& tensor : expected) {
        const auto entry = found.find(tensor.name);
        if (entry == found.end()) {
            report.missing.push_back(tensor.name);
            continue;
        }
        const TensorInfo& info = *entry->second;
        if (info.shape != tensor.shape)
            report.mismatched.push_back(Message::of("%1: expected %2, found %3", tensor.name,
                                                    shapeText(tensor.shape), shapeText(info.shape)));
        else if (!isFloating(info.dtype))
            report.mismatched.push_back(Message::of("%1: expected floating-point values, found %2",
                                                    tensor.name, dtypeName(info.dtype)));
        found.erase(entry);
    }
    for (const auto& [name, info] : found)
        report.unexpected.emplace_back(name);
    return report;
}

Message LoadReport::text() const {
    constexpr std::size_t kShown = 3;
    const auto few = [&](const auto& names) {
        Message list;
        for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i)
            list = i == 0 ? Message::of("%1", names[i]) : Message::of("%1, %2", list, names[i]);
        return names.size() > kShown ? Message::of("%1, ..", list) : list;
    };
    std::vector<Message> kinds;
    if (!missing.empty())
        kinds.push_back(Message::of("%1 tensors missing (%2)", missing.size(), few(missing)));
    if (!unexpected.empty())
        kinds.push_back(Message::of("%1 tensors unexpected (%2)", unexpected.size(), few(unexpected)));
    if (!mismatched.empty())
        kinds.push_back(
            Message::of("%1 tensors of another shape or type (%2)", mismatched.size(), few(mismatched)));
    return kinds.empty() ? Message::of("all tensors as expected") : Message::list(kinds);
}

/// Fills a Checkpoint; each function reads one form on disk.
class CheckpointBuilder {
  public:
    static std::shared_ptr<Checkpoint> open(const fs::path& path) {
        const auto status = fs::status(path);
        if (!fs::exists(status))
            throw FileError(
                Message::of("%1: expected a model file or directory, found nothing; check the path (models "
                            "are not downloaded)%2",
                            path, unexpandedHome(path)));
        auto checkpoint = std::make_shared<Checkpoint>();
        checkpoint->path_ = path;
        const fs::path clean = path.has_filename() ? path : path.parent_path();
        if (fs::is_directory(status)) {
            checkpoint->name_ = fs::weakly_canonical(clean).filename().string();
            checkpoint->kind_ = Checkpoint::Kind::DiffusersDirectory;
            readDirectory(*checkpoint);
        } else {
            checkpoint->name_ = clean.stem().string();
            readFile(*checkpoint);
        }
        return checkpoint;
    }

    /// Refuses what cannot be run, by name, before anything is loaded.
    static void checkConfigs(const Checkpoint& checkpoint) {
        if (checkpoint.has(ModelPart::UNet)) checkpoint.unetConfig();
        if (checkpoint.has(ModelPart::Vae)) checkpoint.vaeConfig();
        if (checkpoint.has(ModelPart::TextEncoder)) checkpoint.textConfig();
    }

  private:
    static void readFile(Checkpoint& checkpoint) {
        const std::shared_ptr<const TensorFile> file = openTensorFile(checkpoint.path_);
        checkpoint.kind_ =
            file->isPickle() ? Checkpoint::Kind::PickleFile : Checkpoint::Kind::SafetensorsFile;
        if (const auto family = foreignFamily(file->tensors()))
            throw ConfigError(Message::of(
                "%1: %2 is not supported as a base model; this program runs Stable Diffusion 1.x models",
                checkpoint.path_, family->name));
        checkpoint.wouldRun_ = file->wouldRun();
        SortedParts sorted = sortSingleFile(file);
        checkpoint.skipped_ = sorted.skipped;
        bool any = false;
        for (const ModelPart part : kModelParts) {
            if (!sorted.parts[slot(part)]) continue;
            any = true;
            checkpoint.parts_[slot(part)] = std::move(sorted.parts[slot(part)]);
            // `afa convert` stores what shapes do not tell.
            const auto config = file->metadata().find("afa." + componentName(part) + ".config");
            if (config != file->metadata().end()) checkpoint.configs_[slot(part)] = config->second;
        }
        if (const auto own = file->metadata().find(kEmbeddedTokenizer); own != file->metadata().end())
            checkpoint.tokenizer_ =
                embeddedTokenizer(own->second, checkpoint.path_.string() + ": " + kEmbeddedTokenizer);
        if (!any) throw FileError(noPartText(*file));
    }

    static void readPart(Checkpoint& checkpoint, ModelPart part, const fs::path& folder) {
        checkpoint.configs_[slot(part)] = readTextFile(folder / "config.json");
        const auto files = openWeightFiles(folder, part);
        for (const auto& file : files)
            for (const auto& name : file->wouldRun())
                if (std::find(checkpoint.wouldRun_.begin(), checkpoint.wouldRun_.end(), name) ==
                    checkpoint.wouldRun_.end())
                    checkpoint.wouldRun_.push_back(name);
        checkpoint.parts_[slot(part)] = sortPartFiles(part, folder.string(), files, checkpoint.skipped_);
    }

    static void readDirectory(Checkpoint& checkpoint) {
        const fs::path& directory = checkpoint.path_;
        if (!fs::exists(directory / "model_index.json")) return readComponent(checkpoint);
        const auto listed = [&](const std::string& component) {
            return listsComponent(directory, component);
        };
        // The scheduler and the configs can refuse the model before its weights are touched.
        for (const ModelPart part : kModelParts)
            if (listed(componentName(part)))
                checkpoint.configs_[slot(part)] =
                    readTextFile(directory / componentName(part) / "config.json");
        if (listed("unet"))
            parseUNetConfig(checkpoint.configs_[slot(ModelPart::UNet)],
                            (directory / "unet" / "config.json").string());
        checkScheduler(directory / "scheduler");
        for (const ModelPart part : kModelParts)
            if (listed(componentName(part))) readPart(checkpoint, part, directory / componentName(part));
        if (listed("tokenizer")) checkpoint.tokenizer_ = findTokenizer(directory / "tokenizer");
    }

    /// One component alone: a folder with config.json.
    static void readComponent(Checkpoint& checkpoint) {
        const fs::path& directory = checkpoint.path_;
        if (!fs::exists(directory / "config.json"))
            throw FileError(
                Message::of("%1: expected a diffusers model (model_index.json) or one of its components "
                            "(config.json), found neither",
                            directory));
        const std::string where = (directory / "config.json").string();
        const auto part = partOfConfig(readTextFile(where), where);
        if (!part)
            throw FileError(
                Message::of("%1: expected the config of a U-Net (UNet2DConditionModel), VAE (AutoencoderKL) "
                            "or CLIP text encoder, found another",
                            where));
        readPart(checkpoint, *part, directory);
    }
};

std::shared_ptr<const Checkpoint> Checkpoint::open(const fs::path& path) {
    try {
        auto checkpoint = CheckpointBuilder::open(path);
        CheckpointBuilder::checkConfigs(*checkpoint);
        return checkpoint;
    } catch (const fs::filesystem_error& error) {
        throw cannotRead(error);
    }
}

std::shared_ptr<const Checkpoint> Checkpoint::assemble(Assembly assembly, TokenizerFiles tokenizer) {
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->path_ = assembly.name;
    checkpoint->name_ = std::move(assembly.name);
    for (auto& [part, reader, config] : assembly.parts) {
        checkpoint->parts_[slot(part)] = std::move(reader);
        checkpoint->configs_[slot(part)] = std::move(config);
    }
    checkpoint->tokenizer_ = std::move(tokenizer);
    CheckpointBuilder::checkConfigs(*checkpoint);
    return checkpoint;
}

bool Checkpoint::has(ModelPart part) const {
    return parts_[slot(part)].has_value();
}

const PartReader& Checkpoint::part(ModelPart part) const {
    if (has(part)) return *parts_[slot(part)];
    Message present;
    for (const ModelPart other : kModelParts)
        if (has(other))
            present =
                present.empty() ? modelPartName(other) : Message::of("%1, %2", present, modelPartName(other));
    throw ConfigError(
        Message::of("%1 has no %2, only: %3; %4", path_, modelPartName(part), present, helpForMissing(part)));
}

UNetConfig Checkpoint::unetConfig() const {
    const PartReader& reader = part(ModelPart::UNet);
    const std::string& json = configs_[slot(ModelPart::UNet)];
    return json.empty() ? inferUNetConfig(reader) : parseUNetConfig(json, reader.description());
}

VaeConfig Checkpoint::vaeConfig() const {
    const PartReader& reader = part(ModelPart::Vae);
    const std::string& json = configs_[slot(ModelPart::Vae)];
    return json.empty() ? inferVaeConfig(reader) : parseVaeConfig(json, reader.description());
}

ClipTextConfig Checkpoint::textConfig() const {
    const PartReader& reader = part(ModelPart::TextEncoder);
    const std::string& json = configs_[slot(ModelPart::TextEncoder)];
    return json.empty() ? inferClipTextConfig(reader) : parseClipTextConfig(json, reader.description());
}

std::string Checkpoint::fingerprint(const TaskControl& control) const {
    return afa::fingerprint(part(ModelPart::UNet), control);
}

VaeSource openVae(const fs::path& path) {
    const auto checkpoint = CheckpointBuilder::open(path);
    return {checkpoint->part(ModelPart::Vae), checkpoint->vaeConfig()};
}

}  // namespace afa
