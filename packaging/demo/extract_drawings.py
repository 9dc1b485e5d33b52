"""Takes the 36 drawings out of their npm packages into packaging/demo/drawings (done once, kept in the repository).

    npm pack @iconify-json/noto@1.2.9 @iconify-json/twemoji@1.2.5 @lobehub/fluent-emoji-3d@1.1.0
    python packaging/demo/extract_drawings.py FOLDER_WITH_THE_TGZ_FILES

Needs cairosvg and pillow. Every drawing is rendered, cropped to what is visible and scaled to 128 px on its longest side.
"""
import argparse
import glob
import hashlib
import io
import json
import os
import tarfile

import cairosvg
from PIL import Image

import scenes

RENDERED, KEPT = 512, 128  # pixels: of the rendering, of the longest side kept
VISIBLE = 8  # alpha above which a pixel counts as drawn

SOURCES = {
    "animals": {
        "set": "Noto Emoji",
        "author": "Google Inc",
        "url": "https://github.com/googlefonts/noto-emoji",
        "licence": "Apache-2.0",
        "package": "@iconify-json/noto",
        "file": "iconify-json-noto-*.tgz",
    },
    "food": {
        "set": "Fluent Emoji 3D",
        "author": "Microsoft Corporation",
        "url": "https://github.com/microsoft/fluentui-emoji",
        "licence": "MIT",
        "package": "@lobehub/fluent-emoji-3d",
        "file": "lobehub-fluent-emoji-3d-*.tgz",
    },
    "things": {
        "set": "Twemoji",
        "author": "Twitter, Inc and other contributors",
        "url": "https://github.com/jdecked/twemoji",
        "licence": "CC-BY-4.0",
        "package": "@iconify-json/twemoji",
        "file": "iconify-json-twemoji-*.tgz",
    },
}

# noun phrase -> icon (Noto and Twemoji by name, Fluent by code point)
ICONS = {
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
}


def read_package(folder, pattern):
    found = glob.glob(os.path.join(folder, pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder}: expected one file {pattern}, found {len(found)}")
    with tarfile.open(found[0]) as package:
        version = json.load(package.extractfile("package/package.json"))["version"]
        names = ["package/icons.json"] if "iconify" in pattern else [f"package/assets/{icon}.webp" for icon in ICONS.values()]
        members = {name: package.extractfile(name).read() for name in names if name in package.getnames()}
    return version, members


def render(members, icon):
    if "package/icons.json" not in members:
        return Image.open(io.BytesIO(members[f"package/assets/{icon}.webp"])).convert("RGBA")
    icons = json.loads(members["package/icons.json"])
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {icons["width"]} {icons["width"]}">{icons["icons"][icon]["body"]}</svg>'
    )
    png = cairosvg.svg2png(svg.encode(), output_width=RENDERED, output_height=RENDERED)
    return Image.open(io.BytesIO(png)).convert("RGBA")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", help="folder with the three .tgz files")
    folder = parser.parse_args().packages
    os.makedirs(scenes.DRAWINGS, exist_ok=True)
    sources, drawings = [], []
    for category, source in SOURCES.items():
        version, members = read_package(folder, source["file"])
        sources.append({"category": category} | {key: value for key, value in source.items() if key != "file"})
        sources[-1]["version"] = version
        for noun in scenes.CATEGORIES[category]:
            image = render(members, ICONS[noun])
            image = image.crop(image.getchannel("A").point(lambda alpha: 255 * (alpha > VISIBLE)).getbbox())
            pixels = scenes.scale_premultiplied(image, KEPT)
            pixels[..., :3] /= pixels[..., 3:].clip(1 / 255)
            name = scenes.file_name(noun)
            path = os.path.join(scenes.DRAWINGS, name)
            Image.fromarray((pixels.clip(0, 1) * 255).round().astype("uint8"), "RGBA").save(path, optimize=True)
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            drawings.append({"noun": noun, "category": category, "icon": ICONS[noun], "file": name, "sha256": digest})
    changes = f"rendered, cropped to what is visible, scaled to {KEPT} px on the longest side"
    with open(os.path.join(scenes.DRAWINGS, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump({"changes": changes, "sources": sources, "drawings": drawings}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
