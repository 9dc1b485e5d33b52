#include "core/io/probe.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/io/aggregator_file.h"
#include "core/io/checkpoint.h"
#include "core/io/diffusers_directory.h"
#include "core/io/file_errors.h"
#include "core/io/mapped_file.h"
#include "core/io/maps_file.h"
#include "core/io/model_family.h"
#include "core/io/model_rules.h"
#include "core/io/text_file.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

void hashFile(const fs::path& path, Sha256& hash, const TaskControl& control) {
    constexpr std::size_t kBlock = 16 << 20;
    const auto file = MappedFile::open(path);
    for (auto rest = file->bytes(); !rest.empty();) {
        control.checkStop();
        const auto block = rest.first(std::min(kBlock, rest.size()));
        hash.update(block);
        file->release(block);
        rest = rest.subspan(block.size());
    }
}

/// A directory's hash: over its weight files in ascending order of their relative names (with '/'), each as
/// its name, one zero byte and its content. Size is the sum over the same files.
void measureDirectory(ProbeResult& result, const std::set<fs::path>& files, bool withHash,
                      const TaskControl& control) {
    Sha256 hash;
    constexpr std::byte kEnd{0};
    for (const auto& file : files) {
        result.bytes += fs::file_size(result.path / file);
        if (!withHash) continue;
        hash.update(file.generic_string());
        hash.update(std::span(&kEnd, 1));
        hashFile(result.path / file, hash, control);
    }
    if (withHash) result.sha256 = hash.finishHex();
}

void measureFile(ProbeResult& result, bool withHash, const TaskControl& control) {
    result.bytes = fs::file_size(result.path);
    if (!withHash) return;
    Sha256 hash;
    hashFile(result.path, hash, control);
    result.sha256 = hash.finishHex();
}

std::string precisionName(DType dtype) {
    switch (dtype) {
        case DType::F16:
            return "fp16";
        case DType::BF16:
            return "bf16";
        case DType::F32:
            return "fp32";
        case DType::F64:
            return "fp64";
        default:
            return "";
    }
}

/// Python runs what a pickle asks for; this program tells it.
void noteDangers(ProbeResult& result, const std::vector<std::string>& wouldRun) {
    for (const auto& name : wouldRun)
        result.notes.push_back(Message::of(
            "warning: Python would run %1 when it loads this file; this program never does", name));
}

/// Adds parameters and precision of these tensors; integer buffers are not parameters.
void count(ProbeResult& result, const std::vector<TensorInfo>& tensors) {
    for (const auto& info : tensors) {
        const std::string precision = precisionName(info.dtype);
        if (precision.empty()) continue;
        result.parameters += info.numel();
        if (result.precision.empty()) result.precision = precision;
        if (result.precision != precision) result.precision = "mixed";
    }
}

/// What is wrong with a part; empty when it can be loaded.
Message partProblem(const Checkpoint& model, ModelPart part) {
    const auto report =
        part == ModelPart::UNet  ? compareTensors(model.part(part), expectedTensors(model.unetConfig()))
        : part == ModelPart::Vae ? compareTensors(model.part(part), expectedTensors(model.vaeConfig()))
                                 : compareTensors(model.part(part), expectedTensors(model.textConfig()));
    if (report.ok()) return {};
    return Message::of("%1: %2", modelPartName(part), report.text());
}

/// Opens the model as a program that wants to run it would, and takes down what stands in the way.
void probeAsBaseModel(ProbeResult& result) {
    try {
        const auto model = Checkpoint::open(result.path);
        if (result.kind == "diffusers") noteDangers(result, model->wouldRun());
        if (model->has(ModelPart::UNet)) result.architecture = "sd1";
        for (const ModelPart part : kModelParts)
            if (model->has(part) && result.problem.empty()) result.problem = partProblem(*model, part);
        if (model->skippedTensors() > 0)
            result.notes.push_back(Message::of(
                "%1 tensors passed over (EMA copies, buffers, training leftovers)", model->skippedTensors()));
        const auto has = [&](ModelPart part) { return model->has(part) ? 1 : 0; };
        const int parts = has(ModelPart::UNet) + has(ModelPart::Vae) + has(ModelPart::TextEncoder);
        if (result.problem.empty() && parts > 1 && !model->has(ModelPart::UNet))
            result.problem = Message::of("it has no U-Net");
    } catch (const UnsupportedModel& unsupported) {
        result.architecture = unsupported.architecture();
        result.problem = unsupported.message();
    } catch (const ConfigError& error) {
        result.problem = error.message();
    }
}

/// One part alone is its own kind.
void nameByParts(ProbeResult& result) {
    if (result.parts.size() == 1) result.kind = result.parts[0];
    if (result.kind == "unet")
        result.notes.push_back(
            Message::of("a U-Net alone: text encoder and VAE must come from another model"));
}

/// The one family of base models that aggregators join here is part of it.
std::string architectureOf(const AggregatorConfig& config) {
    return std::string("SABW, ") + (config.layout == AggregatorConfig::Layout::Paper ? "paper" : "release") +
           " layout, " + std::to_string(config.numModels) + " models, " +
           std::to_string(config.stages.size()) + (config.stages.size() == 1 ? " stage" : " stages") +
           ", Stable Diffusion 1.x";
}

