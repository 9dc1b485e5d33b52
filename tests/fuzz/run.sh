#!/bin/bash
# Builds the fuzzers and runs each for a while. Usage: tests/fuzz/run.sh [SECONDS [TARGET...]]
# Fails when one crashes, hangs or takes too much memory; the input that did it lies in build/fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-30}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(fuzz_safetensors fuzz_pickle fuzz_json_metadata fuzz_png_text fuzz_foreign_pictures)

cmake --preset fuzz > /dev/null
cmake --build --preset fuzz --parallel "${JOBS:-$(nproc)}" --target "${targets[@]}"

export UBSAN_OPTIONS=print_stacktrace=1
mkdir -p build/fuzz/findings
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target
    mkdir -p "$corpus"
    echo "== $target, $seconds s"
    "build/fuzz/bin/$target" "$corpus" "tests/fuzz/seeds/$target" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=1024 -max_len=65536 -artifact_prefix="build/fuzz/findings/$target-" \
        2> "build/fuzz/$target.log" || { tail -40 "build/fuzz/$target.log"; exit 1; }
    tail -2 "build/fuzz/$target.log"
done
