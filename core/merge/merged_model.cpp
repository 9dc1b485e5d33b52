#include "core/merge/merged_model.h"

#include <array>
#include <future>
#include <mutex>
#include <optional>

#include "core/base/error.h"
#include "core/io/finite.h"
#include "core/io/half.h"
#include "core/merge/tensor_mix.h"

namespace afa {
namespace {

/// How one tensor comes about: which parts it is taken from and with what weights.
struct TensorRule {
    MixKind kind = MixKind::Sum;
    std::vector<double> weights;
};

/// The tensors of one part, each computed when it is asked for and kept until it is released. Where they are
/// asked for in order, the next one is computed ahead, while the caller writes the last.
class MergedFile : public TensorFile {
  public:
    MergedFile(std::string name, std::vector<const PartReader*> inputs, std::vector<TensorRule> rules,
               std::optional<DType> type, unsigned threads, std::shared_ptr<const void> keptAlive)
        : inputs_(std::move(inputs)),
          rules_(std::move(rules)),
          threads_(threads),
          keptAlive_(std::move(keptAlive)) {
        path_ = std::move(name);
        tensors_ = inputs_.front()->tensors();
        if (type)
            for (auto& info : tensors_)
                info.dtype = *type;
        held_.resize(tensors_.size());
        buildIndex();
    }

    TensorView view(std::size_t index) const override {
        const std::scoped_lock lock(mutex_);
        Buffer& buffer = held_.at(index);
        if (!buffer.bytes) buffer = next_.valid() && pending_ == index ? next_.get() : start(index).get();
        const bool inOrder = index == nextIndex_;
        nextIndex_ = index + 1;
        if (inOrder && nextIndex_ < tensors_.size() && !held_[nextIndex_].bytes) {
            next_ = start(nextIndex_);
            pending_ = nextIndex_;
        }
        return {tensors_[index], rowMajorStrides(tensors_[index].shape), {buffer.bytes.get(), sizeOf(index)}};
    }

    void release(std::size_t index) const override {
        const std::scoped_lock lock(mutex_);
        // Buffers serve all tensors in turn: fresh memory for each costs as much time as the arithmetic.
        auto& smaller = spares_[0].capacity < spares_[1].capacity ? spares_[0] : spares_[1];
        if (held_.at(index).capacity > smaller.capacity) smaller = std::move(held_[index]);
        held_[index] = {};
    }

  private:
    struct Buffer {
        std::unique_ptr<std::byte[]> bytes;  // NOLINT(*-avoid-c-arrays): left uninitialised
        std::size_t capacity = 0;
    };

    std::size_t sizeOf(std::size_t index) const {
        return static_cast<std::size_t>(tensors_[index].numel()) * dtypeSize(tensors_[index].dtype);
    }

    Buffer take(std::size_t size) const {
        for (auto& spare : spares_)
            if (spare.capacity >= size) return std::exchange(spare, {});
        return {std::make_unique_for_overwrite<std::byte[]>(size), size};  // NOLINT(*-avoid-c-arrays)
    }

    std::future<Buffer> start(std::size_t index) const {
        return std::async(std::launch::async, [this, index, buffer = take(sizeOf(index))]() mutable {
            compute(index, {buffer.bytes.get(), sizeOf(index)});
            return std::move(buffer);
        });
    }

    void compute(std::size_t index, std::span<std::byte> result) const {
        std::vector<TensorView> views;
        std::vector<std::vector<std::byte>> gathered(inputs_.size());
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            TensorView view = inputs_[i]->view(index);
            view.bytes = rowMajorBytes(view, gathered[i]);
            view.strides = rowMajorStrides(view.info.shape);
            views.push_back(std::move(view));
        }
        if (!mixTensors(rules_[index].kind, views, rules_[index].weights, tensors_[index].dtype, result,
                        threads_))
            refuse(index);
        for (const auto* input : inputs_)
            input->release(index);
    }

