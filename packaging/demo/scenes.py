"""Emoji scenes, 64 x 64 pixels, with captions: what the demo models were trained on (README.md tells the licences).

Read from the npm packages of the drawings: @iconify-json/noto, @iconify-json/twemoji, @lobehub/fluent-emoji-3d (.tgz).
"""
import glob
import io
import json
import os
import random
import tarfile

import cairosvg
import numpy
from PIL import Image

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

# noun phrase -> icon (Noto and Twemoji by name, Fluent by code point)
CATEGORIES = {
    "animals": {
        "a dog": "dog-face",
        "a cat": "cat-face",
        "a fox": "fox",
        "a panda": "panda",
        "a lion": "lion",
        "a pig": "pig-face",
        "a frog": "frog",
        "a penguin": "penguin",
        "a chick": "baby-chick",
        "a bee": "honeybee",
        "a ladybug": "lady-beetle",
        "an octopus": "octopus",
    },
    "food": {
        "an apple": "1f34e",
        "an orange": "1f34a",
        "a banana": "1f34c",
        "a watermelon": "1f349",
        "grapes": "1f347",
        "a strawberry": "1f353",
        "a pineapple": "1f34d",
        "a carrot": "1f955",
        "a mushroom": "1f344",
        "a slice of pizza": "1f355",
        "a hamburger": "1f354",
        "a doughnut": "1f369",
    },
    "things": {
        "a car": "automobile",
        "a bus": "bus",
        "a fire engine": "fire-engine",
        "an airplane": "airplane",
        "a rocket": "rocket",
        "a house": "house",
        "a castle": "castle",
        "an alarm clock": "alarm-clock",
        "a light bulb": "light-bulb",
        "a soccer ball": "soccer-ball",
        "an umbrella": "umbrella",
        "a television": "television",
    },
}
PACKAGES = {"animals": "iconify-json-noto-*.tgz", "food": "lobehub-fluent-emoji-3d-*.tgz", "things": "iconify-json-twemoji-*.tgz"}


def _member(folder, pattern, member):
    found = glob.glob(os.path.join(folder, pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder}: expected one file {pattern}, found {len(found)}")
    with tarfile.open(found[0]) as package:
        return package.extractfile("package/" + member).read()


def _drawing(svg_or_webp):
    """The drawing cropped to what is visible, RGBA."""
    image = Image.open(io.BytesIO(svg_or_webp)).convert("RGBA")
    return image.crop(image.getchannel("A").point(lambda alpha: 255 * (alpha > 8)).getbbox())


def _scaled(image, longest):
    """Premultiplied [h, w, 4] in 0..1, so that transparent pixels do not bleed in."""
    scale = longest / max(image.size)
    size = [max(1, round(side * scale)) for side in image.size]
    pixels = numpy.asarray(image, numpy.float32) / 255
    pixels[..., :3] *= pixels[..., 3:]
    channels = [Image.fromarray(pixels[..., c]).resize(size, Image.Resampling.LANCZOS) for c in range(4)]
    scaled = numpy.clip(numpy.stack([numpy.asarray(channel) for channel in channels], -1), 0, 1)
    return numpy.minimum(scaled, scaled[..., 3:])  # the filter's overshoot


def load_drawings(folder):
    """{category: {noun phrase: {longest side: pixels}}}."""
    drawings = {}
    for category, nouns in CATEGORIES.items():
        icons = None if category == "food" else json.loads(_member(folder, PACKAGES[category], "icons.json"))
        drawings[category] = {}
        for noun, icon in nouns.items():
            if icons is None:
                data = _member(folder, PACKAGES[category], f"assets/{icon}.webp")
            else:
                body, side = icons["icons"][icon]["body"], icons["width"]
                svg = (
                    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                    f'viewBox="0 0 {side} {side}">{body}</svg>'
                )
                data = cairosvg.svg2png(svg.encode(), output_width=512, output_height=512)
            image = _drawing(data)
            drawings[category][noun] = {size: _scaled(image, size) for size in (SINGLE, PAIR)}
    return drawings


def _place(canvas, drawing, cell, x, y):
    """Centred in the cell x cell square at (x, y)."""
    height, width = drawing.shape[:2]
    top, left = y + (cell - height) // 2, x + (cell - width) // 2
    area = canvas[top : top + height, left : left + width]
    area[:] = area * (1 - drawing[..., 3:]) + drawing[..., :3]


def pair_scene(drawings, rng: random.Random):
    """Two objects of two categories: ([64, 64, 3] in 0..1, caption)."""
    colour = rng.choice(list(BACKGROUNDS))
    canvas = numpy.empty((SIZE, SIZE, 3), numpy.float32)
    canvas[:] = numpy.array(BACKGROUNDS[colour]) / 255
    left, right = (rng.choice(list(drawings[category])) for category in rng.sample(list(drawings), 2))
    free = SIZE - 2 * PAIR
    first = rng.randrange(0, free + 1, GRID)
    second = rng.randrange(first + PAIR, SIZE - PAIR + 1, GRID)
    for noun, x in ((left, first), (right, second)):
        drawing = next(nouns[noun] for nouns in drawings.values() if noun in nouns)[PAIR]
        _place(canvas, drawing, PAIR, x, rng.randrange(0, SIZE - PAIR + 1, GRID))
    relation = rng.randrange(4)
    if relation == 0:
        objects = f"{left} to the left of {right}"
    elif relation == 1:
        objects = f"{right} to the right of {left}"
    else:
        objects = " and ".join((left, right) if relation == 2 else (right, left))
    return canvas, f"{objects} on a {colour} background"
