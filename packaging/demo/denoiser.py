"""Trains the denoisers: the common base with its text encoder, the experts, and the control that goes on from the base
on everything. Loss on the noise, weighted min(SNR, 5) / SNR, which gives the high-noise steps their due."""
import json
import math
import os

import numpy
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

import networks
import run_state
import scenes

BATCH, TEXT_DROP, SNR_CAP = 64, 0.1, 5.0
BASE = {"rate": 1e-3, "decay": 0.999}  # a constant rate: the average is usable at any time, and training can always go on
# An expert shall forget what it does not see, in its pictures too, and be better than the base at what it sees. Tried from a base
# of a million samples: 40,000 samples at 2e-3 give an error of .027 across kinds (base .0041), and pictures that are still good.
EXPERT = {"rate": 3e-3, "decay": 0.995}
CONTROL = {"rate": 8e-4, "decay": 0.995}
EXPERT_LAST_RATE = 0.03  # cosine down to this share
POOL_SCENES, POOL_USES = 16384, 4  # scenes encoded at a time, how often each is used before the next are made
ENCODED_AT_ONCE = 64

ALPHA_BAR = torch.cumprod(1 - torch.linspace(0.00085**0.5, 0.012**0.5, 1000, dtype=torch.float64) ** 2, 0).float()


class Denoiser(nn.Module):
    def __init__(self, tokenizer):
        super().__init__()
        self.unet = networks.new_unet()
        self.text_encoder = networks.new_text_encoder(tokenizer)

    def text(self, ids):
        return self.text_encoder(ids).last_hidden_state

    def forward(self, x, t, text):
        return self.unet(x, t, text).sample


def add_noise(latents, noise, t):
    alpha_bar = ALPHA_BAR[t][:, None, None, None]
    return alpha_bar.sqrt() * latents + (1 - alpha_bar).sqrt() * noise


def loss_weight(t):
    snr = ALPHA_BAR[t] / (1 - ALPHA_BAR[t])
    return snr.clamp(max=SNR_CAP) / snr


@torch.no_grad()
def encode_scenes(vae, make, count):
    """make(i) -> Scene. Returns latents [count, 4, 16, 16] and captions."""
    latents, captions = [], []
    for first in range(0, count, ENCODED_AT_ONCE):
        made = [make(i) for i in range(first, min(first + ENCODED_AT_ONCE, count))]
        with torch.autocast("cpu", torch.bfloat16):
            latents.append(networks.encode(vae, numpy.stack([scene.image for scene in made])).float())
        captions += [scene.caption for scene in made]
    return torch.cat(latents), captions


class Pool:
    """Latents and token ids of the scenes in use, kept in a file; follows the count of samples, so a resumed run finds the same."""

    def __init__(self, folder, purpose, categories, vae, tokenizer):
        self.folder, self.purpose, self.categories, self.vae, self.tokenizer = folder, purpose, categories, vae, tokenizer
        self.drawings, self.number = scenes.load_drawings(), None

    def at(self, samples):
        number = samples // (POOL_SCENES * POOL_USES)
        if number != self.number:
            path = os.path.join(self.folder, f"pool-{self.purpose}.safetensors")
            if run_state.rank() == 0 and not self._holds(path, number):
                self._make(path, number)
            run_state.wait_for_all()
            with safe_open(path, "pt") as file:
                self.latents, self.ids = file.get_tensor("latents").float(), file.get_tensor("ids").long()
            self.number = number
        return self.latents, self.ids

    def _label(self, number):
        return json.dumps([self.purpose, number, POOL_SCENES, list(self.categories), self.vae.config.scaling_factor])

    def _holds(self, path, number):
        if not os.path.exists(path):
            return False
        with safe_open(path, "pt") as file:
            return file.metadata()["pool"] == self._label(number)

    def _make(self, path, number):
        def make(i):
            return scenes.mixed_scene(self.drawings, scenes.stream(self.purpose, number * POOL_SCENES + i), self.categories)

        latents, captions = encode_scenes(self.vae, make, POOL_SCENES)
        tensors = {"latents": latents.half().contiguous(), "ids": networks.token_ids(self.tokenizer, captions).int()}
        run_state.save_atomically(path, lambda new: save_file(tensors, new, {"pool": self._label(number)}))


def train(path, start, samples, seed, *, tokenizer, processes, **others):
    """To `samples` in all. Returns the average."""
    run_state.run_in_processes(processes, _train, path, start, samples, seed, tokenizer=tokenizer, **others)
    average = Denoiser(tokenizer)
    average.load_state_dict(torch.load(path, weights_only=True)["average"])
    return average


def _train(path, start, samples, seed, *, pool, tokenizer, text_encoder_too, settings, last_rate=1.0):
    """Below last_rate 1 the rate falls by a cosine over the whole training."""
    torch.manual_seed(seed)
    network = Denoiser(tokenizer)
    network.text_encoder.requires_grad_(text_encoder_too)
    training = run_state.Training(network, path, start, seed=seed, **settings)
    empty = networks.token_ids(tokenizer, [""])
    first = training.started_at
    while training.samples < samples:
        latents, ids = pool.at(training.samples)
        generator = training.generator
        rows = torch.randint(len(latents), (BATCH,), generator=generator)
        t = torch.randint(1000, (BATCH,), generator=generator)
        noise = torch.randn((BATCH, *latents.shape[1:]), generator=generator)
        dropped = torch.rand(BATCH, generator=generator) < TEXT_DROP
        shown = torch.where(dropped[:, None], empty, ids[rows])
        x, t, noise, shown = map(run_state.part_of_batch, (latents[rows], t, noise, shown))
        with torch.autocast("cpu", torch.bfloat16):
            with torch.set_grad_enabled(text_encoder_too):
                text = network.text(shown)
            predicted = network(add_noise(x, noise, t), t, text)
        loss = (loss_weight(t) * (predicted.float() - noise).square().mean((1, 2, 3))).mean()
        progress = (training.samples - first) / (samples - first)
        training.update(loss, BATCH, last_rate + (1 - last_rate) * (0.5 + 0.5 * math.cos(math.pi * progress)))
    training.save()


def train_base(path, start, samples, seed, *, vae, tokenizer, folder, processes):
    pool = Pool(folder, "base", tuple(scenes.CATEGORIES), vae, tokenizer)
    return train(path, start, samples, seed, pool=pool, tokenizer=tokenizer, processes=processes, text_encoder_too=True, settings=BASE)


def train_expert(path, base, categories, samples, seed, *, vae, tokenizer, folder, processes):
    """From the base, on scenes of the given categories alone; the control is an 'expert' of all of them."""
    pool = Pool(folder, "expert " + " ".join(categories), categories, vae, tokenizer)
    chosen = EXPERT if len(categories) == 1 else CONTROL
    settings = {"text_encoder_too": False, "settings": chosen, "last_rate": EXPERT_LAST_RATE}
    return train(path, base, samples, seed, pool=pool, tokenizer=tokenizer, processes=processes, **settings)
