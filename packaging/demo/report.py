"""Sheets and figures of a round, to see whether it is good: report.json, sheet.png in the round's folder.

sheet.png: a row per method, the first columns single objects, the others pairs of two categories, the same start noise in a
column. report.json: denoising error per category, the judge's naming of pictures, the VAE's signal-to-noise ratio.
"""
import json
import os
import time

import torch

import aggregator
import denoiser
import judge as judging
import networks
import run_state
import sampling
import scenes
import vae as vaes

ERROR_SCENES, PICTURES = 200, 36  # per category; single objects, and as many pairs
SHEET = (
    "a fox on a blue background",
    "a dog on a yellow background",
    "an apple on a white background",
    "a watermelon on a black background",
    "a rocket on a purple background",
    "a castle on a pink background",
    "a cat and an apple on a white background",
    "a lion to the left of a car on a gray background",
    "a pineapple and a rocket on a black background",
    "a penguin and a hamburger on a pink background",
    "a frog to the left of a bus on a purple background",
    "a strawberry and an alarm clock on a yellow background",
)


@torch.no_grad()
def denoising_errors(methods, vae, denoiser_text, tokenizer):
    """{method: {category or "across": error}}, weighted as in training; the same t and noise for every method."""
    drawings = scenes.load_drawings()
    kinds = {name: (lambda rng, name=name: scenes.mixed_scene(drawings, rng, (name,))) for name in networks.NAMES}
    kinds["across"] = lambda rng: scenes.across_scene(drawings, rng)
    errors = {method: {} for method in methods}
    for kind, make in kinds.items():
        latents, captions = denoiser.encode_scenes(vae, lambda i: make(scenes.stream("held-out " + kind, i)), ERROR_SCENES)
        generator = torch.Generator().manual_seed(9)
        t = torch.randint(1000, (ERROR_SCENES,), generator=generator)
        noise = torch.randn(latents.shape, generator=generator)
        text = denoiser_text(networks.token_ids(tokenizer, captions))
        x = denoiser.add_noise(latents, noise, t)
        for method, predict in methods.items():
            with torch.autocast("cpu", torch.bfloat16):
                parts = [predict(x[rows], t[rows].float(), text[rows]).float() for rows in torch.arange(ERROR_SCENES).split(50)]
            error = denoiser.loss_weight(t) * (torch.cat(parts) - noise).square().mean((1, 2, 3))
            errors[method][kind] = round(error.mean().item(), 5)
    return errors


@torch.no_grad()
def pictures(predict, vae, text, empty, seeds):
    return networks.decode(vae, sampling.sample(predict, text, empty, seeds))


def naming(methods, vae, denoiser_text, tokenizer, judge):
    """{method: {"single": .., "pair": ..}}: share of pictures in which the judge names every object."""
    drawings = scenes.load_drawings()
    wanted = {
        "single": [scenes.single_scene(drawings, scenes.stream("naming", i), noun) for i, noun in enumerate(scenes.NOUNS[:PICTURES])],
        "pair": [scenes.across_scene(drawings, scenes.stream("naming pair", i)) for i in range(PICTURES)],
    }
    empty = denoiser_text(networks.token_ids(tokenizer, [""]))
    found = {}
    for method, predict in methods.items():
        found[method] = {}
        for kind, made in wanted.items():
            text = denoiser_text(networks.token_ids(tokenizer, [scene.caption for scene in made]))
            images = pictures(predict, vae, text, empty, range(1000, 1000 + len(made)))
            shares = judging.named(judge, images, [[noun for noun, *_ in scene.objects] for scene in made])
            found[method][kind] = round(sum(share == 1 for share in shares) / len(shares), 3)
    return found


@torch.no_grad()
def write(folder, vae, tokenizer, judge):
    path = os.path.join(folder, "report.json")
    trained = os.path.join(folder, "aggregator.safetensors")
    if os.path.exists(path) and (not os.path.exists(trained) or _rows(path)[-1] == "AFA"):
        return
    networks_of = {}
    for name in (*networks.NAMES, "base", "control"):
        networks_of[name] = denoiser.Denoiser(tokenizer).eval()
        run_state.load_weights(networks_of[name], os.path.join(folder, name + ".safetensors"))
    text_of = networks_of["base"].text  # the same in all: frozen after the base
    experts = {name: networks_of[name].unet for name in networks.NAMES}
    joined = aggregator.load(trained) if os.path.exists(trained) else None
    methods = sampling.methods(experts, {name: networks_of[name].unet for name in ("base", "control")}, joined)
    text, empty = (text_of(networks.token_ids(tokenizer, list(captions))) for captions in (SHEET, ("",)))
    rows = [pictures(predict, vae, text, empty, range(100, 100 + len(SHEET))) for predict in methods.values()]
    sampling.write_sheet(os.path.join(folder, "sheet.png"), rows)
    figures = {"rows": list(methods), "columns": SHEET, "date": time.strftime("%Y-%m-%d")}
    figures["vae_psnr"] = dict(zip(("picture", "objects"), vaes.signal_to_noise(vae)))
    figures["judge_on_scenes"] = judging.accuracy_on_scenes(judge)
    through = lambda images: networks.decode(vae, networks.encode(vae, images))  # noqa: E731
    figures["judge_through_vae"] = judging.accuracy_on_scenes(judge, change=through)
    figures["denoising_error"] = denoising_errors(methods, vae, text_of, tokenizer)
    figures["named"] = naming(methods, vae, text_of, tokenizer, judge)
    run_state.save_atomically(path, lambda new: _dump(figures, new))


def _rows(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["rows"]


def _dump(figures, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(figures, file, indent=1)
        file.write("\n")
