#!/usr/bin/env python3
"""Fits the weights of the evidence for figures, under the signs of the table, and prints cross-validated figures.

usage: fit.py [--binary PATH] [--table PATH] [--write] [--floor PRECISION] PACKS...

PACKS are rule files (or directories of them) with [[test]] entries that list every contradiction in `finds`. Each test is
read with `factlint inspect --claims --format json`; a reading that would be reported is an example, right if `finds` lists
it. Weights are those of a logistic regression with an L2 penalty, each kept to the sign of its row. Figures are printed for
each pack with weights fitted on the others. Python 3.11, no packages.
"""
import argparse, json, math, pickle, re, subprocess, sys, tempfile, tomllib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PENALTY = 2.0
ROUNDS = 400
# What a mutated text counts beside a natural one.
SHARE = 0.6
# What a pair of sentences counts that was made to differ in one thing (`--pairs`).
PAIRS = 0.1
GATES = {"context", "denied", "of-another", "age", "list-number", "mood", "correction", "time", "unless", "quotation"}


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


def examples(binary, packs, share=1.0):
    """(pack, test, fact, text, rows, right) for each reading that would be reported; and how many `finds` had none."""
    out, lost = [], defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        for pack in packs:
            data = tomllib.loads(pack.read_text(encoding="utf-8"))
            figures = {fact.get("id") for fact in data.get("figure", [])}
            if not figures:
                continue
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
                    rows.append([pack.stem, test["name"], claim["fact"], claim["text"], sorted(names - {"score"}), 0, share])
                for want in wanted:
                    fits = [row for row in rows if (row[2], row[3]) == want and not row[5]]
                    if fits:
                        fits[0][5] = 1
                    else:
                        lost[pack.stem].append((test["name"], *want))
                out += rows
            jobs = []
            for n, test in enumerate(data.get("test", []) if share == 1 else []):
                for k, entry in enumerate(test.get("agrees", [])):
                    places = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(entry["found"]) + r"(?!\w)", test["text"])]
                    new = altered(entry["found"])
                    if entry["fact"] not in figures or len(places) != 1 or not new:
                        continue
                    text = test["text"][:places[0]] + new + test["text"][places[0] + len(entry["found"]):]
                    at = len(text[:places[0]].encode())
                    job = pool.submit(readings, binary, rules, text, test.get("date"), folder, f"{pack.stem}-{n}m{k}")
                    jobs.append((test, entry, at, at + len(new.encode()), job))
            for test, entry, start, end, job in jobs:
                for claim in job.result():
                    names = {e["name"] for e in claim["evidence"]}
                    if claim["kind"] != "figure" or claim["verdict"] not in ("contradicts", "rejected") or names & GATES:
                        continue
                    if claim["fact"] == entry["fact"] and claim["start"] < end and start < claim["end"]:
                        out.append([pack.stem, test["name"] + " (altered)", claim["fact"], claim["text"], sorted(names - {"score"}), 1, SHARE])
                        break
    return out, lost


def altered(words):
    """The words with two digits exchanged, or one replaced: wrong by a seventh at least, and by five times at most."""
    number = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    if not number:
        return None
    digits = number[0]
    old = float(digits.replace(",", ""))
    tries = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:] for i in range(len(digits) - 1)
             if digits[i:i + 2].isdigit() and digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    tries += [digits[:i] + str((int(d) + 4) % 10 or 4) + digits[i + 1:] for i, d in enumerate(digits) if d.isdigit()]
    for new in tries:
        if old and 1.15 <= float(new.replace(",", "")) / old <= 5:
            return words[:number.start()] + new + words[number.end():]
    return None


