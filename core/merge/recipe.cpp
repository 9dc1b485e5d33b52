#include "core/merge/recipe.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/base/shortened.h"
#include "core/base/text.h"
#include "core/merge/block_presets.h"

namespace afa {
namespace {

using Row = std::vector<double>;

/// A sum this far from 1 is worth a word: fractions typed with three decimals are not.
constexpr double kSumTolerance = 1e-6;

constexpr std::pair<MergeMethod, const char*> kMethods[] = {{MergeMethod::Weighted, "weighted"},
                                                            {MergeMethod::AddDifference, "add-difference"},
                                                            {MergeMethod::BlockWeighted, "mbw"}};
constexpr std::string_view kModelPrefix = "model:";
constexpr std::pair<DType, const char*> kTypes[] = {
    {DType::F16, "fp16"}, {DType::BF16, "bf16"}, {DType::F32, "fp32"}, {DType::F64, "fp64"}};

/// Turns rows as a person gives them into a plan's.
class RowReader {
  public:
    RowReader(MergeMethod method, std::size_t models, std::vector<Message>& warnings)
        : amounts_(method == MergeMethod::AddDifference), models_(models), warnings_(warnings) {}

    Row row(Row numbers, const Message& what) {
        for (const double number : numbers)
            if (!std::isfinite(number)) throw RecipeError(Message::of("%1: expected finite numbers", what));
        if (amounts_) {
            if (numbers.size() == 1) return numbers;
            throw RecipeError(Message::of("%1: expected one amount for add-difference, found %2 numbers%3",
                                          what, numbers.size(), decimalPointHint(numbers)));
        }
        if (models_ == 2 && numbers.size() == 1) return {1.0 - numbers[0], numbers[0]};
        if (numbers.size() != models_)
            throw RecipeError(Message::of("%1: expected %2 weights, one per model, found %3%4", what, models_,
                                          numbers.size(), decimalPointHint(numbers)));
        double sum = 0;
        for (const double number : numbers)
            sum += number;
        if (sum == 0.0 || !std::isfinite(sum))
            throw RecipeError(Message::of("%1: expected weights that sum to 1, found %2", what, sum));
        if (std::abs(sum - 1.0) > kSumTolerance) {
            if (losesAPart(numbers))
                throw RecipeError(
                    Message::of("%1: expected weights that sum to 1, found %2; divided by it, a model would "
                                "have no part%3",
                                what, sum, decimalPointHint(numbers)));
            warnings_.push_back(Message::of("%1 sum to %2 instead of 1; divided by it", what, sum));
            for (double& number : numbers)
                number /= sum;
        }
        return numbers;
    }

    Row equal() const {
        if (amounts_) return {1.0};
        return Row(models_, 1.0 / static_cast<double>(models_));
    }
    Row first() const {
        if (amounts_) return {0.0};
        Row row(models_, 0.0);
        row[0] = 1.0;
        return row;
    }
    /// Numbers of one row, where `count` numbers make up `blocks` rows or one more; 0 where they do not.
    std::size_t width(std::size_t count, std::size_t blocks) const {
        for (const std::size_t width : {std::size_t{1}, models_}) {
            const bool possible = width == 1 ? amounts_ || models_ == 2 : !amounts_;
            if (possible && (count == width * blocks || count == width * (blocks + 1))) return width;
        }
        return 0;
    }

