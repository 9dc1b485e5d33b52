"""Trains the demo's aggregator (paper layout, d 32, 1 head, 1 layer) on top of the three demo experts.

An interim tool, see README.md. Uses the reference composed from diffusers in tests/goldens/afa_reference.py.

    python packaging/demo/train_interim_aggregator.py --state WORK_FOLDER

Run again with the same --state it goes on where it stopped. Needs torch, diffusers, transformers, pillow.
"""
import argparse
import copy
import dataclasses
import datetime
import hashlib
import json
import math
import os
import sys
import time

import numpy
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from diffusers.models.attention_processor import Attention, AttnProcessor
from safetensors.torch import save_file
from transformers import CLIPTextModel, CLIPTokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "goldens"))

import afa_reference as afa  # noqa: E402
import scenes  # noqa: E402

NAMES = ("animals", "food", "things")
BATCH, LEARNING_RATE, EMA, TEXT_DROP, SNR_CAP = 16, 1e-3, 0.995, 0.1, 5.0
TRAIN_SCENES, TEST_SCENES = 6000, 400
ALPHA_BAR = torch.cumprod(1 - torch.linspace(0.00085**0.5, 0.012**0.5, 1000, dtype=torch.float64) ** 2, 0).float()


class Models:
    """The experts, and the VAE and text encoder that are the same in all three."""

    def __init__(self, folder):
        self.folder = folder
        first = os.path.join(folder, NAMES[0])
        self.unets = [UNet2DConditionModel.from_pretrained(os.path.join(folder, name), subfolder="unet") for name in NAMES]
        self.vae = AutoencoderKL.from_pretrained(first, subfolder="vae")
        self.text_encoder = CLIPTextModel.from_pretrained(first, subfolder="text_encoder")
        self.tokenizer = CLIPTokenizer.from_pretrained(first, subfolder="tokenizer")
        for part in (*self.unets, self.vae, self.text_encoder):
            part.float().eval().requires_grad_(False)
        for unet in self.unets:
            unet.set_attn_processor(AttnProcessor())  # narrow heads: plain matmul is faster than the fused kernel

    @torch.no_grad()
    def text(self, captions):
        ids = self.tokenizer(captions, padding="max_length", truncation=True, max_length=77, return_tensors="pt").input_ids
        return self.text_encoder(ids).last_hidden_state

    @torch.no_grad()
    def latents(self, images):
        """[B, 64, 64, 3] in 0..1 -> [B, 4, 16, 16], scaled."""
        pixels = torch.from_numpy(images).permute(0, 3, 1, 2) * 2 - 1
        return self.vae.encode(pixels).latent_dist.mean * self.vae.config.scaling_factor

    def fingerprint(self, index):
        """formats.md: SHA-256 over the U-Net's tensors in ascending order of name, values as fp16."""
        digest = hashlib.sha256()
        for name, tensor in sorted(self.unets[index].state_dict().items()):
            digest.update(name.encode() + b"\0" + tensor.half().contiguous().numpy().tobytes())
        return digest.hexdigest()


def make_scenes(models, purpose, count):
    drawings = scenes.load_drawings()
    latents, captions = [], []
    for start in range(0, count, 50):
        made = [scenes.across_scene(drawings, scenes.stream(purpose, i)) for i in range(start, min(start + 50, count))]
        latents.append(models.latents(numpy.stack([scene.image for scene in made])))
        captions += [scene.caption for scene in made]
    return torch.cat(latents), captions


def cached(path, make):
    if not os.path.exists(path):
        torch.save(make(), path + ".new")
        os.replace(path + ".new", path)
    return torch.load(path, weights_only=True)


