#!/usr/bin/env bash
# Installs what is missing on Debian 12 to build and run AFA Studio: packaging/setup.sh [--tests]
# Says what it installs and why; quick and silent when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
    g++ cmake ninja-build ccache git   # build
    python3 python3-pip                           # to fetch libtorch from the Python package index; the test of the layers
    libboost1.81-dev libboost-json1.81-dev        # JSON, opening libraries at run time
    libcli11-dev libspdlog-dev                    # command line, log
    libicu-dev zlib1g-dev libpng-dev libssl-dev   # Unicode, .ckpt archives, pictures, SHA-256
    libopencv-dev                                 # decoding of training pictures; colour maps and text on map sheets
    libopenmpi-dev openmpi-bin                    # training in several processes or on several machines
    qt6-base-dev qt6-wayland libgl1-mesa-dev      # the window, and Qt Test
    libqt6sql6-sqlite qt6-svg-dev                 # gallery and queue, icons
    libqcustomplot-dev                            # plots of losses and weights
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools  # translations
)
if [ "${1:-}" = --tests ]; then
    packages+=(clang clang-format clang-tidy libclang-rt-14-dev procps desktop-file-utils appstream)  # fuzzers, style, what the tests look with
fi

[ "$(. /etc/os-release; echo "${ID:-}${VERSION_ID:-}")" = debian12 ] ||
    echo "packaging/setup.sh: written for Debian 12, this is something else: names of packages may differ" >&2

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "==> Debian packages to install: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || { echo "Installing packages needs root; run this script as root, or install them yourself." >&2; exit 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

packaging/libtorch.sh
