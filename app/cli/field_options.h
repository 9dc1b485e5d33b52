#pragma once
#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "app/cli/compute_options.h"
#include "app/cli/number_options.h"
#include "core/engine/field.h"

// The visitor of requests' fields that binds them to a command line.
namespace afa::cli {

/// One option for every field with a help text; what the request holds is the default that is told.
template <typename Request>
void addFields(CLI::App& app, Request& request) {
    forEachField(request, [&](const Field& field, auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if (*field.help == '\0') return;
        const std::string name = std::string("--") + field.name;
        if constexpr (std::is_same_v<Member, bool>) {
            app.add_flag_callback(
                name, [&member, value = !field.negated] { member = value; }, field.help);
        } else if constexpr (std::is_same_v<Member, std::vector<std::filesystem::path>>) {
            addRepeated(app, name, member, field.help);
        } else if constexpr (std::is_same_v<Member, std::vector<double>>) {
            addNumbers(app, name, member, field.help);
        } else if constexpr (std::is_same_v<Member, std::optional<std::uint64_t>>) {
            app.add_option(name, member, field.help)->transform(wholeSeed());
        } else {
            auto* option = app.add_option(name, member, field.help);
            if constexpr (std::is_same_v<Member, std::uint64_t>) option->transform(wholeSeed());
            if (field.range.orZero)
                option->check(CLI::PositiveNumber);  // 0 is what stands there when nothing is given
            else
                option->capture_default_str();
        }
    });
}

}  // namespace afa::cli
