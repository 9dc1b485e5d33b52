"""The mistakes that run.py plants: each is one text in one file, and the tests of which one at least has to fail."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Mutant:
    name: str
    file: str
    old: str  # stands in the file exactly once
    new: str
    tests: tuple  # "program", or "program:function" for one test function of it


UNET, VAE, TEXT = ("test_unet",), ("test_vae",), ("test_clip_text_encoder",)
ENSEMBLE, SABW = ("test_ensemble_denoiser",), ("test_sabw",)
PICTURES = ("test_generate:picturesEqualDiffusersPipeline",)

MUTANTS = [
    # The U-Net's skips.
    Mutant("skip-order-swapped", "core/nn/unet.cpp",
           "skip = std::move(skips.back());\n            skips.pop_back();",
           "skip = std::move(skips.front());\n            skips.erase(skips.begin());", UNET),
    Mutant("skip-order-swapped-in-ensemble", "core/ensemble/ensemble_denoiser.cpp",
           "skip = std::move(skips.back());\n            skips.pop_back();",
           "skip = std::move(skips.front());\n            skips.erase(skips.begin());", ENSEMBLE),
    Mutant("skip-concatenated-first", "core/nn/unet.cpp", "torch::cat({input, placed(skip)}, 1)",
           "torch::cat({placed(skip), input}, 1)", UNET),
    # Guidance, texts and times.
    Mutant("cfg-order", "core/diffusion/guidance.cpp", "return halves[1] + scale_ * (halves[0] - halves[1]);",
           "return halves[0] + scale_ * (halves[1] - halves[0]);", PICTURES),
    Mutant("cfg-halves-named-wrong", "core/diffusion/guidance.cpp", "observer_(halves[0], halves[1]);",
           "observer_(halves[1], halves[0]);", ("test_generate:traceHoldsWhatWasComputed",)),
    Mutant("text-mean-missing", "core/ensemble/sabw.cpp", "context.text = mean(texts);", "context.text = texts.front();", ENSEMBLE),
    Mutant("time-mean-missing", "core/ensemble/sabw.cpp", "context.temb = mean(tembs);", "context.temb = tembs.front();", ENSEMBLE),
    Mutant("host-text-for-all-in-ensemble", "core/ensemble/ensemble_denoiser.cpp",
           "texts.push_back(text.to(placement.device, placement.dtype));",
           "texts.push_back(impl_->texts.front().to(text.device(), placement.dtype));", ENSEMBLE),
    Mutant("host-text-encoder-for-all", "core/compute/generation.cpp", "cache_.textEncoder(made_.paths[i])->forward",
           "cache_.textEncoder(host())->forward", ("test_parts_of_models:everyModelReadsTheTextWithItsOwnEncoder",)),
    # Epsilons, 1e-5 and 1e-6 exchanged.
    Mutant("eps-unet-resnet", "core/nn/unet.cpp", "config.normEps, 4 * config.blockOutChannels.front());",
           "1e-6, 4 * config.blockOutChannels.front());", UNET),
    Mutant("eps-unet-conv-norm-out", "core/nn/unet.cpp",
           'convNormOut.emplace(root.scope("conv_norm_out"), width, config.normNumGroups, config.normEps);',
           'convNormOut.emplace(root.scope("conv_norm_out"), width, config.normNumGroups, 1e-6);', UNET),
    Mutant("eps-unet-transformer-group-norm", "core/nn/blocks.cpp", "kTransformerNormEps = 1e-6;", "kTransformerNormEps = 1e-5;", UNET),
    Mutant("eps-unet-layer-norm", "core/nn/layers.h",
           "LayerNorm(const WeightSource& source, std::int64_t width, double eps = 1e-5);",
           "LayerNorm(const WeightSource& source, std::int64_t width, double eps = 1e-6);", UNET),
    Mutant("eps-unet-config-default", "core/io/model_config.cpp", 'fields.number("norm_eps", 1e-5)',
           'fields.number("norm_eps", 1e-6)', ("test_base_models",)),
    Mutant("eps-unet-single-file", "core/io/model_config.h", "double normEps = 1e-5;", "double normEps = 1e-6;", ("test_base_models",)),
    Mutant("eps-vae", "core/nn/vae.cpp", "kVaeNormEps = 1e-6;", "kVaeNormEps = 1e-5;", VAE),
    Mutant("eps-clip-layers", "core/nn/clip_text_encoder.cpp",
           'layerNorm1(source.scope("layer_norm1"), config.hiddenSize, config.layerNormEps)',
           'layerNorm1(source.scope("layer_norm1"), config.hiddenSize, 1e-6)', TEXT),
    Mutant("eps-clip-final", "core/nn/clip_text_encoder.cpp",
           'finalLayerNorm(source.scope("final_layer_norm"), config.hiddenSize, config.layerNormEps)',
           'finalLayerNorm(source.scope("final_layer_norm"), config.hiddenSize, 1e-6)', TEXT),
    Mutant("eps-clip-config-default", "core/io/model_config.cpp", 'fields.number("layer_norm_eps", 1e-5)',
           'fields.number("layer_norm_eps", 1e-6)', ("test_base_models",)),
    Mutant("eps-sabw-group-norm", "core/ensemble/sabw_layers.cpp", "kGroupNormEps = 1e-6;", "kGroupNormEps = 1e-5;", SABW),
    Mutant("eps-sabw-layer-norm", "core/ensemble/sabw_layers.cpp", "kLayerNormEps = 1e-5;", "kLayerNormEps = 1e-6;", SABW),
    # Attention.
    Mutant("head-count-as-head-width", "core/nn/attention.cpp", "heads, x.size(2) / heads}", "x.size(2) / heads, heads}", UNET),
    Mutant("head-count-from-misnomer", "core/io/model_config.cpp",
           'fields.find("num_attention_heads") ? "num_attention_heads"', 'fields.find("attention_head_dim") ? "attention_head_dim"', UNET),
    Mutant("softmax-axis-attention", "core/nn/attention.cpp", "k.transpose(-1, -2)), -1);", "k.transpose(-1, -2)), -2);", ("test_attention",)),
    Mutant("softmax-axis-sabw", "core/ensemble/sabw.cpp", "torch::softmax(logits, 1)", "torch::softmax(logits, 3)", SABW),
    Mutant("causal-mask-missing", "core/nn/clip_text_encoder.cpp", "/*causal=*/true", "/*causal=*/false", TEXT),
    # Schedules and noise.
    Mutant("set-alpha-to-one-ddim", "core/diffusion/ddim.cpp", "table[t - stride] : table[0]", "table[t - stride] : 1.0F", ("test_samplers",)),
    Mutant("set-alpha-to-one-pndm", "core/diffusion/pndm.cpp", "table[to] : table[0]", "table[to] : 1.0F", ("test_samplers",)),
    Mutant("steps-offset", "core/diffusion/timesteps.h", "kStepsOffset = 1;", "kStepsOffset = 0;", ("test_samplers",)),
    Mutant("noise-drawn-per-batch", "core/compute/picture_maker.cpp", "NoiseSource noise(seed_);", "static NoiseSource noise(seed_);",
           ("test_generate:sameSeedGivesTheSamePictureAtEveryPlaceOfABatch",)),
    Mutant("noise-not-drawn-with-given-latents", "core/compute/picture_maker.cpp",
           "auto latents = noise.draw(generation_.latentShape(1));",
           "auto latents = start.defined() ? start : noise.draw(generation_.latentShape(1));",
           ("test_generate:givenLatentsLeaveTheGeneratorWhereTheSeedWould",)),
    # Tokens.
    Mutant("padding-token", "core/text/clip_tokenizer.cpp", "result.ids.resize(kLength, vocabulary_.pad);",
           "result.ids.resize(kLength, vocabulary_.end);", ("test_clip_tokenizer", "test_vocabulary_files")),
    Mutant("padding-with-zeros", "core/text/clip_tokenizer.cpp", "result.ids.resize(kLength, vocabulary_.pad);",
           "result.ids.resize(kLength, 0);", ("test_clip_tokenizer",)),
    Mutant("truncation-side", "core/text/clip_tokenizer.cpp", "if (result.used < kMaxTokens) result.ids.push_back(id);",
           "result.ids.push_back(id);\n            if (result.used >= kMaxTokens) result.ids.erase(result.ids.begin() + 1);",
           ("test_clip_tokenizer",)),
    # Maps and pictures.
    Mutant("map-halves-swapped", "core/compute/maps_recorder.cpp", "kept = kept.contiguous();", "kept = kept.flip(0).contiguous();",
           ("test_generate:mapsOfTheFirstStepAreThoseOfTheirHalf",)),
    Mutant("vae-scaling", "core/compute/picture_maker.cpp", "decode(latents / generation_.scaling,", "decode(latents * generation_.scaling,", PICTURES),
    Mutant("vae-scaling-default", "core/io/model_config.cpp", 'fields.number("scaling_factor", 0.18215)',
           'fields.number("scaling_factor", 0.13025)', ("test_base_models",)),
    Mutant("vae-padding-side", "core/nn/vae.cpp", "at::constant_pad_nd(x, {0, 1, 0, 1})", "at::constant_pad_nd(x, {1, 0, 1, 0})", VAE),
    Mutant("vae-tile-overlap", "core/nn/vae.cpp", "kOverlap = 0.25;", "kOverlap = 0.5;", VAE),
]  # fmt: skip
