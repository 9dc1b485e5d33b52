#!/usr/bin/env python3
"""Whether two builds of afa compute the same, bit by bit: for changes that must not change a picture.

    tests/bench/same_outputs.py make AFA FOLDER       every mode with every sampler, maps, a trace, a training run, screening,
                                                      capability and a merge search, on the demo models; FOLDER must be new
    tests/bench/same_outputs.py compare A B           names what differs; exits 1 where something does

Compare folders of one machine only: another processor sums in another order. What depends on the clock, and the texts in files
(versions, dates), are left out; tensors and pixels are not. Python's standard library only.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

DEMO = pathlib.Path(__file__).resolve().parents[2] / "resources" / "demo"
MODELS = [item for name in ("animals", "food", "things") for item in ("--model", str(DEMO / name))]
COMPUTE = ["--threads", "1", "--precision", "fp32", "--device", "cpu"]
AGGREGATOR = ["--aggregator", str(DEMO / "aggregator.safetensors")]
TIMES = re.compile(r'"(seconds|seconds_per_step|math_seconds)":[-+0-9.e]+,?')

SAMPLERS = {
    "ddim": [],
    "ddim-eta": ["--sampler", "ddim", "--eta", "0.5"],
    "pndm": ["--sampler", "pndm"],
    "dpmpp-2m": ["--sampler", "dpmpp-2m"],
    "dpmpp-2m-karras": ["--sampler", "dpmpp-2m", "--karras"],
    "euler": ["--sampler", "euler"],
    "euler-karras": ["--sampler", "euler", "--karras"],
    "euler-a": ["--sampler", "euler-a"],
}
STEPS = 4


def modes(evaluations, recipe):
    """Every mode: its options, and what it is told to draw."""
    dog = ["--prompt", "a dog"]
    return {
        **{f"single-{i}": [*MODELS, *dog, "--mode", f"single:{i}"] for i in range(3)},
        "afa": [*MODELS, *dog, *AGGREGATOR, "--mode", "afa"],
        "last-block": [*MODELS, *dog, *AGGREGATOR, "--mode", "last-block"],
        "block-average": [*MODELS, *dog, "--mode", "block-average"],
        "noise-average": [*MODELS, *dog, "--mode", "noise-average"],
        "noise-average-weighted": [*MODELS, *dog, "--mode", "noise-average", "--noise-weights", "0.5,0.3,0.2"],
        "magicfusion-1": [*MODELS, "--prompt", "a dog", "--prompt", "food", "--prompt", "a car", "--mode", "magicfusion"],
        "magicfusion-2": [*MODELS, *dog, "--mode", "magicfusion", "--magic-mode", "2", "--magic-t0", "400", "--magic-k", "1,2,3"],
        "schedule": [*MODELS, *dog, "--mode", "schedule", "--schedule", f"0:0-0,2:1-{evaluations - 2},1:{evaluations - 1}-{evaluations - 1}"],
        "merge-shares": [*MODELS, *dog, "--mode", "merge"],
        "merge-recipe": [*MODELS[:4], *dog, "--merge", str(recipe)],
    }  # fmt: skip


class Maker:
    def __init__(self, afa, folder):
        self.afa, self.folder = afa, folder

    def run(self, name, *arguments):
        result = subprocess.run([self.afa, *map(str, arguments)], capture_output=True, text=True)
        if result.returncode != 0:
            raise SystemExit(f"{name}: status {result.returncode}: {result.stderr.strip()}")
        (self.folder / f"{name}.err").write_text(result.stderr.replace(str(self.folder), "FOLDER"))
        return result.stdout.replace(str(self.folder), "FOLDER")

    def picture(self, name, *arguments):
        self.run(name, "generate", *COMPUTE, "--negative-prompt", "grey", "--steps", STEPS, "--seed", 5, "--no-metadata",
                 "--output", self.folder / f"{name}.png", *arguments)  # fmt: skip

    def pictures(self):
        recipe = self.folder / "recipe.json"
        self.run("merge", "merge", *MODELS[:4], "--block-weights", "GRAD_V", "--base-weight", "0.3", "--output",
                 self.folder / "merged.safetensors", "--save-recipe", recipe)  # fmt: skip
        for sampler, options in SAMPLERS.items():
            for mode, chosen in modes(STEPS + (sampler == "pndm"), recipe).items():
                for cfg in ("1", "4"):
                    self.picture(f"{mode}.{sampler}.{cfg}", *chosen, *options, "--cfg", cfg)

    def side_outputs(self):
        """Maps, sheet and trace of the modes that differ in what they observe; other orders and sizes; several pictures."""
        for mode, options in modes(STEPS, self.folder / "recipe.json").items():
            if mode in ("afa", "last-block", "magicfusion-2"):
                self.picture(f"maps.{mode}", *options, "--cfg", "4", "--maps", self.folder / f"maps.{mode}.safetensors",
                             "--sheet", self.folder / f"sheet.{mode}.png")  # fmt: skip
            if mode in ("afa", "single-1", "magicfusion-2", "schedule", "merge-shares"):
                for cfg in ("1", "4"):
                    self.picture(f"trace.{mode}.{cfg}", *options, "--cfg", cfg, "--trace", self.folder / f"trace.{mode}.{cfg}.safetensors")
        other = [item for name in ("food", "things", "animals") for item in ("--model", str(DEMO / name))]
        self.run("order", "generate", *other, *AGGREGATOR, *COMPUTE, "--host", "1", "--vae", DEMO / "food", "--prompt", "a dog",
                 "--steps", STEPS, "--seed", 5, "--count", 3, "--width", 128, "--height", 64, "--no-metadata", "--output",
                 self.folder / "order")  # fmt: skip
        self.picture("long", *MODELS, "--mode", "noise-average", "--prompt", "a dog and " * 60)

    def training(self):
        def history(run):
            return TIMES.sub("", (run / "history.jsonl").read_text())

        run = self.folder / "train"
        small = ["train", *MODELS[:4], "--data", DEMO / "scenes" / "manifest.jsonl", "--stages", "24,25", "--hidden-size", "16",
                 "--heads", "1", "--batch", "2", "--accumulate", "2", "--samples", "64", "--lr", "1e-3", "--threads", "1",
                 "--precision", "fp32", "--ema", "0.9", "--clip", "1", "--warmup", "2", "--lr-schedule", "cosine",
                 "--validate-every", "2", "--save-every", "2", "--sample-every", "3", "--json"]  # fmt: skip
        self.run("train", *small, "--steps", "4", "--output", run)
        (self.folder / "train.history").write_text(history(run))
        # A run that is stopped and resumed, from its newest state.
        self.run("half", *small, "--steps", "2", "--output", self.folder / "half")
        self.run("resume", "train", "--resume", "--steps", "4", "--output", self.folder / "half", "--threads", "1", "--json")
        (self.folder / "half.history").write_text(history(self.folder / "half"))

    def evaluation(self):
        scenes = DEMO / "scenes"
        (self.folder / "screen.json").write_text(
            self.run("screen", "screen", *MODELS, *COMPUTE, "--data", scenes / "manifest.jsonl", "--samples", "6", "--json"))  # fmt: skip
        self.run("capability", "capability", *MODELS, *COMPUTE, "--image", scenes / "003.png", "--prompt", "a scene " * 90,
                 "--timesteps", "100,500", "--noise-samples", "9", "--output", self.folder / "capability")  # fmt: skip
        search = ["merge", *MODELS[:4], "--search", "--passes", "1", "--line", "binary-mid", *COMPUTE, "--seed", "3"]
        self.run("search", *search, "--data", scenes / "manifest.jsonl", "--samples", "2", "--noise-samples", "1", "--output",
                 self.folder / "search")  # fmt: skip


def fingerprint(path):
    if path.suffix == ".safetensors":
        data = path.read_bytes()
        length = int.from_bytes(data[:8], "little")
        header = json.loads(data[8 : 8 + length])
        header.pop("__metadata__", None)
        return hashlib.sha256(json.dumps(header, sort_keys=True).encode() + data[8 + length :]).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest()


def outputs(folder):
    """What a build computed: pictures, tensors, figures and notes; not logs with times, nor states (zip entries have dates)."""
    kept = {".png", ".safetensors", ".history", ".csv", ".err"}
    names = {"screen.json", "recipe.json", "mean-recipe.json"}
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))
            if path.is_file() and "cache" not in path.parts and (path.suffix in kept or path.name in names)}  # fmt: skip


def compare(first, second):
    a, b = outputs(first), outputs(second)
    differing = [name for name in sorted(a.keys() | b.keys()) if name not in a or name not in b or fingerprint(a[name]) != fingerprint(b[name])]
    for name in differing:
        print(f"differs: {name}" if name in a and name in b else f"only in {first if name in a else second}: {name}")
    print(f"{len(a.keys() | b.keys()) - len(differing)} outputs equal, {len(differing)} not")
    return 1 if differing or not a else 0


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("make", "compare"):
        print(__doc__, file=sys.stderr)
        return 2
    if sys.argv[1] == "compare":
        return compare(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    folder = pathlib.Path(sys.argv[3]).resolve()
    folder.mkdir(parents=True)
    maker = Maker(str(pathlib.Path(sys.argv[2]).resolve()), folder)
    maker.pictures()
    maker.side_outputs()
    maker.training()
    maker.evaluation()
    print(f"{len(outputs(folder))} outputs in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
