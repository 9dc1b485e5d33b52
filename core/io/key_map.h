#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/io/checkpoint.h"

namespace afa {

/// Tells whether a tensor of this name is there.
using HasName = std::function<bool(const std::string&)>;

/// Depths of a network, all that decides which LDM module is which diffusers module.
struct UNetTopology {
    std::size_t levels = 0, layers = 0;
    std::vector<bool> upAttention;
};
struct VaeTopology {
    std::size_t levels = 0, layers = 0;
};

/// Names of CompVis' latent-diffusion (LDM) <-> names of diffusers, both without the part's prefix: a table
/// of modules, where whatever follows a module's name is kept. Authority: diffusers'
/// loaders/single_file_utils.py.
class KeyMap {
  public:
    static KeyMap unet(const UNetTopology& topology);
    static KeyMap vae(const VaeTopology& topology);

    std::optional<std::string> toDiffusers(std::string_view ldm) const {
        return translate(toDiffusers_, ldm);
    }
    std::optional<std::string> toLdm(std::string_view diffusers) const {
        return translate(toLdm_, diffusers);
    }

  private:
    using Table = std::map<std::string, std::string, std::less<>>;
    static std::optional<std::string> translate(const Table& table, std::string_view name);
    void row(const std::string& ldm, const std::string& diffusers);

    Table toDiffusers_, toLdm_;
};

/// The depths that the LDM names of a file show.
UNetTopology ldmUNetTopology(const HasName& has);
VaeTopology ldmVaeTopology(const HasName& has);
UNetTopology topologyOf(const UNetConfig& config);
VaeTopology topologyOf(const VaeConfig& config);

/// The present name of a VAE tensor of diffusers: attention was once query, key, value, proj_attn.
std::string currentVaeName(std::string_view name);

}  // namespace afa
