"""Merged models by NumPy, for tests/merge/test_merge.cpp. Authority: NumPy's fp32 arithmetic and its rounding to fp16
(to bf16: PyTorch's). Run from the repository root:  python tests/goldens/make_merge.py

The models have the small architecture of tests/data/io/tiny_*; their weights come from hashed.py. Stored are SHA-256 sums
over the merged values, one per block and part: tests/data/merge/merged.json.
"""
import hashlib
import json
import pathlib

import numpy
import torch
from hashed import parameter

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
TYPES = [torch.float32, torch.float16, torch.bfloat16, torch.float64]  # of the models' files

# K = 13 blocks: IN00 .. IN05, M00, OUT00 .. OUT05.
SHARES = [0.0, 0.1, 0.25, 1 / 3, 0.4, 0.5, 0.55, 0.6, 2 / 3, 0.7, 0.85, 0.9, 1.0]
ROWS = [[0.2, 0.3, 0.5], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.1, 0.1, 0.8], [0.25, 0.25, 0.5], [0.6, 0.2, 0.2],
        [0.0, 0.5, 0.5], [1 / 3, 1 / 3, 1 / 3], [0.7, 0.2, 0.1], [0.15, 0.35, 0.5], [0.4, 0.4, 0.2], [0.9, 0.05, 0.05],
        [0.0, 0.0, 1.0]]
CASES = {
    # name: models, method, weights (base), block weights, output type
    "weighted.fp32": ([0, 3], "weighted", [0.3, 0.7], None, "fp32"),
    "weighted.fp16": ([1, 0, 2, 3], "weighted", [0.1, 0.2, 0.3, 0.4], None, "fp16"),
    "weighted.bf16": ([2, 1], "weighted", [0.5, 0.5], None, "bf16"),
    "add-difference.fp32": ([0, 1, 3], "add-difference", [0.8], None, "fp32"),
    "add-difference.fp16": ([1, 0, 2], "add-difference", [1.5], None, "fp16"),
    "mbw.fp32": ([0, 3], "mbw", [0.35], SHARES, "fp32"),
    "mbw.fp16": ([1, 0], "mbw", [0.0], SHARES, "fp16"),
    "mbw-rows.fp32": ([0, 3, 1], "mbw", [0.5, 0.25, 0.25], ROWS, "fp32"),
}


def tensors():
    """(part, diffusers name, shape, LDM name) of the small architecture."""
    for line in (DATA / "io" / "tiny_tensors.txt").read_text().splitlines():
        part, name, shape, ldm = line.split()
        yield part, name, tuple(map(int, shape.split(","))), ldm


def block_of(ldm):
    """MBW's assignment, by the words of the LDM name."""
    words = ldm.removeprefix("model.diffusion_model.").split(".")
    if words[0] == "time_embed":
        return 0
    if words[0] == "input_blocks":
        return int(words[1])
    if words[0] == "middle_block":
        return 6
    if words[0] == "output_blocks":
        return 7 + int(words[1])
    assert words[0] == "out", ldm
    return 12


def stored(model, part, name, shape):
    """A model's tensor as its file has it, in fp32."""
    return parameter(f"merge.{model}.{part}.", name, shape).to(TYPES[model]).to(torch.float32).numpy()


def mixed(method, weights, values):
    if method == "add-difference":
        a, b, c = values
        return a + numpy.float32(weights[0]) * (b - c)
    if len(weights) == 1:
        weights = [1.0 - weights[0], weights[0]]
    result = numpy.float32(weights[0]) * values[0]
    for weight, value in zip(weights[1:], values[1:]):
        result = result + numpy.float32(weight) * value
    return result


def rounded(values, kind):
    assert values.dtype == numpy.float32
    if kind == "fp16":
        return values.astype("<f2").tobytes()
    if kind == "bf16":
        return torch.from_numpy(values).to(torch.bfloat16).view(torch.int16).numpy().tobytes()
    return values.tobytes()


def main():
    out = {}
    for case, (models, method, base, blocks, kind) in CASES.items():
        sums = {}
        for part, name, shape, ldm in sorted(tensors(), key=lambda row: (row[0], row[1])):
            key = f"block {block_of(ldm)}" if part == "unet" else part
            weights = base if part != "unet" or blocks is None else numpy.atleast_1d(blocks[block_of(ldm)]).tolist()
            values = [stored(model, part, name, shape) for model in models]
            sums.setdefault(key, hashlib.sha256()).update(rounded(mixed(method, weights, values), kind))
        rows = None if blocks is None else numpy.ravel(blocks).tolist()
        out[case] = {"models": models, "method": method, "weights": base, "block_weights": rows, "type": kind,
                     "sha256": {key: digest.hexdigest() for key, digest in sorted(sums.items())}}
    (DATA / "merge").mkdir(exist_ok=True)
    (DATA / "merge" / "merged.json").write_text(json.dumps(out, indent=1) + "\n")


if __name__ == "__main__":
    main()
