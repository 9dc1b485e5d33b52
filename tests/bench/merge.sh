#!/usr/bin/env bash
# Merging three 2 GB checkpoints (Stable Diffusion 1.5's shapes, fp16, single files) against moving the same bytes by cat in
# the same run: three files are read and one is written and synced. Prints both times, their ratio and the merge's peak memory.
#   tests/bench/merge.sh [ROUNDS] [FOLDER]     FOLDER with random-0.safetensors .. random-2.safetensors, made where missing
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-3}
models=${2:-build/bench-models}
afa=build/${AFA_PRESET:-release}/bin/afa
python=${AFA_BENCH_PYTHON:-build/bench-python/bin/python}
[ -x "$afa" ] || { echo "build first: packaging/run.sh, or cmake --preset release && cmake --build --preset release" >&2; exit 1; }
files=("$models"/random-{0,1,2}.safetensors)
for i in 0 1 2; do
    [ -f "${files[$i]}" ] && continue
    "$python" tests/bench/make_random_sd15.py "$models" 3
    "$afa" convert "$models/random-$i" --to single-file --output "${files[$i]}"
done
output=$models/merged.safetensors
trap 'rm -f "$output"' EXIT

seconds() {  # COMMAND.. -> wall time
    local start end
    start=$(date +%s.%N)
    "$@" > /dev/null
    end=$(date +%s.%N)
    echo "$end - $start" | bc
}
move() {
    cat "$@" > /dev/null
    dd if="${files[0]}" of="$output" bs=16M conv=fsync status=none
}
merge() { /usr/bin/time -f '%M' -o "$models/peak" "$afa" merge "$@" --output "$output"; }

inputs=()
for file in "${files[@]}"; do inputs+=(--model "$file"); done
declare -A methods=(
    [weighted]="--weights 0.2,0.3,0.5" [add-difference]="--method add-difference --weights 1" [mbw]="--block-weights GRAD_V"
)
cat "${files[@]}" > /dev/null  # into the page cache, as far as it goes
for method in weighted add-difference mbw; do
    read -r -a options <<< "${methods[$method]}"
    count=3
    [ "$method" = mbw ] && count=2
    for ((round = 1; round <= rounds; ++round)); do
        rm -f "$output"; moved=$(seconds move "${files[@]:0:count}")
        rm -f "$output"; merged=$(seconds merge "${inputs[@]:0:2*count}" "${options[@]}")
        printf '%-15s round %d   cat %6.2f s   merge %6.2f s   %3.0f%% of its speed   peak %5.0f MB\n' "$method" "$round" \
            "$moved" "$merged" "$(echo "100 * $moved / $merged" | bc -l)" "$(echo "$(cat "$models/peak") / 1000" | bc -l)"
    done
done
rm -f "$models/peak"
