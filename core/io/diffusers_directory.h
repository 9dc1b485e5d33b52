#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"

namespace afa {

inline constexpr ModelPart kModelParts[]{ModelPart::UNet, ModelPart::Vae, ModelPart::TextEncoder};

/// A part's folder in a diffusers directory, which is also its key in model_index.json: "unet", "vae",
/// "text_encoder".
std::string componentName(ModelPart part);
/// Which part a component's config.json describes; nullopt for another kind of config.
std::optional<ModelPart> partOfConfig(const std::string& configJson, const std::string& where);
/// Whether model_index.json lists the component (entries [null, null] are absent ones).
bool listsComponent(const std::filesystem::path& directory, const std::string& component);

/// The files that hold the weights of one component folder of a diffusers directory, in order of preference:
/// safetensors before pickle, whole before sharded, plain before a variant (`.fp16.` first). Throws FileError
/// where there are none, or where an index names files outside the folder or files that lack its tensors.
std::vector<std::filesystem::path> findWeightFiles(const std::filesystem::path& folder, ModelPart part);
std::vector<std::shared_ptr<const TensorFile>> openWeightFiles(const std::filesystem::path& folder,
                                                               ModelPart part);

/// The tokenizer files of a diffusers directory's tokenizer folder.
Checkpoint::TokenizerFiles findTokenizer(const std::filesystem::path& folder);
/// The same files' texts by their names, wherever they are; empty for the built-in tokenizer.
std::map<std::string, std::string> tokenizerTexts(const Checkpoint::TokenizerFiles& files);

/// A single file's own tokenizer, in its metadata: a JSON object of file names and texts.
inline constexpr char kEmbeddedTokenizer[] = "afa.tokenizer";
/// Throws FileError for what is no such object or lacks a vocabulary.
Checkpoint::TokenizerFiles embeddedTokenizer(const std::string& json, const std::string& where);

/// What scheduler_config.json says: "epsilon", "v_prediction", "sample"; "" without the file.
std::string predictionType(const std::filesystem::path& schedulerFolder);
/// Throws ConfigError where the scheduler shows that the model was trained otherwise than SD 1.x.
void checkScheduler(const std::filesystem::path& schedulerFolder);

}  // namespace afa
