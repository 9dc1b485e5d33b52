#pragma once
#include <QtCore/QString>

#include "core/base/samplers.h"

namespace afa {

/// For people; a name that is not known stays as it is.
inline QString samplerTitle(const std::string& sampler) {
    const auto* known = findSampler(sampler);
    return known ? QString::fromLatin1(known->title) : QString::fromStdString(sampler);
}

}  // namespace afa
