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
        created->set_level(spdlog::level::warn);
        return created;
    }();
    return *instance;
}

}  // namespace

void logInfo(const std::string& message) {
    logger().info(message);
}
void logWarning(const std::string& message) {
    logger().warn(message);
}
void setLogVerbose(bool verbose) {
    logger().set_level(verbose ? spdlog::level::info : spdlog::level::warn);
}

}  // namespace afa
