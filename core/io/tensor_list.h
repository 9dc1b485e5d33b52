#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "core/io/model_config.h"

namespace afa {

/// Collects the names and shapes of a network's tensors, module by module, under diffusers' module names.
class TensorList {
  public:
    void add(const std::string& name, std::vector<std::int64_t> shape) {
        tensors_.push_back({name, std::move(shape)});
    }
    void affine(const std::string& name, std::int64_t width) {  ///< GroupNorm, LayerNorm
        add(name + ".weight", {width});
        add(name + ".bias", {width});
    }
    void linear(const std::string& name, std::int64_t in, std::int64_t out, bool bias = true) {
        add(name + ".weight", {out, in});
        if (bias) add(name + ".bias", {out});
    }
    void conv(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t kernel,
              bool bias = true) {
        add(name + ".weight", {out, in, kernel, kernel});
        if (bias) add(name + ".bias", {out});
    }
    /// ResnetBlock2D; temb 0 = without time embedding (VAE).
    void resnet(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t temb,
                bool shortcut) {
        affine(name + ".norm1", in);
        conv(name + ".conv1", in, out, 3);
        if (temb > 0) linear(name + ".time_emb_proj", temb, out);
        affine(name + ".norm2", out);
        conv(name + ".conv2", out, out, 3);
        if (shortcut) conv(name + ".conv_shortcut", in, out, 1);
    }
    /// diffusers' Attention as transformers use it; keys and values come from `context` wide states.
    void attention(const std::string& name, std::int64_t width, std::int64_t context) {
        linear(name + ".to_q", width, width, false);
        linear(name + ".to_k", context, width, false);
        linear(name + ".to_v", context, width, false);
        linear(name + ".to_out.0", width, width);
    }
    /// Transformer2DModel of `layers` BasicTransformerBlocks; context 0 = without cross-attention.
    void transformer(const std::string& name, std::int64_t width, std::int64_t context, std::int64_t layers,
                     bool linearProjection) {
        const auto projection = [&](const std::string& part) {
            if (linearProjection)
                linear(name + part, width, width);
            else
                conv(name + part, width, width, 1);
        };
        affine(name + ".norm", width);
        projection(".proj_in");
        for (std::int64_t k = 0; k < layers; ++k) {
            const std::string block = name + ".transformer_blocks." + std::to_string(k);
            affine(block + ".norm1", width);
            attention(block + ".attn1", width, width);
            if (context > 0) {
                affine(block + ".norm2", width);
                attention(block + ".attn2", width, context);
            }
            affine(block + ".norm3", width);
            linear(block + ".ff.net.0.proj", width, 8 * width);
            linear(block + ".ff.net.2", 4 * width, width);
        }
        projection(".proj_out");
    }
    std::vector<ExpectedTensor> sorted() {
        std::sort(tensors_.begin(), tensors_.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        return std::move(tensors_);
    }

  private:
    std::vector<ExpectedTensor> tensors_;
};

}  // namespace afa
