"""Writes COUNT diffusers directories of Stable Diffusion 1.5's shapes with random fp16 weights (2 GB each) to a folder,
for benchmarks of loading, memory and speed: python make_random_sd15.py FOLDER COUNT"""
import json
import os
import sys

import torch
from diffusers import AutoencoderKL, DDIMScheduler, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel

UNET = dict(sample_size=64, in_channels=4, out_channels=4, layers_per_block=2, cross_attention_dim=768,
            attention_head_dim=8, block_out_channels=(320, 640, 1280, 1280),
            down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",),
            up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3)
VAE = dict(in_channels=3, out_channels=3, latent_channels=4, block_out_channels=(128, 256, 512, 512), layers_per_block=2,
           down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4, sample_size=512)
TEXT = dict(vocab_size=49408, hidden_size=768, intermediate_size=3072, num_hidden_layers=12, num_attention_heads=12,
            max_position_embeddings=77, hidden_act="quick_gelu", projection_dim=768)


def random_state(model, seed):
    generator = torch.Generator().manual_seed(seed)
    state = {}
    for name, tensor in model.state_dict().items():
        if not tensor.is_floating_point():
            continue
        norm = "norm" in name.split(".")[-2] and name.endswith("weight")
        values = torch.ones(tensor.shape) if norm else torch.randn(tensor.shape, generator=generator) * 0.02
        state[name] = values.to(torch.float16)
    return state


def main(folder, count):
    with torch.device("meta"):
        unet, vae = UNet2DConditionModel(**UNET), AutoencoderKL(**VAE)
        text = CLIPTextModel(CLIPTextConfig(**TEXT))
    for i in range(count):
        target = os.path.join(folder, f"random-{i}")
        if os.path.exists(os.path.join(target, "model_index.json")):
            continue
        for part, model, name in (("unet", unet, "diffusion_pytorch_model"), ("vae", vae, "diffusion_pytorch_model"),
                                  ("text_encoder", text, "model")):
            directory = os.path.join(target, part)
            os.makedirs(directory, exist_ok=True)
            save_file(random_state(model, 1000 * i + len(part)), os.path.join(directory, name + ".safetensors"))
            if part == "text_encoder":
                model.config.save_pretrained(directory)
            else:
                model.save_config(directory)
        DDIMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1,
                      clip_sample=False, set_alpha_to_one=False).save_config(os.path.join(target, "scheduler"))
        with open(os.path.join(target, "model_index.json"), "w") as index:
            json.dump({"_class_name": "StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"],
                       "vae": ["diffusers", "AutoencoderKL"], "text_encoder": ["transformers", "CLIPTextModel"],
                       "scheduler": ["diffusers", "DDIMScheduler"]}, index)
        print("wrote", target, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
