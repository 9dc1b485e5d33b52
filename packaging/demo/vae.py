"""Trains the VAE: first the whole of it, then only its decoder.

A frozen encoder keeps the latents as they are, so the denoisers can be trained while the decoder is still getting
sharper. In the second part the latents carry a little noise, since a denoiser's latents are never perfect.
"""
import numpy
import torch

import networks
import run_state
import scenes
from run_state import Training

BATCH, RATE, DECAY = 16, 1e-3, 0.999
CROP, CROP_SHARE = 32, 0.65  # whole VAE: object-dense crops
GRADIENT_WEIGHT, KL_WEIGHT = 0.5, 2e-4
FIRST_LOG_VARIANCE = -5.0
LATENT_SHAPE = (4, 16, 16)
LATENT_NOISE = 0.15  # decoder alone: at most this, in units of the latents' standard deviation
EDGE_WEIGHT = 1.0  # decoder alone: of the gradients' error
OBJECT_WEIGHT = 4.0  # decoder alone: of a pixel inside an object's cell, against 1 outside


def _gradients(pixels):
    return pixels[..., 1:, :] - pixels[..., :-1, :], pixels[..., :, 1:] - pixels[..., :, :-1]


def _gradient_error(decoded, pixels):
    return sum((one - other).abs().mean((1, 2, 3)) for one, other in zip(_gradients(decoded), _gradients(pixels)))


def _batch(drawings, purpose, first, rows=range(BATCH)):
    return [scenes.mixed_scene(drawings, scenes.stream(purpose, first + i)) for i in rows]


def _crop(scene, rng):
    """A square around an object, on the latent grid."""
    _, x, y, cell = rng.choice(scene.objects)
    slack = cell - CROP
    corner = [min(max(0, start + rng.randrange(min(0, slack), max(0, slack) + 1, scenes.GRID)), scenes.SIZE - CROP) for start in (x, y)]
    return scene.image[corner[1] : corner[1] + CROP, corner[0] : corner[0] + CROP]


def train_whole(path, start, samples, seed):
    """Encoder and decoder from scratch. Returns the averaged VAE, its scaling factor set."""
    drawings = scenes.load_drawings()
    torch.manual_seed(seed)
    vae = networks.new_vae()
    with torch.no_grad():  # a small, constant variance at first: the decoder sees the encoder, not noise
        vae.quant_conv.weight[4:] *= 0.1
        vae.quant_conv.bias[4:] = FIRST_LOG_VARIANCE
    training = Training(vae, path, start, rate=RATE, decay=DECAY, seed=seed)
    while training.samples < samples:
        made = _batch(drawings, "vae", training.samples)
        rng = scenes.stream("vae crop", training.samples)
        images = [scene.image for scene in made] if rng.random() > CROP_SHARE else [_crop(scene, rng) for scene in made]
        pixels = networks.to_pixels(numpy.stack(images))
        with torch.autocast("cpu", torch.bfloat16):
            latent = vae.encode(pixels).latent_dist
            noise = torch.randn(latent.mean.shape, generator=training.generator)
            decoded = vae.decode(latent.mean + latent.std * noise).sample.float()
        loss = (decoded - pixels).abs().mean() + (decoded - pixels).square().mean()
        loss = loss + GRADIENT_WEIGHT * _gradient_error(decoded, pixels).mean() + KL_WEIGHT * latent.kl().float().mean()
        training.update(loss, BATCH)
    training.save()
    return with_scaling_factor(training.average, drawings)


def train_decoder(path, start, samples, seed, processes):
    """Returns the averaged VAE; its encoder is that of `start`, a weights file of a trained VAE."""
    run_state.run_in_processes(processes, _train_decoder, path, start, samples, seed)
    vae = networks.new_vae()
    run_state.load_weights(vae, start)  # also the scaling factor
    vae.load_state_dict(torch.load(path, weights_only=True)["average"])
    return vae


def _train_decoder(path, start, samples, seed):
    drawings = scenes.load_drawings()
    vae = networks.new_vae()
    vae.encoder.requires_grad_(False)
    vae.quant_conv.requires_grad_(False)
    training = Training(vae, path, start, rate=RATE, decay=DECAY, seed=seed)
    while training.samples < samples:
        made = _batch(drawings, "decoder", training.samples, run_state.part_of_batch(range(BATCH)))
        strength = torch.rand((BATCH, 1, 1, 1), generator=training.generator) * LATENT_NOISE / vae.config.scaling_factor
        noise = torch.randn((BATCH, *LATENT_SHAPE), generator=training.generator)
        strength, noise = map(run_state.part_of_batch, (strength, noise))
        pixels = networks.to_pixels(numpy.stack([scene.image for scene in made]))
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            latents = vae.encode(pixels).latent_dist.mean.float() + strength * noise
        with torch.autocast("cpu", torch.bfloat16):
            decoded = vae.decode(latents).sample.float()
        weight = torch.ones((len(made), 1, scenes.SIZE, scenes.SIZE))
        for row, scene in enumerate(made):
            for _, x, y, cell in scene.objects:
                weight[row, :, y : y + cell, x : x + cell] = OBJECT_WEIGHT
        error = weight * ((decoded - pixels).abs() + (decoded - pixels).square())
        training.update((error.mean((1, 2, 3)) + EDGE_WEIGHT * _gradient_error(decoded, pixels)).mean(), BATCH)
    training.save()


@torch.no_grad()
def with_scaling_factor(vae, drawings, count=256):
    """1 / the latents' standard deviation, over a fixed set of scenes."""
    images = [scenes.mixed_scene(drawings, scenes.stream("scaling factor", i)).image for i in range(count)]
    parts = [vae.encode(networks.to_pixels(numpy.stack(images[i : i + 32]))).latent_dist.mean for i in range(0, count, 32)]
    vae.register_to_config(scaling_factor=round(1 / torch.cat(parts).std().item(), 5))
    return vae


@torch.no_grad()
def signal_to_noise(vae, count=256):
    """Mean PSNR in dB of held-out scenes through the VAE: (whole picture, objects' cells only)."""
    drawings = scenes.load_drawings()
    whole, cells = [], []
    for i in range(count):
        scene = scenes.mixed_scene(drawings, scenes.stream("vae test", i))
        decoded = networks.decode(vae, networks.encode(vae, scene.image[None]))[0]
        error = (decoded - scene.image) ** 2
        inside = numpy.concatenate([error[y : y + cell, x : x + cell].reshape(-1) for _, x, y, cell in scene.objects])
        whole.append(-10 * numpy.log10(error.mean()))
        cells.append(-10 * numpy.log10(inside.mean()))
    return float(numpy.mean(whole)), float(numpy.mean(cells))
