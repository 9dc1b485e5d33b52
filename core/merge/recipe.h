#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/io/tensor_file.h"
#include "core/merge/block_axis.h"
#include "core/merge/recipe_error.h"

namespace afa {

enum class MergeMethod {
    Weighted,       ///< sum_i w_i theta_i over all tensors
    AddDifference,  ///< A + a (B - C), three models
    BlockWeighted   ///< MBW: shares per block of the U-Net, and base shares for the rest (text encoder, VAE)
};
std::string mergeMethodName(MergeMethod method);  ///< "weighted", "add-difference", "mbw"
MergeMethod parseMergeMethod(const std::string& name);
/// "same" (none), "fp16", "bf16", "fp32", "fp64"; throws RecipeError for another.
std::optional<DType> parseMergeType(const std::string& name);
std::string mergeTypeName(std::optional<DType> type);

// What a merge's VAE is: kMergedVae, "model:I" (that model's as it is), or the path of one.
inline constexpr std::string_view kMergedVae = "merged";
/// I of "model:I"; nullopt for the other kinds. Throws RecipeError where there is no such model.
std::optional<std::size_t> vaeModelIndex(const std::string& vae, std::size_t models);
bool isVaePath(std::string_view vae);

/// How models are merged, as a person says it. A row of numbers holds one share per model, or for two models
/// the second one's share alone; for add-difference the amount a.
struct MergeRecipe {
    using Numbers = std::vector<double>;
    struct Model {
        std::filesystem::path file;
        std::string name;
        std::string sha256;  ///< fingerprint of its U-Net; may be empty
    };

    MergeMethod method = MergeMethod::Weighted;
    std::vector<Model> models;  ///< may be empty: named elsewhere
    Numbers weights;            ///< weighted: one per model, empty = equal; add-difference: the amount
    /// A preset's name ("" = no block weights), or rows one after the other in the order of the blocks (one
    /// more than there are blocks: the base comes first), or rows by block name ("IN00"), where blocks that
    /// are not named take the base's.
    std::variant<std::string, Numbers, std::map<std::string, Numbers>> blocks;
    Numbers base;  ///< one row; empty = the first model's, or equal shares where blocks are named
    std::string vae{kMergedVae};
    std::optional<DType> type;  ///< of the output's values; none = the first model's

    bool hasBlocks() const {
        const auto* preset = std::get_if<std::string>(&blocks);
        return !preset || !preset->empty();
    }
};

/// A recipe made definite for certain models: a row for the base and one per block, checked and normalised.
/// Rows hold N shares that sum to 1, or for add-difference the amount.
struct MergePlan {
    MergeMethod method = MergeMethod::Weighted;
    std::size_t models = 0;
    std::vector<double> base;
    std::vector<std::vector<double>> blocks;  ///< in the order of the axis
    std::vector<Message> warnings;            ///< "the weights sum to 1.2; divided by it"
};
/// Throws RecipeError where numbers of models, weights or blocks do not fit, numbers are not finite or sum
/// to 0, or a model would lose its part by being divided by the sum.
MergePlan resolveRecipe(const MergeRecipe& recipe, std::size_t models, const BlockAxis& axis);

/// Block weights as they are given on a command line: a preset's name or numbers. Throws RecipeError, also
/// where commas may be decimal signs.
std::variant<std::string, MergeRecipe::Numbers, std::map<std::string, MergeRecipe::Numbers>>
parseBlockWeights(const std::string& text);

// Files (recipe_file.cpp): JSON of the format "afa.merge" or, written from maps, "afa.block-weights"; or a
// text of 25 numbers (the second model's share per block) or 26 (the base first), as other merging tools
// write; one row of their presets has a name before it.

/// `where` opens messages. Throws FileError.
MergeRecipe parseRecipe(const std::string& text, const Message& where);
inline MergeRecipe parseRecipe(const std::string& text, const std::string& where) {
    return parseRecipe(text, Message::verbatim(where));
}
MergeRecipe readRecipe(const std::filesystem::path& path);  ///< model files relative to the recipe's folder
/// The plan as a JSON recipe, every weight written out.
std::string recipeJson(const MergeRecipe& recipe, const MergePlan& plan, const BlockAxis& axis);
/// JSON, or, under a name ending in .txt or .csv, base and blocks as one line of numbers (two models only,
/// else ConfigError).
void writeRecipe(const std::filesystem::path& target, const MergeRecipe& recipe, const MergePlan& plan,
                 const BlockAxis& axis);

}  // namespace afa
