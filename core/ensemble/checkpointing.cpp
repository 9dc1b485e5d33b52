#include "core/ensemble/checkpointing.h"

#include <utility>

namespace afa {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The work and where its inputs are; autograd's context stores values, not functions.
struct Call : torch::CustomClassHolder {
    CheckpointedWork work;
    std::size_t inputs = 0;
};

class Checkpoint : public torch::autograd::Function<Checkpoint> {
  public:
    static variable_list forward(AutogradContext* context, c10::intrusive_ptr<Call> call,
                                 at::TensorList tensors) {
        context->save_for_backward(tensors.vec());
        const torch::NoGradGuard noGrad;
        const variable_list inputs(tensors.begin(),
                                   tensors.begin() + static_cast<std::ptrdiff_t>(call->inputs));
        auto outputs = call->work(inputs, false);
        context->saved_data["call"] = c10::IValue::make_capsule(std::move(call));
        return outputs;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto call = c10::static_intrusive_pointer_cast<Call>(context->saved_data["call"].toCapsule());
        variable_list inputs, wanted;
        for (std::size_t i = 0; i < saved.size(); ++i) {
            const auto& tensor = saved[i];
            if (i >= call->inputs) {
                wanted.push_back(tensor);
                continue;
            }
            inputs.push_back(tensor.detach().requires_grad_(tensor.requires_grad()));
            if (tensor.requires_grad()) wanted.push_back(inputs.back());
        }
        variable_list outputs, outputGradients;
        {
            const torch::AutoGradMode grad(true);
            const auto all = call->work(inputs, true);
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (!gradients[i].defined() || !all[i].requires_grad()) continue;
                outputs.push_back(all[i]);
                outputGradients.push_back(gradients[i]);
            }
        }
        variable_list found;
        if (!outputs.empty() && !wanted.empty())
            found = torch::autograd::grad(outputs, wanted, outputGradients, /*retain_graph=*/std::nullopt,
                                          /*create_graph=*/false, /*allow_unused=*/true);
        variable_list result{torch::Tensor()};  // for `call`
        std::size_t next = 0;
        for (std::size_t i = 0; i < saved.size(); ++i) {
            const bool asked = i >= call->inputs || saved[i].requires_grad();
            result.push_back(asked && next < found.size() ? found[next] : torch::Tensor());
            if (asked) ++next;
        }
        return result;
    }
};

}  // namespace

std::vector<torch::Tensor> checkpoint(const CheckpointedWork& work, const std::vector<torch::Tensor>& inputs,
                                      const std::vector<torch::Tensor>& parameters) {
    auto tensors = inputs;
    tensors.insert(tensors.end(), parameters.begin(), parameters.end());
    auto call = c10::make_intrusive<Call>();
    call->work = work;
    call->inputs = inputs.size();
    return Checkpoint::apply(std::move(call), at::TensorList(tensors));
}

torch::Tensor aliasForGradients(const torch::Tensor& x) {
    return x.defined() && x.requires_grad() && torch::GradMode::is_enabled() ? x.view_as(x) : x;
}

}  // namespace afa
