"""Compares what programs read of public pages with the text that people marked: see README.md beside this file."""

import argparse
import collections
import gzip
import hashlib
import html
import json
import pathlib
import re
import subprocess

TOKEN = re.compile(r"\w+")
BLOCK = re.compile(r"(</?(?:p|div|li|ul|ol|h\d|br|td|th|tr|table|section|blockquote|figure|figcaption|pre|article|dd|dt)\b)")
HEADING = re.compile(r"(?is)<(?:h1|title)\b[^>]*>(.*?)</(?:h1|title)>")
SHARED = re.compile(r"""(?is)<meta[^>]+(?:og|twitter):title["'][^>]*>""")
CONTENT = re.compile(r"""(?is)content=(?:"([^"]*)"|'([^']*)')""")


class Page:
    """A page, its gold text or its snippets, and the titles that count for nobody."""

    def __init__(self, group, name, data, gold=None, snippets=None, title=None):
        self.group, self.name, self.data = group, name, data
        self.half = hashlib.sha256(f"{group}/{name}".encode()).digest()[0] & 1
        self.gold, self.snippets = gold, snippets
        source = data.decode("utf-8", "replace")
        found = [re.sub(r"<[^>]*>", " ", text) for text in HEADING.findall(source)] + [title or ""]
        for tag in SHARED.findall(source):
            content = CONTENT.search(tag)
            found.append((content.group(1) or content.group(2) or "") if content else "")
        self.titles = {tuple(tokens(html.unescape(text))) for text in found} - {()}

    def without_titles(self, lines):
        return [line for line in lines if tuple(tokens(line)) not in self.titles]


def tokens(text):
    return TOKEN.findall((text or "").lower())


def text_of(markup):
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(BLOCK.sub(r"\n\1", markup), "lxml")
    for tag in soup(["script", "style", "noscript", "svg"]):
        tag.decompose()
    return soup.get_text()


def scrapinghub(root):
    root /= "article-extraction-benchmark"
    for name, entry in json.loads((root / "ground-truth.json").read_text()).items():
        data = gzip.decompress((root / "html" / f"{name}.html.gz").read_bytes())
        yield Page("scrapinghub", name, data, gold=entry["articleBody"])


def fundus(root):
    root /= "fundus/tests/resources/parser/test_data"
    for path in sorted(root.glob("*/*.json")):
        versions = json.loads(path.read_text())
        pages = sorted(path.parent.glob(f"{path.stem}_*.html.gz"))
        # Each version of a parser has one page; both are in the order of their time.
        if path.stem == "meta" or len(versions) != len(pages):
            continue
        order = sorted(versions, key=lambda name: [int(part) for part in re.findall(r"\d+", name)])
        for version, page in zip(order, pages):
            body = versions[version].get("body")
            if not body:
                continue
            lines = list(body.get("summary", []))
            for section in body["sections"]:
                lines += section["headline"] + section["paragraphs"]
            name = f"{path.parent.name}_{page.name[:-8]}"
            title = versions[version].get("title")
            yield Page("fundus", name, gzip.decompress(page.read_bytes()), gold="\n".join(lines), title=title)


def readability(root):
    for path in sorted((root / "readability/test/test-pages").iterdir()):
        gold = text_of((path / "expected.html").read_text())
        yield Page("readability", path.name, (path / "source.html").read_bytes(), gold=gold)


def wcxb(root):
    root /= "web-content-extraction-benchmark"
    for part in ("dev", "test"):
        for path in sorted((root / part / "ground-truth").glob("*.json")):
            entry = json.loads(path.read_text())
            kind = (entry.get("_internal") or {}).get("page_type") or {}
            kind = kind.get("primary") if isinstance(kind, dict) else kind
            truth = entry["ground_truth"]
            page = root / part / "html" / f"{path.stem}.html.gz"
            if kind == "article" and truth.get("main_content") and page.exists():
                data = gzip.decompress(page.read_bytes())
                yield Page("wcxb", f"{part}_{path.stem}", data, gold=truth["main_content"], title=truth.get("title"))


