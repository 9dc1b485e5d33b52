"""Emoji scenes, 64 x 64 pixels, with captions: what the demo models are trained and tested on.

The drawings lie in drawings/ (manifest.json tells whose they are); extract_drawings.py took them from their packages.
"""
import dataclasses
import hashlib
import json
import os
import random

import numpy
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
DRAWINGS = os.path.join(HERE, "drawings")

SIZE = 64
SINGLE, PAIR = 44, 28  # longest side of a drawing, alone or one of two
GRID = 4  # positions fall on the latent grid

BACKGROUNDS = {
    "yellow": (249, 213, 72),
    "green": (90, 176, 110),
    "blue": (78, 164, 224),
    "purple": (151, 99, 200),
    "pink": (248, 166, 196),
    "white": (246, 247, 246),
    "gray": (138, 137, 144),
    "black": (23, 24, 31),
}

CATEGORIES = {
    "animals": ("a dog", "a cat", "a fox", "a panda", "a lion", "a pig")
    + ("a frog", "a penguin", "a chick", "a bee", "a ladybug", "an octopus"),
    "food": ("an apple", "an orange", "a banana", "a watermelon", "grapes", "a strawberry")
    + ("a pineapple", "a carrot", "a mushroom", "a slice of pizza", "a hamburger", "a doughnut"),
    "things": ("a car", "a bus", "a fire engine", "an airplane", "a rocket", "a house")
    + ("a castle", "an alarm clock", "a light bulb", "a soccer ball", "an umbrella", "a television"),
}
NOUNS = tuple(noun for nouns in CATEGORIES.values() for noun in nouns)


@dataclasses.dataclass
class Scene:
    image: numpy.ndarray  # [64, 64, 3] in 0..1
    caption: str
    objects: tuple  # (noun, left, top, side of the cell), pixels


def file_name(noun):
    return noun.removeprefix("a ").removeprefix("an ").replace(" ", "-") + ".png"


def scale_premultiplied(image, longest):
    """[h, w, 4] in 0..1, colours multiplied by alpha so that transparent pixels do not bleed in."""
    scale = longest / max(image.size)
    size = [max(1, round(side * scale)) for side in image.size]
    pixels = numpy.asarray(image, numpy.float32) / 255
    pixels[..., :3] *= pixels[..., 3:]
    channels = [Image.fromarray(pixels[..., c]).resize(size, Image.Resampling.LANCZOS) for c in range(4)]
    scaled = numpy.clip(numpy.stack([numpy.asarray(channel) for channel in channels], -1), 0, 1)
    return numpy.minimum(scaled, scaled[..., 3:])  # the filter's overshoot


def load_drawings():
    """{noun phrase: {longest side: premultiplied pixels}}."""
    with open(os.path.join(DRAWINGS, "manifest.json"), encoding="utf-8") as file:
        entries = json.load(file)["drawings"]
    drawings = {}
    for entry in entries:
        path = os.path.join(DRAWINGS, entry["file"])
        with open(path, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        if digest != entry["sha256"]:
            raise SystemExit(f"{path}: expected SHA-256 {entry['sha256']}, found {digest}")
        image = Image.open(path).convert("RGBA")
        drawings[entry["noun"]] = {size: scale_premultiplied(image, size) for size in (SINGLE, PAIR)}
    if sorted(drawings) != sorted(NOUNS):
        raise SystemExit(f"{DRAWINGS}/manifest.json: its nouns are not those of scenes.py")
    return drawings


def _canvas(colour):
    return numpy.broadcast_to(numpy.array(BACKGROUNDS[colour], numpy.float32) / 255, (SIZE, SIZE, 3)).copy()


def _place(canvas, drawing, cell, x, y):
    """Centred in the cell x cell square at (x, y)."""
    height, width = drawing.shape[:2]
    top, left = y + (cell - height) // 2, x + (cell - width) // 2
    area = canvas[top : top + height, left : left + width]
    area[:] = area * (1 - drawing[..., 3:]) + drawing[..., :3]


def single_scene(drawings, rng: random.Random, noun):
    colour = rng.choice(list(BACKGROUNDS))
    x, y = (rng.randrange(0, SIZE - SINGLE + 1, GRID) for _ in range(2))
    canvas = _canvas(colour)
    _place(canvas, drawings[noun][SINGLE], SINGLE, x, y)
    return Scene(canvas, f"{noun} on a {colour} background", ((noun, x, y, SINGLE),))


def pair_scene(drawings, rng: random.Random, left, right):
    colour = rng.choice(list(BACKGROUNDS))
    canvas = _canvas(colour)
    first = rng.randrange(0, SIZE - 2 * PAIR + 1, GRID)
    second = rng.randrange(first + PAIR, SIZE - PAIR + 1, GRID)
    objects = []
    for noun, x in ((left, first), (right, second)):
        y = rng.randrange(0, SIZE - PAIR + 1, GRID)
        _place(canvas, drawings[noun][PAIR], PAIR, x, y)
        objects.append((noun, x, y, PAIR))
    phrase = rng.choice(
        (f"{left} to the left of {right}", f"{right} to the right of {left}", f"{left} and {right}", f"{right} and {left}")
    )
    return Scene(canvas, f"{phrase} on a {colour} background", tuple(objects))


def mixed_scene(drawings, rng: random.Random, categories=tuple(CATEGORIES)):
    """One object or two different ones, all of the given categories."""
    nouns = [noun for category in categories for noun in CATEGORIES[category]]
    if rng.random() < 0.5:
        return single_scene(drawings, rng, rng.choice(nouns))
    return pair_scene(drawings, rng, *rng.sample(nouns, 2))


def across_scene(drawings, rng: random.Random):
    """Two objects of two categories: what the ensemble is for."""
    return pair_scene(drawings, rng, *(rng.choice(CATEGORIES[category]) for category in rng.sample(list(CATEGORIES), 2)))


def stream(purpose, index):
    """The random numbers of one scene. Different purposes (training, test, ..) never share a stream."""
    return random.Random(f"{purpose} {index}")
