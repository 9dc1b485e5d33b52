#pragma once
#include <QtCore/QString>
#include <filesystem>
#include <type_traits>

#include "core/engine/requests.h"
#include "core/engine/train_request.h"

namespace afa {

/// A request with `change` (QString -> QString) done to every path that is given.
template <typename Request, typename Change>
void changePaths(Request& request, Change&& change) {
    const auto settle = [&](auto& path) {
        if (!path.empty())
            path = change(QString::fromStdString(std::filesystem::path(path).string())).toStdString();
    };
    for (auto& path : request.models)
        settle(path);
    settle(request.vae);
    settle(request.output);
    if constexpr (std::is_same_v<Request, TrainRequest>) {
        for (auto& path : request.data)
            settle(path);
        settle(request.validation);
        if (request.cache != "off") settle(request.cache);
    } else {
        for (auto* path : {&request.aggregator, &request.merge, &request.maps, &request.sheet,
                           &request.latents, &request.trace})
            settle(*path);
    }
}

}  // namespace afa
