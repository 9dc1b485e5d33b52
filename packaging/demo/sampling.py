"""Pictures of models and of averages of models, by diffusers' DDIM: enough to see how the training goes.

The pictures of the documentation come from `afa`, not from here.
"""
import os
import sys

import numpy
import torch
from diffusers import DDIMScheduler
from PIL import Image

import networks

sys.path.insert(0, os.path.join(networks.ROOT, "tests", "goldens"))
import afa_reference as afa  # noqa: E402

STEPS, GUIDANCE = 25, 4.0


def scheduler():
    return DDIMScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        clip_sample=False,
        set_alpha_to_one=False,
        steps_offset=1,
        timestep_spacing="leading",
    )


def methods(experts, others, aggregator=None):
    """{name: predict(x, t, text)}. experts, others: {name: U-Net}."""
    found = {name: (lambda x, t, text, unet=unet: unet(x, t, text).sample) for name, unet in (experts | others).items()}
    unets = list(experts.values())
    last = len(afa.unet_stages(unets[0]))
    found["noise average"] = lambda x, t, text: afa.average(unets, x, t, [text] * len(unets), [last])
    found["block average"] = lambda x, t, text: afa.average(unets, x, t, [text] * len(unets), range(1, last + 1))
    if aggregator is not None:
        found["AFA"] = lambda x, t, text: afa.afa(unets, aggregator, x, t, [text] * len(unets))
    return found


@torch.no_grad()
def sample(predict, text, empty, seeds, count=STEPS):
    """text [B, 77, D], empty [1, 77, D], a seed per picture. Returns scaled latents [B, 4, 16, 16]."""
    steps = scheduler()
    steps.set_timesteps(count)
    x = torch.cat([torch.randn((1, 4, 16, 16), generator=torch.Generator().manual_seed(seed)) for seed in seeds])
    both = torch.cat([text, empty.expand_as(text)])
    for t in steps.timesteps:
        with torch.autocast("cpu", torch.bfloat16):
            conditional, unconditional = predict(torch.cat([x, x]), t.float().expand(2 * len(x)), both).float().chunk(2)
        x = steps.step(unconditional + GUIDANCE * (conditional - unconditional), t, x).prev_sample
    return x


def write_sheet(path, rows, zoom=2):
    """rows: a list of [B, 64, 64, 3] in 0..1."""
    pixels = numpy.concatenate([numpy.concatenate(list(row), 1) for row in rows], 0)
    image = Image.fromarray((pixels * 255).round().astype("uint8"))
    image.resize([zoom * side for side in image.size], Image.Resampling.BICUBIC).save(path + ".new.png")
    os.replace(path + ".new.png", path)
