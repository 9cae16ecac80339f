"""What the programs are asked to do."""

import subprocess

from measure import Command
from tables import loading_table, table

STORY = 3_000


class Texts:
    """Generated texts and facts; each is made once."""

    def __init__(self, folder, generate):
        self.folder, self.generate = folder, generate

    def made(self, name, *words):
        path = self.folder / name
        if not path.exists():
            half = path.with_name(path.name + ".half")
            subprocess.run([self.generate, *map(str, words), half], check=True)
            half.rename(path)
        return path

    def articles(self, count):
        return self.made(f"articles-{count}", "articles", count, STORY)

    def facts(self, count):
        return self.made(f"facts-{count}", "facts", count)

    def empty(self):
        folder = self.folder / "articles-empty"
        folder.mkdir(exist_ok=True)
        (folder / "empty.txt").touch()
        return folder


def size(path):
    files = [path] if path.is_file() else path.iterdir()
    return sum(file.stat().st_size for file in files)


def commands(programs, facts, given):
    """What each program says to do the same work with the same names."""
    taken = size(given)
    return [
        Command("factlint", [programs["factlint"], "check", "--no-config", "--rules", facts / "rules.toml", given], taken),
        Command("rg", [programs["rg"], "-c", "-i", "-F", "-f", facts / "names.txt", given], taken),
    ]


def one_article(bench, programs):
    texts = Texts(bench.folder, programs["generate"])
    given = texts.articles(1) / "000000.txt"
    figures = bench.alternate(commands(programs, texts.facts(50), given), times=8)
    return table("One article of 3 kB, 50 facts", figures)


def thousand_articles(bench, programs):
    texts = Texts(bench.folder, programs["generate"])
    figures = bench.alternate(commands(programs, texts.facts(1_000), texts.articles(1_000)))
    return table("1,000 articles of 3 kB, 1,000 facts", figures)


def growth(bench, programs):
    texts = Texts(bench.folder, programs["generate"])
    rows = []
    for count in (100, 10_000, 100_000):
        facts = texts.facts(count)
        loading = commands(programs, facts, texts.empty())
        whole = commands(programs, facts, texts.articles(1_000))
        figures = bench.alternate(loading + whole)
        half = len(loading)
        rows += [(count, *pair) for pair in zip(figures[:half], figures[half:])]
    return loading_table("1,000 articles of 3 kB, more and more facts", rows)


ALL = {"one": one_article, "thousand": thousand_articles, "growth": growth}