def new_aggregator(models):
    unet = models.unets[0]
    width, text_width = unet.config.block_out_channels[0], unet.config.cross_attention_dim
    channels = []
    with torch.no_grad():
        x, t, text = torch.zeros(1, 4, 16, 16), torch.zeros(1), torch.zeros(1, 77, text_width)
        afa.ensemble([unet], x, t, [text], lambda stage, own, _: channels.append(own[0].shape[1]))
    config = afa.AggregatorConfig(
        num_models=len(NAMES),
        hidden_size=32,
        num_heads=1,
        stages=tuple(range(1, len(channels) + 1)),
        channels=tuple(channels),
        cross_attention_dim=text_width,
        temb_width=4 * width,
        time_width=width,
    )
    aggregator = afa.Aggregator(config)
    for module in aggregator.modules():
        if isinstance(module, Attention):
            module.set_processor(AttnProcessor())
    return aggregator


def add_noise(latents, noise, t):
    alpha_bar = ALPHA_BAR[t][:, None, None, None]
    return alpha_bar.sqrt() * latents + (1 - alpha_bar).sqrt() * noise


def loss_weight(t):
    """Gives the steps of high noise, where the layout is decided, their due."""
    snr = ALPHA_BAR[t] / (1 - ALPHA_BAR[t])
    return snr.clamp(max=SNR_CAP) / snr


def train(models, aggregator, data, steps, state_path):
    latents, captions = data
    optimiser = torch.optim.AdamW(aggregator.parameters(), lr=LEARNING_RATE, weight_decay=0.01)
    ema = copy.deepcopy(aggregator)
    generator = torch.Generator().manual_seed(1)
    step, losses = 0, []
    if os.path.exists(state_path):
        state = torch.load(state_path, weights_only=True)
        aggregator.load_state_dict(state["aggregator"])
        ema.load_state_dict(state["ema"])
        optimiser.load_state_dict(state["optimiser"])
        generator.set_state(state["generator"])
        step, losses = state["step"], state["losses"]
    empty = models.text([""])
    began = time.time()
    while step < steps:
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * (0.5 + 0.5 * math.cos(math.pi * step / steps)) * min(1.0, (step + 1) / 20)
        rows = torch.randint(len(captions), (BATCH,), generator=generator)
        t = torch.randint(1000, (BATCH,), generator=generator)
        noise = torch.randn((BATCH, 4, 16, 16), generator=generator)
        dropped = torch.rand(BATCH, generator=generator) < TEXT_DROP
        text = torch.where(dropped[:, None, None], empty, models.text([captions[row] for row in rows]))
        with torch.autocast("cpu", torch.bfloat16):
            predicted = afa.afa(models.unets, aggregator, add_noise(latents[rows], noise, t), t.float(), [text] * len(NAMES))
        loss = (loss_weight(t) * (predicted.float() - noise).square().mean((1, 2, 3))).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(aggregator.parameters(), 1.0)
        optimiser.step()
        step += 1
        decay = min(EMA, (1 + step) / (10 + step))
        with torch.no_grad():
            for average, value in zip(ema.parameters(), aggregator.parameters()):
                average.lerp_(value, 1 - decay)
        losses.append(loss.item())
        if step % 25 == 0 or step == steps:
            print(f"step {step}: loss {sum(losses[-25:]) / len(losses[-25:]):.4f}, {time.time() - began:.0f} s", flush=True)
            state = {"aggregator": aggregator.state_dict(), "ema": ema.state_dict(), "optimiser": optimiser.state_dict()}
            state |= {"generator": generator.get_state(), "step": step, "losses": losses}
            torch.save(state, state_path + ".new")
            os.replace(state_path + ".new", state_path)
    return ema


