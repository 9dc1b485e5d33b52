"""Names, shapes and hashes that core/io is tested against -> tests/data/io/.

Authorities: diffusers (UNet2DConditionModel, AutoencoderKL, and its single-file converters
loaders/single_file_utils.py) and transformers (CLIPTextModel), built on the `meta` device where no values are
needed. Run from the repository root:  python tests/goldens/make_io.py
"""

import hashlib
import json
import pathlib

import numpy
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from diffusers.loaders.single_file_utils import convert_ldm_unet_checkpoint, convert_ldm_vae_checkpoint
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "io"

SD15 = {
    "unet": dict(cross_attention_dim=768, sample_size=64),
    "vae": dict(
        block_out_channels=[128, 256, 512, 512],
        down_block_types=["DownEncoderBlock2D"] * 4,
        up_block_types=["UpDecoderBlock2D"] * 4,
        layers_per_block=2,
    ),
    "text_encoder": dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=12, num_attention_heads=12),
}
# Three levels, the attention elsewhere, one layer, linear projections: nothing may assume SD 1.5's depths.
TINY = {
    "unet": dict(
        block_out_channels=[32, 64, 64],
        down_block_types=["DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"],
        up_block_types=["CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"],
        layers_per_block=1,
        cross_attention_dim=32,
        attention_head_dim=[2, 4, 4],
        norm_num_groups=8,
        use_linear_projection=True,
        sample_size=8,
    ),
    "vae": dict(
        block_out_channels=[32, 64],
        down_block_types=["DownEncoderBlock2D"] * 2,
        up_block_types=["UpDecoderBlock2D"] * 2,
        layers_per_block=1,
        norm_num_groups=8,
    ),
    "text_encoder": dict(
        vocab_size=100, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2
    ),
}


def shapes_of(model):
    return {name: list(tensor.shape) for name, tensor in model.state_dict().items() if "position_ids" not in name}


def with_text_model(shapes):
    return {name if name.startswith("text_model.") else "text_model." + name: s for name, s in shapes.items()}


# CompVis' latent-diffusion names, written down from its own modules' structure (ldm/modules/diffusionmodules:
# openaimodel.py and model.py); diffusers' converter then tells where each belongs.
def ldm_unet_names(config):
    """LDM's U-Net state dict as a function of the config: {name: shape}."""
    widths, layers = config["block_out_channels"], config["layers_per_block"]
    temb, context = 4 * widths[0], config["cross_attention_dim"]
    down = ["CrossAttn" in t for t in config["down_block_types"]]
    up = ["CrossAttn" in t for t in config["up_block_types"]]
    linear = config["use_linear_projection"]
    out = {}

    def put(name, weight, bias=True):
        out[name + ".weight"] = list(weight)
        if bias:
            out[name + ".bias"] = [weight[0]]

    def res(name, cin, cout):
        put(name + ".in_layers.0", [cin])
        put(name + ".in_layers.2", [cout, cin, 3, 3])
        put(name + ".emb_layers.1", [cout, temb])
        put(name + ".out_layers.0", [cout])
        put(name + ".out_layers.3", [cout, cout, 3, 3])
        if cin != cout:
            put(name + ".skip_connection", [cout, cin, 1, 1])

    def transformer(name, c):
        proj = [c, c] if linear else [c, c, 1, 1]
        put(name + ".norm", [c])
        put(name + ".proj_in", proj)
        put(name + ".proj_out", proj)
        block = name + ".transformer_blocks.0"
        for attention, width in (("attn1", c), ("attn2", context)):
            put(f"{block}.{attention}.to_q", [c, c], False)
            put(f"{block}.{attention}.to_k", [c, width], False)
            put(f"{block}.{attention}.to_v", [c, width], False)
            put(f"{block}.{attention}.to_out.0", [c, c])
        put(block + ".ff.net.0.proj", [8 * c, c])
        put(block + ".ff.net.2", [c, 4 * c])
        for norm in ("norm1", "norm2", "norm3"):
            put(f"{block}.{norm}", [c])

    put("time_embed.0", [temb, widths[0]])
    put("time_embed.2", [temb, temb])
    put("input_blocks.0.0", [widths[0], config["in_channels"], 3, 3])
    skips, c, index = [widths[0]], widths[0], 1
    for level, width in enumerate(widths):
        for _ in range(layers):
            res(f"input_blocks.{index}.0", c, width)
            c = width
            if down[level]:
                transformer(f"input_blocks.{index}.1", c)
            skips.append(c)
            index += 1
        if level + 1 < len(widths):
            put(f"input_blocks.{index}.0.op", [c, c, 3, 3])
            skips.append(c)
            index += 1
    res("middle_block.0", c, c)
    transformer("middle_block.1", c)
    res("middle_block.2", c, c)
    index = 0
    for level, width in reversed(list(enumerate(widths))):
        for layer in range(layers + 1):
            res(f"output_blocks.{index}.0", c + skips.pop(), width)
            c = width
            attention = up[len(widths) - 1 - level]
            if attention:
                transformer(f"output_blocks.{index}.1", c)
            if level > 0 and layer == layers:
                put(f"output_blocks.{index}.{2 if attention else 1}.conv", [c, c, 3, 3])
            index += 1
    put("out.0", [c])
    put("out.2", [config["out_channels"], c, 3, 3])
    return out


