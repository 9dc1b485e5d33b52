"""Writes a round's models to resources/demo: diffusers directories in fp16, as any other program would have made them."""
import os
import shutil

import torch
from diffusers import StableDiffusionPipeline

import denoiser
import networks
import run_state
import sampling


def ship(folder, tokenizer):
    vae = networks.new_vae()
    run_state.load_weights(vae, os.path.join(folder, "vae.safetensors"))
    for name in networks.NAMES:
        trained = denoiser.Denoiser(tokenizer)
        run_state.load_weights(trained, os.path.join(folder, name + ".safetensors"))
        write(name, vae, trained.unet, trained.text_encoder, tokenizer)


def write(name, vae, unet, text_encoder, tokenizer):
    """One model; the directory is replaced as a whole, all parts or none."""
    pipeline = StableDiffusionPipeline(
        vae=vae,
        unet=unet,
        text_encoder=text_encoder,
        tokenizer=tokenizer,
        scheduler=sampling.scheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).to(torch.float16)
    path = os.path.join(networks.SHIPPED, name)
    pipeline.save_pretrained(path + ".new", safe_serialization=True)
    shutil.rmtree(path, ignore_errors=True)
    os.replace(path + ".new", path)
