"""Times programs, one after the other and round after round, so that a slow minute of the machine meets all of them."""

import dataclasses
import os
import resource
import signal
import statistics
import subprocess
import time

from programs import Program


@dataclasses.dataclass
class Task:
    """One program at one piece of work."""

    program: Program
    words: list
    # Bytes of text that it should read.
    bytes: int
    # How much more that is than it is given.
    scale: float = 1


@dataclasses.dataclass
class Figures:
    task: Task
    # The same program on next to nothing: known where the figures are scaled.
    idle: "Figures | None" = None
    seconds: list = dataclasses.field(default_factory=list)
    # What its processors were busy for: this hardly minds other work on the machine.
    busy: list = dataclasses.field(default_factory=list)
    # Seconds after which it was stopped.
    stopped: float | None = None
    # What it said as it failed.
    failed: str | None = None
    lines: int = 0

    def scaled(self, kind):
        """The median of `seconds` or `busy`, for all the bytes."""
        if self.stopped or self.failed or not self.seconds:
            return None
        median = statistics.median(getattr(self, kind))
        if self.idle is None:
            return median
        idle = self.idle.scaled(kind) or 0
        return idle + max(median - idle, 0) * self.task.scale

    @property
    def median(self):
        return self.scaled("seconds")

    @property
    def at_least(self):
        """What it would take at the least, if it was stopped."""
        return self.stopped * self.task.scale

    def add(self, run, limit):
        if run is None:
            self.stopped = limit
        else:
            seconds, busy, self.lines = run
            self.seconds.append(seconds)
            self.busy.append(busy)


def processors():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Failure(Exception):
    """A program did not do its work."""


class Bench:
    def __init__(self, folder, runs, limit):
        self.folder, self.runs, self.limit = folder, runs, limit

    def once(self, task, before=()):
        """Seconds that one run takes, those of its processors, and the lines that it says; None if it was stopped."""
        said = self.folder / "said" / task.program.name.replace(" ", "-")
        said.parent.mkdir(exist_ok=True)
        outside, inside = said.with_suffix(".out"), said.with_suffix(".err")
        words = [str(word) for word in (*before, *task.words)]
        # To a file: some programs stop early where nobody listens.
        with open(outside, "wb") as out, open(inside, "wb") as err:
            busy, start = processors(), time.perf_counter()
            process = subprocess.Popen(
                words, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, process_group=0
            )
            try:
                status = process.wait(self.limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return None
            seconds, busy = time.perf_counter() - start, processors() - busy
        if status not in task.program.good:
            last = inside.read_text(errors="replace").strip().splitlines()[-1:] or ["nothing said"]
            raise Failure(f"exit status {status}: {last[0]}")
        return seconds, busy, outside.read_bytes().count(b"\n")

    def alternate(self, pairs, times=1):
        """Figures of pairs of a task and, where it is scaled, an idle one, over `times` as many runs as asked for."""
        figures = [Figures(task, idle and Figures(idle)) for task, idle in pairs]
        each = [one for figure in figures for one in (figure.idle, figure) if one]
        for _ in range(self.runs * times):
            for figure in each:
                if figure.stopped or figure.failed:
                    continue
                try:
                    figure.add(self.once(figure.task), self.limit)
                except Failure as failure:
                    figure.failed = str(failure)
        return figures

    def peak(self, task, clock):
        """The most memory that one process of a task holds, in bytes; None if it was stopped or failed."""
        kept = self.folder / "said/peak"
        # GNU time: what is asked of a child of this program holds the memory of this program.
        try:
            if self.once(task, (clock, "-f", "%M", "-o", kept)) is None:
                return None
        except Failure:
            return None
        return int(kept.read_text().split()[-1]) * 1024
