#!/usr/bin/env bash
# Puts the C++ part of libtorch (headers and libraries of the PyPI wheel) and its licences into build/_deps/libtorch.
# Safe to run twice: does nothing when the pinned version is there.
set -euo pipefail
cd "$(dirname "$0")/.."

torch=2.15.0
cuda_runtime=13.2   # libtorch_cpu of this wheel is linked against these two small libraries; no GPU is needed
target=build/_deps/libtorch

if [ -f "$target/torch/version.py" ] && grep -q "'$torch" "$target/torch/version.py"; then
    exit 0
fi
echo "==> libtorch $torch: 540 MB from the Python package index into $target (networks run on it; no Python is used at run time)"
mkdir -p "$(dirname "$target")"
rm -rf "$target.part"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --no-compile \
    --target "$target.part" "torch==$torch" "nvidia-cuda-runtime==$cuda_runtime.*" "nvidia-cuda-cupti==$cuda_runtime.*"
# What a C++ program needs is include/ and lib/; the Python side is dropped, but for the version and the licences.
mkdir "$target.part/licenses"
for wheel in "$target.part"/*.dist-info; do
    [ ! -d "$wheel/licenses" ] || mv "$wheel/licenses" "$target.part/licenses/$(basename "$wheel" .dist-info)"
done
find "$target.part" -mindepth 1 -maxdepth 1 ! -name torch ! -name nvidia ! -name licenses -exec rm -rf {} +
find "$target.part/torch" -mindepth 1 -maxdepth 1 ! -name include ! -name lib ! -name version.py -exec rm -rf {} +
rm -rf "$target"
mv "$target.part" "$target"
