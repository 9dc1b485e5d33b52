"""The independent judge of pictures: a small CNN that names the objects of a scene. It has seen real scenes alone, never a
model's picture; blur, noise and small shifts of colour in training keep it from leaning on the last pixel."""
import numpy
import torch
from torch import nn
from torch.nn import functional

import networks
import scenes
from run_state import Training

BATCH, RATE, DECAY = 64, 2e-3, 0.995
WIDTHS = (24, 48, 96, 128)
MAX_BLUR, MAX_NOISE, MAX_TINT = 1.0, 0.06, 0.08  # sigma in pixels; in units of -1..1


class Judge(nn.Module):
    """[B, 3, 64, 64] in -1..1 -> a logit per noun, in the order of scenes.NOUNS."""

    def __init__(self):
        super().__init__()
        layers, before = [], 3
        for width in WIDTHS:
            layers += [nn.Conv2d(before, width, 3, padding=1), nn.GroupNorm(8, width), nn.SiLU()]
            layers += [nn.Conv2d(width, width, 3, padding=1), nn.GroupNorm(8, width), nn.SiLU(), nn.MaxPool2d(2)]
            before = width
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(2 * before, len(scenes.NOUNS))

    def features(self, pixels):
        """[B, 256], also for the Frechet distance."""
        maps = self.body(pixels)
        return torch.cat([maps.amax((2, 3)), maps.mean((2, 3))], 1)

    def forward(self, pixels):
        return self.head(self.features(pixels))


def _spoilt(pixels, generator):
    sigma = MAX_BLUR * torch.rand((), generator=generator).item() + 1e-3
    taps = torch.exp(-torch.arange(-2.0, 3.0).square() / (2 * sigma**2))
    taps = (taps / taps.sum()).expand(3, 1, -1)
    padded = functional.pad(pixels, (2, 2, 2, 2), mode="replicate")
    pixels = functional.conv2d(functional.conv2d(padded, taps[:, :, None], groups=3), taps[..., None], groups=3)
    tint = MAX_TINT * (2 * torch.rand((len(pixels), 3, 1, 1), generator=generator) - 1)
    strength = MAX_NOISE * torch.rand((len(pixels), 1, 1, 1), generator=generator)
    return pixels + tint + strength * torch.randn(pixels.shape, generator=generator)


def train(path, samples, seed):
    drawings = scenes.load_drawings()
    torch.manual_seed(seed)
    judge = Judge()
    training = Training(judge, path, None, rate=RATE, decay=DECAY, seed=seed)
    while training.samples < samples:
        made = [scenes.mixed_scene(drawings, scenes.stream("judge", training.samples + i)) for i in range(BATCH)]
        wanted = torch.tensor([[float(noun in {name for name, *_ in scene.objects}) for noun in scenes.NOUNS] for scene in made])
        pixels = _spoilt(networks.to_pixels(numpy.stack([scene.image for scene in made])), training.generator)
        with torch.autocast("cpu", torch.bfloat16):
            logits = judge(pixels).float()
        loss = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none").sum(1).mean()
        rate_factor = 0.02 + 0.98 * (0.5 + 0.5 * numpy.cos(numpy.pi * training.samples / samples))
        training.update(loss, BATCH, rate_factor)
    training.save()
    return training.average


@torch.no_grad()
def named(judge, images, wanted):
    """images [B, 64, 64, 3] in 0..1, wanted: a list of nouns per image. Per image the share of them among the judge's
    len(wanted) first choices: 1 is all named."""
    order = judge(networks.to_pixels(images)).argsort(1, descending=True)
    shares = []
    for row, nouns in zip(order, wanted):
        choices = {scenes.NOUNS[i] for i in row[: len(nouns)]}
        shares.append(len(choices & set(nouns)) / len(nouns))
    return shares


def accuracy_on_scenes(judge, count=400, change=lambda images: images):
    """{"single": .., "pair": ..}: all objects named, on fresh real scenes, or on `change` of them (the VAE)."""
    drawings = scenes.load_drawings()
    made = [scenes.mixed_scene(drawings, scenes.stream("judge test", i)) for i in range(count)]
    right = {1: [], 2: []}
    for first in range(0, count, 50):
        part = made[first : first + 50]
        shares = named(judge, change(numpy.stack([s.image for s in part])), [[o[0] for o in s.objects] for s in part])
        for scene, share in zip(part, shares):
            right[len(scene.objects)].append(share == 1)
    return {"single": float(numpy.mean(right[1])), "pair": float(numpy.mean(right[2]))}
