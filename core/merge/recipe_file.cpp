#include <algorithm>
#include <boost/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/io/atomic_file.h"
#include "core/io/file_errors.h"
#include "core/io/json_fields.h"
#include "core/io/plain_text.h"
#include "core/io/text_file.h"
#include "core/merge/recipe.h"

namespace afa {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using Numbers = MergeRecipe::Numbers;

/// A number, a list of numbers or a list of rows, one after the other.
void appendNumbers(const json::value& value, Numbers& out, const JsonFields& fields, std::string_view key) {
    if (const auto* list = value.if_array()) {
        for (const auto& item : *list)
            appendNumbers(item, out, fields, key);
        return;
    }
    if (!value.is_number()) fields.fail(key, Message::of("numbers"));
    out.push_back(value.to_number<double>());
}

Numbers numbersOf(const json::value& value, const JsonFields& fields, std::string_view key) {
    Numbers numbers;
    appendNumbers(value, numbers, fields, key);
    return numbers;
}

Numbers optionalNumbers(const JsonFields& fields, std::string_view key) {
    const auto* value = fields.find(key);
    return value ? numbersOf(*value, fields, key) : Numbers{};
}

void readModels(MergeRecipe& recipe, const JsonFields& fields) {
    if (!fields.find("models")) return;
    for (const auto& entry : fields.array("models")) {
        if (!entry.is_object()) fields.fail("models", Message::of("a list of objects"));
        const JsonFields model(entry.get_object(), Message::of("%1: models", fields.where()));
        recipe.models.push_back(
            {fs::path(model.text("file", "")), model.text("name", ""), model.text("sha256", "")});
    }
}

/// What `afa merge` writes.
MergeRecipe readMerge(const JsonFields& fields) {
    MergeRecipe recipe;
    recipe.method = parseMergeMethod(fields.text("method", std::nullopt));
    readModels(recipe, fields);
    recipe.weights = optionalNumbers(fields, "weights");
    recipe.base = optionalNumbers(fields, "base_weight");
    recipe.vae = fields.text("vae", "merged");
    recipe.type = parseMergeType(fields.text("type", "same"));
    const auto* blocks = fields.find("block_weights");
    if (!blocks) return recipe;
    if (blocks->is_string()) {
        recipe.blocks = std::string(blocks->get_string());
    } else if (const auto* named = blocks->if_object()) {
        std::map<std::string, Numbers> rows;
        for (const auto& [name, row] : *named)
            rows.emplace(name, numbersOf(row, fields, "block_weights"));
        recipe.blocks = std::move(rows);
    } else {
        recipe.blocks = numbersOf(*blocks, fields, "block_weights");
    }
    return recipe;
}

/// What `afa maps --recipe` writes: mean weights of the stages that an aggregator joined.
MergeRecipe readLearned(const JsonFields& fields) {
    MergeRecipe recipe;
    recipe.method = MergeMethod::BlockWeighted;
    std::map<std::string, Numbers> rows;
    for (const auto& entry : fields.array("stages")) {
        if (!entry.is_object()) fields.fail("stages", Message::of("a list of objects"));
        const JsonFields stage(entry.get_object(), Message::of("%1: stages", fields.where()));
        rows.emplace(stage.text("mbw", std::nullopt), stage.numbers("weights"));
    }
    if (rows.empty()) fields.fail("stages", Message::of("at least one stage"));
    recipe.blocks = std::move(rows);
    return recipe;
}

json::value rowJson(const MergePlan& plan, const std::vector<double>& row) {
    if (plan.method == MergeMethod::AddDifference) return row[0];
    if (plan.models == 2) return row[1];
    return json::array(row.begin(), row.end());
}

std::string numberLine(const MergePlan& plan) {
    if (plan.models != 2)
        throw ConfigError(Message::of(
            "a list of numbers holds the weights of two models, found %1; write the recipe as .json",
            plan.models));
    std::string line = numberText(plan.base[1]);
    for (const auto& row : plan.blocks)
        line += "," + numberText(row[1]);
    return line + "\n";
}

/// Spreadsheets and editors of Windows write UTF-16.
std::string recipeText(const fs::path& path) {
    try {
        return plainText(readTextFile(path));
    } catch (const DataError& error) {
        throw FileError(Message::of("%1: %2", path, messageOf(error)));
    }
}

/// A row of other tools' presets, NAME<tab>0,0.1,.. or NAME:0,0.1,..: where its numbers begin; npos for no
/// such.
std::size_t presetNumbers(std::string_view line) {
    for (auto end = line.find_first_of("\t:=,"); end != std::string_view::npos;
         end = line.find_first_of("\t:=,", end + 1))
        if (parseNumbers(line.substr(end + 1))) return end + 1;
    return std::string_view::npos;
}

/// nullopt where the text is no list of numbers.
std::optional<Numbers> numbersOfText(std::string_view text, const Message& where) {
    text = trimmed(text);
    auto numbers = parseNumbers(text);
    if (!numbers && !text.starts_with('{')) {
        std::string_view row;
        std::string names;
        for (auto rest = text; !rest.empty();) {
            const auto end = rest.find('\n');
            const auto line = trimmed(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            const auto begin = presetNumbers(line);
            if (begin == std::string_view::npos) continue;
            row = line.substr(begin);
            names += (names.empty() ? "" : ", ") + std::string(line.substr(0, begin - 1));
        }
        if (names.find(", ") != std::string::npos)
            throw FileError(
                Message::of("%1: expected the block weights of one merge, found the presets %2; keep one row",
                            where, names));
        text = row;
        numbers = parseNumbers(text);
    }
    if (!numbers) return std::nullopt;
    if (const auto found = decimalComma(text); !found.empty())
        throw FileError(Message::of("%1: %2", where, decimalCommaMessage(found)));
    return numbers;
}

}  // namespace

MergeRecipe parseRecipe(const std::string& text, const Message& where) {
    if (auto numbers = numbersOfText(text, where)) {
        MergeRecipe recipe;
        recipe.method = MergeMethod::BlockWeighted;
        recipe.blocks = *std::move(numbers);
        return recipe;
    }
    if (!trimmed(text).starts_with('{'))
        throw FileError(
            Message::of("%1: expected a merge recipe (a JSON object, or 25 or 26 numbers, a name may stand "
                        "before them), found neither",
                        where));
    const JsonFields fields(text, where);
    const std::string format = fields.text("format", std::nullopt);
    fields.integer("version", std::nullopt, 1, 1);
    if (format == "afa.merge") return readMerge(fields);
    if (format == "afa.block-weights") return readLearned(fields);
    fields.fail("format", Message::of("\"afa.merge\" or \"afa.block-weights\""));
}

MergeRecipe readRecipe(const fs::path& path) {
    std::error_code ec;
    if (!fs::is_regular_file(path, ec))
        throw FileError(Message::of("%1: expected a merge recipe, found %2; check the path%3", path,
                                    foundInstead(path, Message::of("no file")), unexpandedHome(path)));
    auto recipe = parseRecipe(recipeText(path), path.string());
    for (auto& model : recipe.models)
        if (!model.file.empty() && model.file.is_relative()) model.file = path.parent_path() / model.file;
    if (isVaePath(recipe.vae) && fs::path(recipe.vae).is_relative())
        recipe.vae = (path.parent_path() / recipe.vae).string();
    return recipe;
}

std::string recipeJson(const MergeRecipe& recipe, const MergePlan& plan, const BlockAxis& axis) {
    json::array models;
    for (const auto& model : recipe.models)
        models.push_back({{"file", model.file.string()}, {"name", model.name}, {"sha256", model.sha256}});
    json::object out{{"format", "afa.merge"}, {"version", 1}, {"method", mergeMethodName(plan.method)}};
    out["models"] = std::move(models);
    if (plan.method == MergeMethod::BlockWeighted) {
        out["base_weight"] = rowJson(plan, plan.base);
        json::object blocks;
        for (std::size_t i = 0; i < plan.blocks.size(); ++i)
            blocks[axis.names()[i]] = rowJson(plan, plan.blocks[i]);
        out["block_weights"] = std::move(blocks);
    } else {
        out["weights"] = json::array(plan.base.begin(), plan.base.end());
    }
    out["vae"] = recipe.vae;
    out["type"] = mergeTypeName(recipe.type);
    return formatJson(out);
}

void writeRecipe(const fs::path& target, const MergeRecipe& recipe, const MergePlan& plan,
                 const BlockAxis& axis) {
    const bool list = target.extension() == ".txt" || target.extension() == ".csv";
    const std::string text = list ? numberLine(plan) : recipeJson(recipe, plan, axis);
    AtomicFile file(target);
    file.write(text);
    file.commit();
}

}  // namespace afa
