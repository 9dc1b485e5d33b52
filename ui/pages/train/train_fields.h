#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace afa {

/// How a field of TrainRequest (forEachField, by its name there) is shown in a form.
struct TrainFieldText {
    enum class Group { Elsewhere, Main, Aggregator, Optimiser, Pictures, Checks, Machine };
    const char* name;
    Group group;
    const char* label;  ///< source of translation
    const char* tip;
    double lowest = 0, highest = 0;  ///< of numbers, as TrainRequest::validate() has them
    const char* atLowest = nullptr;  ///< what the lowest number means: "off"
    QStringList choices = {};        ///< of texts; empty = free
};

/// nullptr for an unknown name.
const TrainFieldText* trainFieldText(const QString& name);
QString trainGroupTitle(TrainFieldText::Group group);
QString trainText(const char* source);  ///< translated

}  // namespace afa