    /// A model is damaged, or the values became too large on the way.
    [[noreturn]] void refuse(std::size_t index) const {
        for (const auto* input : inputs_)
            requireFinite(*input);
        throw ConfigError(
            Message::of("the merged values of %1 do not fit into %2, though those of %3 and the other models "
                        "are finite; choose a wider %4, or smaller weights",
                        tensors_[index].name, dtypeName(tensors_[index].dtype),
                        inputs_.front()->source(index).file->path(), Option{"type"}));
    }

    std::vector<const PartReader*> inputs_;  // equal names in equal order
    std::vector<TensorRule> rules_;
    unsigned threads_;
    std::shared_ptr<const void> keptAlive_;  // what the inputs belong to
    mutable std::mutex mutex_;
    mutable std::vector<Buffer> held_;
    mutable std::array<Buffer, 2> spares_;
    mutable std::size_t nextIndex_ = 0, pending_ = 0;  ///< expected next; what next_ computes
    mutable std::future<Buffer> next_;                 // last: its end is waited for before the rest goes
};

PartReader readerOf(const std::shared_ptr<const MergedFile>& file, ModelPart part) {
    std::vector<PartReader::Source> sources;
    for (std::size_t i = 0; i < file->tensors().size(); ++i)
        sources.push_back({file, i});
    return {Message::of("%1 (%2)", file->path(), modelPartName(part)), file->tensors(), std::move(sources)};
}

std::string configJson(const Checkpoint& model, ModelPart part) {
    switch (part) {
        case ModelPart::UNet:
            return unetConfigJson(model.unetConfig());
        case ModelPart::Vae:
            return vaeConfigJson(model.vaeConfig());
        case ModelPart::TextEncoder:
            return clipTextConfigJson(model.textConfig());
    }
    return {};
}

std::vector<ExpectedTensor> expectedOf(const Checkpoint& model, ModelPart part) {
    switch (part) {
        case ModelPart::UNet:
            return expectedTensors(model.unetConfig());
        case ModelPart::Vae:
            return expectedTensors(model.vaeConfig());
        case ModelPart::TextEncoder:
            return expectedTensors(model.textConfig());
    }
    return {};
}

/// What shapes do not tell: heads, groups, epsilons, scaling.
bool sameSettings(const Checkpoint& a, const Checkpoint& b, ModelPart part) {
    switch (part) {
        case ModelPart::UNet:
            return sameNetwork(a.unetConfig(), b.unetConfig());
        case ModelPart::Vae:
            return a.vaeConfig() == b.vaeConfig();
        case ModelPart::TextEncoder:
            return a.textConfig() == b.textConfig();
    }
    return true;
}

/// What a merge can do without a part of one model.
Message helpInMerge(ModelPart part) {
    if (part == ModelPart::Vae)
        return Message::of("take one as it is: %1 of a model that has one, or %2", Option{"vae", "model:I"},
                           Option{"vae", "FILE"});
    return Message::of("merge complete models, or leave this one out");
}

/// The parts of all models, or the differences; part by part.
void collectDifferences(const MergeParents& parents, ModelPart part, std::vector<Message>& problems) {
    std::size_t having = 0;
    for (const auto& model : parents)
        having += model->has(part) ? 1 : 0;
    if (having == 0 && part != ModelPart::UNet) return;
    const Checkpoint* reference = nullptr;
    for (const auto& model : parents) {
        if (!model->has(part)) {
            problems.push_back(
                Message::of("%1 has no %2 (%3)", model->path(), modelPartName(part), helpInMerge(part)));
            continue;
        }
        if (!reference) reference = model.get();
        const LoadReport report = compareTensors(model->part(part), expectedOf(*reference, part));
        if (!report.ok())
            problems.push_back(Message::of("%1: %2", model->part(part).description(), report.text()));
        else if (!sameSettings(*reference, *model, part))
            problems.push_back(
                Message::of("%1: other settings than %2 has (attention heads, norm groups or scaling)",
                            model->part(part).description(), reference->path()));
    }
}

/// Assembles the parts of a merge.
class Merger {
  public:
    Merger(const MergeParents& parents, const MergeRecipe& recipe, const MergePlan& plan, unsigned threads)
        : parents_(parents), recipe_(recipe), plan_(plan), threads_(threads) {
        for (const auto& model : parents)
            assembly_.name += (assembly_.name.empty() ? "" : " + ") + model->name();
    }

