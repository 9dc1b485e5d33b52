"""The tables of docs/demo.md: a round's models and the ways to join them, on held-out prompts.

    python packaging/demo/evaluate.py --work FOLDER --round N [--processes 2] [--ablations]

Like Table 1 of the paper (every model, the merge, the averages, AFA), with --ablations also like its Table 3 (aggregators
trained without a part; one picture of each prompt, no single objects), and like Fig. 4 (fewer steps). Per method and start noise
the same seeds. Measured:
- denoising error: mean squared error on the noise (Eq. 12), on fresh scenes of two objects of two categories;
- named: share of pictures in which the independent judge names every object asked for, of pairs across categories and of
  single objects;
- Frechet distance: between the judge's features of the pairs' pictures and of 4,000 scenes.
Intervals are 95% bootstrap intervals over prompts (a prompt's pictures stay together); differences are paired with AFA, in Table 3
with the whole.
Every method's errors and latents are kept in FOLDER/round-N/evaluation, so that a stopped run goes on and a decoder trained
further needs no new sampling. Writes tables.md, tables.json and fewer-steps.svg there. Needs matplotlib too.
"""
import argparse
import json
import os
import time

import numpy
import torch
import torch.multiprocessing

import aggregator
import denoiser
import judge as judging
import networks
import run_state
import sampling
import scenes

PROMPTS, SEEDS_EACH, SINGLES = 500, 2, 288  # pairs across categories, pictures of each, pictures of one object
FEWER_PROMPTS, FEWER_STEPS = 250, (50, 20, 10, 5)
ERROR_SCENES, DRAWS = 500, 4  # scenes, noises of each
REAL_SCENES = 4000  # for the Frechet distance
STEPS = 20
AT_ONCE = 50
RESAMPLED, RESAMPLED_FRECHET = 2000, 200
AVERAGES = ("noise average", "block average")


METHODS = (*networks.NAMES, "base", "control", "weighted merge", "noise average", "block average", "AFA")


def round_folder(work, number):
    return os.path.join(work, f"round-{number}")


class Round:
    """Everything of a round that a method is made of. Loaded anew in each process."""

    def __init__(self, work, number, with_judge=False):
        self.folder = round_folder(work, number)
        self.tokenizer = networks.load_tokenizer()
        self.vae = networks.new_vae().eval()
        run_state.load_weights(self.vae, os.path.join(self.folder, "vae.safetensors"))
        if with_judge:
            self.judge = judging.Judge().eval()
            run_state.load_weights(self.judge, os.path.join(work, "judge.safetensors"))
        self.drawings = scenes.load_drawings()
        self.text_encoder = self._load("base").text_encoder  # the same in all: frozen after the base

    def _load(self, name):
        network = denoiser.Denoiser(self.tokenizer).eval()
        run_state.load_weights(network, os.path.join(self.folder, name + ".safetensors"))
        return network

    @torch.no_grad()
    def text(self, captions):
        return self.text_encoder(networks.token_ids(self.tokenizer, captions)).last_hidden_state

    def method(self, name):
        """predict(x, t, text)."""
        if name in (*networks.NAMES, "base", "control"):
            unet = self._load(name).unet
            return lambda x, t, text: unet(x, t, text).sample
        experts = {expert: self._load(expert).unet for expert in networks.NAMES}
        if name == "weighted merge":
            merged = networks.new_unet().eval()
            states = [unet.state_dict() for unet in experts.values()]
            merged.load_state_dict({key: sum(state[key] for state in states) / len(states) for key in states[0]})
            return lambda x, t, text: merged(x, t, text).sample
        if name in AVERAGES:
            return sampling.methods(experts, {})[name]
        return sampling.methods(experts, {}, aggregator.load(aggregator.path_of(self.folder, name)))["AFA"]


