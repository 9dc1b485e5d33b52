#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/base/task.h"
#include "core/io/model_config.h"
#include "core/io/tensor_file.h"

namespace afa {

enum class ModelPart { UNet, Vae, TextEncoder };
Message modelPartName(ModelPart part);  ///< "U-Net", "VAE", "text encoder"
/// What serves where a file lacks a part.
Message helpForMissing(ModelPart part);

/// The tensors of one part of a model, from one or several files, under their diffusers (U-Net, VAE) or
/// transformers (text encoder, `text_model.` prefix included) names, ascending, whatever names and layout the
/// files use.
class PartReader {
  public:
    struct Source {
        std::shared_ptr<const TensorFile> file;
        std::size_t index = 0;
    };
    PartReader() = default;
    /// `infos` hold the diffusers name and the (possibly reshaped, e.g. LDM's 1x1 convolutions -> linear)
    /// shape.
    PartReader(Message description, std::vector<TensorInfo> infos, std::vector<Source> sources);
    PartReader(std::string description, std::vector<TensorInfo> infos, std::vector<Source> sources)
        : PartReader(Message::verbatim(std::move(description)), std::move(infos), std::move(sources)) {}

    const Message& description() const { return description_; }  ///< for messages: "PATH (U-Net)"
    const std::vector<TensorInfo>& tensors() const { return infos_; }
    std::optional<std::size_t> find(std::string_view name) const;
    TensorView view(std::size_t index) const;
    void release(std::size_t index) const { sources_[index].file->release(sources_[index].index); }
    const Source& source(std::size_t index) const { return sources_[index]; }

  private:
    Message description_;
    std::vector<TensorInfo> infos_;
    std::vector<Source> sources_;
};

/// What a strict load found; loading refuses unless ok().
struct LoadReport {
    std::vector<std::string> missing;     ///< expected, not in the file
    std::vector<std::string> unexpected;  ///< in the file, belongs to this part, not expected
    std::vector<Message> mismatched;      ///< "name: expected [..], found [..]"
    bool ok() const { return missing.empty() && unexpected.empty() && mismatched.empty(); }
    Message text() const;  ///< one readable line, the first few of each kind and the counts
};
LoadReport compareTensors(const PartReader& part, const std::vector<ExpectedTensor>& expected);

/// A base model on disk: single file (safetensors, .ckpt) or diffusers directory; nothing of it in memory.
class Checkpoint {
  public:
    enum class Kind { SafetensorsFile, PickleFile, DiffusersDirectory };

    /// Recognises and checks PATH. Throws FileError (missing, damaged, foreign) or ConfigError (SD 2.x, SDXL,
    /// inpainting, v-prediction, LoRA: refused by name).
    static std::shared_ptr<const Checkpoint> open(const std::filesystem::path& path);

    /// A model put together from parts that are at hand already (a merge that is computed as it is read).
    struct Assembly {
        struct Part {
            ModelPart part;
            PartReader reader;
            std::string configJson;
        };
        std::string name;
        std::vector<Part> parts;
    };

    const std::filesystem::path& path() const { return path_; }
    const std::string& name() const { return name_; }  ///< for people: directory or file name without ending
    Kind kind() const { return kind_; }

    bool has(ModelPart part) const;
    const PartReader& part(ModelPart part) const;  ///< throws ConfigError "PATH has no VAE; .." when absent

    UNetConfig unetConfig() const;
    VaeConfig vaeConfig() const;
    ClipTextConfig textConfig() const;

    /// vocab.json + merges.txt, or tokenizer.json alone; empty where the built-in SD 1.x tokenizer serves.
    struct TokenizerFiles {
        std::filesystem::path vocab, merges, tokenizerJson;
        std::optional<std::string> padToken;  ///< from tokenizer_config.json / special_tokens_map.json
        /// Of a single file that carries its own: file name (vocab.json, ..) -> text.
        std::map<std::string, std::string> embedded;
        bool builtIn() const { return vocab.empty() && tokenizerJson.empty() && embedded.empty(); }
    };
    const TokenizerFiles& tokenizer() const { return tokenizer_; }

    static std::shared_ptr<const Checkpoint> assemble(Assembly assembly, TokenizerFiles tokenizer);

    /// SHA-256 over the U-Net (formats.md "Fingerprint of a base model"), 64 hex digits. Reads the whole
    /// U-Net; looks for a stop before every tensor.
    std::string fingerprint(const TaskControl& control = {}) const;

    /// What Python would run when it loads these files (TensorFile::wouldRun); nothing of it is ever run
    /// here.
    const std::vector<std::string>& wouldRun() const { return wouldRun_; }

    std::size_t skippedTensors() const {
        return skipped_;
    }  ///< EMA copies and training leftovers passed over

  private:
    std::filesystem::path path_;
    std::string name_;
    Kind kind_ = Kind::SafetensorsFile;
    std::optional<PartReader> parts_[3];
    std::string configs_[3];  ///< config.json texts of a diffusers directory, empty for single files
    TokenizerFiles tokenizer_;
    std::size_t skipped_ = 0;
    std::vector<std::string> wouldRun_;
    friend class CheckpointBuilder;
};

/// Throws ConfigError with both paths and what differs, unless the U-Nets are of one architecture
/// (sameNetwork).
void requireSameNetwork(const Checkpoint& first, const Checkpoint& other);

/// Only a VAE: a whole model, a VAE directory (config.json + weights) or a VAE file (LDM or diffusers names).
struct VaeSource {
    PartReader part;
    VaeConfig config;
};
VaeSource openVae(const std::filesystem::path& path);

/// Says of a file that no part of a model was found in it, and why where it tells.
Message noPartText(const TensorFile& file);

std::string fingerprint(const PartReader& unet, const TaskControl& control = {});

}  // namespace afa