def ldm_vae_names(config):
    widths, layers, latent = config["block_out_channels"], config["layers_per_block"], config["latent_channels"]
    out = {}

    def put(name, weight):
        out[name + ".weight"] = list(weight)
        out[name + ".bias"] = [weight[0]]

    def res(name, cin, cout):
        put(name + ".norm1", [cin])
        put(name + ".conv1", [cout, cin, 3, 3])
        put(name + ".norm2", [cout])
        put(name + ".conv2", [cout, cout, 3, 3])
        if cin != cout:
            put(name + ".nin_shortcut", [cout, cin, 1, 1])

    def mid(name, c):
        res(name + ".block_1", c, c)
        put(name + ".attn_1.norm", [c])
        for part in ("q", "k", "v", "proj_out"):
            put(f"{name}.attn_1.{part}", [c, c, 1, 1])
        res(name + ".block_2", c, c)

    put("encoder.conv_in", [widths[0], 3, 3, 3])
    c = widths[0]
    for level, width in enumerate(widths):
        for layer in range(layers):
            res(f"encoder.down.{level}.block.{layer}", c, width)
            c = width
        if level + 1 < len(widths):
            put(f"encoder.down.{level}.downsample.conv", [c, c, 3, 3])
    mid("encoder.mid", c)
    put("encoder.norm_out", [c])
    put("encoder.conv_out", [2 * latent, c, 3, 3])
    put("decoder.conv_in", [c, latent, 3, 3])
    mid("decoder.mid", c)
    for level in reversed(range(len(widths))):
        for layer in range(layers + 1):
            res(f"decoder.up.{level}.block.{layer}", c, widths[level])
            c = widths[level]
        if level > 0:
            put(f"decoder.up.{level}.upsample.conv", [c, c, 3, 3])
    put("decoder.norm_out", [c])
    put("decoder.conv_out", [3, c, 3, 3])
    put("quant_conv", [2 * latent, 2 * latent, 1, 1])
    put("post_quant_conv", [latent, latent, 1, 1])
    return out


def mapping(ldm_shapes, prefix, convert, config, model_shapes):
    """[LDM name, diffusers name] pairs as diffusers' own converter has them."""
    state = {prefix + name: torch.empty(shape, device="meta") for name, shape in ldm_shapes.items()}
    names = {id(tensor): name for name, tensor in state.items()}  # conv -> linear makes views of these
    converted = convert(dict(state), config)
    pairs = {}
    for diffusers_name, tensor in converted.items():
        base = tensor if tensor._base is None else tensor._base
        pairs[names[id(base)]] = diffusers_name
    assert len(pairs) == len(state) == len(converted), (len(pairs), len(state), len(converted))
    assert sorted(pairs.values()) == sorted(model_shapes), set(pairs.values()) ^ set(model_shapes)
    return pairs


