#!/usr/bin/env python3
"""Fits the weights of the evidence for figures, under the signs of the table, and prints cross-validated figures.

usage: fit.py [--binary PATH] [--table PATH] [--write] [--floor PRECISION] PACKS...

PACKS are rule files (or directories of them) with [[test]] entries that list every contradiction in `finds`. Each test is
read with `factlint inspect --claims --format json`; a reading that would be reported is an example, right if `finds` lists
it. Weights are those of a logistic regression with an L2 penalty, each kept to the sign of its row. Figures are printed for
each pack with weights fitted on the others. Python 3.11, no packages.
"""
import argparse, json, math, random, subprocess, sys, tempfile, tomllib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PENALTY = 0.02
ROUNDS = 250
GATES = {"age", "list-number", "mood", "correction", "time", "unless", "quotation"}


def facts_only(pack):
    keep, out = True, []
    for line in pack.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            keep = line.split("#")[0].strip() not in ("[[test]]", "[[affiliation]]")
        if keep:
            out.append(line)
    return "\n".join(out) + "\n"


def readings(binary, rules, text, date, folder, name):
    path = Path(folder) / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    call = [binary, "inspect", "--claims", "--no-config", "--rules", str(rules), "--format", "json", str(path)]
    if date:
        call += ["--date", str(date)]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, cwd=folder)
    if done.returncode not in (0, 1):
        sys.exit(f"{name}: {done.stderr}")
    return json.loads(done.stdout)["claims"]


def examples(binary, packs):
    """(pack, test, fact, text, rows, right) for each reading that would be reported; and how many `finds` had none."""
    out, lost = [], defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        for pack in packs:
            data = tomllib.loads(pack.read_text(encoding="utf-8"))
            figures = {fact["id"] for fact in data.get("figure", [])}
            rules = Path(folder) / f"{pack.stem}.rules.toml"
            rules.write_text(facts_only(pack), encoding="utf-8")
            jobs = [(test, pool.submit(readings, binary, rules, test["text"], test.get("date"), folder, f"{pack.stem}-{n}"))
                    for n, test in enumerate(data.get("test", []))]
            for test, job in jobs:
                wanted = [(f["fact"], f["found"]) for f in test.get("finds", []) if f.get("fact") in figures]
                rows = []
                for claim in job.result():
                    names = {e["name"] for e in claim["evidence"]}
                    if claim["kind"] != "figure" or claim["verdict"] not in ("contradicts", "rejected") or names & GATES:
                        continue
                    rows.append([pack.stem, test["name"], claim["fact"], claim["text"], sorted(names - {"score"}), 0])
                for want in wanted:
                    fits = [row for row in rows if (row[2], row[3]) == want and not row[5]]
                    if fits:
                        fits[0][5] = 1
                    else:
                        lost[pack.stem].append((test["name"], *want))
                out += rows
    return out, lost


def fit(rows, signs, start=None):
    """Weights by name, in the units of the score."""
    weights = dict(start or {name: 0.0 for name in signs})
    seen = defaultdict(float)
    rng = random.Random(1)
    order = list(range(len(rows)))
    for turn in range(ROUNDS):
        rng.shuffle(order)
        for at in order:
            names, right = rows[at][4], rows[at][5]
            z = sum(weights.get(name, 0.0) for name in names)
            slope = 1 / (1 + math.exp(-max(-30, min(30, z)))) - right
            for name in names:
                if name not in weights:
                    continue
                step = slope + PENALTY * weights[name] / max(1, ROUNDS ** 0.5)
                seen[name] += step * step
                new = weights[name] - 0.3 * step / math.sqrt(1e-8 + seen[name])
                sign = signs.get(name, "±")
                weights[name] = max(0.0, new) if sign == "+" else min(0.0, new) if sign == "-" else new
    return weights


def score(weights, row):
    return sum(weights.get(name, 0.0) for name in row[4])


def figures(scored, lost, cut):
    hit = sum(1 for z, right in scored if z >= cut and right)
    false = sum(1 for z, right in scored if z >= cut and not right)
    want = sum(right for _, right in scored) + lost
    return hit, false, want


def show(name, hit, false, want):
    recall = hit / want if want else 0
    precision = hit / (hit + false) if hit + false else 0
    print(f"{name:<32}{recall:8.3f}{precision:10.3f}{hit:6}{want - hit:7}{false:7}")


def main():
    ask = argparse.ArgumentParser(usage=__doc__)
    ask.add_argument("--binary", default="target/release/factlint")
    ask.add_argument("--table", type=Path, default=Path("src/claims/figure/rows.tsv"))
    ask.add_argument("--write", action="store_true", help="write the weights into the table")
    ask.add_argument("--cut", type=float, default=0.0, help="the least score of a claim, for the figures printed")
    ask.add_argument("--list", action="store_true", help="print each error of the cross-validation")
    ask.add_argument("packs", nargs="+", type=Path)
    args = ask.parse_args()
    lines = args.table.read_text(encoding="utf-8").splitlines()
    signs = {line.split("\t")[0]: line.split("\t")[1] for line in lines if line and not line.startswith("#")}
    packs = [f for p in args.packs for f in (sorted(p.rglob("*.toml")) if p.is_dir() else [p])]
    rows, lost = examples(str(Path(args.binary).resolve()), packs)
    names = {name for row in rows for name in row[4]}
    if unknown := names - signs.keys():
        print("not in the table:", ", ".join(sorted(unknown)))
    print(f"{len(rows)} readings, {sum(row[5] for row in rows)} of them right; {sum(map(len, lost.values()))} contradictions have no reading")
    print(f"{'each pack by the others':<32}{'recall':>8}{'precision':>10}{'hit':>6}{'missed':>7}{'false':>7}")
    stems = sorted({p.stem for p in packs})
    pooled = []
    for stem in stems:
        own = [row for row in rows if row[0] == stem]
        if not own:
            continue
        weights = fit([row for row in rows if row[0] != stem], signs)
        scored = [(score(weights, row), row[5]) for row in own]
        pooled += scored
        show(stem, *figures(scored, len(lost[stem]), args.cut))
        if args.list:
            for row in own:
                z = score(weights, row)
                if (z >= args.cut) != bool(row[5]):
                    why = ", ".join(f"{n} {weights.get(n, 0):+.1f}" for n in sorted(row[4], key=lambda n: -abs(weights.get(n, 0))) if weights.get(n))
                    print(f"    {'missed' if row[5] else 'false '} {z:+.1f} {row[1]}: {row[2]}: {row[3]!r}: {why}")
            for entry in lost[stem]:
                print("    no reading", *entry)
    total = sum(map(len, lost.values()))
    for cut in (args.cut, args.cut + 0.5, args.cut + 1, args.cut + 1.5, args.cut + 2):
        show(f"all, cut {cut:+.1f}", *figures(pooled, total, cut))
    weights = fit(rows, signs)
    show("all, fitted on all", *figures([(score(weights, row), row[5]) for row in rows], total, args.cut))
    if args.write:
        out = []
        for line in lines:
            cells = line.split("\t")
            if cells[0] in weights and not line.startswith("#"):
                value = weights[cells[0]] - (args.cut if cells[0] == "always" else 0)
                cells[2] = str(round(100 * value))
            out.append("\t".join(cells))
        args.table.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