@torch.no_grad()
def errors(found, predict):
    """[scenes, draws]."""
    make = lambda i: scenes.across_scene(found.drawings, scenes.stream("evaluation error", i))  # noqa: E731
    latents, captions = denoiser.encode_scenes(found.vae, make, ERROR_SCENES)
    text = found.text(captions)
    generator = torch.Generator().manual_seed(11)
    columns = []
    for draw in range(DRAWS):  # the timesteps are spread evenly over the draws
        t = (torch.randint(1000 // DRAWS, (ERROR_SCENES,), generator=generator) + draw * (1000 // DRAWS)).long()
        noise = torch.randn(latents.shape, generator=generator)
        x = denoiser.add_noise(latents, noise, t)
        with torch.autocast("cpu", torch.bfloat16):
            parts = [predict(x[rows], t[rows].float(), text[rows]).float() for rows in torch.arange(ERROR_SCENES).split(AT_ONCE)]
        columns.append((torch.cat(parts) - noise).square().mean((1, 2, 3)))
    return torch.stack(columns, 1).numpy()


@torch.no_grad()
def sampled(found, predict, made, first_seed, steps):
    """A latent per scene, from a start noise of its own: [scenes, 4, 16, 16]."""
    empty = found.text([""])
    parts = []
    for first in range(0, len(made), AT_ONCE):
        part = made[first : first + AT_ONCE]
        seeds = range(first_seed + first, first_seed + first + len(part))
        parts.append(sampling.sample(predict, found.text([scene.caption for scene in part]), empty, seeds, steps))
    return torch.cat(parts).half().numpy()


def pairs(found, count):
    return [scenes.across_scene(found.drawings, scenes.stream("evaluation", i)) for i in range(count)]


def singles(found):
    rng = scenes.stream("evaluation singles", 0)
    return [scenes.single_scene(found.drawings, rng, scenes.NOUNS[i % len(scenes.NOUNS)]) for i in range(SINGLES)]


def measure(work, number, name, steps):
    """One method at one count of steps: errors and latents, kept in a file. Neither judge nor decoder has a part in it."""
    run_state.set_up_process(1)
    path = measured_path(round_folder(work, number), name, steps)
    if os.path.exists(path):
        return
    found = Round(work, number)
    predict = found.method(name)
    whole = steps == STEPS
    kept = {}
    if whole:
        kept["errors"] = errors(found, predict)
    if whole and name in METHODS:
        kept["single"] = sampled(found, predict, singles(found), 30_000, steps)
    prompts = PROMPTS if whole else FEWER_PROMPTS
    seeds = SEEDS_EACH if whole and name in METHODS else 1
    made = pairs(found, prompts)
    kept["pair"] = numpy.stack([sampled(found, predict, made, 10_000 + seed * PROMPTS, steps) for seed in range(seeds)], 1)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    run_state.save_atomically(path, lambda new: _savez(new, kept))
    print(f"{time.strftime('%H:%M:%S')} {name}, {steps} steps", flush=True)


def _savez(path, arrays):
    with open(path, "wb") as file:
        numpy.savez_compressed(file, **arrays)


def measured_path(folder, name, steps):
    return os.path.join(folder, "evaluation", f"{name.replace(' ', '-')}-{steps}.npz")


@torch.no_grad()
def looked_at(found, latents, made):
    """Per picture: share of its scene's objects that the judge names, features of the picture."""
    shares, features = [], []
    for first in range(0, len(made), AT_ONCE):
        images = networks.decode(found.vae, torch.from_numpy(latents[first : first + AT_ONCE]).float())
        shares += judging.named(found.judge, images, [[noun for noun, *_ in scene.objects] for scene in made[first : first + AT_ONCE]])
        features.append(found.judge.features(networks.to_pixels(images)).numpy())
    return numpy.array(shares), numpy.concatenate(features)


def judged(work, number, name, steps):
    """{"pair": [prompts, seeds], "features": [prompts, seeds, ..], and where they were measured "single": [pictures], "errors": ..}."""
    run_state.set_up_process(1)
    found = Round(work, number, with_judge=True)
    kept = numpy.load(measured_path(found.folder, name, steps))
    made = pairs(found, len(kept["pair"]))
    columns = [looked_at(found, latents, made) for latents in numpy.moveaxis(kept["pair"], 1, 0)]
    rows = {key: numpy.stack([column[i] for column in columns], 1) for i, key in enumerate(("pair", "features"))}
    if "single" in kept:
        rows["single"] = looked_at(found, kept["single"], singles(found))[0]
    if "errors" in kept:
        rows["errors"] = kept["errors"]
    return rows


@torch.no_grad()
def scene_features(found, purpose, count, change=lambda images: images):
    parts = []
    for first in range(0, count, AT_ONCE):
        made = [scenes.across_scene(found.drawings, scenes.stream(purpose, first + i)) for i in range(AT_ONCE)]
        images = change(numpy.stack([scene.image for scene in made]))
        parts.append(found.judge.features(networks.to_pixels(images)).numpy())
    return numpy.concatenate(parts)


class Frechet:
    """Distance of sets of features [n, d] to one set, all taken as Gaussian (Heusel et al., 2017)."""

    def __init__(self, real):
        self.mean, self.covariance = real.mean(0), numpy.cov(real, rowvar=False)
        values, vectors = numpy.linalg.eigh(self.covariance)
        self.root = vectors * numpy.sqrt(values.clip(0)) @ vectors.T

    def distance(self, features):
        mean, covariance = features.mean(0) - self.mean, numpy.cov(features, rowvar=False)
        # trace of (C1 C2)^(1/2), by the eigenvalues of the symmetric matrix that is similar to C1 C2
        shared = numpy.sqrt(numpy.linalg.eigvalsh(self.root @ covariance @ self.root).clip(0)).sum()
        return float(mean @ mean + numpy.trace(self.covariance) + numpy.trace(covariance) - 2 * shared)

    def interval(self, features):
        """features [prompts, seeds, d]. The distance and half the width of its bootstrap interval."""
        rng = numpy.random.default_rng(0)
        rows = rng.integers(len(features), size=(RESAMPLED_FRECHET, len(features)))
        low, high = numpy.percentile([self.distance(features[row].reshape(-1, features.shape[-1])) for row in rows], (2.5, 97.5))
        return self.distance(features.reshape(-1, features.shape[-1])), float((high - low) / 2)


def interval(values):
    """Mean and half width of its 95% bootstrap interval; values: one per prompt."""
    rng = numpy.random.default_rng(0)
    means = values[rng.integers(len(values), size=(RESAMPLED, len(values)))].mean(1)
    low, high = numpy.percentile(means, (2.5, 97.5))
    return float(values.mean()), float((high - low) / 2)


def plain(mean_and_half, factor, digits, sign=""):
    mean, half = (factor * value for value in mean_and_half)
    return f"{mean:{sign}.{digits}f} ± {half:.{digits}f}" + ("%" if factor == 100 else "")


def table(kept, against, real):
    """kept: {name: judged()}, real: Frechet. Rows of figures, and the Markdown of them. Differences are to the method `against`,
    paired by prompt."""
    with_single = all("single" in judged_here for judged_here in kept.values())
    heads = ["", "denoising error", f"above {against}", "both objects named", f"below {against}"]
    heads += ["single object named"] * with_single + ["Frechet distance"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    rows = {}
    for name, judged_here in kept.items():
        error, named = judged_here["errors"].mean(1), (judged_here["pair"] == 1).mean(1)
        row = {"error": interval(error), "pair": interval(named), "frechet": real.interval(judged_here["features"])}
        row["error_above"] = interval(error - kept[against]["errors"].mean(1))
        row["pair_below"] = interval((kept[against]["pair"] == 1).mean(1) - named)
        cells = [name, plain(row["error"], 1, 4), "", plain(row["pair"], 100, 1), ""]
        if name != against:
            cells[2], cells[4] = plain(row["error_above"], 1, 4, "+"), plain(row["pair_below"], 100, 1, "+")
        if with_single:
            row["single"] = interval((judged_here["single"] == 1).astype(float))
            cells.append(plain(row["single"], 100, 1))
        rows[name] = row
        lines.append("| " + " | ".join([*cells, plain(row["frechet"], 1, 1)]) + " |")
    return rows, "\n".join(lines) + "\n"


def fewer_steps(kept, names):
    """kept: {(name, steps): judged()}. Both objects named, at each count of steps, on the same prompts and seeds."""
    rows, lines = {}, ["| | " + " | ".join(f"{steps} steps" for steps in FEWER_STEPS) + " |", "|---" * (len(FEWER_STEPS) + 1) + "|"]
    for name in names:
        rows[name] = {}
        for steps in FEWER_STEPS:
            pair = kept[name, steps]["pair"][:FEWER_PROMPTS, 0]
            rows[name][steps] = interval((pair == 1).astype(float))
        cells = " | ".join(plain(row, 100, 1) for row in rows[name].values())
        lines.append(f"| {name} | {cells} |")
    return rows, "\n".join(lines) + "\n"


def draw_fewer_steps(rows, path):
    """The table of fewer_steps as a figure like the paper's Fig. 4."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "demo"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6.4, 3.6), layout="constrained")
    for name, points in rows.items():
        means, halves = zip(*((100 * mean, 100 * half) for mean, half in points.values()))
        bold = name == "AFA"
        axes.errorbar(range(len(points)), means, halves, label=name, marker="o", capsize=3, linewidth=2.5 if bold else 1.2)
    axes.set_xticks(range(len(FEWER_STEPS)), FEWER_STEPS)
    axes.set_xlabel("inference steps")
    axes.set_ylabel("both objects named, %")
    axes.grid(alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    figure.savefig(path, metadata={"Date": None})


def ceiling(found, real):
    """What the pictures cannot exceed: fresh scenes, seen directly and through the VAE."""
    through = lambda images: networks.decode(found.vae, networks.encode(found.vae, images))  # noqa: E731
    count = PROMPTS * SEEDS_EACH
    return {
        "scenes": judging.accuracy_on_scenes(found.judge),
        "through the VAE": judging.accuracy_on_scenes(found.judge, change=through),
        "frechet of scenes": real.distance(scene_features(found, "evaluation fresh", count)),
        "frechet through the VAE": real.distance(scene_features(found, "evaluation fresh", count, through)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", required=True)
    parser.add_argument("--round", type=int, required=True)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--ablations", action="store_true", help="also the aggregators trained without a part")
    arguments = parser.parse_args()
    run_state.set_up_process(arguments.processes)
    ablations = list(aggregator.ABLATIONS) if arguments.ablations else []
    compared = [networks.NAMES[0], "base", "block average", "AFA"]  # one expert for all: each lacks two kinds
    tasks = [(name, STEPS) for name in (*reversed(METHODS), *ablations)]
    tasks += [(name, steps) for steps in FEWER_STEPS if steps != STEPS for name in compared]
    whole = [(arguments.work, arguments.round, *task) for task in tasks]
    with torch.multiprocessing.get_context("spawn").Pool(arguments.processes) as pool:
        pool.starmap(measure, whole, chunksize=1)
        kept = dict(zip(tasks, pool.starmap(judged, whole, chunksize=1)))
    found = Round(arguments.work, arguments.round, with_judge=True)
    real = Frechet(scene_features(found, "evaluation real", REAL_SCENES))
    figures, texts = {"ceiling": ceiling(found, real)}, []
    for title, names, against in (("methods", METHODS, "AFA"), ("ablations", ablations, "all parts")):
        if names:
            figures[title], markdown = table({name: kept[name, STEPS] for name in names}, against, real)
            texts.append(markdown)
    figures["fewer steps"], markdown = fewer_steps(kept, compared)
    texts += [markdown, json.dumps(figures["ceiling"], indent=1) + "\n"]
    with open(os.path.join(found.folder, "evaluation", "tables.json"), "w", encoding="utf-8") as file:
        json.dump(figures, file, indent=1)
    with open(os.path.join(found.folder, "evaluation", "tables.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(texts))
    draw_fewer_steps(figures["fewer steps"], os.path.join(found.folder, "evaluation", "fewer-steps.svg"))
    print("\n".join(texts))


if __name__ == "__main__":
    main()
