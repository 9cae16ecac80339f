"""What the programs are asked to do."""

import hashlib
import shutil
import subprocess

from machine import package
from measure import Task
from tables import loading_table, memory_table, table

STORY = 3_000


class Work:
    """Generated texts and facts, each made once, and the tasks that are made of them."""

    def __init__(self, folder, generate, programs, large):
        self.folder, self.generate, self.programs, self.large = folder, generate, programs, large

        self.forget_what_another_made()

    def forget_what_another_made(self):
        """Texts and facts of another generator would be other work."""
        maker, mark = hashlib.sha256(self.generate.read_bytes()).hexdigest(), self.folder / "made-by"
        if mark.exists() and mark.read_text() == maker:
            return
        for path in self.folder.iterdir():
            if path.name.startswith(("articles-", "facts-", "file-")):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        mark.write_text(maker)

    def made(self, name, *words):
        path = self.folder / name
        if not path.exists():
            half = path.with_name(path.name + ".half")
            subprocess.run([self.generate, *map(str, words), half], check=True)
            half.rename(path)
        return path

    def articles(self, count):
        return self.made(f"articles-{count}", "articles", count, STORY)

    def article(self):
        return self.articles(1) / "000000.txt"

    def file(self, size):
        return self.made(f"file-{size}.txt", "file", size)

    def facts(self, count):
        return self.made(f"facts-{count}", "facts", count)

    def empty(self):
        folder = self.folder / "articles-empty"
        folder.mkdir(exist_ok=True)
        (folder / "empty.txt").touch()
        return folder

    def tasks(self, facts, given):
        """Each program at this; beside those that are given less, the same program at nothing."""
        pairs = []
        for program in self.programs:
            part = self.part(program, given)
            whole = size(given)
            task = Task(program, program.command(facts, part), whole, whole / max(size(part), 1))
            idle = Task(program, program.command(facts, self.empty()), 0)
            pairs.append((task, None if part == given else idle))
        return pairs

    def part(self, program, given):
        """As much of it as a program is given."""
        if given.is_file():
            most = program.most_of_file
            return given if most is None or size(given) <= most else self.file(most)
        most = program.most
        return given if most is None or size(given) <= most else self.articles(most // STORY)


def size(path):
    files = [path] if path.is_file() else path.iterdir()
    return sum(file.stat().st_size for file in files)


def one_article(bench, work):
    figures = bench.alternate(work.tasks(work.facts(50), work.article()), times=4)
    return table("One article of 3 kB, 50 facts", figures)


def thousand_articles(bench, work):
    figures = bench.alternate(work.tasks(work.facts(1_000), work.articles(1_000)))
    return table("1,000 articles of 3 kB, 1,000 facts", figures)


def growth(bench, work):
    rows = []
    for count in (100, 10_000, 100_000):
        facts = work.facts(count)
        loading = [(task, None) for task, _ in work.tasks(facts, work.empty()) if task.program.names]
        whole = [pair for pair in work.tasks(facts, work.articles(1_000)) if pair[0].program.names]
        figures = bench.alternate(loading + whole)
        half = len(loading)
        rows += [(count, *pair) for pair in zip(figures[:half], figures[half:])]
    return loading_table("1,000 articles of 3 kB, more and more facts", rows)


def large_file(bench, work):
    figures = bench.alternate(work.tasks(work.facts(1_000), work.file(work.large)))
    return table(f"One file of {work.large / 1e6:.0f} MB, 1,000 facts", figures)


def memory(bench, work):
    clock = package("time", "time")
    columns = {}
    for title, given in (
        ("1,000 articles of 3 kB", work.articles(1_000)),
        (f"one file of {work.large / 1e7:.0f} MB", work.file(work.large // 10)),
        (f"one file of {work.large / 1e6:.0f} MB", work.file(work.large)),
    ):
        tasks = [task for task, _ in work.tasks(work.facts(1_000), given)]
        columns[title] = [(task, bench.peak(task, clock) if task.scale == 1 else None) for task in tasks]
    return memory_table("Memory, 1,000 facts", columns)


ALL = {
    "one": one_article,
    "thousand": thousand_articles,
    "growth": growth,
    "file": large_file,
    "memory": memory,
}
