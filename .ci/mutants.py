"""Changes the code one place at a time, as `cargo mutants` would, and tells which changes no test notices.

`cargo mutants` builds the program once for each change, which takes a night. Here all its changes are compiled into one
program, a copy of the project in target/mutants, each behind a switch: a number in the environment. The tests then run
once for each number. What they say is kept in target/mutants/found.json: a run that was cut off goes on where it was.
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import math
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import threading

import tree_sitter
import tree_sitter_rust

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target/mutants"
COPY = WORK / "copy"
FOUND = WORK / "found.json"
PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
SWITCH = b"""
/// Whether the change with this number is made.
pub(crate) fn mutant(number: u32) -> bool {
    static MADE: std::sync::LazyLock<u32> =
        std::sync::LazyLock::new(|| std::env::var("FACTLINT_MUTANT").map_or(0, |made| made.parse().unwrap()));
    *MADE == number
}
"""
ENVIRONMENT = {
    "CARGO_TARGET_DIR": str(WORK / "build"),
    **os.environ,
    "RUSTFLAGS": "--cap-lints allow",
    # As many tests at a time as there are cores need no threads of their own; and one that fails is enough.
    "RAYON_NUM_THREADS": "1",
    "FIRST": "1",
    "PROPTEST_RNG_SEED": "1",
    "INSTA_UPDATE": "no",
}
# A change that loops may ask for memory without end.
MEMORY = 4 << 30


def tests_of(file):
    """What a claim is, the sentences in rule files say; what contradicts a fact, the fixtures and unit tests say too."""
    return ["cases", "fixtures", "factlint verdict::"] if file.startswith("src/verdict/") else ["cases"]


def files(*below):
    names = subprocess.run(["git", "ls-files", "-z", *below], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [name for name in names.split("\0") if (ROOT / name).is_file()]


def listed(paths):
    """The mutants below the paths, as `cargo mutants` lists them, numbered from 1."""
    command = ["cargo", "mutants", "--list", "--json"]
    mutants = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    below = tuple(f"{path.strip('/')}/" for path in paths)
    return {number: mutant for number, mutant in enumerate(mutants, 1) if f"{mutant['file']}/".startswith(below)}


class Source:
    """A file of the source, into which switches are written."""

    def __init__(self, file):
        self.text = (ROOT / file).read_bytes()
        self.tree = PARSER.parse(self.text).root_node

    def offset(self, place):
        """Lines and columns are counted from 1, and columns are characters."""
        lines = self.text.split(b"\n")[: place["line"]]
        return sum(len(line) + 1 for line in lines[:-1]) + len(lines[-1].decode()[: place["column"] - 1].encode())

    def switch(self, number, mutant):
        """What must stand before and behind which bytes, so that the number makes the change; or why nothing can."""
        start, end = (self.offset(mutant["span"][side]) for side in ("start", "end"))
        node = self.tree.descendant_for_byte_range(start, end)
        on, new = f"crate::mutant({number})", mutant["replacement"]

        def up(*kinds):
            above = node
            while above.type not in kinds:
                above = above.parent
            return above

        def choice(node):
            changed = self.text[node.start_byte : start].decode() + new + self.text[end : node.end_byte].decode()
            return node.start_byte, node.end_byte, f"(if {on} {{ {changed} }} else {{ ", " })"

        match mutant["genre"]:
            case "FnValue":
                function = up("function_item")
                body = function.child_by_field_name("body")
                if not (mutant["function"]["return_type"] or "").startswith("-> impl Iterator"):
                    return body.start_byte + 1, body.start_byte + 1, f" if {on} {{ return {new}; }}", ""
                # Two iterators have two types. So the one that is there loses its items, and may get the one of the other.
                tail, once = body.named_children[-1], re.search(r"\bonce\((.*)\)$", new)
                other = f".chain({on}.then(|| {once[1]}))" if once else ""
                return tail.start_byte, tail.end_byte, "(", f").filter(|_| !{on}){other}"
            case "BinaryOperator":
                row = up("binary_expression", "compound_assignment_expr", "let_chain")
                # The new operator may bind otherwise than the old, so there is no smaller choice than the whole row.
                while row.parent.type == "binary_expression":
                    row = row.parent
                if row.type == "let_chain" or row.parent.type == "let_chain" and new == "||":
                    return "no `||` may stand beside `let`"
                return choice(row)
            case "UnaryOperator":
                return choice(up("unary_expression"))
            case "StructField":
                return choice(up("struct_expression"))
            case "MatchArmGuard" | "MatchArm" as genre:
                pattern = up("match_arm").child_by_field_name("pattern")
                guard = pattern.child_by_field_name("condition")
                if guard is None:
                    return pattern.end_byte, pattern.end_byte, f" if !{on}", ""
                if genre == "MatchArmGuard":
                    return "a guard with `let`" if guard.type.startswith("let_") else choice(guard)
                before, behind = ("", "") if guard.type.startswith("let_") else ("(", ")")
                return guard.start_byte, guard.end_byte, f"!{on} && {before}", behind
            case genre:
                sys.exit(f"{mutant['name']}: a new kind of change, {genre}")

    def written(self, switches):
        """The file with its switches, and which of its bytes are there for which number."""
        pieces = []
        for order, (number, (start, end, before, behind)) in enumerate(switches.items()):
            # At one place what ends comes first, then what only stands there, then the longest.
            pieces.append(((start, 1, -end if behind else -math.inf, order), before, number))
            pieces += [((end, 0, -start, -order), behind, number)] if behind else []
        text, at, begins, owned = bytearray(), 0, {}, []
        for (place, *_), piece, number in sorted(pieces):
            text += self.text[at:place]
            begin = begins.setdefault(number, len(text))
            text += piece.encode()
            owned.append((begin, len(text), number))
            at = place
        return bytes(text + self.text[at:]), owned


def copy(changed):
    """Brings the copy up to date. What is as it was keeps its time, so that cargo does not build it again."""
    texts = {name: (ROOT / name).read_bytes() for name in files()} | changed
    texts["src/lib.rs"] += SWITCH
    for path in COPY.rglob("*"):
        if path.is_file() and str(path.relative_to(COPY)) not in texts:
            path.unlink()
    for name, text in texts.items():
        path = COPY / name
        if not path.is_file() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            path.chmod((ROOT / name).stat().st_mode)


def cargo(*args):
    command = ["cargo", *args, "--quiet", "--profile", "mutants", "--message-format=json"]
    done = subprocess.run(command, cwd=COPY, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    return done.returncode == 0, [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def blamed(error, owned):
    """The mutant in whose text, the smallest, the compiler sees an error."""
    for span in sorted(error["spans"], key=lambda span: not span["is_primary"]):
        around = [it for it in owned.get(span["file_name"], []) if it[0] <= span["byte_start"] and span["byte_end"] <= it[1]]
        if around:
            return min(around, key=lambda it: it[1] - it[0])[2]
    sys.exit(f"no change is to blame for this:\n{error['rendered']}")


def build(mutants):
    """Compiles the copy with all mutants that compile. Returns the test programs, and of each other mutant why it does not."""
    sources = {mutant["file"]: Source(mutant["file"]) for mutant in mutants.values()}
    switches = {number: sources[mutant["file"]].switch(number, mutant) for number, mutant in mutants.items()}
    dropped = {number: switch for number, switch in switches.items() if isinstance(switch, str)}
    # Types are checked first, and what is borrowed later: so each round may find more.
    compiles = False
    while not compiles:
        changed, owned = {}, {}
        for file, source in sources.items():
            here = {number: switches[number] for number in mutants.keys() - dropped.keys() if mutants[number]["file"] == file}
            changed[file], owned[file] = source.written(dict(sorted(here.items())))
        copy(changed)
        compiles, messages = cargo("check", "--lib")
        errors = [message["message"] for message in messages if message["reason"] == "compiler-message"]
        errors = [error for error in errors if error["level"] == "error" and error["spans"]]
        if not compiles and not errors:
            sys.exit("the copy does not compile")
        dropped |= {blamed(error, owned): error["message"] for error in errors}
        print(f"of {len(mutants)} changes {len(mutants) - len(dropped)} are left that may compile", file=sys.stderr)
    compiles, messages = cargo("test", "--lib", "--test", "cases", "--test", "fixtures", "--no-run")
    if not compiles:
        sys.exit("the tests do not compile")
    made = [message for message in messages if message["reason"] == "compiler-artifact" and message["profile"]["test"]]
    return {message["target"]["name"]: message["executable"] for message in made}, dropped


def run(programs, tests, number, limit=resource.RLIM_INFINITY):
    """What tests say to a mutant: it is `noticed`, `missed`, or ended by `time-out`; and the seconds it took."""

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))

    said = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program, *chosen = tests.split()
    process = subprocess.Popen([programs[program], *chosen], cwd=COPY, env=ENVIRONMENT | {"FACTLINT_MUTANT": str(number)}, preexec_fn=limited, **said)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    results = {0: "missed", -signal.SIGKILL: "time-out", -signal.SIGXCPU: "time-out"}
    return results.get(process.returncode, "noticed"), used.ru_utime + used.ru_stime


def judge(mutants, programs, found):
    """Runs the tests for each mutant of which nothing is known yet."""
    limits = {}
    for tests in {tests for mutant in mutants.values() for tests in tests_of(mutant["file"])}:
        result, seconds = run(programs, tests, 0)
        if result != "missed":
            sys.exit(f"{tests}: fails where nothing is changed")
        # Of the processor's time: other programs may keep it busy.
        limits[tests] = max(5, math.ceil(5 * seconds))
    waiting = [number for number, mutant in mutants.items() if mutant["name"] not in found["results"]]
    lock = threading.Lock()

    def one(number):
        said = (run(programs, tests, number, limits[tests])[0] for tests in tests_of(mutants[number]["file"]))
        result = next((said for said in said if said != "missed"), "missed")
        with lock:
            found["results"][mutants[number]["name"]] = result
            FOUND.with_suffix(".new").write_text(json.dumps(found, indent=0), encoding="utf-8")
            FOUND.with_suffix(".new").replace(FOUND)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for count, _ in enumerate(workers.map(one, waiting), 1):
            if count % 100 == 0:
                print(f"{count} of {len(waiting)} judged", file=sys.stderr)


def known(again):
    """What an earlier run found of this very code, by these very tests; `again`: by others, but for what it missed."""

    def digest(*below):
        return hashlib.sha256(b"".join(name.encode() + (ROOT / name).read_bytes() for name in files(*below))).hexdigest()

    of = {"code": digest("src", "Cargo.lock"), "tests": digest("tests", "rules", "fixtures", "README.md")}
    found = json.loads(FOUND.read_text(encoding="utf-8")) if FOUND.is_file() else {"of": {}}
    if again and found["of"].get("code") == of["code"]:
        return {"of": of, "results": {name: result for name, result in found["results"].items() if result != "missed"}}
    return found if found["of"] == of else {"of": of, "results": {}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--again", action="store_true", help="try only those again that the last run missed, by the tests of today")
    parser.add_argument("--missed", type=pathlib.Path, metavar="FILE", default=WORK / "missed.txt", help="where to list what no test notices")
    parser.add_argument("paths", nargs="*", metavar="PATH", default=["src/verdict", "src/claims"])
    args = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    mutants = listed(args.paths)
    if not mutants:
        sys.exit(f"nothing is to be changed in {', '.join(args.paths)}: .cargo/mutants.toml says where")
    programs, dropped = build(mutants)
    for number in dropped:
        del mutants[number]
    found = known(args.again)
    judge(mutants, programs, found)

    rooms = collections.defaultdict(list)
    for mutant in mutants.values():
        rooms[mutant["file"].rsplit("/", 1)[0]].append(found["results"][mutant["name"]])
    print("| code | changes that compile | noticed | of them by a test that never ends | missed | |\n| --- | --- | --- | --- | --- | --- |")
    for room, results in sorted(rooms.items()):
        own = ", its own files" if any(other.startswith(f"{room}/") for other in rooms) else ""
        all, endless, missed = len(results), results.count("time-out"), results.count("missed")
        print(f"| `{room}`{own} | {all} | {all - missed} | {endless} | {missed} | {100 - 100 * missed / all:.1f} % |")
    print(f"\nOf {len(dropped) + len(mutants)} changes {len(dropped)} do not compile:")
    for reason, count in collections.Counter(dropped.values()).most_common():
        print(f"{count:4} {reason}")
    missed = [mutant["name"] for mutant in mutants.values() if found["results"][mutant["name"]] == "missed"]
    args.missed.write_text("".join(f"{name}\n" for name in missed), encoding="utf-8")
    print(f"\n{args.missed} names the {len(missed)} that are missed.")


main()
