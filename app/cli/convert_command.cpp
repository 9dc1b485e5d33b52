#include "app/cli/convert_command.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <map>

#include "app/cli/progress_bar.h"
#include "core/base/log.h"
#include "core/engine/validation.h"
#include "core/io/convert.h"
#include "core/text/clip_tokenizer.h"

namespace afa::cli {
namespace {

const std::map<std::string, ConvertTarget>& targets() {
    static const std::map<std::string, ConvertTarget> names{{"native", ConvertTarget::Native},
                                                            {"authors", ConvertTarget::Authors},
                                                            {"single-file", ConvertTarget::SingleFile},
                                                            {"diffusers", ConvertTarget::Diffusers}};
    return names;
}

}  // namespace

void ConvertCommand::declare(CLI::App& app) {
    app.add_option("source", source_, "aggregator (file, authors' directory) or base model (file, directory)")
        ->required();
    app.add_option("--to", target_, "native | authors (aggregators), single-file | diffusers (base models)")
        ->required()
        ->check(CLI::IsMember(targets()));
    app.add_option("--output", output_, "file or directory to write")->required();
    app.add_flag("--json", json_, "one JSON object on stdout");
}

int ConvertCommand::run(std::stop_token stop) {
    std::vector<Problem> problems;
    if (target_ == "single-file") validateModelName(problems, output_);
    validateKeepsInputs(problems, {{"output", output_}}, {{Message::of("the source"), source_}});
    requireNone(problems);
    ProgressBar bar;
    const auto warnings =
        convert(source_, targets().at(target_), output_, {.writeBuiltInTokenizer = writeBuiltInTokenizer},
                TaskControl(stop, [&](const Progress& progress) { bar.show(progress); }));
    bar.clear();
    for (const auto& warning : warnings)
        logWarning(warning.english());
    if (json_)
        std::cout << boost::json::serialize(
                         boost::json::object{{"output", output_.string()}, {"to", target_}})
                  << std::endl;
    else
        std::cout << output_.string() << std::endl;
    return 0;
}

}  // namespace afa::cli
