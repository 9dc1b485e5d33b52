"""Values that Python and C++ (tests/support/hashed.h) compute alike from a name, so that goldens need no stored weights."""
import numpy
import torch


def _mix(x):
    """The 32-bit finaliser of MurmurHash3."""
    x = x ^ (x >> numpy.uint32(16))
    x = x * numpy.uint32(0x85EBCA6B)
    x = x ^ (x >> numpy.uint32(13))
    x = x * numpy.uint32(0xC2B2AE35)
    return x ^ (x >> numpy.uint32(16))


def hashed(name, shape, scale=1.0):
    """Uniform in [-scale, scale): the top 24 bits of a hash of (name, index), exact in fp32 but for the scale."""
    seed = 2166136261  # FNV-1a
    for byte in name.encode():
        seed = ((seed ^ byte) * 16777619) & 0xFFFFFFFF
    count = int(numpy.prod(shape))
    bits = _mix(numpy.arange(count, dtype=numpy.uint32) * numpy.uint32(0x9E3779B9) + numpy.uint32(seed))
    unit = (bits >> numpy.uint32(8)).astype(numpy.float32) * numpy.float32(2.0**-23) - numpy.float32(1)
    return torch.from_numpy(unit * numpy.float32(scale)).reshape(shape)


def parameter(prefix, name, shape, scale=1.0):
    """Norm weights near 1, biases small, matrices so that activations keep their size."""
    if len(shape) == 1:
        values = hashed(prefix + name, shape, 0.1 * scale)
        return values + 1 if name.endswith("weight") else values
    return hashed(prefix + name, shape, scale * (3.0 / numpy.prod(shape[1:])) ** 0.5)
