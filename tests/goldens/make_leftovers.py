"""Checkpoints with all sorts of Python objects beside the weights, pickled by Python itself; its standard library only.

Run from the repository root:
    python3 tests/goldens/make_leftovers.py
Writes tests/data/pickles/leftovers_p1.pt to _p5.pt (one per pickle protocol) and would_run.pt. Each holds the tensor
"weight" [2, 3], fp32, with the values 0 to 5. Classes of other packages are made up under their names; their objects
are pickled as the real ones are: by class, constructor arguments and state.
"""

import argparse
import collections
import datetime
import decimal
import enum
import fractions
import functools
import io
import os
import pathlib
import pickle
import re
import struct
import sys
import types
import uuid
import zipfile
from pathlib import Path

OUT = Path("tests/data/pickles")


def made_up(module, name, base=object):
    """A class that pickles as module.name."""
    parts = module.split(".")
    for i in range(1, len(parts) + 1):
        dotted = ".".join(parts[:i])
        if dotted not in sys.modules:
            sys.modules[dotted] = types.ModuleType(dotted)
        if i > 1:
            setattr(sys.modules[".".join(parts[: i - 1])], parts[i - 1], sys.modules[dotted])
    kind = type(name, (base,), {"__module__": module, "__qualname__": name})
    setattr(sys.modules[module], name, kind)
    return kind


def function(module, name):
    made_up(module, name)
    called = types.FunctionType((lambda *a, **k: None).__code__, {}, name)
    called.__module__, called.__qualname__ = module, name
    setattr(sys.modules[module], name, called)
    return called


class Call:
    def __init__(self, callee, *arguments):
        self.callee, self.arguments = callee, arguments

    def __reduce__(self):
        return self.callee, self.arguments


def configured(kind, **state):
    thing = kind()
    thing.__dict__.update(state)
    return thing


class Storage:
    pass


FLOATS = made_up("torch", "FloatStorage")
REBUILD = function("torch._utils", "_rebuild_tensor_v2")


class TorchPickler(pickle._Pickler):
    def persistent_id(self, thing):
        return ("storage", FLOATS, "0", "cpu", 6) if isinstance(thing, Storage) else None


class Colour(enum.Enum):
    RED = 1


class Flags(enum.IntFlag):
    A = 1
    B = 2


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = 1, [2]


class Settings(dict):
    pass


class Names(list):
    pass


Point = collections.namedtuple("Point", "x y")


def leftovers():
    for kind in (Colour, Flags, Slots, Settings, Names, Point):
        kind.__module__ = "somebody.training"
        made_up("somebody.training", kind.__name__)
        setattr(sys.modules["somebody.training"], kind.__name__, kind)
    integer = made_up("omegaconf.nodes", "IntegerNode")
    metadata = made_up("omegaconf.base", "ContainerMetadata")
    config = made_up("omegaconf.dictconfig", "DictConfig")
    node = configured(integer, _val=3, _metadata=configured(metadata, ref_type=int, object_type=float))
    scalar = function("numpy.core.multiarray", "scalar")
    new_scalar = function("numpy._core.multiarray", "scalar")
    array = function("numpy.core.multiarray", "_reconstruct")
    dtype = made_up("numpy", "dtype")
    ndarray = made_up("numpy", "ndarray")
    double = configured(dtype, byteorder="<")
    version = made_up("torch.torch_version", "TorchVersion", str)
    callback = made_up("pytorch_lightning.callbacks.model_checkpoint", "ModelCheckpoint")
    attributes = made_up("pytorch_lightning.utilities.parsing", "AttributeDict", dict)
    settings, names = Settings(lr=1e-4), Names([1, 2])
    settings.note = names.note = "an attribute"
    return {
        "numbers": [0, -1, 255, 256, 65536, -(2**31), 2**31, 2**63, -(2**200), 1.5, float("nan"), True, None, 1j, ...],
        "texts": ["", "caf\u00e9", "\u732b\n\\ \x00", "x" * 300, "\udcff", b"", b"\xff" * 300, bytearray(b"ab")],
        "containers": [(), (1,), (1, 2, 3, 4), [], {}, {1: {2: 3}}, {1, 2}, frozenset("ab"), range(3), slice(1, None, 2)],
        "types": [int, float, str, dict, list, tuple, set, bool, bytes, type(None), object, type, complex, slice],
        "collections": [
            collections.deque([1], 5),
            collections.Counter("aab"),
            collections.OrderedDict(a=1),
            collections.defaultdict(list, a=[1]),
            collections.ChainMap({1: 2}),
            Point(1, 2),
        ],
        "times": [
            datetime.datetime(2023, 5, 1, tzinfo=datetime.timezone.utc),
            datetime.date(2023, 5, 1),
            datetime.timedelta(1, 2),
            datetime.time(1),
        ],
        "exact": [decimal.Decimal("1.5"), fractions.Fraction(1, 3), uuid.UUID(int=5)],
        "paths": [pathlib.PurePosixPath("/a/b"), pathlib.PureWindowsPath("C:/a")],
        "namespaces": [argparse.Namespace(lr=1e-4), types.SimpleNamespace(a=1)],
        "own": [Colour.RED, Flags.A | Flags.B, settings, names, re.compile("a+"), functools.partial(int, base=2)],
        "numpy": [
            Call(scalar, double, b"\0" * 8),
            Call(new_scalar, double, b"\0" * 8),
            Call(array, ndarray, (0,), b"b"),
            ndarray,
        ],
        "hyper_parameters": configured(config, _content={"lr": node}, _metadata=configured(metadata, key_type=str)),
        "version": version("2.1.0+cu121"),
        "callbacks": {callback: {"best": configured(callback, best_model_path="/home/x/best.ckpt")}},
        "hparams": attributes(batch_size=4),
        "itself": None,
    }


def save(path, root, protocol):
    out = io.BytesIO()
    TorchPickler(out, protocol).dump(root)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in (
            ("data.pkl", out.getvalue()),
            ("version", b"3\n"),
            ("data/0", struct.pack("<6f", *range(6))),
        ):
            archive.writestr(zipfile.ZipInfo("archive/" + name, date_time=(1980, 1, 1, 0, 0, 0)), data)


def weight():
    return Call(REBUILD, Storage(), 0, (2, 3), (3, 1), False, collections.OrderedDict())


def main():
    rest = leftovers()
    for protocol in range(1, 6):
        root = {**rest, "slots": Slots() if protocol > 1 else None, "state_dict": collections.OrderedDict(weight=weight())}
        root["itself"] = root
        save(OUT / f"leftovers_p{protocol}.pt", root, protocol)
    save(OUT / "would_run.pt", {"hook": Call(os.system, "echo harm"), "state_dict": {"weight": weight()}}, 2)


if __name__ == "__main__":
    main()
