"""Runs whole programs side by side and prints tables of medians: see README.md beside this file."""

import argparse
import pathlib
import sys

import machine
import programs
import scenarios
from measure import Bench

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def arguments():
    parser = argparse.ArgumentParser(prog="python3 benches/compare", description=__doc__)
    parser.add_argument("scenario", nargs="*", help=f"of {', '.join(scenarios.ALL)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="two runs, and only factlint and rg")
    parser.add_argument("--runs", type=int, help="how often each program runs (default: 5, or 2 with --quick)")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a program is stopped (default: 300)")
    parser.add_argument("--large", type=int, default=200_000_000, help="bytes of the large file (default: 200,000,000)")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "target/compare", help="where to work")
    parser.add_argument("--factlint", type=pathlib.Path, help="a program already built, to be measured instead")
    found = parser.parse_args()
    if unknown := set(found.scenario) - set(scenarios.ALL):
        parser.error(f"no scenario {', '.join(sorted(unknown))}; there are {', '.join(scenarios.ALL)}")
    return found


def main():
    asked = arguments()
    asked.folder = asked.folder.resolve()
    asked.folder.mkdir(parents=True, exist_ok=True)
    generate, factlint = programs.build(ROOT, asked.folder, asked.factlint)
    known = programs.found(ROOT, asked.folder, factlint, few=asked.quick)
    print(machine.described(known, ROOT), flush=True)
    work = scenarios.Work(asked.folder, generate, known, asked.large)
    bench = Bench(asked.folder, asked.runs or (2 if asked.quick else 5), asked.limit)
    for name in asked.scenario or scenarios.ALL:
        print(scenarios.ALL[name](bench, work), flush=True)
    print(f"\nload at the end: {machine.load()}")


if __name__ == "__main__":
    sys.exit(main())
