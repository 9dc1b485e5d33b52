"""Checkpoints written by torch.save, the authority for what PyTorch's two pickle containers look like.

Run from the repository root with Python's torch and safetensors:
    python tests/goldens/make_pickles.py
Writes tests/data/pickles/*.pt and expected.safetensors, which holds the values every one of them must show.
"""

import collections
import io
import sys
import types
import zipfile
from pathlib import Path

import torch
from safetensors.torch import save_file

OUT = Path("tests/data/pickles")


def tensors():
    generator = torch.Generator().manual_seed(1)
    base = torch.randn(4, 6, generator=generator)
    return collections.OrderedDict(
        [
            ("f32", torch.randn(2, 3, generator=generator)),
            ("f16", torch.randn(3, generator=generator).half()),
            ("bf16", torch.randn(2, 2, generator=generator).bfloat16()),
            ("f64", torch.randn(2, generator=generator).double()),
            ("i64", torch.arange(-3, 3)),
            ("i32", torch.arange(4, dtype=torch.int32)),
            ("i16", torch.arange(4, dtype=torch.int16)),
            ("i8", torch.arange(-2, 2, dtype=torch.int8)),
            ("u8", torch.arange(5, dtype=torch.uint8)),
            ("bool", torch.tensor([True, False, True])),
            ("scalar", torch.tensor(2.5)),
            ("empty", torch.zeros(0, 7)),
            ("parameter", torch.nn.Parameter(torch.randn(2, 2, generator=generator))),
            ("whole", base),
            ("transposed", base.t()),
            ("window", base[1:3, 2:5]),
            ("expanded", base[3, 5].expand(2, 3)),
            ("channels_last", torch.randn(2, 3, 2, 2, generator=generator).to(memory_format=torch.channels_last)),
        ]
    )


def lightning_checkpoint(values):
    """As Stable Diffusion 1.x's training left it: a callback object, optimiser state, numpy scalars beside the weights."""
    import numpy

    module = types.ModuleType("pytorch_lightning.callbacks.model_checkpoint")
    callback = type("ModelCheckpoint", (), {"__module__": module.__name__})
    module.ModelCheckpoint = callback
    for name in ("pytorch_lightning", "pytorch_lightning.callbacks", module.__name__):
        sys.modules[name] = module
    state = callback()
    state.best_model_score = torch.tensor(0.5)
    return {
        "epoch": 3,
        "global_step": numpy.float64(1000),
        "pytorch-lightning_version": "1.4.2",
        "callbacks": {callback: {"monitor": "loss", "object": state}},
        "optimizer_states": [{"state": {0: {"step": 5, "exp_avg": torch.ones(3), "mask": torch.zeros(2) + 1j}}}],
        "state_dict": values,
    }


def deflated(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))


def main():
    torch.manual_seed(1)
    OUT.mkdir(parents=True, exist_ok=True)
    values = tensors()
    values._metadata = {"": {"version": 1}}  # what Module.state_dict() attaches
    save_file({k: v.detach().clone().contiguous() for k, v in values.items()}, OUT / "expected.safetensors")
    torch.save(values, OUT / "zip.pt")
    torch.save(values, OUT / "legacy.pt", _use_new_zipfile_serialization=False)
    torch.save(values, OUT / "zip_protocol4.pt", pickle_protocol=4)
    torch.save(values, OUT / "legacy_protocol5.pt", pickle_protocol=5, _use_new_zipfile_serialization=False)
    deflated(OUT / "zip.pt", OUT / "deflated.pt")
    torch.save(lightning_checkpoint(values), OUT / "lightning.ckpt")
    torch.save(lightning_checkpoint(values), OUT / "lightning_legacy.ckpt", _use_new_zipfile_serialization=False)
    torch.save({"model": dict(values), "epoch": 3}, OUT / "model.pt")
    torch.save({"epoch": 3, "name": "no tensors", "sizes": [1, 2.5, None, (True, b"x")]}, OUT / "no_tensors.pt")
    torch.save({"string_to_param": {"*": values["f32"]}, "string_to_token": {"*": 265}}, OUT / "embedding.pt")
    torch.save(torch.nn.Linear(2, 2), OUT / "module.pt")
    program = io.BytesIO()
    torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), program)
    (OUT / "torchscript.pt").write_bytes(program.getvalue())


if __name__ == "__main__":
    main()
