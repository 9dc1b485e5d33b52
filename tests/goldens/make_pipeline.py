"""Pictures by diffusers' StableDiffusionPipeline on the demo models, for tests/cli/test_generate.cpp.

Authority: diffusers (the pipeline and its schedulers), transformers (text). Run from the repository root:
    python tests/goldens/make_pipeline.py
Writes tests/data/pipeline/pictures.safetensors: for every case the picture [H, W, 3] uint8 at fp32, and for one
case the text states and the latents of every step.
"""
import json
import os

import torch
from diffusers import (DDIMScheduler, DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler,
                       EulerDiscreteScheduler, PNDMScheduler, StableDiffusionPipeline)
from safetensors.torch import save_file

# SD 1.x's betas with the spacing of method.md 4 ("leading", offset 1), spelled out for every scheduler.
COMMON = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", num_train_timesteps=1000,
              timestep_spacing="leading", steps_offset=1)
SCHEDULERS = {
    "ddim": lambda: DDIMScheduler(**COMMON, clip_sample=False, set_alpha_to_one=False),
    "pndm": lambda: PNDMScheduler(**COMMON, skip_prk_steps=True, set_alpha_to_one=False),
    "dpmpp-2m": lambda: DPMSolverMultistepScheduler(**COMMON),
    "dpmpp-2m-karras": lambda: DPMSolverMultistepScheduler(**COMMON, use_karras_sigmas=True),
    "euler": lambda: EulerDiscreteScheduler(**COMMON),
    "euler-karras": lambda: EulerDiscreteScheduler(**COMMON, use_karras_sigmas=True),
    "euler-a": lambda: EulerAncestralDiscreteScheduler(**COMMON),
}
CASES = [
    # name, model, scheduler, steps, cfg, eta, width, height, seed, prompt, negative prompt
    ("ddim", "animals", "ddim", 10, 4.0, 0.0, 64, 64, 7, "a dog on a blue background", ""),
    ("ddim-eta", "animals", "ddim", 6, 4.0, 0.6, 64, 64, 8, "a cat on a pink background", "a dog"),
    ("pndm", "food", "pndm", 8, 7.5, 0.0, 64, 64, 9, "a pizza on a white background", ""),
    ("dpmpp-2m", "things", "dpmpp-2m", 7, 4.0, 0.0, 64, 64, 10, "a car and a house on a yellow background", ""),
    ("dpmpp-2m-karras", "things", "dpmpp-2m-karras", 7, 4.0, 0.0, 64, 64, 11, "a rocket", ""),
    ("euler", "animals", "euler", 6, 4.0, 0.0, 96, 64, 12, "a frog and a bee on a green background", ""),
    ("euler-karras", "animals", "euler-karras", 6, 4.0, 0.0, 64, 96, 13, "a panda", ""),
    ("euler-a", "food", "euler-a", 6, 4.0, 0.0, 64, 64, 14, "grapes on a purple background", ""),
    ("unguided", "food", "ddim", 6, 1.0, 0.0, 64, 64, 15, "an apple on a gray background", ""),
]
ROOT = os.path.join(os.path.dirname(__file__), "..", "..")
OUT = os.path.join(ROOT, "tests", "data", "pipeline")


def main():
    torch.set_num_threads(1)
    os.makedirs(OUT, exist_ok=True)
    tensors, cases = {}, []
    for name, model, scheduler, steps, cfg, eta, width, height, seed, prompt, negative in CASES:
        pipe = StableDiffusionPipeline.from_pretrained(
            os.path.join(ROOT, "resources", "demo", model), torch_dtype=torch.float32, safety_checker=None,
            feature_extractor=None, requires_safety_checker=False)
        pipe.scheduler = SCHEDULERS[scheduler]()
        pipe.set_progress_bar_config(disable=True)
        steps_seen = []

        def keep(_, i, t, kwargs):
            steps_seen.append(kwargs["latents"][0].clone())
            return kwargs

        picture = pipe(prompt, negative_prompt=negative, num_inference_steps=steps, guidance_scale=cfg, eta=eta,
                       width=width, height=height, generator=torch.Generator("cpu").manual_seed(seed),
                       output_type="np", callback_on_step_end=keep).images[0]
        tensors[name] = torch.from_numpy((picture * 255).round().astype("uint8").copy()).contiguous()
        if name == "ddim":
            tensors["ddim.latents"] = torch.stack(steps_seen)
        cases.append(dict(name=name, model=model, sampler=scheduler.replace("-karras", ""),
                          karras="karras" in scheduler, steps=steps, cfg=cfg, eta=eta, width=width, height=height,
                          seed=seed, prompt=prompt, negative=negative))
    save_file(tensors, os.path.join(OUT, "pictures.safetensors"), metadata={"cases": json.dumps(cases)})


if __name__ == "__main__":
    main()
