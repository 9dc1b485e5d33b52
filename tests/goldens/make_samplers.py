"""Whole sampler trajectories by diffusers' schedulers over an analytic denoiser, for tests/diffusion/test_samplers.cpp.

Authority: diffusers (schedulers with SD 1.x's betas, leading spacing, steps_offset 1), torch (generator, schedule).
Run from the repository root: python tests/goldens/make_samplers.py
"""
import os

import torch
from diffusers import (DDIMScheduler, DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler,
                       EulerDiscreteScheduler, PNDMScheduler)
from safetensors.torch import save_file

COMMON = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", num_train_timesteps=1000,
              timestep_spacing="leading", steps_offset=1)
SCHEDULERS = {
    "ddim": lambda: DDIMScheduler(**COMMON, clip_sample=False, set_alpha_to_one=False),
    "pndm": lambda: PNDMScheduler(**COMMON, skip_prk_steps=True, set_alpha_to_one=False),
    "dpmpp-2m": lambda: DPMSolverMultistepScheduler(**COMMON),
    "dpmpp-2m.karras": lambda: DPMSolverMultistepScheduler(**COMMON, use_karras_sigmas=True),
    "euler": lambda: EulerDiscreteScheduler(**COMMON),
    "euler.karras": lambda: EulerDiscreteScheduler(**COMMON, use_karras_sigmas=True),
    "euler-a": lambda: EulerAncestralDiscreteScheduler(**COMMON),
}
STEPS = (1, 2, 3, 5, 20, 150)
SEED = 1234
SHAPE = (1, 4, 5, 6)


def denoise(x, t):
    """Non-linear in x and dependent on t, so that a wrong input scale, order or timestep shows."""
    t = torch.as_tensor(t, dtype=torch.float32)
    return torch.tanh(0.7 * x + 0.3 * torch.sin(0.01 * t)) + 0.1 * torch.cos(0.003 * t)


def trajectory(scheduler, steps, eta):
    generator = torch.Generator("cpu").manual_seed(SEED)
    scheduler.set_timesteps(steps)
    x = torch.randn(SHAPE, generator=generator) * scheduler.init_noise_sigma
    states = [x]
    for t in scheduler.timesteps:
        noise = denoise(scheduler.scale_model_input(x, t), t)
        if isinstance(scheduler, DDIMScheduler):
            x = scheduler.step(noise, t, x, eta=eta, generator=generator).prev_sample
        elif isinstance(scheduler, EulerAncestralDiscreteScheduler):
            x = scheduler.step(noise, t, x, generator=generator).prev_sample
        else:
            x = scheduler.step(noise, t, x).prev_sample
        states.append(x)
    return torch.cat(states), scheduler.timesteps.to(torch.float32)


def later_start(scheduler, steps, first, eta):
    """As diffusers' StableDiffusionImg2ImgPipeline runs: latents noised to the first timestep kept, then the schedule's end."""
    generator = torch.Generator("cpu").manual_seed(SEED)
    scheduler.set_timesteps(steps)
    timesteps = scheduler.timesteps[first * scheduler.order:]
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(first * scheduler.order)
    latents = torch.randn(SHAPE, generator=generator)
    noise = torch.randn(SHAPE, generator=generator)
    x = scheduler.add_noise(latents, noise, timesteps[:1])
    states = [x]
    for t in timesteps:
        noise = denoise(scheduler.scale_model_input(x, t), t)
        options = {"eta": eta, "generator": generator} if isinstance(scheduler, DDIMScheduler) else {}
        if isinstance(scheduler, EulerAncestralDiscreteScheduler):
            options = {"generator": generator}
        x = scheduler.step(noise, t, x, **options).prev_sample
        states.append(x)
    return torch.cat(states)


def main():
    out = os.path.join(os.path.dirname(__file__), "..", "data", "diffusion")
    os.makedirs(out, exist_ok=True)
    tensors = {}
    for name, make in SCHEDULERS.items():
        for steps in STEPS:
            for eta in ((0.0, 0.7) if name == "ddim" else (0.0,)):
                key = f"{name}.{steps}" + (".eta" if eta else "")
                states, timesteps = trajectory(make(), steps, eta)
                # Of long runs every tenth state and the last are kept.
                index = sorted(set(range(0, len(states), 10 if steps > 20 else 1)) | {len(states) - 1})
                tensors[key + ".states"] = states[index].contiguous()
                tensors[key + ".index"] = torch.tensor(index)
                tensors[key + ".timesteps"] = timesteps
    # Not PNDM: after its warm-up that pipeline evaluates the state of one timestep at the next.
    for name, make in SCHEDULERS.items():
        for first in (3, 7) if name != "pndm" else ():
            for eta in ((0.0, 0.7) if name == "ddim" else (0.0,)):
                tensors[f"{name}.from{first}" + (".eta" if eta else "")] = later_start(make(), 8, first, eta)
    for shape in ((1, 4, 8, 8), (1, 4, 64, 64), (1, 1, 3, 5), (7,)):
        for seed in (0, 42, 2**32 + 5, 2**63 + 11):
            generator = torch.Generator("cpu").manual_seed(seed)
            drawn = torch.stack([torch.randn(shape, generator=generator) for _ in range(2)])
            tensors["noise." + "x".join(map(str, shape)) + f".{seed}"] = drawn.flatten()[:: max(1, drawn.numel() // 64)].contiguous()
    tensors["alphas_cumprod"] = DDIMScheduler(**COMMON).alphas_cumprod
    generator = torch.Generator().manual_seed(3)
    x0, noise = torch.randn(3, 4, 2, 2, generator=generator), torch.randn(3, 4, 2, 2, generator=generator)
    at = torch.tensor([0, 500, 999])
    tensors.update({"add_noise.x0": x0, "add_noise.noise": noise, "add_noise.timesteps": at,
                    "add_noise.result": DDIMScheduler(**COMMON).add_noise(x0, noise, at)})
    save_file(tensors, os.path.join(out, "samplers.safetensors"))


if __name__ == "__main__":
    main()
