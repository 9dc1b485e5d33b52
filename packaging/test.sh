#!/usr/bin/env bash
# Installs what is missing, builds AFA Studio with warnings as errors, checks style, fuzzes the file readers and runs all
# tests. Safe to run twice. Needs about 4 GB of disk and, the first time on two cores, about an hour.
#   AFA_FUZZ_SECONDS=30   seconds for each fuzz target
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/setup.sh --tests
echo "==> Building (preset ci)"
cmake --preset ci > build/configure.log || { cat build/configure.log; exit 1; }
cmake --build --preset ci

echo "==> Style"
packaging/check.sh build/ci

echo "==> Fuzzing the readers, ${AFA_FUZZ_SECONDS:-30} s each"
tests/fuzz/run.sh "${AFA_FUZZ_SECONDS:-30}"

echo "==> Tests"
ctest --preset ci
