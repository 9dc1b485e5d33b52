"""The round's aggregator: trained by the program itself, `afa train`, on two-object scenes across categories."""
import json
import os
import shutil
import subprocess
import sys

from safetensors import safe_open
from safetensors.torch import load_file

import networks
import sampling
import scenes
import ship

SCENES = 6000
SETTINGS = ("--layout paper --hidden-size 32 --heads 1 --layers 1 --batch 16 --lr 1e-3 --lr-schedule cosine --warmup 20 "
            "--clip 1 --ema 0.995 --text-drop 0.1 --seed 1 --save-every 50")  # fmt: skip
STEPS, ABLATION_STEPS = 4000, 1500
ABLATIONS = {  # a shorter training each, so one of the whole to compare with
    "all parts": "",
    "only the last block": "--stages last",
    "without spatial location": "--no-spatial",
    "without timestep": "--no-timestep",
    "without text": "--no-text",
}


def path_of(folder, name):
    """Of the whole aggregator ("AFA") or of one trained without a part."""
    return os.path.join(folder, ("aggregator" if name == "AFA" else name.replace(" ", "-")) + ".safetensors")


def train(program, folder, work, tokenizer, threads, name="AFA", without=""):
    """Writes path_of(folder, name): "AFA" after STEPS, others after ABLATION_STEPS. `without` are options of `afa train`. Goes on
    with a run that was stopped."""
    target = path_of(folder, name)
    if os.path.exists(target):
        return
    data, models = os.path.join(work, "aggregator-scenes"), os.path.join(folder, "models")
    run = os.path.join(folder, "aggregator-run" if name == "AFA" else name.replace(" ", "-") + "-run")
    if not os.path.exists(os.path.join(data, "manifest.jsonl")):
        writer = os.path.join(scenes.HERE, "write_scenes.py")
        subprocess.run([sys.executable, writer, data, "--count", str(SCENES), "--purpose", "aggregator"], check=True)
    if os.path.isdir(os.path.join(run, "state")):
        subprocess.run([program, "train", "--resume", "--output", run], check=True)
    else:
        ship.ship(folder, models, tokenizer)
        command = [program, "train", "--data", os.path.join(data, "manifest.jsonl"), "--output", run, "--threads", str(threads)]
        command += ["--cache", os.path.join(folder, "aggregator-cache")]
        for model in networks.NAMES:
            command += ["--model", os.path.join(models, model)]
        steps = STEPS if name == "AFA" else ABLATION_STEPS
        subprocess.run(command + SETTINGS.split() + ["--steps", str(steps)] + without.split(), check=True)
    shutil.copy(os.path.join(run, "aggregator.safetensors"), target)


def load(path):
    """The native file as the reference's module (tests/goldens/afa_reference.py)."""
    with safe_open(path, "pt") as file:
        config = json.loads(file.metadata()["afa.config"])
    loaded = sampling.afa.Aggregator(sampling.afa.AggregatorConfig(**config))
    loaded.load_state_dict({name: tensor.float() for name, tensor in load_file(path).items()})
    return loaded.eval()
