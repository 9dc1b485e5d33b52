#!/usr/bin/env bash
# Formatting (clang-format 14) of all sources, and clang-tidy 14 on the files that see no torch header (the others take
# minutes each; run clang-tidy on them by hand).   packaging/check.sh BUILD_FOLDER [--fix]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: packaging/check.sh BUILD_FOLDER [--fix]}

mapfile -t sources < <(git ls-files 'app/*.cpp' 'app/*.h' 'core/*.cpp' 'core/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h')
if [ ${#sources[@]} -eq 0 ]; then # and clang-format would wait for standard input
    echo "packaging/check.sh: git lists no sources here: no checkout, or another user's (git config --global --add safe.directory \"$PWD\")" >&2
    exit 1
fi
if [ "${2:-}" = --fix ]; then
    clang-format-14 -i "${sources[@]}"
else
    clang-format-14 --dry-run --Werror "${sources[@]}"
fi
echo "clang-format: ${#sources[@]} files"

mapfile -t tidy < <(git ls-files 'core/base/*.cpp' 'core/io/*.cpp' 'core/text/*.cpp' 'core/merge/*.cpp' 'core/eval/*.cpp' \
    'core/engine/*.cpp' 'core/train/picture_*.cpp' 'core/train/read_*.cpp' 'core/train/sample_order.cpp' 'core/train/training_data.cpp' 'app/*.cpp' 'ui/*.cpp')
# GCC-only warning switches are in the compile commands; clang-tidy need not know them.
printf '%s\0' "${tidy[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-14 -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option --warnings-as-errors='*' 2> build/tidy.log ||
    { tail -n 40 build/tidy.log; exit 1; }
echo "clang-tidy: ${#tidy[@]} files"