def trafilatura(root):
    root /= "trafilatura/tests"
    for entry in json.loads((root / "evaldata.json").read_text()).values():
        found = [root / folder / entry["file"] for folder in ("cache", "eval")]
        data = next(path for path in found if path.is_file()).read_bytes()
        yield Page("trafilatura", entry["file"], data, snippets=(entry["with"], entry["without"]))


SETS = {function.__name__: function for function in (fundus, readability, scrapinghub, trafilatura, wcxb)}


def factlint(program):
    def read(page):
        command = [program, "inspect", "--text", "--format", "json", "--input-format", "html", "-"]
        run = subprocess.run(command, input=page.data, capture_output=True, check=False)
        blocks = json.loads(run.stdout or b'{"blocks": []}')["blocks"]
        return [(block["kind"], block["text"]) for block in blocks]

    return read


def by_trafilatura(page):
    import trafilatura

    text = trafilatura.extract(page.data, include_comments=False, include_tables=True)
    return [("", line) for line in (text or "").split("\n")]


def by_readability(page):
    import readability

    try:
        summary = readability.Document(page.data.decode("utf-8", "replace")).summary()
    except Exception:  # of a page that it can't read it reads nothing
        return []
    return [("", line) for line in text_of(summary).split("\n")]


def score(page, lines):
    """What was right and what there was: for recall and for precision."""
    if page.snippets:
        text = " ".join(" ".join(lines).split())
        wanted, unwanted = ([" ".join(text.split()) for text in side] for side in page.snippets)
        right = sum(snippet in text for snippet in wanted)
        return right, len(wanted), right, right + sum(snippet in text for snippet in unwanted)
    gold = collections.Counter(tokens("\n".join(page.without_titles(page.gold.split("\n")))))
    read = collections.Counter(tokens("\n".join(page.without_titles(lines))))
    overlap = sum((gold & read).values())
    return overlap, gold.total(), overlap, read.total()


def average(page_group, scores):
    """Snippets are counted over all pages, tokens averaged over pages."""
    if page_group == "trafilatura":
        right, wanted, _, read = (sum(column) for column in zip(*scores))
        return right / max(wanted, 1), right / max(read, 1)
    recalls = [right / wanted if wanted else 1.0 for right, wanted, _, _ in scores]
    precisions = [right / read if read else float(not wanted) for _, wanted, right, read in scores]
    return sum(recalls) / len(recalls), sum(precisions) / len(precisions)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=pathlib.Path, required=True, help="the folder of the cloned repositories")
    parser.add_argument("--factlint", action="append", required=True, help="a program to measure; several compare versions")
    parser.add_argument("--only", choices=SETS, action="append", help="only this set")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the pages of this half")
    parser.add_argument("--alone", action="store_true", help="factlint without other programs")
    parser.add_argument("--captions", action="store_true", help="factlint without captions, too")
    args = parser.parse_args()
    programs = {path: factlint(path) for path in args.factlint}
    if not args.alone:
        programs |= {"trafilatura": by_trafilatura, "readability-lxml": by_readability}
    print("| set | pages | program | recall | precision |\n| --- | ---: | --- | ---: | ---: |")
    for group in args.only or SETS:
        pages = [page for page in SETS[group](args.sets) if args.half in (None, page.half)]
        for name, read in programs.items():
            texts = [read(page) for page in pages]
            shown = {name: texts}
            if args.captions and name in args.factlint:
                shown[f"{name}, no captions"] = [[line for line in text if line[0] != "caption"] for text in texts]
            for label, texts in shown.items():
                scores = [score(page, [line for _, line in text]) for page, text in zip(pages, texts)]
                recall, precision = average(group, scores)
                print(f"| {group} | {len(pages)} | {label} | {recall:.3f} | {precision:.3f} |", flush=True)


if __name__ == "__main__":
    main()