    std::shared_ptr<const Checkpoint> run() {
        addMerged(ModelPart::UNet);
        addVae();
        addMerged(ModelPart::TextEncoder);
        return Checkpoint::assemble(std::move(assembly_), parents_.front()->tokenizer());
    }

  private:
    void addMerged(ModelPart part) {
        if (!parents_.front()->has(part)) return;
        std::vector<const PartReader*> inputs;
        for (const auto& model : parents_)
            inputs.push_back(&model->part(part));
        const MixKind kind =
            plan_.method == MergeMethod::AddDifference ? MixKind::AddDifference : MixKind::Sum;
        std::vector<TensorRule> rules;
        if (part == ModelPart::UNet) {
            const BlockAxis axis(parents_.front()->unetConfig());
            for (const auto& info : inputs.front()->tensors())
                rules.push_back({kind, plan_.blocks[axis.blockOf(info.name)]});
        } else {
            rules.assign(inputs.front()->tensors().size(), {kind, plan_.base});
        }
        add(part, std::move(inputs), std::move(rules), configJson(*parents_.front(), part),
            std::make_shared<MergeParents>(parents_));
    }

    void addVae() {
        if (recipe_.vae == kMergedVae) return addMerged(ModelPart::Vae);
        if (const auto index = vaeModelIndex(recipe_.vae, parents_.size())) {
            const auto& model = parents_[*index];
            return addCopy(model->part(ModelPart::Vae), configJson(*model, ModelPart::Vae), model);
        }
        const auto source = std::make_shared<const VaeSource>(openVae(recipe_.vae));
        if (const auto report = compareTensors(source->part, expectedTensors(source->config)); !report.ok())
            throw ConfigError(Message::of("%1: expected a complete VAE, found %2", source->part.description(),
                                          report.text()));
        addCopy(source->part, vaeConfigJson(source->config), source);
    }

    /// As it is, but for the type.
    void addCopy(const PartReader& reader, std::string config, std::shared_ptr<const void> owner) {
        add(ModelPart::Vae, {&reader},
            std::vector<TensorRule>(reader.tensors().size(), TensorRule{MixKind::Sum, {1.0}}),
            std::move(config), std::move(owner));
    }

    void add(ModelPart part, std::vector<const PartReader*> inputs, std::vector<TensorRule> rules,
             std::string config, std::shared_ptr<const void> owner) {
        const auto file = std::make_shared<const MergedFile>(
            assembly_.name, std::move(inputs), std::move(rules), recipe_.type, threads_, std::move(owner));
        assembly_.parts.push_back({part, readerOf(file, part), std::move(config)});
    }

    const MergeParents& parents_;
    const MergeRecipe& recipe_;
    const MergePlan& plan_;
    unsigned threads_;
    Checkpoint::Assembly assembly_;
};

}  // namespace

void requireMergeable(const MergeParents& parents, const std::string& vae) {
    std::vector<Message> problems;
    collectDifferences(parents, ModelPart::UNet, problems);
    if (vae == kMergedVae) collectDifferences(parents, ModelPart::Vae, problems);
    collectDifferences(parents, ModelPart::TextEncoder, problems);
    if (problems.empty()) return;

    throw ConfigError(Message::of(
        "these models cannot be merged: expected one architecture and the same tensors in all, found: %1",
        Message::list(problems)));
}

std::shared_ptr<const Checkpoint> mergedModel(const MergeParents& parents, const MergeRecipe& recipe,
                                              const MergePlan& plan, unsigned threads) {
    requireMergeable(parents, recipe.vae);
    return Merger(parents, recipe, plan, threads).run();
}

}  // namespace afa
