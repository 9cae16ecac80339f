"""Times programs, one after the other and round after round, so that a slow minute of the machine meets all of them."""

import dataclasses
import os
import resource
import signal
import statistics
import subprocess
import time


@dataclasses.dataclass
class Command:
    """One program at one task."""

    program: str
    words: list
    # Bytes of text that it is given.
    bytes: int
    # Exit statuses that mean it did its work.
    good: tuple = (0, 1)
    note: str = ""


@dataclasses.dataclass
class Figures:
    command: Command
    seconds: list
    # What its processors were busy for: this hardly minds other work on the machine.
    busy: list
    limit: float | None = None

    @property
    def median(self):
        return statistics.median(self.seconds) if self.seconds else None


def busy():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Bench:
    def __init__(self, folder, runs, limit):
        self.folder, self.runs, self.limit = folder, runs, limit

    def once(self, command):
        """Seconds that one run takes, and those of its processors; None if it had to be stopped."""
        said = self.folder / "said" / command.program
        said.parent.mkdir(exist_ok=True)
        # To a file: some programs stop early where nobody listens.
        with open(said.with_suffix(".out"), "wb") as out, open(said.with_suffix(".err"), "wb") as err:
            before, start = busy(), time.perf_counter()
            process = subprocess.Popen(
                [str(word) for word in command.words],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, process_group=0,
            )
            try:
                status = process.wait(self.limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return None
            seconds = time.perf_counter() - start
        if status not in command.good:
            last = said.with_suffix(".err").read_text(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(map(str, command.words))}: exit status {status}\n{last}")
        return seconds, busy() - before

    def alternate(self, commands, times=1):
        """Figures of each command, over `times` as many runs as asked for."""
        figures = [Figures(command, [], []) for command in commands]
        for _ in range(self.runs * times):
            for figure in figures:
                if figure.limit is None:
                    run = self.once(figure.command)
                    if run is None:
                        figure.limit = self.limit
                    else:
                        figure.seconds.append(run[0])
                        figure.busy.append(run[1])
        return figures
