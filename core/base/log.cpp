#include "core/base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace afa {
namespace {

spdlog::logger& logger() {
    static const auto instance = [] {
        auto created = std::make_shared<spdlog::logger>(
            "afa", std::make_shared<spdlog::sinks::stderr_color_sink_mt>(spdlog::color_mode::automatic));
        created->set_pattern("afa: %^%l%$: %v");
        return created;
    }();
    return *instance;
}

}  // namespace

void logWarning(const std::string& message) {
    logger().warn(message);
}

}  // namespace afa
