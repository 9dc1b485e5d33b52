#!/usr/bin/env bash
# Makes the pictures of the studio in docs/: the real window on the demo models, on a virtual display.
#   packaging/screenshots.sh [BUILD_FOLDER [OUTPUT_FOLDER [all]]]     all: every page, appearance and language, to look at
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/ci}
output=${2:-docs/screenshots}
command -v xvfb-run > /dev/null || { echo "needs a virtual display: apt-get install xvfb xauth" >&2; exit 1; }
cmake --build "$build" --target afa_screenshots
# From a copy, so that no picture shows where this checkout lies.
stage=$(mktemp -d -t afa-studio-XXXX)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/share/afa-studio"
cp -r "$build/lib" "$stage/lib"
cp -r resources/demo "$stage/share/afa-studio/demo"
# Passive: on a busy machine waiting threads must not keep others from their cores.
LD_LIBRARY_PATH=$stage/lib OMP_WAIT_POLICY=passive xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" "$build/bin/afa_screenshots" "$output" "${@:3}"
large=$(find "$output" -name '*.png' -size +200k)
if [ -n "$large" ] && [ $# -lt 3 ]; then echo "larger than 200 KB: $large" >&2; exit 1; fi
