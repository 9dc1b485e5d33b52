"""Times diffusers' own U-Net step and VAE decode at SD 1.5's shapes, random weights, its best CPU settings (channels_last,
fused attention); prints one JSON object. python peer_diffusers.py bf16|fp32 REPEATS [vae]"""
import json
import resource
import sys
import time

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel

from make_random_sd15 import UNET, VAE


def build(kind, config, dtype):
    with torch.device("meta"):
        model = kind(**config)
    model = model.to_empty(device="cpu").to(dtype)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            norm = "norm" in name.split(".")[-2] and name.endswith("weight")
            parameter.fill_(1.0) if norm else parameter.normal_(0, 0.02)
    return model.to(memory_format=torch.channels_last).eval()


def median(work, repeats):
    times = []
    for i in range(repeats + 1):
        start = time.perf_counter()
        work()
        if i > 0:
            times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


@torch.no_grad()
def main(precision, repeats, what):
    dtype = {"bf16": torch.bfloat16, "fp32": torch.float32}[precision]
    torch.manual_seed(0)
    result = {"precision": precision, "threads": torch.get_num_threads()}
    if what == "vae":
        vae = build(AutoencoderKL, VAE, dtype)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        latents = torch.randn(1, 4, 64, 64, dtype=dtype).contiguous(memory_format=torch.channels_last)
        result["vae_decode"] = median(lambda: vae.decode(latents).sample, repeats)
        result["vae_decode_extra_bytes"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    else:
        unet = build(UNet2DConditionModel, UNET, dtype)
        x = torch.randn(2, 4, 64, 64, dtype=dtype).contiguous(memory_format=torch.channels_last)
        text = torch.randn(2, 77, 768, dtype=dtype)
        result["unet_step"] = median(lambda: unet(x, 481, text).sample, repeats)
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "unet")
