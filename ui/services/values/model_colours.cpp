#include "ui/services/values/model_colours.h"

#include "core/base/model_colours.h"

namespace afa {

QColor modelColour(int index) {
    const Rgb colour = kModelColours[static_cast<std::size_t>(index) % kModelColours.size()];
    return {colour.r, colour.g, colour.b};
}

QString modelLetter(int index) {
    return QString(QChar(u'A' + index));
}

}  // namespace afa