void probeAggregator(ProbeResult& result) {
    try {
        const auto file = AggregatorFile::open(result.path);
        count(result, file.tensors());
        result.architecture = architectureOf(file.config);
        result.notes.push_back(
            Message::of("%1 layout for %2 models, %3 stages",
                        file.config.layout == AggregatorConfig::Layout::Paper ? "paper" : "release",
                        file.config.numModels, file.config.stages.size()));
        if (file.baseModels.empty()) result.notes.push_back(Message::of("not bound to base models"));
        for (const auto& model : file.baseModels)
            result.notes.push_back(Message::of("made for %1 (%2)", model.name, model.sha256.substr(0, 10)));
    } catch (const ConfigError& error) {
        result.problem = error.message();
    }
}

void probeFile(ProbeResult& result) {
    const std::shared_ptr<const TensorFile> file = openTensorFile(result.path);
    result.kind = file->isPickle() ? "pickle" : "safetensors";
    noteDangers(result, file->wouldRun());
    for (const auto& note : file->notes())
        result.notes.push_back(Message::of("passed over: %1", note));

    if (isNativeAggregator(*file)) {
        result.kind = "aggregator";
        return probeAggregator(result);
    }
    const auto format = file->metadata().find("afa.format");
    if (format != file->metadata().end() && format->second == "maps") {
        readMaps(result.path);  // throws where it is damaged
        result.kind = "maps";
        return count(result, file->tensors());
    }
    if (const auto family = foreignFamily(file->tensors())) {
        if (!family->kind.empty()) result.kind = family->kind;
        result.architecture = family->architecture;
        result.problem = UnsupportedModel(Message::of("%1", result.path), family->name).message();
        return count(result, file->tensors());
    }
    const SortedParts sorted = sortSingleFile(file);
    for (const ModelPart part : kModelParts) {
        const auto& reader = sorted.parts[static_cast<std::size_t>(part)];
        if (!reader) continue;
        result.parts.push_back(componentName(part));
        count(result, reader->tensors());
    }
    if (result.parts.empty()) {
        result.kind = "unknown";
        result.problem = Message::of("none of its %1 tensors belongs to a U-Net, VAE or text encoder",
                                     file->tensors().size());
        if (!file->unread().empty())
            result.problem = Message::of("%1; \"%2\" %3", result.problem, file->unread().front().name,
                                         file->unread().front().why);
        return count(result, file->tensors());
    }
    nameByParts(result);
    probeAsBaseModel(result);
}

/// Tensors of a component folder, from names and shapes only.
void countComponent(ProbeResult& result, ModelPart part, const fs::path& folder, std::set<fs::path>& files) {
    result.parts.push_back(componentName(part));
    std::size_t skipped = 0;
    count(result, sortPartFiles(part, folder.string(), openWeightFiles(folder, part), skipped).tensors());
    for (const auto& file : findWeightFiles(folder, part))
        files.insert(fs::relative(file.parent_path(), result.path).lexically_normal() / file.filename());
}

/// The weights of a directory of another kind, by their endings.
std::set<fs::path> tensorFilesBelow(const fs::path& directory) {
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(directory))
        if (entry.is_regular_file() && entry.path().extension() == ".safetensors")
            files.insert(entry.path().lexically_relative(directory));  // links by their own names
    return files;
}

void probeDirectory(ProbeResult& result, bool withHash, const TaskControl& control) {
    std::set<fs::path> files;
    if (isAuthorsAggregator(result.path)) {
        result.kind = "aggregator-authors";
        probeAggregator(result);
        files = tensorFilesBelow(result.path);
    } else if (fs::exists(result.path / "model_index.json")) {
        result.kind = "diffusers";
        for (const ModelPart part : kModelParts)
            if (listsComponent(result.path, componentName(part)))
                countComponent(result, part, result.path / componentName(part), files);
        for (const char* component : {"tokenizer", "scheduler"})
            if (listsComponent(result.path, component)) result.parts.emplace_back(component);
        result.prediction = predictionType(result.path / "scheduler");
        probeAsBaseModel(result);
    } else if (fs::exists(result.path / "config.json")) {
        const fs::path config = result.path / "config.json";
        if (const auto part = partOfConfig(readTextFile(config), config.string())) {
            countComponent(result, *part, result.path, files);
            nameByParts(result);
        }
        probeAsBaseModel(result);
    } else {
        throw FileError(Message::of(
            "%1: expected a model file, a diffusers directory (model_index.json), a component of one "
            "(config.json) or an aggregator's directory (model_config.json), found another directory",
            result.path));
    }
    for (const auto& file : files)
        result.files.push_back(result.path / file);
    measureDirectory(result, files, withHash, control);
}

}  // namespace

ProbeResult probe(const fs::path& path, bool withHash, const TaskControl& control) {
    ProbeResult result;
    result.path = path;
    result.architecture = "unknown";
    try {
        if (fs::is_directory(path)) {
            probeDirectory(result, withHash, control);
        } else {
            probeFile(result);
            result.files = {path};
            measureFile(result, withHash, control);
        }
    } catch (const fs::filesystem_error& error) {
        throw cannotRead(error);
    }
    constexpr std::size_t kShortHash = 10;
    result.shortHash = result.sha256.substr(0, kShortHash);
    return result;
}

}  // namespace afa
