"""Holds the includes against core/README.md's layers: python3 check_layers.py SOURCE_ROOT | --self-test

Order and "sees torch" are read from the table there. Fails on a Qt header in core, on torch where none may be seen
(directly or through a layer that sees it), and on an include of a higher layer.
"""
import pathlib
import re
import sys
import tempfile

ROW = re.compile(r"^\| `(\w+)` \| (.*) \| (yes|no) \|$", re.M)
SIBLING = re.compile(r"sibling of `(\w+)`")


def layers(readme):
    """({layer: rank}, layers without torch). Lowest rank first; siblings share one and may not include each other."""
    rank, torch_free = {}, {"ui", "app"}
    for name, sentence, torch in ROW.findall(readme.read_text(encoding="utf-8")):
        sibling = SIBLING.search(sentence)
        known = rank.get("core/" + sibling[1]) if sibling else None
        rank["core/" + name] = len(set(rank.values())) if known is None else known
        if torch == "no":
            torch_free.add("core/" + name)
    for layer in ("ui", "app"):
        rank[layer] = len(set(rank.values()))
    return rank, torch_free


RANK, TORCH_FREE = layers(pathlib.Path(__file__).resolve().parents[2] / "core" / "README.md")
UI_SEES = ("core/base", "core/engine", "ui")  # ui never sees what is private to the engine
# The compute library implements the engine's interface, so that one header points up to nothing but values.
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
TORCH = re.compile(r"^(torch|ATen|c10|caffe2)/")
QT = re.compile(r"^(Q[A-Z]|Qt)")


def layer_of(path):
    for layer in RANK:
        if path == layer or path.startswith(layer + "/"):
            return layer
    return None


def violations(root):
    root = pathlib.Path(root)
    found = []
    files = sorted(f for top in ("core", "ui", "app") for ext in ("*.h", "*.cpp") for f in (root / top).rglob(ext))
    for file in files:
        name = file.relative_to(root).as_posix()
        layer = layer_of(name)
        for kind, target in INCLUDE.findall(file.read_text(encoding="utf-8")):
            where = f"{name}: includes {target}: "
            if layer is None:
                found.append(f"{name}: stands in no known layer")
                break
            if name.startswith("core/") and QT.match(target):
                found.append(where + "core knows no Qt")
            if layer in TORCH_FREE and TORCH.match(target):
                found.append(where + "this layer sees no torch")
            other = layer_of(target) if kind == '"' else None
            if kind == '"' and other is None:
                found.append(where + "expected a path from the repository root into a known layer")
            elif other and other != layer:
                if RANK[other] >= RANK[layer]:
                    found.append(where + f"{layer} may not know {other}")
                elif layer in TORCH_FREE and other not in TORCH_FREE:
                    found.append(where + f"this layer sees no torch, {other} does")
                elif layer == "ui" and other not in UI_SEES:
                    found.append(where + "ui sees core/engine and core/base only")
    if not files:
        found.append(f"{root}: no sources found")
    return found


PLANTED = {
    "core/io/a.h": '#include "core/nn/unet.h"',
    "core/text/b.cpp": '#include "core/io/tensor_file.h"',
    "core/nn/c.cpp": '#include "core/diffusion/sampler.h"',
    "core/engine/d.h": "#include <torch/torch.h>",
    "core/eval/e.cpp": '#include "core/tensor/convert.h"',
    "core/base/f.h": "#include <QString>",
    "ui/g.h": '#include "core/io/probe.h"',
    "app/cli/h.cpp": "#include <ATen/ATen.h>",
    "core/ensemble/i.cpp": '#include "sabw.h"',
    "core/engine/j.cpp": '#include "core/nn/unet.h"',
    "core/eval/k.h": '#include "core/diffusion/sampler.h"',
    "app/cli/l.cpp": '#include "core/ensemble/sabw.h"',
}
SOUND = {
    "core/io/x.h": '#include <vector>\n#include "core/base/error.h"\n#include "core/io/y.h"',
    "core/ensemble/x.cpp": '#include <torch/torch.h>\n#include "core/nn/unet.h"\n#include "core/diffusion/denoiser.h"',
    "ui/x.cpp": '#include <QWidget>\n#include "core/engine/engine.h"',
    "app/cli/x.cpp": '#include "core/io/probe.h"\n#include <CLI/CLI.hpp>',
}


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**PLANTED, **SOUND}.items():
            file = pathlib.Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8")
        found = violations(folder)
    missed = [name for name in PLANTED if not any(line.startswith(name + ":") for line in found)]
    wrong = [line for line in found if line.split(":")[0] in SOUND]
    return [f"not found: {name}" for name in missed] + [f"wrongly found: {line}" for line in wrong]


def main(argument):
    found = self_test() if argument == "--self-test" else violations(argument)
    print("\n".join(found) or "layers: in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