def write_lists(name, settings):
    lines = []
    with torch.device("meta"):
        models = {
            "unet": UNet2DConditionModel(**settings["unet"]),
            "vae": AutoencoderKL(**settings["vae"]),
            "text_encoder": CLIPTextModel(CLIPTextConfig(**settings["text_encoder"])),
        }
    shapes = {part: shapes_of(model) for part, model in models.items()}
    shapes["text_encoder"] = with_text_model(shapes["text_encoder"])
    unet_config = dict(models["unet"].config)
    vae_config = dict(models["vae"].config)
    ldm = {
        "unet": (ldm_unet_names(unet_config), "model.diffusion_model.", convert_ldm_unet_checkpoint,
                 unet_config),
        "vae": (ldm_vae_names(vae_config), "first_stage_model.", convert_ldm_vae_checkpoint, vae_config),
    }
    back = {}
    for part, (ldm_shapes, prefix, convert, config) in ldm.items():
        for ldm_name, diffusers_name in mapping(ldm_shapes, prefix, convert, config, shapes[part]).items():
            back[part, diffusers_name] = ldm_name
            stored = ldm_shapes[ldm_name[len(prefix):]]
            while len(stored) > len(shapes[part][diffusers_name]) and stored[-1] == 1:
                stored = stored[:-1]
            assert stored == shapes[part][diffusers_name], ldm_name
    for diffusers_name in shapes["text_encoder"]:
        back["text_encoder", diffusers_name] = "cond_stage_model.transformer." + diffusers_name
    for part, tensors in shapes.items():
        for tensor_name in sorted(tensors):
            shape = ",".join(map(str, tensors[tensor_name]))
            lines.append(f"{part} {tensor_name} {shape} {back[part, tensor_name]}")
    (OUT / f"{name}_tensors.txt").write_text("\n".join(lines) + "\n")
    configs = {
        "unet": {k: v for k, v in json.loads(models["unet"].to_json_string()).items() if k != "_diffusers_version"},
        "vae": {k: v for k, v in json.loads(models["vae"].to_json_string()).items() if k != "_diffusers_version"},
        "text_encoder": json.loads(models["text_encoder"].config.to_json_string(use_diff=True)),
    }
    configs["text_encoder"].pop("transformers_version", None)
    (OUT / f"{name}_configs.json").write_text(json.dumps(configs, indent=1) + "\n")


def write_fingerprint():
    """A few tensors in fp32 and bf16 with every hard case of rounding; the hash by numpy's conversion."""
    torch.manual_seed(1)
    edge = [0.0, -0.0, 1.0, 2049.0, 2051.0, 65504.0, 65519.9, 65520.0, -1e9, float("inf"), 6e-8, 3e-8, 2.98e-8,
            2.9802322e-8, 6.1e-5, 6.0975552e-5, 1.0009765625 + 2**-11, 1.0 + 2**-11, 1e-40]
    tensors = {
        "conv_in.weight": torch.randn(8, 4, 3, 3) * 3,
        "conv_in.bias": torch.tensor(edge),
        "time_embedding.linear_1.weight": torch.randn(70000) * 1e-5,
    }
    result = {}
    for name, dtype in (("fp32", torch.float32), ("bf16", torch.bfloat16), ("fp16", torch.float16)):
        digest = hashlib.sha256()
        for key in sorted(tensors):
            values = tensors[key].to(dtype).to(torch.float32).numpy()
            with numpy.errstate(over="ignore"):
                digest.update(key.encode() + b"\0" + values.astype("<f2").tobytes())
        result[name] = digest.hexdigest()
    save_file({key: value for key, value in tensors.items()}, OUT / "fingerprint_fp32.safetensors")
    (OUT / "fingerprint.json").write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    write_lists("sd15", SD15)
    write_lists("tiny", TINY)
    write_fingerprint()
