"""Builds the demo models: VAE, common base, three experts, the control, the judge; with sheets and figures of each round.

    python packaging/demo/build.py --work FOLDER                  trains; stop it at any time, run it again to go on
    python packaging/demo/build.py --work FOLDER --checkpoint     writes the averages so far to packaging/demo/state
    python packaging/demo/build.py --work FOLDER --afa PROGRAM --ablations ROUND trains aggregators without a part, for evaluate.py
    python packaging/demo/build.py --work FOLDER --ship ROUND     writes a finished round's models to resources/demo
    python packaging/demo/build.py --work FOLDER --ship-vae ROUND writes a round's VAE alone

With --afa PROGRAM a round also has its aggregator, trained by `afa train`.
Starts from packaging/demo/state (README.md there), or from nothing with --from-scratch. Goes by rounds: each ends with a
whole set of models, and the next one trains the base and the decoder further. What it needs stands in README.md.
"""
import argparse
import os
import time

import torch

import aggregator
import denoiser
import judge
import networks
import report
import run_state
import scenes
import ship
import vae

STATE = os.path.join(scenes.HERE, "state")
SEEDS = {"vae": 1, "base": 2, "decoder": 3, "judge": 4, "animals": 5, "food": 6, "things": 7, "control": 8}
WHOLE_VAE, JUDGE = 300_000, 120_000  # samples
# Samples in all for the decoder and the base, samples per expert (each expert starts from its round's base).
ROUNDS = (
    {"decoder": 200_000, "base": 1_000_000, "expert": 80_000},
    {"decoder": 400_000, "base": 2_000_000, "expert": 80_000},
)


class Build:
    def __init__(self, work, from_scratch, afa, processes):
        self.work, self.from_scratch, self.afa, self.processes = work, from_scratch, afa, processes
        self.tokenizer = networks.load_tokenizer()
        os.makedirs(work, exist_ok=True)

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def start(self, part):
        """What a part starts from: the repository's state, or nothing."""
        return None if self.from_scratch else os.path.join(STATE, part + ".safetensors")

    def once(self, path, what, train):
        """train() -> network; its weights are kept at `path`, and training is skipped when they are there."""
        if not os.path.exists(path):
            print(f"{time.strftime('%H:%M:%S')} {what}", flush=True)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            network, samples = train()
            run_state.save_weights(network, path, samples)
        return path

    def first_vae(self):
        if not self.from_scratch:
            return self.start("vae")
        train = lambda: (vae.train_whole(self.path("vae.pt"), None, WHOLE_VAE, SEEDS["vae"]), 0)  # noqa: E731
        return self.once(self.path("vae.safetensors"), f"VAE: {WHOLE_VAE} samples", train)

    def judge(self):
        train = lambda: (judge.train(self.path("judge.pt"), JUDGE, SEEDS["judge"]), JUDGE)  # noqa: E731
        path = self.once(self.path("judge.safetensors"), f"judge: {JUDGE} samples", train)
        trained = judge.Judge()
        run_state.load_weights(trained, path)
        return trained.eval()

    def round(self, number):
        targets, folder = ROUNDS[number - 1], f"round-{number}"
        encoder = self.first_vae()
        decoder = self.once(
            self.path(folder, "vae.safetensors"),
            f"round {number}, decoder: to {targets['decoder']} samples",
            lambda: (
                vae.train_decoder(self.path("decoder.pt"), encoder, targets["decoder"], SEEDS["decoder"], self.processes),
                targets["decoder"],
            ),
        )
        trained_vae = networks.new_vae().eval()
        run_state.load_weights(trained_vae, decoder)
        common = {"vae": trained_vae, "tokenizer": self.tokenizer, "folder": self.work, "processes": self.processes}
        base = self.once(
            self.path(folder, "base.safetensors"),
            f"round {number}, base: to {targets['base']} samples",
            lambda: (
                denoiser.train_base(self.path("base.pt"), self.start("base"), targets["base"], SEEDS["base"], **common),
                targets["base"],
            ),
        )

        def fine_tune(name, categories, samples):
            total = targets["base"] + samples
            self.once(
                self.path(folder, name + ".safetensors"),
                f"round {number}, {name}: {samples} samples",
                lambda: (
                    denoiser.train_expert(self.path(folder, name + ".pt"), base, categories, total, SEEDS[name], **common),
                    total,
                ),
            )

        for name in networks.NAMES:
            fine_tune(name, (name,), targets["expert"])
        if self.afa:
            aggregator.train(self.afa, self.path(folder), self.work, self.tokenizer, self.processes)
        fine_tune("control", networks.NAMES, len(networks.NAMES) * targets["expert"])
        report.write(self.path(folder), trained_vae, self.tokenizer, self.judge())
        print(f"{time.strftime('%H:%M:%S')} round {number} is done: {self.path(folder)}", flush=True)

    def ablations(self, number):
        """The round's aggregators trained without a part, for the table of evaluate.py."""
        for name, without in aggregator.ABLATIONS.items():
            aggregator.train(self.afa, self.path(f"round-{number}"), self.work, self.tokenizer, self.processes, name, without)

    def checkpoint(self):
        """The averages of what is in training, fp16, without the optimiser's moments."""
        parts = {"decoder": (networks.new_vae(), "vae"), "base": (denoiser.Denoiser(self.tokenizer), "base")}
        for part, (network, name) in parts.items():
            if os.path.exists(self.path(part + ".pt")):
                run_state.load_weights(network, self.start(name) or self.path("vae.safetensors"))
                state = torch.load(self.path(part + ".pt"), weights_only=True)
                network.load_state_dict(state["average"])
                run_state.save_weights(network, os.path.join(STATE, name + ".safetensors"), state["samples"])
                print(f"{name}: {state['samples']} samples", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True, help="folder for states, pools of latents, rounds")
    parser.add_argument("--processes", type=int, default=1, help="that train a denoiser or the decoder together, of one thread each")
    parser.add_argument("--afa", metavar="PROGRAM", help="the built program, for the aggregator")
    parser.add_argument("--from-scratch", action="store_true")
    parser.add_argument("--checkpoint", action="store_true")
    parser.add_argument("--ablations", type=int, metavar="ROUND")
    parser.add_argument("--ship", type=int, metavar="ROUND")
    parser.add_argument("--ship-vae", type=int, metavar="ROUND")
    arguments = parser.parse_args()
    if arguments.ablations and not arguments.afa:
        parser.error("--ablations needs --afa")
    run_state.set_up_process(arguments.processes)
    build = Build(arguments.work, arguments.from_scratch, arguments.afa, arguments.processes)
    if arguments.checkpoint:
        build.checkpoint()
    elif arguments.ablations:
        build.ablations(arguments.ablations)
    elif arguments.ship:
        ship.ship(build.path(f"round-{arguments.ship}"), networks.SHIPPED, build.tokenizer)
    elif arguments.ship_vae:
        ship.ship_vae(build.path(f"round-{arguments.ship_vae}"))
    else:
        for number in range(1, len(ROUNDS) + 1):
            build.round(number)


if __name__ == "__main__":
    main()
