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

bool samePicture(const GenerateRequest& asked, const GenerateRequest& made) {
    auto settled = asked;
    settled.mode = asked.resolvedMode();
    if (const auto mode = parseMode(settled.mode)) settled = withOptionsOf(*mode, settled);
    if (settled.width == 0) settled.width = made.width;
    if (settled.height == 0) settled.height = made.height;
    if (!settled.seed) settled.seed = made.seed;
    bool same = true;
    forEachSharedField(settled, made, [&](const Field& field, const auto& one, const auto& other) {
        if (field.picture && one != other) same = false;
    });
    return same;
}

}  // namespace afa
