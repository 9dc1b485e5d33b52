#pragma once
#include <string>

#include "core/base/error.h"
#include "core/io/model_config.h"

namespace afa {

/// A sound model of an architecture that this program recognises and does not run.
class UnsupportedModel : public ConfigError {
  public:
    UnsupportedModel(const Message& where, const Message& what, std::string architecture = "unknown")
        : ConfigError(Message::of("%1: %2 is not supported; this program runs Stable Diffusion 1.x models",
                                  where, what)),
          architecture_(std::move(architecture)) {}
    const std::string& architecture() const { return architecture_; }  ///< as in ProbeResult

  private:
    std::string architecture_;
};

/// Throws ConfigError, by name, for an architecture this program does not run; the same rules for configs
/// that were written down and for those inferred from shapes.
void requireRunnable(const UNetConfig& config, const Message& where);
void requireRunnable(const VaeConfig& config, const Message& where);
void requireRunnable(const ClipTextConfig& config, const Message& where);

}  // namespace afa
