#include "core/merge/block_axis.h"

#include <charconv>
#include <cstdio>
#include <optional>

#include "core/base/error.h"

namespace afa {
namespace {

std::string blockName(const char* side, std::size_t index) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%02zu", side, index);
    return text;
}

/// k of "PREFIXk.rest".
std::optional<std::size_t> numberAfter(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    std::size_t number = 0;
    const char* const end = name.data() + name.size();
    const auto [stopped, error] = std::from_chars(name.data() + prefix.size(), end, number);
    if (error != std::errc() || stopped == end || *stopped != '.') return std::nullopt;
    return number;
}

}  // namespace

BlockAxis::BlockAxis(const UNetConfig& config) : keys_(KeyMap::unet(topologyOf(config))) {
    // As many blocks down (the first convolution, layers, downsamplers) as up (layers + 1 per level).
    middle_ = (static_cast<std::size_t>(config.stageCount()) - 1) / 2;
    for (std::size_t i = 0; i < middle_; ++i)
        names_.push_back(blockName("IN", i));
    names_.push_back(blockName("M", 0));
    for (std::size_t i = 0; i < middle_; ++i)
        names_.push_back(blockName("OUT", i));
}

std::size_t BlockAxis::blockOf(std::string_view tensor) const {
    const std::string ldm = keys_.toLdm(tensor).value_or(std::string(tensor));
    if (ldm.starts_with("time_embed.")) return 0;
    if (ldm.starts_with("middle_block.")) return middle_;
    if (ldm.starts_with("out.")) return names_.size() - 1;
    if (const auto k = numberAfter(ldm, "input_blocks."); k && *k < middle_) return *k;
    if (const auto k = numberAfter(ldm, "output_blocks."); k && *k < middle_) return middle_ + 1 + *k;
    throw ConfigError(
        Message::of("U-Net tensor %1: expected a name of one of the %2 blocks %3 to %4, found none", tensor,
                    names_.size(), names_.front(), names_.back()));
}

}  // namespace afa
