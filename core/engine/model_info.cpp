#include "core/engine/model_info.h"

#include <algorithm>
#include <chrono>

#include "core/engine/model_files.h"
#include "core/io/aggregator_file.h"
#include "core/io/checkpoint.h"
#include "core/io/file_errors.h"
#include "core/io/leftovers.h"
#include "core/io/probe.h"

namespace afa {
namespace {

namespace fs = std::filesystem;

void describeBaseModel(ModelInfo& info) {
    const auto model = Checkpoint::open(info.path);
    const UNetConfig unet = model->unetConfig();
    const auto factor = model->vaeConfig().factor();
    const auto all = AggregatorConfig::forModels(AggregatorConfig::Layout::Paper, 1, unet);
    info.role = ModelInfo::Role::BaseModel;
    info.fingerprint = model->fingerprint();
    info.ownSize = static_cast<int>(unet.sampleSize * factor);
    info.sizeStep = static_cast<int>(factor << (unet.blockOutChannels.size() - 1));
    info.stages = all.stages;
    info.channels = all.channels;
    info.textWidth = unet.crossAttentionDim;
}

void describeAggregator(ModelInfo& info) {
    const auto file = AggregatorFile::open(info.path);
    info.role = ModelInfo::Role::Aggregator;
    info.problem = {};
    info.joins = static_cast<int>(file.config.numModels);
    info.layout = file.config.layout == AggregatorConfig::Layout::Paper ? "paper" : "release";
    info.stages = file.config.stages;
    info.channels = file.config.channels;
    info.textWidth = file.config.crossAttentionDim;
    for (const auto& model : file.baseModels)
        info.boundTo.push_back({model.name, model.sha256});
}

bool hasUNetVaeAndText(const std::vector<std::string>& parts) {
    const auto has = [&](const char* part) {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    return has("unet") && has("vae") && has("text_encoder");
}

}  // namespace

bool isModelDirectory(const fs::path& folder) {
    std::error_code unreadable;
    return fs::exists(folder / "model_index.json", unreadable) ||
           fs::exists(folder / "model_config.json", unreadable);
}

bool isModelFile(const fs::path& file) {
    const auto ending = file.extension();
    return ending == ".safetensors" || ending == ".ckpt" || ending == ".pt";
}

ModelInfo inspectModel(const fs::path& path, const TaskControl& control) {
    ModelInfo info;
    info.path = path;
    std::error_code unreadable;
    info.name = fs::is_directory(path, unreadable) ? path.filename().string() : path.stem().string();
    try {
        control.checkStop();
        const ProbeResult found = probe(path);
        control.checkStop();
        info.kind = found.kind;
        info.architecture = found.architecture;
        info.parts = found.parts;
        info.parameters = found.parameters;
        info.bytes = found.bytes;
        info.precision = found.precision;
        info.sha256 = found.sha256;
        info.shortHash = found.shortHash;
        info.problem = found.problem;
        info.notes = found.notes;
        if (found.kind == "aggregator" || found.kind == "aggregator-authors")
            describeAggregator(info);
        else if (found.problem.empty() && hasUNetVaeAndText(found.parts))
            describeBaseModel(info);
    } catch (const Cancelled&) {
        throw;
    } catch (const ConfigError& error) {
        info.problem = messageOf(error);
    } catch (const std::exception& error) {
        info.kind = "unreadable";
        info.architecture = "unknown";
        info.problem = messageOf(error);
    }
    return info;
}

std::vector<fs::path> findModels(const fs::path& folder, const TaskControl& control) {
    std::error_code ec;
    if (isModelFile(folder) && fs::is_regular_file(folder, ec)) return {folder};
    auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, ec);
    if (ec)
        throw FileError(Message::of(
            "%1: expected a folder of models, found %2; choose another folder, or attach the disk it is on%3",
            folder, reasonOf(ec), unexpandedHome(folder)));
    if (isModelDirectory(folder)) return {folder};
    std::vector<fs::path> found;
    for (const auto end = fs::recursive_directory_iterator(); it != end; it.increment(ec)) {
        control.checkStop();
        std::error_code ignored;
        if (it->is_directory(ignored)) {
            // One that is being written, or was when its program was killed.
            const bool temporary = it->path().filename().string().starts_with(kTemporaryPrefix);
            if (temporary) it.disable_recursion_pending();
            if (temporary || !isModelDirectory(it->path())) continue;
            found.push_back(it->path());
            it.disable_recursion_pending();
        } else if (isModelFile(it->path())) {
            found.push_back(it->path());
        }
        if (ec) break;  // a folder that went away below us: what was found still counts
    }
    std::sort(found.begin(), found.end());
    return found;
}

FileStamp stampOf(const fs::path& path) {
    FileStamp stamp;
    std::error_code ec;
    const auto add = [&](const fs::path& file) {
        const auto size = fs::file_size(file, ec);
        const auto time = fs::last_write_time(file, ec).time_since_epoch();
        if (ec) return;
        stamp.bytes += size;
        stamp.changed = std::max(
            stamp.changed,
            static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(time).count()));
    };
    if (!fs::is_directory(path, ec)) {
        add(path);
        return stamp;
    }
    for (auto it = fs::recursive_directory_iterator(path, ec);
         !ec && it != fs::recursive_directory_iterator(); it.increment(ec))
        if (it->is_regular_file(ec)) add(it->path());
    return stamp;
}

}  // namespace afa
