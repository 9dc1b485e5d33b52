#!/usr/bin/env bash
# Benchmarks at Stable Diffusion 1.5's shapes against diffusers in the same run. Needs about 20 GB of disk for the Python
# environment (made in build/bench-python) and the random checkpoints (build/bench-models), and half an hour.
#   tests/bench/run.sh [ROUNDS]        AFA_PRESET=release by default
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-3}
afa=build/${AFA_PRESET:-release}/bin/afa
python=${AFA_BENCH_PYTHON:-build/bench-python/bin/python}
[ -x "$afa" ] || { echo "build first: packaging/run.sh, or cmake --preset release && cmake --build --preset release" >&2; exit 1; }
if [ ! -x "$python" ]; then
    echo "Making a Python environment for the peer in build/bench-python (torch, diffusers, transformers)"
    python3 -m venv build/bench-python
    "$python" -m pip install --quiet torch==2.15.0 diffusers==0.42.1 transformers==5.23.0 accelerate
fi

echo "== one step and one decode against diffusers (SD 1.5 shapes, 512 px, guidance batch 2)"
"$python" tests/bench/compare.py "$afa" "$rounds"

echo "== ensemble of three (paper layout)"
"$afa" benchmark --shape sd15 --models 3 --repeats 3

models=build/bench-models
"$python" tests/bench/make_random_sd15.py "$models" 3
for i in 0 1 2; do
    [ -f "$models/random-$i.safetensors" ] || "$afa" convert "$models/random-$i" --to single-file --output "$models/random-$i.safetensors"
done

echo "== loading three single-file checkpoints from the page cache, against copying their bytes"
cat "$models"/random-?.safetensors > /dev/null
"$python" - "$models" <<'PY'
import sys, time
names = [f"{sys.argv[1]}/random-{i}.safetensors" for i in range(3)]
def copy():
    start = time.perf_counter()
    for name in names:
        with open(name, "rb") as file:
            data = file.read()
    return time.perf_counter() - start
print(f"copying the bytes: {min(copy() for _ in range(3)):.2f} s")
PY
"$afa" benchmark --model "$models/random-0.safetensors" --model "$models/random-1.safetensors" --model "$models/random-2.safetensors" --repeats 1 | grep -E 'load|peak'

echo "== whole program, three models, 512 px, two steps"
/usr/bin/time -f 'wall %e s, peak %M KB' "$afa" generate --model "$models/random-0.safetensors" --model "$models/random-1.safetensors" \
    --model "$models/random-2.safetensors" --prompt "a picture" --steps 2 --seed 1 --output build/bench.png
