#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "core/compute/latent_preview.h"
#include "core/io/checkpoint.h"
#include "core/nn/clip_text_encoder.h"
#include "core/nn/unet.h"
#include "core/nn/vae.h"
#include "core/text/clip_tokenizer.h"

namespace afa {

/// The base models in memory, one copy of each part whatever it is used for. Thread-confined.
class ModelCache {
  public:
    /// keepsModels: parts stay for the next request, else they go when they are done with.
    explicit ModelCache(bool keepsModels = true) : keepsModels_(keepsModels) {}

    /// Prepares for a request: what is not in `wanted`, was placed otherwise or changed on disk is dropped.
    /// Loading looks at `control` before every tensor.
    void begin(const Placement& placement, const std::set<std::filesystem::path>& wanted,
               const TaskControl& control);

    std::shared_ptr<const Checkpoint> checkpoint(const std::filesystem::path& path);
    bool contains(const std::filesystem::path& path) const { return entries_.contains(path); }
    /// A model that lies nowhere on disk (a merge), under a path of its own.
    void put(const std::filesystem::path& path, std::shared_ptr<const Checkpoint> checkpoint);
    std::shared_ptr<const UNet> unet(const std::filesystem::path& path);
    std::shared_ptr<const ClipTextEncoder> textEncoder(const std::filesystem::path& path);
    /// The VAE of a model, or a VAE alone (directory or file).
    std::shared_ptr<const Vae> vae(const std::filesystem::path& path);
    /// The same in fp32, for when its own type proves too narrow; vae() itself where that is fp32.
    std::shared_ptr<const Vae> vaeInFp32(const std::filesystem::path& path);
    const VaeSource& vaeSource(const std::filesystem::path& path);  ///< without loading its weights
    std::shared_ptr<const LatentPreview> preview(const std::filesystem::path& vae);
    std::shared_ptr<const ClipTokenizer> tokenizer(const std::filesystem::path& path);
    const std::string& fingerprint(const std::filesystem::path& path);

    /// They go unless this cache keeps models.
    void doneWithTextEncoders();
    void doneWithUNets();
    /// They go in any case.
    void dropTextEncoders();
    void dropUNets();
    void dropVaes();
    void clear();

  private:
    struct Entry {
        std::filesystem::file_time_type changed;
        std::shared_ptr<const Checkpoint> checkpoint;
        std::shared_ptr<const UNet> unet;
        std::shared_ptr<const ClipTextEncoder> textEncoder;
        std::optional<VaeSource> vaeSource;
        std::shared_ptr<const Vae> vae, vaeInFp32;
        std::shared_ptr<const LatentPreview> preview;
        std::shared_ptr<const ClipTokenizer> tokenizer;
        std::string fingerprint;
    };
    Entry& entry(const std::filesystem::path& path);

    TensorPool& ensure(std::unique_ptr<TensorPool>& pool);

    bool keepsModels_;
    Placement placement_;
    TaskControl control_;
    std::map<std::filesystem::path, Entry> entries_;
    // One pool per kind of part: identical tensors are shared while the parts that hold them live.
    std::unique_ptr<TensorPool> unetPool_, textPool_, vaePool_;
};

}  // namespace afa
