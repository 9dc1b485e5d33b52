"""Writes captioned scenes as pictures with a manifest, as `afa train --data` reads them.

    python packaging/demo/write_scenes.py resources/demo/scenes --count 240 --purpose examples
    python packaging/demo/write_scenes.py FOLDER --count 6000 --purpose aggregator

Every fourth scene shows one object, the others two of different categories. Another purpose is another set of scenes; "held-out"
is kept for tests of trained models, "examples" are those that ship.
"""
import argparse
import json
import os

from PIL import Image

import scenes


def make(drawings, purpose, index):
    rng = scenes.stream(purpose, index)
    if index % 4 == 3:
        return scenes.single_scene(drawings, rng, rng.choice(scenes.NOUNS))
    return scenes.across_scene(drawings, rng)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--purpose", required=True)
    arguments = parser.parse_args()
    os.makedirs(arguments.folder, exist_ok=True)
    drawings = scenes.load_drawings()
    lines = []
    for index in range(arguments.count):
        scene = make(drawings, arguments.purpose, index)
        name = f"{index:0{len(str(arguments.count - 1))}}.png"
        image = Image.fromarray((scene.image * 255).round().astype("uint8"))
        image.save(os.path.join(arguments.folder, name), optimize=True)
        lines.append(json.dumps({"image": name, "text": scene.caption}))
    with open(os.path.join(arguments.folder, "manifest.jsonl"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
