"""Small inputs that lead the fuzzers into the formats. Run from the repository root, after tests/goldens/make_pickles.py:
    python tests/fuzz/make_seeds.py
Standard library only.
"""

import json
import shutil
import struct
import zlib
from pathlib import Path

SEEDS = Path("tests/fuzz/seeds")


def write(target, name, data):
    folder = SEEDS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def safetensors(header, values):
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + values


def png(chunks):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0" + b"\1\2\3")
    parts = [chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))]
    parts += [chunk(kind, data) for kind, data in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


A1111 = (
    "a cat, \\(sitting\\)\nNegative prompt: dog\nSteps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.5, "
    'Seed: 42, Size: 512x512, Model hash: 6ce0161689, Model: "a, b: c", Version: v1.10.1'
)


def main():
    two = {
        "__metadata__": {"afa.format": "aggregator"},
        "a": {"dtype": "F16", "shape": [2, 3], "data_offsets": [0, 12]},
        "b": {"dtype": "F32", "shape": [1], "data_offsets": [12, 16]},
    }
    write("fuzz_safetensors", "two", safetensors(two, bytes(16)))
    write("fuzz_safetensors", "none", safetensors({}, b""))
    empty = {"e": {"dtype": "BOOL", "shape": [0, 4], "data_offsets": [0, 0]}}
    write("fuzz_safetensors", "empty", safetensors(empty, b""))

    for path in sorted(Path("tests/data/pickles").iterdir()):
        if path.suffix in (".pt", ".ckpt"):
            (SEEDS / "fuzz_pickle").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, SEEDS / "fuzz_pickle" / path.name)

    unet = {
        "_class_name": "UNet2DConditionModel",
        "in_channels": 4,
        "block_out_channels": [32, 64],
        "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
        "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
        "attention_head_dim": 8,
        "norm_eps": 1e-05,
    }
    vae = {"_class_name": "AutoencoderKL", "block_out_channels": [32], "latent_channels": 4, "scaling_factor": 0.18215}
    clip = {"model_type": "clip_text_model", "hidden_size": 32, "num_attention_heads": 4, "hidden_act": "quick_gelu"}
    for name, value in (("unet", unet), ("vae", vae), ("clip", clip)):
        write("fuzz_json_metadata", name, json.dumps(value).encode())
    write("fuzz_json_metadata", "a1111", A1111.encode())

    write("fuzz_png_text", "tEXt", png([(b"tEXt", b"parameters\0" + A1111.encode())]))
    write("fuzz_png_text", "zTXt", png([(b"zTXt", b"parameters\0\0" + zlib.compress(A1111.encode()))]))
    plain = b"afa\0\0\0\0\0" + "{\"prompt\": \"\u732b\"}".encode()
    packed = b"afa\0\1\0en\0k\0" + zlib.compress("\u732b".encode())
    write("fuzz_png_text", "iTXt", png([(b"iTXt", plain), (b"iTXt", packed)]))

    graph = {
        "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "a.ckpt"}},
        "2": {"class_type": "EmptyLatentImage", "inputs": {"width": 64, "height": 64, "batch_size": 1}},
        "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "a cat", "clip": ["1", 1]}},
        "4": {
            "class_type": "KSampler",
            "inputs": {"seed": 1, "steps": 7, "model": ["1", 0], "positive": ["3", 0], "negative": ["3", 0], "latent_image": ["2", 0]},
        },
        "5": {"class_type": "SaveImage", "inputs": {"images": ["4", 0]}},
    }
    swarm = {"sui_image_params": {"prompt": "a cat", "steps": 7, "cfgscale": 5.5, "width": 64, "height": 64}}
    draw = '<exif:UserComment><rdf:Alt><rdf:li>{&quot;c&quot;:&quot;a&quot;,&quot;uc&quot;:&quot;&quot;}</rdf:li></rdf:Alt></exif:UserComment>'
    block = struct.pack("<2sHIHHHIIIHHHIII", b"II", 42, 8, 1, 0x8769, 4, 1, 26, 0, 1, 0x9286, 7, 12, 44, 0) + b"ASCII\0\0\0a cat"
    exif = b"Exif\0\0" + block[:60]
    jpeg = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xd9"
    chunk = b"EXIF" + struct.pack("<I", len(block)) + block + bytes(len(block) % 2)
    for name, data in (
        ("a1111", A1111.encode() + b"\nTemplate: a {cat|dog}"),
        ("comfyui", json.dumps(graph).encode()),
        ("swarmui", json.dumps(swarm).encode()),
        ("fooocus", json.dumps({"prompt": "a cat", "metadata_scheme": "fooocus", "resolution": "(64, 64)"}).encode()),
        ("dream", b'"a cat [dog]" -s 7 -S77 -W 64 -H 64 -C 5.5 -A k_lms'),
        ("draw_things", draw.encode()),
        ("jpeg", jpeg),
        ("webp", b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk),
    ):
        write("fuzz_foreign_pictures", name, data)


if __name__ == "__main__":
    main()
