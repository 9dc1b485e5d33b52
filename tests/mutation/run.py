#!/usr/bin/env python3
"""Proves the tests: plants known mistakes one at a time and checks that a test fails for each.

    tests/mutation/run.py [--only NAME].. [--list] [--jobs N] [--build DIR]

Works on a scratch worktree of HEAD in build/mutation/tree, built in build/mutation/build (kept for the next time). --build DIR
saves that build: the mistakes are planted in this checkout, which must have no changes, and taken out again. Prints a table;
exits 1 when a mistake survives, 2 when the unchanged tree does not build or pass. Python's standard library only.
"""
import argparse
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from mutants import MUTANTS  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRATCH = ROOT / "build" / "mutation"
TREE = SCRATCH / "tree"
BUILD = SCRATCH / "build"
LOG = SCRATCH / "log.txt"
TEST_SECONDS = 900  # a mutant may loop for ever; that counts as caught


def logged(command, **options):
    with LOG.open("a") as log:
        log.write(f"$ {' '.join(map(str, command))}\n")
        log.flush()
        return subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, **options).returncode


def git(*arguments):
    subprocess.run(["git", "-C", str(ROOT), *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def use_checkout(build_folder):
    global TREE, BUILD
    TREE, BUILD = ROOT, build_folder.resolve()
    changes = subprocess.run(["git", "-C", str(ROOT), "status", "--porcelain", "--untracked-files=no"], check=True, capture_output=True)
    if changes.stdout:
        raise SystemExit("--build: the checkout has changes; commit them first")


def prepare_scratch():
    head = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    if (TREE / ".git").exists():
        subprocess.run(["git", "-C", str(TREE), "checkout", "--quiet", "--force", "--detach", head], check=True)
    else:
        git("worktree", "prune")
        git("worktree", "add", "--force", "--detach", str(TREE), head)
    # No optimiser: what counts is the time to build, and the networks of the tests are tiny.
    return logged(
        ["cmake", "-S", TREE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=RelWithDebInfo",
         "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1", "-DAFA_STUDIO=OFF", f"-DLIBTORCH_ROOT={ROOT / 'build' / '_deps' / 'libtorch'}"]
    ) == 0  # fmt: skip


def program(test):
    return test.split(":")[0]


def build(tests, jobs):
    return logged(["cmake", "--build", BUILD, "--parallel", str(jobs), "--target", *sorted({program(t) for t in tests})]) == 0


def fails(test):
    """The functions that failed, or why there are none to name; None when the test passed."""
    name, _, function = test.partition(":")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OMP_WAIT_POLICY": "passive"}
    environment["QTEST_FUNCTION_TIMEOUT"] = str(TEST_SECONDS * 1000)
    command = [str(BUILD / "tests" / name)] + ([function] if function else [])
    try:
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TEST_SECONDS)
    except subprocess.TimeoutExpired:
        return "timed out"
    with LOG.open("a") as log:
        log.write(result.stdout + result.stderr)
    if result.returncode == 0:
        return None
    failed = [line.split("::", 1)[1].split("(")[0] for line in result.stdout.splitlines() if line.startswith("FAIL!") and "::" in line]
    return ", ".join(dict.fromkeys(failed)) or f"status {result.returncode}"


def plant(mutant):
    path = TREE / mutant.file
    text = path.read_text()
    if text.count(mutant.old) != 1:
        raise SystemExit(f"{mutant.name}: its text stands {text.count(mutant.old)} times in {mutant.file}, expected once")
    path.write_text(text.replace(mutant.old, mutant.new))
    return lambda: path.write_text(text)


def judge(mutant, jobs):
    """(caught, by what)."""
    restore = plant(mutant)
    try:
        if not build(mutant.tests, jobs):
            return False, "does not build: see build/mutation/log.txt"
        for test in mutant.tests:
            if (by := fails(test)) is not None:
                return True, f"{program(test)}: {by}"
        return False, "nothing"
    finally:
        restore()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", metavar="NAME", help="this mistake only; may be repeated")
    parser.add_argument("--list", action="store_true", help="name the mistakes and stop")
    parser.add_argument("--build", type=pathlib.Path, metavar="DIR", help="a build folder of this checkout to use instead of a scratch tree")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="parallel compilations")
    options = parser.parse_args()
    if options.list:
        print("\n".join(mutant.name for mutant in MUTANTS))
        return 0
    unknown = set(options.only or ()) - {mutant.name for mutant in MUTANTS}
    if unknown:
        parser.error(f"no such mistake: {', '.join(sorted(unknown))} (see --list)")
    chosen = [mutant for mutant in MUTANTS if not options.only or mutant.name in options.only]

    tests = dict.fromkeys(test for mutant in chosen for test in mutant.tests)
    SCRATCH.mkdir(parents=True, exist_ok=True)
    LOG.write_text("")
    if options.build:
        use_checkout(options.build)
    elif not prepare_scratch():
        print("the scratch tree cannot be configured: see build/mutation/log.txt", file=sys.stderr)
        return 2
    if not build(tests, options.jobs):
        print("the unchanged tree does not build: see build/mutation/log.txt", file=sys.stderr)
        return 2
    for test in tests:
        if (by := fails(test)) is not None:
            print(f"the unchanged tree fails {test}: {by}", file=sys.stderr)
            return 2

    survivors = []
    print("| mistake | planted in | caught by |\n|---|---|---|", flush=True)
    for mutant in chosen:
        caught, by = judge(mutant, options.jobs)
        print(f"| {mutant.name} | {mutant.file} | {by if caught else '**' + by + '**'} |", flush=True)
        if not caught:
            survivors.append(mutant.name)
    if survivors:
        print(f"survived: {', '.join(survivors)}", file=sys.stderr)
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
