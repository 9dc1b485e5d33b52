#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/key_map.h"
#include "core/io/model_config.h"

namespace afa {

/// The blocks of a U-Net that a merge weighs one by one (MBW, merge block weighted): IN00 .., M00, OUT00 ..,
/// in the order of the U-Net's stages: block b is stage b + 1, the axis of the aggregators and their maps.
/// Stable Diffusion 1.x has 12 + 1 + 12 blocks; nothing here assumes it.
class BlockAxis {
  public:
    explicit BlockAxis(const UNetConfig& config);

    std::size_t size() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }  ///< "IN00", ..
    std::size_t middle() const { return middle_; }                    ///< index of M00

    /// The block of a U-Net tensor under its diffusers or its LDM name (without the part's prefix). The time
    /// embedding belongs to the first block, the final norm and convolution to the last. Throws ConfigError
    /// for a name that no block of this U-Net has.
    std::size_t blockOf(std::string_view tensor) const;

  private:
    std::vector<std::string> names_;
    std::size_t middle_ = 0;
    KeyMap keys_;
};

}  // namespace afa
