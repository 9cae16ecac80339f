"""The machine."""

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


def memory():
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return f"{pages * size / 2**30:.0f} GiB"


def package(program, name):
    """A program of the system; as root on Debian it is installed where it is missing."""
    if shutil.which(program) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", name], check=True, stdout=subprocess.DEVNULL)
    if (found := shutil.which(program)) is None:
        raise SystemExit(f"{program} is missing: install the package {name}")
    return pathlib.Path(found)


def described(programs, root):
    lines = [
        f"{os.cpu_count()} cores, {cpu()}, {memory()}; load at the start: {load()}",
        f"factlint at {output('git', '-C', root, 'describe', '--always', '--dirty')}",
        "",
        "| program | version | given the names |",
        "| --- | --- | --- |",
    ]
    for program in programs:
        lines.append(f"| {program.name} | {program.said_version} | {'yes' if program.names else 'no: it takes none'} |")
    return "\n".join(lines)
