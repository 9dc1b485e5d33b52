#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/tensor/torch.h"

namespace afa {

/// What was computed on the way to one picture, by name (cli.md `--trace`), fp32.
class Trace {
  public:
    void add(const std::string& name, const torch::Tensor& tensor);  ///< keeps a copy
    void write(const std::filesystem::path& target) const;           ///< safetensors

  private:
    std::vector<std::pair<std::string, torch::Tensor>> tensors_;
};

}  // namespace afa
