#include "core/engine/request_fields.h"

namespace afa {

std::vector<Field> optionsOfOtherModes(const GenerateRequest& request, const std::optional<Mode>& mode) {
    std::vector<Field> given;
    forEachSharedField(
        request, GenerateRequest{}, [&](const Field& field, const auto& value, const auto& usual) {
            if (value != usual && modeOfOption(field.name) && !(mode && mode->takes(field.name)))
                given.push_back(field);
        });
    return given;
}

GenerateRequest withOptionsOf(const Mode& mode, GenerateRequest request) {
    request.mode = mode.name();
    forEachSharedField(GenerateRequest{}, request, [&](const Field& field, const auto& usual, auto& value) {
        if (modeOfOption(field.name) && !mode.takes(field.name)) value = usual;
    });
    return request;
}

}  // namespace afa
