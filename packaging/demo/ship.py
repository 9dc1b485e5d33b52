"""Writes a round's models to resources/demo: diffusers directories in fp16, as any other program would have made them."""
import os
import shutil

from diffusers import StableDiffusionPipeline

import denoiser
import networks
import run_state
import sampling


def ship(folder, target, tokenizer):
    """A round's experts, and its aggregator if it has one, to the folder `target`."""
    vae = networks.new_vae()
    run_state.load_weights(vae, os.path.join(folder, "vae.safetensors"))
    for name in networks.NAMES:
        trained = denoiser.Denoiser(tokenizer)
        run_state.load_weights(trained, os.path.join(folder, name + ".safetensors"))
        write(os.path.join(target, name), vae, trained.unet, trained.text_encoder, tokenizer)
    aggregator = os.path.join(folder, "aggregator.safetensors")
    if os.path.exists(aggregator):
        shutil.copy(aggregator, target)


def ship_vae(folder):
    """The round's VAE alone: its encoder never changes, so the denoisers already shipped go with it."""
    vae = networks.new_vae()
    run_state.load_weights(vae, os.path.join(folder, "vae.safetensors"))
    for name in networks.NAMES:
        _replace(os.path.join(networks.SHIPPED, name, "vae"), vae.half())


def write(path, vae, unet, text_encoder, tokenizer):
    pipeline = StableDiffusionPipeline(
        vae=vae.half(),
        unet=unet.half(),
        text_encoder=text_encoder.half(),
        tokenizer=tokenizer,
        scheduler=sampling.scheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    _replace(path, pipeline)


def _replace(path, model):
    """The directory as a whole, all parts or none."""
    model.save_pretrained(path + ".new", safe_serialization=True)
    tokenizer = os.path.join(path + ".new", "tokenizer")
    if os.path.exists(tokenizer):  # as it came, vocab.json and merges.txt: what is saved depends on the library's version
        shutil.rmtree(tokenizer)
        shutil.copytree(networks.TOKENIZER, tokenizer)
    for folder, _, files in os.walk(path + ".new"):
        for name in files:
            os.chmod(os.path.join(folder, name), 0o644)
    shutil.rmtree(path, ignore_errors=True)
    os.replace(path + ".new", path)
