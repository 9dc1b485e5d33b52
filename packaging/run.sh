#!/usr/bin/env bash
# Installs what is missing, builds AFA Studio and opens it on the demo models. Without a display it makes a picture and a
# maps sheet with the command line instead and says where they are. Safe to run twice.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/setup.sh
echo "==> Building (preset release)"
cmake --preset release > build/configure.log || { cat build/configure.log; exit 1; }
cmake --build --preset release --target afa afa-studio

bin=build/release/bin
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "==> Opening AFA Studio (if no window can open here: env -u DISPLAY -u WAYLAND_DISPLAY packaging/run.sh)"
    exec "$bin/afa-studio"
fi

out=build/demo
mkdir -p "$out"
echo "==> No display found: making a picture with three models joined by AFA instead"
"$bin/afa" generate --model resources/demo/animals --model resources/demo/food --model resources/demo/things \
    --aggregator resources/demo/aggregator.safetensors --prompt "a cat and an apple on a white background" \
    --steps 25 --cfg 4 --seed 100 --output "$out/picture.png" --maps "$out/maps.safetensors" --sheet "$out/maps.png"
"$bin/afa" maps "$out/maps.safetensors"
echo "==> The picture: $out/picture.png    who contributed where: $out/maps.png"