@torch.no_grad()
def validate(models, aggregator, data):
    """{method: error} on held-out scenes, the same (t, noise) for every method; plain and with the loss's weights."""
    latents, captions = data
    generator = torch.Generator().manual_seed(2)
    t = torch.randint(1000, (len(captions),), generator=generator)
    noise = torch.randn(latents.shape, generator=generator)
    last = len(aggregator.config.stages)
    every = range(1, last + 1)
    methods = {
        name: lambda x, t, texts, unet=unet: unet(x, t, texts[0]).sample for name, unet in zip(NAMES, models.unets)
    }
    methods["noise average"] = lambda x, t, texts: afa.average(models.unets, x, t, texts, [last])
    methods["block average"] = lambda x, t, texts: afa.average(models.unets, x, t, texts, every)
    methods["AFA"] = lambda x, t, texts: afa.afa(models.unets, aggregator, x, t, texts)
    errors = {method: [] for method in methods}
    for rows in torch.arange(len(captions)).split(50):
        x = add_noise(latents[rows], noise[rows], t[rows])
        texts = [models.text([captions[row] for row in rows])] * len(NAMES)
        for method, predict in methods.items():
            errors[method].append((predict(x, t[rows].float(), texts) - noise[rows]).square().mean((1, 2, 3)))
    errors = {method: torch.cat(parts) for method, parts in errors.items()}
    weight = loss_weight(t)
    print(f"{'method':15} weighted error, less AFA's (95% interval, paired)   plain: all   t < 500   t >= 500")
    for method, error in errors.items():
        difference = weight * (error - errors["AFA"])
        interval = 1.96 * difference.std() / len(difference) ** 0.5
        parts = [error.mean(), error[t < 500].mean(), error[t >= 500].mean()]
        plain = "    ".join(f"{part:.4f}" for part in parts)
        print(f"{method:15} {(weight * error).mean():.4f}   {difference.mean():+.4f} +- {interval:.4f}{'':24}{plain}")
    return {method: (weight * error).mean().item() for method, error in errors.items()}


def write(path, models, aggregator, steps, loss):
    config = dataclasses.asdict(aggregator.config)
    base_models = [{"name": name, "sha256": models.fingerprint(i), "file": name} for i, name in enumerate(NAMES)]
    training = {
        "data": f"{TRAIN_SCENES} two-object emoji scenes (packaging/demo/scenes.py)",
        "steps": steps,
        "optimiser": f"AdamW, lr {LEARNING_RATE} cosine, batch {BATCH}, EMA {EMA}, loss weight min(SNR, {SNR_CAP:g}) / SNR",
        "date": datetime.date.today().isoformat(),
        "validation_loss": round(loss, 5),
    }
    metadata = {"afa.format": "aggregator", "afa.version": "1"}
    metadata |= {"afa.config": json.dumps(config), "afa.base_models": json.dumps(base_models)}
    metadata["afa.training"] = json.dumps(training)
    tensors = {name: value.detach().half().contiguous() for name, value in aggregator.named_parameters()}
    save_file(tensors, path + ".new", metadata)
    os.replace(path + ".new", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", default=os.path.join(ROOT, "resources", "demo"), help="folder of the three experts")
    parser.add_argument("--output", default=os.path.join(ROOT, "resources", "demo", "aggregator.safetensors"))
    parser.add_argument("--state", required=True, help="folder for cached latents and the training state")
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(0)
    os.makedirs(arguments.state, exist_ok=True)

    def in_state(name):
        return os.path.join(arguments.state, name)

    models = Models(arguments.models)
    training = cached(in_state("train.pt"), lambda: make_scenes(models, "aggregator", TRAIN_SCENES))
    held_out = cached(in_state("test.pt"), lambda: make_scenes(models, "held-out", TEST_SCENES))
    aggregator = new_aggregator(models)
    print(f"{sum(parameter.numel() for parameter in aggregator.parameters()):,} parameters", flush=True)
    ema = train(models, aggregator, training, arguments.steps, in_state("state.pt"))
    ema.load_state_dict({name: value.half().float() for name, value in ema.state_dict().items()})  # as stored
    errors = validate(models, ema, held_out)
    write(arguments.output, models, ema, arguments.steps, errors["AFA"])


if __name__ == "__main__":
    main()
