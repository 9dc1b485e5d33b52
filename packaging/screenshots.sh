#!/usr/bin/env bash
# Makes the pictures of the studio in docs/: the real window on the demo models, on a virtual display.
#   packaging/screenshots.sh [BUILD_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/ci}
cmake --build "$build" --target afa_screenshots
exec xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" "$build/bin/afa_screenshots" docs/screenshots
