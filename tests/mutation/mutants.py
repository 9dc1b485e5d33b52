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
CACHE, OPENED, PIPELINE, PIECES = "test_model_cache", "test_opened_models", "test_pipeline", "test_training_pieces"

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
    Mutant("cfg-halves-named-wrong", "core/diffusion/guidance.cpp", "observer_.noise({}, halves[0], halves[1]);",
           "observer_.noise({}, halves[1], halves[0]);", ("test_generate:traceHoldsWhatWasComputed",)),
    Mutant("text-mean-missing", "core/ensemble/sabw.cpp", "context.text = mean(texts);", "context.text = texts.front();", ENSEMBLE),
    Mutant("time-mean-missing", "core/ensemble/sabw.cpp", "context.temb = mean(tembs);", "context.temb = tembs.front();", ENSEMBLE),
    Mutant("host-text-for-all-in-ensemble", "core/ensemble/ensemble_denoiser.cpp",
           "texts.push_back(text.to(placement.device, placement.dtype));",
           "texts.push_back(impl_->texts.front().to(text.device(), placement.dtype));", ENSEMBLE),
    Mutant("host-text-encoder-for-all", "core/compute/pipeline.cpp", "models.textEncoder(model)->forward",
           "models.textEncoder(0)->forward",
           (f"{PIPELINE}:everyModelReadsTheTextWithItsOwnEncoder", "test_parts_of_models:everyModelReadsTheTextWithItsOwnEncoder")),
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
           "auto latents = noise.draw(pipeline_.latentShape(1));",
           "auto latents = start.defined() ? start : noise.draw(pipeline_.latentShape(1));",
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
    Mutant("vae-scaling", "core/compute/picture_maker.cpp", "latents / models.vaeConfig().scalingFactor", "latents * models.vaeConfig().scalingFactor", PICTURES),
    Mutant("vae-scaling-default", "core/io/model_config.cpp", 'fields.number("scaling_factor", 0.18215)',
           'fields.number("scaling_factor", 0.13025)', ("test_base_models",)),
    Mutant("vae-padding-side", "core/nn/vae.cpp", "at::constant_pad_nd(x, {0, 1, 0, 1})", "at::constant_pad_nd(x, {1, 0, 1, 0})", VAE),
    Mutant("vae-tile-overlap", "core/nn/vae.cpp", "kOverlap = 0.25;", "kOverlap = 0.5;", VAE),
    # Samplers that start later.
    Mutant("later-start-with-the-full-schedule", "core/diffusion/timesteps.cpp",
           "schedule.erase(schedule.begin(), schedule.begin() + count);", "(void)count;", ("test_samplers:aStartAtALaterStepIsTheSchedulesEnd",)),
    Mutant("evaluation-not-told", "core/diffusion/sampler.cpp", "denoiser.beginEvaluation(static_cast<int>(i));", "",
           ("test_samplers:theDenoiserIsToldWhichEvaluationComes",)),
    Mutant("evaluation-not-passed-on", "core/diffusion/guidance.h", "inner_->beginEvaluation(evaluation);", "(void)evaluation;",
           ("test_samplers:theDenoiserIsToldWhichEvaluationComes",)),
    # What stays in memory, and what is opened.
    Mutant("cache-keeps-a-changed-model", "core/compute/model_cache.cpp",
           "!wanted.contains(item.first) || item.second.changed != changeTime(item.first)", "!wanted.contains(item.first)", (CACHE,)),
    Mutant("cache-keeps-another-precision", "core/compute/model_cache.cpp",
           "placement.device != placement_.device || placement.dtype != placement_.dtype", "placement.device != placement_.device", (CACHE,)),
    Mutant("cache-drops-though-kept", "core/compute/model_cache.cpp", "if (!keepsModels_) dropUNets();", "dropUNets();", (CACHE,)),
    Mutant("vae-in-fp16", "core/compute/model_cache.cpp", "placement.dtype == torch::kFloat16 ? torch::kFloat32 : placement.dtype",
           "placement.dtype", (CACHE,)),
    Mutant("other-vae-ignored", "core/compute/opened_models.cpp", "vae_ = choice.vae.empty() ? host_ : canonicalPath(choice.vae);",
           "vae_ = host_;", (OPENED,)),
    Mutant("grid-without-levels", "core/compute/opened_models.cpp", "vae.factor() << (unet.blockOutChannels.size() - 1)", "vae.factor()", (OPENED,)),
    Mutant("architectures-not-compared", "core/compute/opened_models.cpp", "if (!choice.alone) requireSameNetwork(*first, *model);", "", (OPENED,)),
    # One denoiser for every mode.
    Mutant("aggregators-order-ignored", "core/compute/pipeline.cpp", "order_.empty() ? position : order_[position]", "position",
           (f"{PIPELINE}:anAggregatorsModelsRunInItsOrder",)),
    Mutant("noise-weights-not-divided", "core/compute/pipeline.cpp", "weight /= sum;", "(void)weight;", (f"{PIPELINE}:aNoiseAverageIsTheMeanOfTheSingles",)),
    Mutant("magicfusion-without-unconditional", "core/compute/pipeline.cpp", 'isGuided(request_.cfg) || modeName_ == "magicfusion"',
           "isGuided(request_.cfg)", (f"{PIPELINE}:magicFusionTakesEachPositionFromOneModel",)),
    Mutant("seed-rounded-in-the-parameters", "core/compute/picture_text.cpp", '{"Seed", std::to_string(facts.seed)}',
           '{"Seed", numberText(static_cast<double>(facts.seed))}', ("test_picture_text",)),
    # Training.
    Mutant("trained-on-held-out-pictures", "core/compute/training_setup.cpp", "!heldOut.contains(picture.image.native()))", "true)", (PIECES,)),
    Mutant("digest-without-texts", "core/compute/training_setup.cpp", r"'\0' + picture.text + '\0'", r"'\0'", (PIECES,)),
    Mutant("folders-in-the-aggregator", "core/compute/training_folder.cpp", "trainRequestJson(withoutFolders(request))", "trainRequestJson(request)",
           (PIECES,)),
    Mutant("every-process-writes", "core/compute/training_folder.cpp", "    if (leads_)\n        log_ = ", "    if (true)\n        log_ = ",
           (PIECES,)),
    Mutant("aggregator-written-over", "core/compute/training_folder.cpp", 'if (!state_ && fs::exists(folder / "aggregator.safetensors", ec))',
           "if (false)", (PIECES,)),
    Mutant("warm-up-from-nothing", "core/train/trainer.cpp", "static_cast<double>(step + 1) / static_cast<double>(warmup)",
           "static_cast<double>(step) / static_cast<double>(warmup)", ("test_trainer",)),
    Mutant("loss-not-shared-by-micro-batches", "core/train/trainer.cpp", ".mean() * share;", ".mean();", ("test_trainer",)),
    Mutant("texts-dropped-the-other-way", "core/train/noised_batch.cpp", "torch::where(dropped, emptyTexts[model], encoded.texts[model])",
           "torch::where(dropped, encoded.texts[model], emptyTexts[model])", ("test_validation",)),
    Mutant("processes-see-the-same-samples", "core/train/training_batches.cpp", "(micro * processes_ + rank_)", "(micro * processes_)",
           ("test_training_batches",)),
    # Merging and figures.
    Mutant("merge-block-of-out", "core/merge/block_axis.cpp", 'if (ldm.starts_with("out.")) return names_.size() - 1;',
           'if (ldm.starts_with("out.")) return 0;', ("test_block_axis",)),
    Mutant("search-turns-to-the-wrong-half", "core/merge/block_search.cpp", "best == low ? Window{low, middle()} : Window{middle(), high}",
           "best == low ? Window{middle(), high} : Window{low, middle()}", ("test_block_search",)),
    Mutant("routing-chosen-by-its-own-noise", "core/eval/routing_gain.cpp", "(sample + shift) % samples", "sample", ("test_routing_gain",)),
    Mutant("capability-of-ties-to-the-last", "core/eval/capability_report.cpp",
           "maps.capability[model][at] > maps.capability[wins[at]][at]", "maps.capability[model][at] >= maps.capability[wins[at]][at]",
           ("test_capability",)),
    Mutant("map-halves-added", "core/eval/map_planes.cpp", "value /= 2;", "(void)value;", ("test_map_planes",)),
]  # fmt: skip
