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
SETTINGS = ("--layout paper --hidden-size 32 --heads 1 --layers 1 --batch 16 --steps 1500 --lr 1e-3 --lr-schedule cosine --warmup 20 "
            "--clip 1 --ema 0.995 --text-drop 0.1 --seed 1 --save-every 50")  # fmt: skip


def train(program, folder, work, tokenizer, threads):
    """Writes folder/aggregator.safetensors. Goes on with a run that was stopped."""
    data, run, models = os.path.join(work, "aggregator-scenes"), os.path.join(folder, "aggregator-run"), os.path.join(folder, "models")
    if not os.path.exists(os.path.join(data, "manifest.jsonl")):
        writer = os.path.join(scenes.HERE, "write_scenes.py")
        subprocess.run([sys.executable, writer, data, "--count", str(SCENES), "--purpose", "aggregator"], check=True)
    if os.path.isdir(os.path.join(run, "state")):
        subprocess.run([program, "train", "--resume", "--output", run], check=True)
    else:
        ship.ship(folder, models, tokenizer)
        command = [program, "train", "--data", os.path.join(data, "manifest.jsonl"), "--output", run, "--threads", str(threads)]
        for name in networks.NAMES:
            command += ["--model", os.path.join(models, name)]
        subprocess.run(command + SETTINGS.split(), check=True)
    shutil.copy(os.path.join(run, "aggregator.safetensors"), os.path.join(folder, "aggregator.safetensors"))


def load(path):
    """The native file as the reference's module (tests/goldens/afa_reference.py)."""
    with safe_open(path, "pt") as file:
        config = json.loads(file.metadata()["afa.config"])
    loaded = sampling.afa.Aggregator(sampling.afa.AggregatorConfig(**config))
    loaded.load_state_dict({name: tensor.float() for name, tensor in load_file(path).items()})
    return loaded.eval()
