"""The machine, and the programs on it."""

import os
import pathlib
import shutil
import subprocess


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def load():
    return " ".join(f"{load:.2f}" for load in os.getloadavg())


def cpu():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown"


def package(program, name):
    """A program of the system; as root on Debian it is installed where it is missing."""
    if shutil.which(program) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", name], check=True, stdout=subprocess.DEVNULL)
    if (found := shutil.which(program)) is None:
        raise SystemExit(f"{program} is missing: install the package {name}")
    return pathlib.Path(found)


def built(root, folder, factlint):
    """The release build, as users have it, and the generator, which needs nothing but a compiler."""
    generate = folder / "generate"
    source = root / "examples/generate.rs"
    subprocess.run(["rustc", "-O", "--edition=2024", source, "-o", generate], check=True)
    if factlint is None:
        subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=root, check=True)
        target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
        factlint = target / "release/factlint"
    return generate.resolve(), factlint.resolve()


def programs(root, folder, factlint, few):
    generate, factlint = built(root, folder, factlint)
    return {
        "generate": generate,
        "factlint": factlint,
        "rg": package("rg", "ripgrep"),
    }


def described(programs, root):
    lines = [
        f"{os.cpu_count()} cores, {cpu()}; load at the start: {load()}",
        f"factlint at {output('git', '-C', root, 'describe', '--always', '--dirty')}",
        "",
        "| program | version |",
        "| --- | --- |",
    ]
    for name, program in programs.items():
        if name != "generate":
            lines.append(f"| {name} | {output(program, '--version').splitlines()[0]} |")
    return "\n".join(lines)
