"""Ratios of `afa` to diffusers on this machine, measured in turn (afa, peer, afa, peer ..) so that drift does not favour
one side. Called by tests/bench/run.sh: python compare.py AFA_BINARY ROUNDS [bf16 fp32]"""
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def output_json(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1])


def afa_times(afa, precision):
    result = output_json([afa, "benchmark", "--shape", "sd15", "--models", "1", "--repeats", "3", "--precision", precision,
                          "--json"])
    return {row["name"]: row["seconds"] for row in result["rows"]}


def main(afa, rounds, precisions):
    for precision in precisions:
        steps, decodes = [], []
        for _ in range(rounds):
            own = afa_times(afa, precision)
            peer = output_json([sys.executable, os.path.join(HERE, "peer_diffusers.py"), precision, "3"])
            vae = output_json([sys.executable, os.path.join(HERE, "peer_diffusers.py"), precision, "3", "vae"])
            steps.append((own["unet-step"], peer["unet_step"]))
            decodes.append((own["vae-decode"], vae["vae_decode"]))
        for name, pairs in (("U-Net step", steps), ("VAE decode", decodes)):
            ratios = [own / peer for own, peer in pairs]
            print(f"{precision} {name}: afa {statistics.median(p[0] for p in pairs):.3f} s, "
                  f"diffusers {statistics.median(p[1] for p in pairs):.3f} s, ratio {statistics.median(ratios):.3f} "
                  f"({min(ratios):.3f} to {max(ratios):.3f}, {rounds} rounds)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:] or ["bf16", "fp32"])
