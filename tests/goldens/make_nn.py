"""Goldens of core/nn. Authority: diffusers (UNet2DConditionModel, AutoencoderKL) and transformers (CLIPTextModel).

    python tests/goldens/make_nn.py

writes tests/data/nn/. Weights and inputs come from hashed.py and are not stored; the configs stand in the files' metadata as
the libraries write them, so that the product's own parser reads them. Of a stage's output every SAMPLED-th value is kept.
"""
import json
import os

import torch
from afa_reference import time_embedding, unet_stages
from diffusers import AutoencoderKL, UNet2DConditionModel
from hashed import hashed, parameter
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "nn")
SAMPLED = 23  # shares no factor with a width or a size, so that every channel and position is met
TIMESTEPS = torch.tensor([741.0, 23.5])
TEXT_LENGTH = 5

UNETS = {
    # One number of heads for every level, which is no level's head width.
    "usual": {
        "block_out_channels": (32, 64, 64),
        "down_block_types": ("CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
        "layers_per_block": 2,
        "cross_attention_dim": 24,
        "attention_head_dim": 4,
        "norm_num_groups": 8,
    },
    "linear": {
        "block_out_channels": (32, 64),
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
        "layers_per_block": 1,
        "cross_attention_dim": 40,
        "attention_head_dim": [2, 16],
        "norm_num_groups": 16,
        "use_linear_projection": True,
    },
    "one-level": {
        "block_out_channels": (32,),
        "down_block_types": ("CrossAttnDownBlock2D",),
        "up_block_types": ("CrossAttnUpBlock2D",),
        "layers_per_block": 3,
        "cross_attention_dim": 16,
        "attention_head_dim": 8,
        "norm_num_groups": 32,
    },
}
UNETS["tiny"] = {**UNETS["usual"], "layers_per_block": 1}
VAES = {
    "usual": {"block_out_channels": (32, 48, 64), "layers_per_block": 1, "norm_num_groups": 8},
    "no-quant": {
        "block_out_channels": (32, 64),
        "layers_per_block": 2,
        "norm_num_groups": 32,
        "use_quant_conv": False,
        "use_post_quant_conv": False,
    },
}
VAES["tiny"] = VAES["usual"]
TEXTS = {
    "usual": {"hidden_act": "quick_gelu"},
    "gelu": {"hidden_act": "gelu", "num_attention_heads": 2},
}
TEXTS["tiny"] = TEXTS["usual"]

# In the "tiny" cases what feeds a norm is so small that the norm's epsilon decides its output.
FEEDS_A_NORM = (
    "conv1.", "conv2.", "conv_shortcut.", "conv_in.", "time_emb_proj.", "proj_in.", "proj_out.", "to_out.0.", "ff.net.2.",
    "samplers.0.conv.", "embedding.weight", "out_proj.", "fc2.",
)  # fmt: skip
TINY = 2e-3


def scale_of(case, name):
    return TINY if case == "tiny" and any(part in name for part in FEEDS_A_NORM) else 1.0


def fill(model, case, prefix=""):
    with torch.no_grad():
        for name, value in model.named_parameters():
            full = name if not prefix or name.startswith(prefix) else prefix + name
            value.copy_(parameter(f"{case}.", full, tuple(value.shape), scale_of(case, full)))
    return model.eval().requires_grad_(False)


def sampled(values):
    return values.detach().flatten()[::SAMPLED].contiguous()


def text_of(model):
    """The config.json as the library writes it, without what it keeps for itself."""
    config = {key: value for key, value in model.config.items() if not key.startswith("_")}
    return {"_class_name": type(model).__name__, **config}


def make_unets():
    out, configs = {}, {}
    for case, fields in UNETS.items():
        unet = fill(UNet2DConditionModel(**fields), case)
        configs[case] = text_of(unet)
        x, text = hashed("x", (2, 4, 8, 12), 1.7), hashed("text", (2, TEXT_LENGTH, fields["cross_attention_dim"]))
        temb = time_embedding(unet, TIMESTEPS)
        out[f"{case}.temb"] = temb.detach()
        y, skips = x, []
        for index, (run, pushes, pops) in enumerate(unet_stages(unet)):
            y = run(y, temb, text, skips.pop() if pops else None)
            if pushes:
                skips.append(y)
            out[f"{case}.stage.{index + 1}"] = sampled(y)
        x.requires_grad_()
        text.requires_grad_()
        noise = unet(x, TIMESTEPS, text).sample
        assert torch.equal(y, noise), "the staged U-Net is not diffusers' U-Net"
        (noise * hashed("direction", tuple(noise.shape))).sum().backward()
        out[f"{case}.noise"], out[f"{case}.x.gradient"], out[f"{case}.text.gradient"] = noise.detach(), x.grad, text.grad
    return out, configs


def make_vaes():
    out, configs = {}, {}
    for case, fields in VAES.items():
        levels = len(fields["block_out_channels"])
        vae = AutoencoderKL(
            **fields,
            down_block_types=("DownEncoderBlock2D",) * levels,
            up_block_types=("UpDecoderBlock2D",) * levels,
            latent_channels=4,
        )
        fill(vae, case)
        configs[case] = text_of(vae)
        factor = 2 ** (levels - 1)
        with torch.no_grad():
            # Odd numbers of latents: where the padding of the downsampling stands shows at the edges.
            images = hashed("images", (2, 3, 7 * factor, 5 * factor))
            posterior = vae.encode(images).latent_dist
            out[f"{case}.mean"], out[f"{case}.logvar"] = posterior.mean, posterior.logvar
            out[f"{case}.decoded"] = sampled(vae.decode(hashed("latents", (2, 4, 5, 7), 1.7)).sample)
            if case == "usual":
                vae.enable_tiling()
                vae.tile_latent_min_size, vae.tile_overlap_factor = 8, 0.25
                vae.tile_sample_min_size = 8 * factor
                # Twice no multiple of the tiles' step, 6: the last ones are smaller.
                out[f"{case}.tiled"] = sampled(vae.decode(hashed("large", (1, 4, 13, 20), 1.7)).sample)
    return out, configs


def make_texts():
    out, configs = {}, {}
    for case, fields in TEXTS.items():
        config = CLIPTextConfig(
            **{
                "vocab_size": 100,
                "hidden_size": 32,
                "intermediate_size": 48,
                "num_hidden_layers": 3,
                "num_attention_heads": 4,
                **fields,
            }
        )
        encoder = fill(CLIPTextModel(config), case, "text_model.")
        configs[case] = {key: value for key, value in config.to_dict().items() if isinstance(value, (int, float, str))}
        ids = (hashed("ids", (2, 77)).abs() * 100).long().clamp(max=99)
        with torch.no_grad():
            out[f"{case}.states"] = sampled(encoder(ids).last_hidden_state)
            # A shorter text: positions count from 0, and nothing looks ahead.
            out[f"{case}.short"] = encoder(ids[:, :6]).last_hidden_state
    return out, configs


def main():
    torch.set_num_threads(1)
    os.makedirs(OUT, exist_ok=True)
    for name, make in (("unet", make_unets), ("vae", make_vaes), ("text", make_texts)):
        tensors, configs = make()
        tensors = {key: value.contiguous().clone() for key, value in tensors.items()}
        save_file(tensors, os.path.join(OUT, f"{name}.safetensors"), metadata={key: json.dumps(value) for key, value in configs.items()})
        print(name, len(tensors), "tensors")


if __name__ == "__main__":
    main()
