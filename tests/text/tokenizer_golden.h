#pragma once
#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/io/safetensors.h"

namespace afa::test {

/// tests/data/text/tokenizer.safetensors, made by tests/goldens/make_tokenizer.py.
class TokenizerGolden {
  public:
    TokenizerGolden() : file_(openSafetensors(AFA_TEST_DATA "/text/tokenizer.safetensors")) {}

    /// A tensor's elements; T has the size of its type.
    template <typename T>
    std::vector<T> values(const std::string& name) const {
        const auto index = file_->find(name);
        if (!index) throw std::runtime_error("no tensor " + name);
        const TensorView view = file_->view(*index);
        if (dtypeSize(view.info.dtype) != sizeof(T)) throw std::runtime_error(name + " is of another type");
        std::vector<T> result(static_cast<std::size_t>(view.info.numel()));
        std::memcpy(result.data(), view.bytes.data(), result.size() * sizeof(T));
        return result;
    }

    std::vector<std::string> prompts() const {
        const auto text = values<char>("prompts.text");
        std::vector<std::string> result;
        auto begin = text.begin();
        for (const std::int32_t end : values<std::int32_t>("prompts.ends")) {
            result.emplace_back(begin, text.begin() + end);
            begin = text.begin() + end;
        }
        return result;
    }

  private:
    std::unique_ptr<TensorFile> file_;
};

}  // namespace afa::test
