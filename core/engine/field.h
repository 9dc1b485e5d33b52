#pragma once
#include <algorithm>
#include <string>

#include "core/base/message.h"

namespace afa {

/// Whole numbers that a field may be.
struct FieldRange {
    long low = 0, high = 0;  ///< alike: not limited
    bool orZero = false;     ///< 0 stands for "as the models have it"
    constexpr bool limits() const { return low < high; }
};

/// One field of a request: how it is spelled, which numbers it may be, where it goes. A request lists its
/// fields in forEachField(request, visit), which calls visit(field, member); what writes, reads, checks or
/// compares requests visits that list.
struct Field {
    const char* name;       ///< the command line's option, without "--"
    const char* help = "";  ///< on the command line; "" = not an option that binds to this field alone
    /// Whether a resumed run may be given another value than it was started with.
    enum class OnResume { Fixed, Free } onResume = OnResume::Fixed;
    bool negated = false;  ///< the option is a flag that says no: "no-spatial" turns `spatial` off
    FieldRange range = {};
    const char* key = nullptr;      ///< in JSON, where it is not the name
    const char* of = nullptr;       ///< the option that it is given by, where that is another
    bool perModel = false;          ///< messages call it "a --option per model"
    bool form = false;              ///< a person sets it in the window's form
    const char* picture = nullptr;  ///< its key in the settings that a picture carries; nullptr = not there

    Message option() const {
        const Option given{of ? of : name};
        return perModel ? Message::of("a %1 per model", given) : Message::option(given);
    }
    std::string jsonKey() const {
        if (key) return key;
        std::string text = name;
        std::replace(text.begin(), text.end(), '-', '_');
        return text;
    }
};

}  // namespace afa
