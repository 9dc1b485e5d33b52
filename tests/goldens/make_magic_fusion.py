"""MagicFusion by PyTorch over diffusers U-Nets, for tests/ensemble/test_magic_fusion.cpp.

    python tests/goldens/make_magic_fusion.py

writes tests/data/ensemble/magic_fusion.safetensors. Networks and inputs come from hashed.py and are not stored.
"""
import os

import torch
import torch.nn.functional as F
from hashed import hashed
from make_ensemble import OUT, TEXT_LENGTH, UNETS, make_unets
from safetensors.torch import save_file

T0 = 600
SCALES = {"guided": 4.0, "unguided": 1.0}
SHARPNESS = [60.0, 40.0, 90.0]  # of the models; small maps need more than the usual 1 to differ


def magic_fusion(unets, x, t, texts, scale, mode, k):
    """(noise, mask): the noise of one step and which model each position's is of."""
    predictions = []
    for unet, text in zip(unets, texts):
        cond, uncond = unet(torch.cat([x, x]), torch.tensor([t, t]), text).sample.chunk(2)
        predictions.append((cond, uncond))
    guided = [uncond + scale * (cond - uncond) for cond, uncond in predictions]
    blending = t <= T0 if mode == 1 else t > T0
    if not blending:
        return guided[0], torch.zeros(x.shape[0], *x.shape[2:], dtype=torch.int64)
    weights = []
    for (cond, uncond), sharpness in zip(predictions, k):
        response = (scale * (cond - uncond)).abs()
        pooled = F.avg_pool2d(response, kernel_size=4, stride=1, padding=1)
        salience = F.interpolate(pooled, size=x.shape[2:], mode="bilinear").mean(dim=1)
        weights.append(torch.softmax((sharpness * salience).flatten(1), dim=1).view_as(salience))
    mask = torch.stack(weights).argmax(dim=0)
    noise = torch.gather(torch.stack(guided), 0, mask[None, :, None].expand(1, -1, x.shape[1], -1, -1))[0]
    return noise, mask


def main():
    torch.set_num_threads(1)
    out = {}
    for name, fields in UNETS.items():
        unets = make_unets(fields)
        count = fields["models"]
        x = hashed("x", (1, 4, 8, 8), 1.7)
        texts = [hashed(f"text.{i}", (2, TEXT_LENGTH, fields["cross_attention_dim"])) for i in range(count)]
        for guidance, scale in SCALES.items():
            for mode in (1, 2):
                for t in (741.0, 600.0):
                    with torch.no_grad():
                        noise, mask = magic_fusion(unets, x, t, texts, scale, mode, SHARPNESS)
                    key = f"{name}.{guidance}.{mode}.{int(t)}"
                    out[key + ".noise"], out[key + ".mask"] = noise.contiguous(), mask
                    print(key, "positions per model:", torch.bincount(mask.flatten(), minlength=count).tolist())
    save_file(out, os.path.join(OUT, "magic_fusion.safetensors"))


if __name__ == "__main__":
    main()
