"""Holds the includes against the layers of core/README.md and ui/README.md.

python3 check_layers.py SOURCE_ROOT | --self-test | --no-widgets LIBRARY

Order, "sees torch" and "sees widgets" are read from the tables there. Fails on a Qt header in core, on torch or a
widget where none may be seen (directly or through a layer that sees it), and on an include of a higher layer.
--no-widgets: fails where the shared library asks the loader for Qt's widgets.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROW = re.compile(r"^\| `([\w/]+)` \| (.*) \| (yes|no) \|$", re.M)
SIBLING = re.compile(r"sibling of `(\w+)`")
WIDGETS = re.compile(r"^(QtWidgets|QtPrintSupport|QtSvgWidgets)/")


def table(readme, top):
    """[(layer, the layer whose rank it shares or None, sees)], lowest first."""
    rows = []
    for name, sentence, sees in ROW.findall(readme.read_text(encoding="utf-8")):
        sibling = SIBLING.search(sentence)
        rows.append((f"{top}/{name}", sibling and f"{top}/{sibling[1]}", sees == "yes"))
    return rows


def layers(root):
    """({layer: rank}, layers without torch, without widgets). Siblings share a rank and may not include each other."""
    core, ui = table(root / "core" / "README.md", "core"), table(root / "ui" / "README.md", "ui")
    rank = {}
    for name, sibling, _ in [*core, *ui, ("app", None, True)]:
        rank[name] = rank[sibling] if sibling in rank else len(set(rank.values()))
    torch_free = {name for name, _, sees in core if not sees} | {name for name, _, _ in ui} | {"app"}
    return rank, torch_free, {name for name, _, sees in ui if not sees}


RANK, TORCH_FREE, WIDGET_FREE = layers(pathlib.Path(__file__).resolve().parents[2])
UI_SEES = ("core/base", "core/engine")  # ui never sees what is private to the engine
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
            if layer in WIDGET_FREE and WIDGETS.match(target):
                found.append(where + "this layer sees no widgets")
            other = layer_of(target) if kind == '"' else None
            if kind == '"' and other is None:
                found.append(where + "expected a path from the repository root into a known layer")
            elif other and other != layer:
                if RANK[other] >= RANK[layer]:
                    found.append(where + f"{layer} may not know {other}")
                elif layer in TORCH_FREE and other not in TORCH_FREE:
                    found.append(where + f"this layer sees no torch, {other} does")
                elif layer.startswith("ui/") and not other.startswith("ui/") and other not in UI_SEES:
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
    "ui/services/jobs/g.h": '#include "core/io/probe.h"',
    "ui/g.cpp": '#include "core/engine/engine.h"',
    "ui/services/queue/m.h": '#include "ui/services/studio/studio.h"',
    "ui/services/storage/n.cpp": "#include <QtWidgets/QLabel>",
    "ui/services/studio/o.h": '#include "ui/parts/style/icons.h"',
    "ui/pages/queue/p.cpp": '#include "ui/pages/train/train_page.h"',
    "ui/parts/widgets/q.cpp": '#include "ui/window/main_window.h"',
    "core/engine/r.cpp": '#include "ui/services/jobs/job.h"',
    "app/cli/h.cpp": "#include <ATen/ATen.h>",
    "core/ensemble/i.cpp": '#include "sabw.h"',
    "core/engine/j.cpp": '#include "core/nn/unet.h"',
    "core/eval/k.h": '#include "core/diffusion/sampler.h"',
    "app/cli/l.cpp": '#include "core/ensemble/sabw.h"',
}
SOUND = {
    "core/io/x.h": '#include <vector>\n#include "core/base/error.h"\n#include "core/io/y.h"',
    "core/ensemble/x.cpp": '#include <torch/torch.h>\n#include "core/nn/unet.h"\n#include "core/diffusion/denoiser.h"',
    "ui/window/x.cpp": '#include <QtWidgets/QWidget>\n#include "core/engine/engine.h"\n#include "ui/pages/train/a.h"',
    "ui/services/gallery/x.cpp": '#include <QtGui/QImage>\n#include "ui/services/storage/trash.h"',
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


def widgets_of(library):
    """What the library asks the loader for, where that is a part of Qt with widgets."""
    asked = subprocess.run(["readelf", "-d", library], check=True, capture_output=True, text=True).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", asked)
    if not any("Qt6Core" in name for name in needed):
        return [f"{library}: expected a library linked with Qt Core"]
    return [f"{library}: is linked with {name}" for name in needed if re.search("Qt6(Widgets|PrintSupport|Svg)", name)]


def main(arguments):
    if arguments[0] == "--self-test":
        found = self_test()
    elif arguments[0] == "--no-widgets":
        found = widgets_of(arguments[1])
    else:
        found = violations(arguments[0])
    print("\n".join(found) or "layers: in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
