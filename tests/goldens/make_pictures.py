"""Makes tests/data/train: small pictures of every kind a training set may hold, and what Pillow makes of them.

    python3 make_pictures.py ../data/train        (needs Pillow and numpy)

NAME.EXT is the picture, NAME.expected.png what Pillow decodes (orientation applied, transparency over white);
resized_WxH.png is Image.resize(.., BILINEAR) of source.png, which torchvision's Resize calls.
"""
import pathlib
import sys

import numpy as np
from PIL import Image, ImageOps

OUT = pathlib.Path(sys.argv[1])


def smooth(width, height, channels, seed):
    """Gradients that JPEG keeps within a level or two, with one corner marked so that turns show."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [(x * (3 + c + seed) * 255 / (width * 8) + y * (2 + c) * 255 / (height * 5)) % 256 for c in range(channels)]
    pixels = np.stack(planes, axis=-1)
    pixels[: height // 4, : width // 4] = 20
    return pixels.clip(0, 255).astype(np.uint8)


def over_white(image):
    image = ImageOps.exif_transpose(image).convert("RGBA")
    white = Image.new("RGBA", image.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, image).convert("RGB")


def keep(name, extension, image, expected=None, **options):
    path = OUT / f"{name}.{extension}"
    image.save(path, **options)
    (expected or over_white(Image.open(path))).save(OUT / f"{name}.expected.png")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    rgb = Image.fromarray(smooth(24, 16, 3, 0))
    keep("rgb", "jpg", rgb, quality=95, subsampling=0)
    keep("progressive", "jpg", rgb, quality=95, subsampling=0, progressive=True)
    keep("grey", "jpg", Image.fromarray(smooth(24, 16, 1, 1)[:, :, 0]), quality=95)
    keep("cmyk", "jpg", Image.fromarray(smooth(24, 16, 4, 2), mode="CMYK"), quality=95, subsampling=0)
    exif = Image.Exif()
    for orientation in (3, 6, 8):
        exif[0x0112] = orientation
        keep(f"orientation_{orientation}", "jpg", rgb, quality=95, subsampling=0, exif=exif)

    noise = np.random.default_rng(1).integers(0, 256, (10, 14, 4), dtype=np.uint8)
    rgba = Image.fromarray(noise)
    keep("rgba", "png", rgba)
    keep("grey_alpha", "png", Image.fromarray(noise[:, :, :2], mode="LA"))
    deep = (np.arange(140, dtype=np.uint32).reshape(10, 14) * 65535 // 139).astype(np.uint16)
    # Pillow clips 16-bit grey when it converts: the 8-bit values are those of the PNG standard's scaling.
    scaled = Image.fromarray(((deep.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)).convert("RGB")
    keep("deep", "png", Image.fromarray(deep), expected=scaled)
    palette = rgb.quantize(16)
    palette.info["transparency"] = 3
    keep("palette", "png", palette, transparency=3)
    keep("lossless", "webp", rgba, lossless=True, exact=True)
    keep("lossy", "webp", rgb, quality=95)
    keep("rgb", "bmp", rgb)
    (OUT / "rgb.expected.png").unlink()  # the JPEG's and the BMP's differ
    Image.open(OUT / "rgb.jpg").save(OUT / "rgb.jpg.expected.png")
    rgb.save(OUT / "rgb.bmp.expected.png")
    frames = [rgb, Image.fromarray(255 - np.asarray(rgb))]
    keep("animated", "png", rgb, expected=rgb, save_all=True, append_images=frames[1:])
    frames[0].save(OUT / "animated.webp", save_all=True, append_images=frames[1:])
    rgb.save(OUT / "still.gif")
    keep("still", "tif", rgb)
    keep("turned", "tif", rgb, compression="tiff_lzw", tiffinfo={0x0112: 6})
    keep("deep_tiff", "tif", Image.fromarray(deep), expected=scaled)
    keep("palette_tiff", "tif", rgb.quantize(16))
    rgba.save(OUT / "transparent.tif")

    source = Image.fromarray(np.random.default_rng(2).integers(0, 256, (23, 37, 3), dtype=np.uint8))
    source.save(OUT / "source.png")
    for width, height in ((37, 23), (12, 8), (19, 12), (51, 32), (40, 9), (3, 2), (20, 23)):
        source.resize((width, height), Image.Resampling.BILINEAR).save(OUT / f"resized_{width}x{height}.png")


main()
