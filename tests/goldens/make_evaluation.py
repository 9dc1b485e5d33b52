"""`afa capability` and `afa screen` on the demo models by diffusers, for tests/cli/test_evaluation.cpp.

Authority: diffusers (U-Net, VAE, noising), transformers (text), method.md 5 and 6 written out in torch. Run from the
repository root:
    python tests/goldens/make_evaluation.py
Writes tests/data/evaluation/evaluation.safetensors: "capability.T" [N, h, w]; the figures of the
screening as JSON in the metadata.
"""
import json
import os

import numpy
import torch
from diffusers import AutoencoderKL, DDPMScheduler, UNet2DConditionModel
from PIL import Image
from safetensors.torch import save_file
from transformers import CLIPTextModel, CLIPTokenizer

ROOT = os.path.join(os.path.dirname(__file__), "..", "..")
DEMO = os.path.join(ROOT, "resources", "demo")
OUT = os.path.join(ROOT, "tests", "data", "evaluation")
MODELS = ("animals", "food", "things")
CAPABILITY = {"image": "000.png", "prompt": "a cat to the right of a fire engine", "timesteps": [100, 600],
              "noise_samples": 5, "seed": 3}
SCREEN = {"samples": 12, "noise_samples": 3, "timesteps": 10, "seed": 4}
NOISE_SALT = 0x6E6F697365  # core/compute/screen.cpp
WORD = (1 << 64) - 1

SCHEDULE = DDPMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", num_train_timesteps=1000)


def mix_seeds(seed, index):  # core/train/sample_order.cpp; splitmix64
    z = (seed + (index + 1) * 0x9E3779B97F4A7C15) & WORD
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
    return z ^ (z >> 31)


def shuffled(count, seed):
    order = list(range(count))
    for i in range(count, 1, -1):
        j = mix_seeds(seed, i) % i
        order[i - 1], order[j] = order[j], order[i - 1]
    return order


class Model:
    def __init__(self, name):
        folder = os.path.join(DEMO, name)
        self.unet = UNet2DConditionModel.from_pretrained(folder, subfolder="unet", torch_dtype=torch.float32).eval()
        self.text = CLIPTextModel.from_pretrained(folder, subfolder="text_encoder", torch_dtype=torch.float32).eval()
        self.tokenizer = CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer")
        self.vae = AutoencoderKL.from_pretrained(folder, subfolder="vae", torch_dtype=torch.float32).eval()

    def predict(self, x0, noise, t, prompt):
        ids = self.tokenizer(prompt, padding="max_length", max_length=77, truncation=True, return_tensors="pt").input_ids
        states = self.text(ids).last_hidden_state.expand(len(noise), -1, -1)
        t = torch.full((len(noise),), t)
        return self.unet(SCHEDULE.add_noise(x0.expand_as(noise), noise, t), t, states).sample


def picture(name):
    pixels = numpy.asarray(Image.open(os.path.join(DEMO, "scenes", name)).convert("RGB"))
    return torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float() / 127.5 - 1


def encode(vae, name):
    """Mean and deviation, in the U-Net's scale."""
    distribution = vae.encode(picture(name)).latent_dist
    return distribution.mean * vae.config.scaling_factor, distribution.std * vae.config.scaling_factor


def draw(generator, shape, count):
    return torch.cat([torch.randn(shape, generator=generator) for _ in range(count)])


def capability(models):
    x0, _ = encode(models[0].vae, CAPABILITY["image"])
    noise = draw(torch.Generator().manual_seed(CAPABILITY["seed"]), x0.shape, CAPABILITY["noise_samples"])
    maps = {}
    for t in CAPABILITY["timesteps"]:
        errors = [(model.predict(x0, noise, t, CAPABILITY["prompt"]) - noise).square().mean(1).mean(0) for model in models]
        maps[f"capability.{t}"] = -torch.stack(errors).contiguous()
    return maps


def screen(models):
    lines = [json.loads(line) for line in open(os.path.join(DEMO, "scenes", "manifest.jsonl"), encoding="utf-8")]
    chosen = [lines[i] for i in shuffled(len(lines), SCREEN["seed"])[: SCREEN["samples"]]]
    errors, routed, mean_errors, timesteps = [], [], [], []  # per picture: [N], number, number, t
    for i, entry in enumerate(chosen):
        mean, deviation = encode(models[0].vae, entry["image"])
        generator = torch.Generator().manual_seed(mix_seeds(SCREEN["seed"] ^ NOISE_SALT, i))
        x0 = mean + deviation * torch.randn(mean.shape, generator=generator)
        noise = draw(generator, x0.shape, SCREEN["noise_samples"])
        t = (2 * (i % SCREEN["timesteps"]) + 1) * 1000 // (2 * SCREEN["timesteps"])
        predicted = torch.stack([model.predict(x0, noise, t, entry["text"]) for model in models])
        error = (predicted - noise).square().mean(2).double()  # [N, M, h, w]
        winners = error.argmin(0)  # [M, h, w]
        pairs = [error[:, b].gather(0, winners[a][None]).mean()
                 for a in range(len(noise)) for b in range(len(noise)) if a != b]
        errors.append(error.mean((1, 2, 3)))
        routed.append(torch.stack(pairs).mean())
        mean_errors.append((predicted.mean(0) - noise).square().mean().double())
        timesteps.append(t)
    errors, routed = torch.stack(errors).mean(0), torch.stack(routed).mean()
    best = int(errors.argmin())
    return {"errors": errors.tolist(), "best": best, "mean_error": float(torch.stack(mean_errors).mean()),
            "routed_error": float(routed), "gain": float(1 - routed / errors[best]), "timesteps": timesteps}


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    os.makedirs(OUT, exist_ok=True)
    models = [Model(name) for name in MODELS]
    metadata = {"models": MODELS, "capability": CAPABILITY, "screen": SCREEN, "screened": screen(models)}
    save_file(capability(models), os.path.join(OUT, "evaluation.safetensors"), {"evaluation": json.dumps(metadata)})
    print(json.dumps(metadata["screened"], indent=2))


if __name__ == "__main__":
    main()