def fit(rows, table):
    """Weights by name, in the units of the score: the likelihood against a pull to the priors, each kept to its sign."""
    names = list(table)
    place = {name: at for at, name in enumerate(names)}
    prior = [table[name][1] for name in names]
    signs = [table[name][0] for name in names]
    sparse = [([place[name] for name in row[4] if name in place], row[5], row[6]) for row in rows]
    point, best = prior[:], prior[:]
    # The inverse of how steep the likelihood can be.
    pace = 1 / (PENALTY + sum(share * len(members) for members, _, share in sparse) / 16)
    momentum = 1.0
    for _ in range(ROUNDS):
        slope = [PENALTY * (at - mid) for at, mid in zip(point, prior)]
        for members, right, share in sparse:
            z = sum(point[at] for at in members)
            push = share * (1 / (1 + math.exp(-max(-30, min(30, z)))) - right)
            for at in members:
                slope[at] += push
        new = []
        for at, sign in enumerate(signs):
            value = point[at] - pace * slope[at]
            new.append(max(0.0, value) if sign == "+" else min(0.0, value) if sign == "-" else value)
        later = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        point = [a + (momentum - 1) / later * (a - b) for a, b in zip(new, best)]
        best, momentum = new, later
    return dict(zip(names, best))


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
    ask.add_argument("--cache", type=Path, help="keep the readings in this file, to fit again")
    ask.add_argument("--unread", type=Path, help="packs to measure on only, at several cuts: choose the cut by these")
    ask.add_argument("--pairs", type=Path, nargs="*", default=[], help="packs of short sentences that count little")
    ask.add_argument("--list", action="store_true", help="print each error of the cross-validation")
    ask.add_argument("packs", nargs="+", type=Path)
    args = ask.parse_args()
    lines = args.table.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    table = {name: (sign, int(prior) / 100) for name, sign, prior, *_ in cells}
    packs = [f for p in args.packs for f in (sorted(p.rglob("*.toml")) if p.is_dir() else [p])]
    if args.cache and args.cache.exists():
        rows, lost = pickle.loads(args.cache.read_bytes())
    else:
        rows, lost = examples(str(Path(args.binary).resolve()), packs)
        pairs = [f for p in args.pairs for f in (sorted(p.rglob("*.toml")) if p.is_dir() else [p])]
        rows += [["pairs", *row[1:]] for row in examples(str(Path(args.binary).resolve()), pairs, PAIRS)[0]]
        if args.cache:
            args.cache.write_bytes(pickle.dumps((rows, lost)))
    natural = [row for row in rows if row[6] == 1]
    names = {name for row in rows for name in row[4]}
    if unknown := names - table.keys():
        print("not in the table:", ", ".join(sorted(unknown)))
    print(f"{len(natural)} readings, {sum(row[5] for row in natural)} of them right; {sum(row[6] == SHARE for row in rows)} altered, {sum(row[6] == PAIRS for row in rows)} of pairs; "
          f"{sum(map(len, lost.values()))} contradictions have no reading")
    print(f"{'each pack by the others':<32}{'recall':>8}{'precision':>10}{'hit':>6}{'missed':>7}{'false':>7}   altered")
    pooled, mutants = [], []
    for stem in sorted({p.stem for p in packs}):
        own = [row for row in rows if row[0] == stem]
        if not own:
            continue
        weights = fit([row for row in rows if row[0] != stem], table)
        scored = [(score(weights, row), row[5]) for row in own if row[6] == 1]
        altered_ = [(score(weights, row), 1) for row in own if row[6] == SHARE]
        pooled += scored
        mutants += altered_
        show(stem, *figures(scored, len(lost[stem]), args.cut))
        if args.list:
            for row in own:
                z = score(weights, row)
                if (z >= args.cut) != bool(row[5]):
                    why = ", ".join(f"{n} {weights.get(n, 0):+.1f}" for n in sorted(row[4], key=lambda n: -abs(weights.get(n, 0))) if abs(weights.get(n, 0)) > .05)
                    print(f"    {'missed' if row[5] else 'false '} {z:+.1f} {row[1]}: {row[2]}: {row[3]!r}: {why}")
            for entry in lost[stem]:
                print("    no reading", *entry)
    total = sum(map(len, lost.values()))
    for step in range(-2, 6):
        cut = args.cut + step / 2
        caught = sum(z >= cut for z, _ in mutants)
        show(f"all, cut {cut:+.1f}", *figures(pooled, total, cut))
        print(f"{'':<32}altered: {caught}/{len(mutants)}")
    weights = fit(rows, table)
    show("all, fitted on all", *figures([(score(weights, row), row[5]) for row in natural], total, args.cut))
    if args.unread:
        unread = [f for f in (sorted(args.unread.rglob("*.toml")) if args.unread.is_dir() else [args.unread])]
        rows, lost = examples(str(Path(args.binary).resolve()), unread)
        total = sum(map(len, lost.values()))
        scored = [(score(weights, row), row[5]) for row in rows if row[6] == 1]
        mutants = [score(weights, row) for row in rows if row[6] == SHARE]
        for step in range(-2, 7):
            cut = args.cut + step / 2
            show(f"unread, cut {cut:+.1f}", *figures(scored, total, cut))
            print(f"{'':<32}altered: {sum(z >= cut for z in mutants)}/{len(mutants)}")
    if args.write:
        out = []
        for line in lines:
            cells = line.split("\t")
            if cells[0] in weights and not line.startswith("#"):
                value = weights[cells[0]] - (args.cut if cells[0] == "always" else 0)
                cells[3] = str(round(100 * value))
            out.append("\t".join(cells))
        args.table.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