  private:
    bool amounts_;
    std::size_t models_;
    std::vector<Message>& warnings_;
};

void checkModels(const MergeRecipe& recipe, std::size_t models) {
    const bool three = recipe.method == MergeMethod::AddDifference;
    if (three ? models == 3 : models >= 2) return;
    throw RecipeError(
        three ? Message::of("%1: expected three models, found %2", mergeMethodName(recipe.method), models)
              : Message::of("%1: expected two or more models, found %2", mergeMethodName(recipe.method),
                            models));
}

void setBlocks(MergePlan& plan, const MergeRecipe& recipe, const BlockAxis& axis, RowReader& rows) {
    const std::size_t count = axis.size();
    const auto title = [&](std::size_t block) {
        return Message::of("the weights of block %1", axis.names()[block]);
    };
    if (const auto* preset = std::get_if<std::string>(&recipe.blocks)) {
        if (plan.models != 2)
            throw RecipeError(
                Message::of("block weight preset %1 gives the second model's share of two models, found %2 "
                            "models; give numbers",
                            *preset, plan.models));
        for (const double share : blockPreset(*preset, count))
            plan.blocks.push_back(rows.row({share}, Message::of("block weight preset %1", *preset)));
        return;
    }
    if (const auto* numbers = std::get_if<Row>(&recipe.blocks)) {
        const std::size_t width = rows.width(numbers->size(), count);
        if (width == 0)
            throw RecipeError(
                Message::of("block weights: expected %1 rows for blocks %2 to %3 or %4 with the base "
                            "first%5, found %6 numbers%7",
                            count, axis.names().front(), axis.names().back(), count + 1,
                            plan.models > 2 ? Message::of(", each of %1 weights", plan.models) : Message(),
                            numbers->size(), decimalPointHint(*numbers)));
        const bool withBase = numbers->size() > width * count;
        for (std::size_t at = 0; at < numbers->size(); at += width) {
            const std::size_t place = at / width;
            Row one(numbers->begin() + static_cast<std::ptrdiff_t>(at),
                    numbers->begin() + static_cast<std::ptrdiff_t>(at + width));
            if (withBase && place == 0)
                // A base weight given on its own wins over the list's.
                plan.base = recipe.base.empty() ? rows.row(std::move(one), Message::of("the base weights"))
                                                : plan.base;
            else
                plan.blocks.push_back(rows.row(std::move(one), title(place - (withBase ? 1 : 0))));
        }
        return;
    }
    const auto& named = std::get<std::map<std::string, Row>>(recipe.blocks);
    for (const auto& [name, row] : named)
        if (std::find(axis.names().begin(), axis.names().end(), name) == axis.names().end())
            throw RecipeError(Message::of("block weights: expected blocks %1 to %2, found %3",
                                          axis.names().front(), axis.names().back(), quoted(name)));
    for (std::size_t block = 0; block < count; ++block) {
        const auto found = named.find(axis.names()[block]);
        plan.blocks.push_back(found == named.end() ? plan.base : rows.row(found->second, title(block)));
    }
}

}  // namespace

std::string mergeMethodName(MergeMethod method) {
    return kMethods[static_cast<std::size_t>(method)].second;
}

MergeMethod parseMergeMethod(const std::string& name) {
    for (const auto& [method, known] : kMethods)
        if (name == known) return method;
    throw RecipeError(Message::of("merge method %1: expected weighted, add-difference or mbw", quoted(name)));
}

std::optional<DType> parseMergeType(const std::string& name) {
    if (name == "same") return std::nullopt;
    for (const auto& [type, known] : kTypes)
        if (name == known) return type;
    throw RecipeError(
        Message::of("type %1 of a merged model: expected same, fp16, bf16, fp32 or fp64", quoted(name)));
}

std::optional<std::size_t> vaeModelIndex(const std::string& vae, std::size_t models) {
    if (!vae.starts_with(kModelPrefix)) return std::nullopt;
    std::size_t index = 0;
    const char* const end = vae.data() + vae.size();
    const auto [stopped, error] = std::from_chars(vae.data() + kModelPrefix.size(), end, index);
    if (error != std::errc() || stopped != end || index >= models)
        throw RecipeError(Message::of("the merge's VAE %1: expected merged, a path, or model:0 to model:%2",
                                      quoted(vae), models - 1));
    return index;
}

bool isVaePath(std::string_view vae) {
    return vae != kMergedVae && !vae.starts_with(kModelPrefix);
}

std::string mergeTypeName(std::optional<DType> type) {
    for (const auto& [known, name] : kTypes)
        if (type == known) return name;
    return "same";
}

MergePlan resolveRecipe(const MergeRecipe& recipe, std::size_t models, const BlockAxis& axis) {
    checkModels(recipe, models);
    MergePlan plan;
    plan.method = recipe.method;
    plan.models = models;
    RowReader rows(recipe.method, models, plan.warnings);
    if (recipe.method == MergeMethod::BlockWeighted) {
        if (!recipe.weights.empty())
            throw RecipeError(
                Message::of("mbw takes block weights and a base weight; weights per model are for weighted"));
        if (!recipe.hasBlocks())
            throw RecipeError(
                Message::of("mbw: expected block weights, found none; give a preset or numbers"));
        const bool named = recipe.blocks.index() == 2;
        plan.base = !recipe.base.empty() ? rows.row(recipe.base, Message::of("the base weights"))
                    : named              ? rows.equal()
                                         : rows.first();
        setBlocks(plan, recipe, axis, rows);
        return plan;
    }
    if (recipe.hasBlocks() || !recipe.base.empty())
        throw RecipeError(
            Message::of("%1 has no block or base weights; they are for mbw", mergeMethodName(recipe.method)));
    plan.base = recipe.weights.empty() ? rows.equal() : rows.row(recipe.weights, Message::of("the weights"));
    plan.blocks.assign(axis.size(), plan.base);
    return plan;
}

std::variant<std::string, MergeRecipe::Numbers, std::map<std::string, MergeRecipe::Numbers>>
parseBlockWeights(const std::string& text) {
    if (auto numbers = parseNumbers(text)) {
        if (const auto found = decimalComma(text); !found.empty())
            throw RecipeError(Message::of("block weights: %1", decimalCommaMessage(found)));
        return *std::move(numbers);
    }
    if (!isBlockPreset(text)) blockPreset(text, 0);  // says which there are
    return text;
}

}  // namespace afa
