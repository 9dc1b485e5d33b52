#include "app/cli/maps_command.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/engine/requests.h"
#include "core/engine/validation.h"
#include "core/eval/maps_report.h"
#include "core/eval/maps_sheet.h"
#include "core/io/maps_file.h"
#include "core/io/output_folder.h"

namespace afa::cli {

void MapsCommand::declare(CLI::App& app) {
    app.add_option("file", file_, "maps record (.safetensors), as written by generate --maps")->required();
    app.add_option("--sheet", sheet_, "draw the maps to a .png or .svg (the paper's Fig. 6)");
    app.add_option("--stages", stages_, "stages of the sheet, from 1 (default 1,24)")
        ->delimiter(',')
        ->check(CLI::PositiveNumber);
    app.add_option("--steps", steps_, "steps of the sheet, from 0 (default: about nine)")
        ->delimiter(',')
        ->check(CLI::NonNegativeNumber);
    app.add_option("--half", half_, "which half of the guidance batch the sheet shows")
        ->check(CLI::IsMember({"cond", "uncond"}))
        ->capture_default_str();
    app.add_option("--scale", scale_,
                   "size of the sheet's letters and maps, 1 to 8; 3 is for print at 300 dpi")
        ->check(CLI::Range(1, 8))
        ->capture_default_str();
    app.add_option("--csv", csv_, "write step, stage, half, model, mean, entropy");
    app.add_option("--recipe", recipe_, "write one weight per stage and model (JSON)");
    app.add_flag("--json", json_, "summary as one JSON object");
}

int MapsCommand::run(std::stop_token) {
    if (sheet_.empty() && (!stages_.empty() || !steps_.empty() || half_ != "cond" || scale_ != kPrintScale))
        throw RequestError(Message::of("%1, %2, %3 and %4 are of a sheet; say where with %5",
                                       Option{"stages"}, Option{"steps"}, Option{"half"}, Option{"scale"},
                                       Option{"sheet"}));
    std::vector<Problem> problems;
    validateSheetName(problems, sheet_);
    validateKeepsInputs(problems, {{"sheet", sheet_}, {"csv", csv_}, {"recipe", recipe_}},
                        {{"the maps", file_}});
    requireNone(problems);
    const MapsRecord record = readMaps(file_);
    for (const auto* output : {&sheet_, &csv_, &recipe_})
        requireFolderOf(*output);
    if (!sheet_.empty()) {
        MapsSheetSettings settings;
        if (!stages_.empty()) settings.stages = stages_;
        settings.steps = steps_;
        settings.half = half_ == "uncond" ? 1 : 0;
        settings.scale = scale_;
        writeMapsSheet(sheet_, record, settings);
    }
    if (!csv_.empty()) writeMapsCsv(csv_, record);
    if (!recipe_.empty()) writeMapsRecipe(recipe_, record);
    if (json_)
        std::cout << mapsSummaryJson(record) << std::endl;
    else if (sheet_.empty() && csv_.empty() && recipe_.empty())
        std::cout << mapsSummary(record) << std::flush;
    return 0;
}

}  // namespace afa::cli
