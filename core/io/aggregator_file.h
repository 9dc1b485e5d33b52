#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/io/checkpoint.h"
#include "core/io/model_config.h"
#include "core/io/tensor_file.h"

namespace afa {

/// `afa.config` of an aggregator (formats.md). Describes every SABW of one ensemble.
struct AggregatorConfig {
    enum class Layout { Paper, Release };
    Layout layout = Layout::Paper;
    std::int64_t numModels = 3;
    std::int64_t hiddenSize = 64;  ///< d
    std::int64_t numHeads = 2;
    std::int64_t numLayers = 1;
    std::vector<int> stages;             ///< stages aggregated by SABW, from 1, ascending
    bool spatial = true;                 ///< false: logits averaged over positions
    bool timestep = true;                ///< false: no gamma(t) / temb
    bool text = true;                    ///< false: no cross-attention
    std::vector<std::int64_t> channels;  ///< C of each entry of `stages`
    std::int64_t crossAttentionDim = 768;
    std::int64_t tembWidth = 1280;  ///< release layout: width of the U-Nets' time embedding
    std::int64_t timeWidth = 320;   ///< paper layout: width of the sinusoid
    std::int64_t timeHidden = 64;   ///< paper layout: width of the time MLP
    bool operator==(const AggregatorConfig&) const = default;

    /// For these base models; the other fields keep their defaults (paper: d 64, 2 heads, 1 layer;
    /// release: d 128, 8 heads, 2 layers).
    static AggregatorConfig forModels(Layout layout, std::int64_t numModels, const UNetConfig& unet);
};

/// Throws ConfigError "WHERE: ..": sizes that no aggregator can have or that are past base/limits.h. Held by
/// readers, writers and networks alike.
void requireSound(const AggregatorConfig& config, const Message& where);

struct BaseModelRef {
    std::string name, sha256, file;
    bool operator==(const BaseModelRef&) const = default;
};

/// An aggregator on disk, native file or the authors' directory. Tensor names are the native ones
/// (`time_mlp.linear_1.weight`, `stages.<j>.res_block.norm1.weight`, ..).
class AggregatorFile {
  public:
    /// Throws FileError (missing, damaged, foreign) or ConfigError (config and tensors disagree).
    static AggregatorFile open(const std::filesystem::path& path);
    /// The same for so many base models. Throws ConfigError where it was made for another number.
    static AggregatorFile open(const std::filesystem::path& path, std::size_t models);

    AggregatorConfig config;
    std::vector<BaseModelRef> baseModels;  ///< empty: unbound
    std::string trainingJson;              ///< `afa.training`, "" if absent

    const std::vector<TensorInfo>& tensors() const {
        return tensors_.tensors();
    }  ///< native names, ascending
    TensorView view(std::size_t index) const { return tensors_.view(index); }
    void release(std::size_t index) const { tensors_.release(index); }
    /// Throws FileError where a value is NaN or infinite. Reads the whole file.
    void requireFinite() const;

  private:
    PartReader tensors_;
    friend class AggregatorReader;
};

/// Every tensor such an aggregator has, native names, ascending.
std::vector<ExpectedTensor> expectedTensors(const AggregatorConfig& config);

/// Writes the native file, of a sound config (requireSound); `values(i)` gives tensor i (of `tensors`) as
/// row-major bytes, asked for one at a time.
using TensorValues = std::function<std::vector<std::byte>(std::size_t index)>;
void writeAggregator(const std::filesystem::path& target, const AggregatorConfig& config,
                     const std::vector<BaseModelRef>& baseModels, const std::string& trainingJson,
                     const std::vector<TensorInfo>& tensors, const TensorValues& values);

/// Writes the authors' layout (a directory; release layout only, else ConfigError that says so).
void writeAuthorsAggregator(const std::filesystem::path& directory, const AggregatorFile& source);

/// Which of the two layouts of formats.md a path holds, by its metadata or its files; for a probe.
bool isNativeAggregator(const TensorFile& file);
bool isAuthorsAggregator(const std::filesystem::path& directory);

/// The order in which models given by `fingerprints` must be handed to an aggregator made for `refs`:
/// result[i] = index of the given model that stands at place i. Identity for an unbound aggregator.
/// Throws ConfigError: another N (both numbers), or a model that matches none and !allowOther.
std::vector<std::size_t> matchBaseModels(const std::vector<BaseModelRef>& refs,
                                         const std::vector<std::string>& fingerprints,
                                         const std::vector<std::string>& names, bool allowOther);

}  // namespace afa
