"""Goldens of core/ensemble. Authority: afa_reference.py, composed from diffusers (0.42.1).

    python tests/goldens/make_ensemble.py

writes tests/data/ensemble/. All inputs and weights come from hashed.py and are not stored; what is stored are maps, noise
and, of every parameter's gradient, its norm and its projections on two hashed directions.
"""
import os

import torch
from afa_reference import Aggregator, AggregatorConfig, afa, average, ensemble, unet_stages
from diffusers import UNet2DConditionModel
from hashed import hashed, parameter
from safetensors.torch import save_file

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "ensemble")
TIMESTEPS = torch.tensor([741.0, 23.5])
TEXT_LENGTH = 5

# Table 3's switches, each on its own.
SWITCHES = {
    "full": {},
    "no-spatial": {"spatial": False},
    "no-timestep": {"timestep": False},
    "no-text": {"text": False},
}
LAYOUTS = {
    # More channels than groups: a group of one channel would remove the time embedding, a constant per channel.
    "paper": {"layout": "paper", "hidden_size": 40, "num_heads": 2, "num_layers": 1},
    "release": {"layout": "release", "hidden_size": 64, "num_heads": 4, "num_layers": 2},
}
UNETS = {
    "two": {
        "models": 2,
        "block_out_channels": (32, 64),
        "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"),
        "layers_per_block": 2,
        "cross_attention_dim": 24,
        "attention_head_dim": 4,
        "norm_num_groups": 16,
    },
    "three": {
        "models": 3,
        "block_out_channels": (32, 32, 64),
        "down_block_types": ("CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
        "layers_per_block": 1,
        "cross_attention_dim": 40,
        "attention_head_dim": 2,
        "norm_num_groups": 8,
    },
}
# What feeds a norm in the "tiny" cases is so small that the norm's epsilon decides its output.
FEEDS_A_NORM = ("conv1.", "conv2.", "conv_shortcut.", "conv_in.", "time_proj.", "time_emb_proj.", "proj_in.", "to_out.0.", "ff.net.2.")
TINY = 2e-3


def fill(module, prefix, scale=lambda name: 1.0):
    with torch.no_grad():
        for name, value in module.named_parameters():
            value.copy_(parameter(prefix, name, tuple(value.shape), scale(name)))


def sabw_scale(name):
    """The last convolution stays small: saturated weights would magnify rounding."""
    return 0.3 if ".conv_out." in name else 1.0


def tiny_scale(name):
    if name.endswith("conv_out.weight"):
        return 0.5 / TINY
    if name.endswith("proj_out.bias"):
        return TINY
    return TINY if any(part in name for part in FEEDS_A_NORM) else 1.0


def make_sabw():
    """One stage's map from given features, both layouts and every switch; "tiny": where epsilons decide."""
    out = {}
    batch, channels, height, width = 2, 12, 4, 6
    for layout, fields in LAYOUTS.items():
        for switch, off in SWITCHES.items():
            for size in ("usual", "tiny"):
                config = AggregatorConfig(
                    **fields, **off, stages=(3,), channels=(channels,), cross_attention_dim=20, temb_width=28, time_width=14, time_hidden=10
                )
                aggregator = Aggregator(config)
                fill(aggregator, f"{layout}.", tiny_scale if size == "tiny" else sabw_scale)
                scale = TINY if size == "tiny" else 1.0
                features = [hashed(f"feature.{i}", (batch, channels, height, width), scale) for i in range(3)]
                tembs = [hashed(f"temb.{i}", (batch, 28)) for i in range(3)]
                texts = [hashed(f"text.{i}", (batch, TEXT_LENGTH, 20)) for i in range(3)]
                with torch.no_grad():
                    weights = aggregator.weights(3, features, aggregator.context(TIMESTEPS, tembs, texts))
                out[f"{layout}.{switch}.{size}"] = weights.contiguous()
    return out


def make_unets(fields):
    unets = []
    for i in range(fields["models"]):
        unet = UNet2DConditionModel(**{key: value for key, value in fields.items() if key != "models"}).eval()
        fill(unet, f"unet.{i}.")
        unets.append(unet.requires_grad_(False))
    return unets


def gradient_facts(name, gradient):
    """Norm and two projections: what a test compares instead of the whole gradient."""
    directions = [hashed(f"direction.{k}.{name}", tuple(gradient.shape)) for k in range(2)]
    return [gradient.double().norm()] + [(gradient.double() * direction.double()).sum() for direction in directions]


def make_ensemble(fields):
    unets = make_unets(fields)
    count, text_width = fields["models"], fields["cross_attention_dim"]
    x = hashed("x", (2, 4, 8, 8), 1.7)
    target = hashed("target", (2, 4, 8, 8), 1.7)
    texts = [hashed(f"text.{i}", (2, TEXT_LENGTH, text_width)) for i in range(count)]
    out = {}
    with torch.no_grad():
        channels = []
        ensemble(unets, x, TIMESTEPS, texts, lambda stage, own, _: channels.append(own[0].shape[1]))
        last = len(channels)
        for i, unet in enumerate(unets):
            out[f"single.{i}"] = ensemble([unet], x, TIMESTEPS, [texts[i]], lambda *_: None)
            whole = unet(x, TIMESTEPS, texts[i]).sample
            assert torch.equal(out[f"single.{i}"], whole), "the staged U-Net is not diffusers' U-Net"
        assert len(unet_stages(unets[0])) == last
        out["block-average"] = average(unets, x, TIMESTEPS, texts, range(1, last + 1))
        out["noise-average"] = average(unets, x, TIMESTEPS, texts, [last])
    every = tuple(range(1, last + 1))
    stages = {switch: every for switch in SWITCHES}
    # Joined only from the middle on and with gaps: own skips before, own features between.
    stages |= {"last-block": (last,), "some": (last // 2 - 1, last // 2 + 2, last - 1, last)}
    for layout, layout_fields in LAYOUTS.items():
        for case, joined in stages.items():
            config = AggregatorConfig(
                **layout_fields,
                **SWITCHES.get(case, {}),
                num_models=count,
                stages=joined,
                channels=tuple(channels[stage - 1] for stage in joined),
                cross_attention_dim=text_width,
                temb_width=4 * fields["block_out_channels"][0],
                time_width=fields["block_out_channels"][0],
                time_hidden=10,
            )
            aggregator = Aggregator(config)
            fill(aggregator, f"{layout}.", sabw_scale)
            maps = {}
            noise = afa(unets, aggregator, x, TIMESTEPS, texts, maps)
            loss = torch.nn.functional.mse_loss(noise, target)
            loss.backward()
            key = f"{layout}.{case}"
            out[f"{key}.noise"] = noise.detach()
            for stage, weights in maps.items():
                out[f"{key}.map.{stage}"] = weights.detach().contiguous()
            names = sorted(name for name, _ in aggregator.named_parameters())
            gradients = {name: value.grad for name, value in aggregator.named_parameters()}
            facts = [gradient_facts(name, gradients[name]) for name in names]
            out[f"{key}.gradients"] = torch.tensor(facts, dtype=torch.float64)
    return out, channels


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    os.makedirs(OUT, exist_ok=True)
    save_file(make_sabw(), os.path.join(OUT, "sabw.safetensors"))
    for name, fields in UNETS.items():
        tensors, channels = make_ensemble(fields)
        save_file({key: value.contiguous() for key, value in tensors.items()}, os.path.join(OUT, f"{name}.safetensors"))
        print(name, len(channels), "stages, widths", channels)


if __name__ == "__main__":
    main()
