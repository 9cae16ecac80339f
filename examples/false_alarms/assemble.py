#!/usr/bin/env python3
"""Assembles dated news and web pages from public repositories, to measure the checks on.

    python3 examples/false_alarms/assemble.py CLONES OUT

CLONES holds a clone of each repository of `SOURCES`, named as the repository is; those that are missing are cloned
(`git clone --bare --depth 1`, about 2 GB in all). OUT gets three parts, `a`, `b` and `c`, each with `news.jsonl` (one
article a line: `id`, `date`, `title`, `body`) and a folder `pages` of HTML. An article's part follows from its name or
day alone, and so never changes. `cargo run --release --example false_alarms -- --list OUT/b` counts what is reported.

Nothing of these corpora is in this repository: their licenses differ, and several allow research only.
"""

import csv
import gzip
import hashlib
import html
import io
import json
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

SOURCES = {
    "GrimmerSenatePressReleases": "lintool",
    "TextCategorization": "colibri17",
    "PolNeAR": "networkdynamics",
    "news-archives": "ucsc",
    "emnlp19-media-bias": "marshallwhiteorg",
    "wikinews": "vanatteveldt",
    "Article-Bias-Prediction": "ramybaly",
    "parser": "postlight",
    "goose3": "goose3",
    "article-extraction-benchmark": "scrapinghub",
    "trafilatura": "adbar",
    "fundus": "flairNLP",
    "newspaper": "codelucas",
    "newspaper4k": "AndyTheFactory",
    "readability": "mozilla",
    "CC-NEWS-Corpus": "larrygrpolanco",
    "htmldate": "adbar",
    "metascraper": "microlinkhq",
    "omnivore": "omnivore-app",
    "defuddle": "kepano",
}

COMMON = set("the of and to in a is that for on was with he said it as at by from has have are be this".split())


def files(clone, pattern):
    """The path and bytes of each file whose path matches, in the order of the paths."""
    names = subprocess.run(
        ["git", "-C", clone, "ls-tree", "-r", "-z", "HEAD"], capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    chosen = []
    for line in names.split("\0"):
        meta, _, path = line.partition("\t")
        if path and re.search(pattern, path):
            chosen.append((path, meta.split()[2]))
    with subprocess.Popen(
        ["git", "-C", clone, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as git:
        for path, blob in chosen:
            git.stdin.write(f"{blob}\n".encode())
            git.stdin.flush()
            head = git.stdout.readline().split()
            if head[1] == b"missing":
                continue
            data = git.stdout.read(int(head[2]))
            git.stdout.read(1)
            yield path, data
        git.stdin.close()


def text_of(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def day(text, *forms):
    for form in forms:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            pass
    return None


def senate(clone):
    """Press releases of US senators, 2005 to 2007: `raw/Bennett/12May2006Bennett155.txt`."""
    for path, data in files(clone, r"^raw/.*\.txt$"):
        found = re.match(r"(\d{1,2}[A-Z][a-z]{2}\d{4})", path.rsplit("/", 1)[1])
        date = found and day(found[1], "%d%b%Y")
        if date:
            # the body stands on few long lines, with runs of spaces between its paragraphs
            body = re.sub(r"[ \t]{3,}", "\n\n", text_of(data)).strip()
            # of some senators every mark of punctuation was lost
            if len(re.findall(r"[.,;:]", body)) * 30 > len(body.split()):
                yield path, date, None, body


def reuters(clone):
    """Reuters-21578, 1987: `<DATE> 9-MAR-1987 04:58:41.12</DATE>`."""
    for path, data in files(clone, r"reut2-\d+\.sgm$"):
        for story in re.findall(r"<REUTERS.*?</REUTERS>", data.decode("latin-1"), re.S):
            number = re.search(r'NEWID="(\d+)"', story)[1]
            date = re.search(r"<DATE>\s*(\S+)", story)
            date = date and day(date[1].title(), "%d-%b-%Y")
            title = re.search(r"<TITLE>(.*?)</TITLE>", story, re.S)
            body = re.search(r"<BODY>(.*?)</BODY>", story, re.S)
            place = re.search(r"<DATELINE>(.*?)</DATELINE>", story, re.S)
            if date and body:
                lines = html.unescape(body[1]).replace("\x03", "").rstrip()
                lines = re.sub(r"\s*\bReuter$", "", lines, flags=re.I)
                # a paragraph begins with four spaces
                lines = re.sub(r"\n {4}", "\n\n", lines)
                start = html.unescape(place[1]).strip() + " " if place else ""
                yield f"reuters/{number}", date, title and html.unescape(title[1]), start + lines.strip()


def polnear(clone):
    """Political news of 2015 and 2016: `breitbart_2015-11-11_the-ninth-circle.txt`."""
    for path, data in files(clone, r"^data/.*/text/.*\.txt$"):
        date = re.search(r"_(\d{4}-\d\d-\d\d)_", path)
        if date:
            yield path, date[1], None, text_of(data)


def campus(clone):
    """News of a university, 1995 to 2008, in Markdown: `source/_posts/2001-05-01-toxics.md`."""
    for path, data in files(clone, r"^source/_posts/\d{4}-\d\d-\d\d-.*\.md$"):
        date = re.search(r"/(\d{4}-\d\d-\d\d)-", path)[1]
        body = re.sub(r"\A---\n.*?\n---\n", "", text_of(data), flags=re.S)
        body = re.sub(r"^\[[^\]]*\]:? ?\(?http.*$", "", body, flags=re.M)
        body = re.sub(r"!?\[([^\]]*)\]\[\d+\]", r"\1", body)
        yield path, date, None, re.sub(r"[*_]", "", body)


def basil(clone):
    """Political news of 2010 to 2019 from three papers, as JSON."""
    for path, data in files(clone, r"^data/articles/.*\.json$"):
        story = json.loads(data)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", story.get("date") or ""):
            body = "\n\n".join(part for group in story["body-paragraphs"] for part in group)
            yield path, story["date"], story["title"], body


def wikinews(clone):
    """Wikinews of 2019 and 2020."""
    csv.field_size_limit(1 << 30)
    for _, data in files(clone, r"^data/wikinews.*\.csv$"):
        for row in csv.DictReader(io.StringIO(text_of(data))):
            yield row["url"], row["date"][:10], row["title"], row["text"]


def sites(clone):
    """American and British news sites, 2012 to 2020, as JSON whose words and signs are parted by spaces."""
    for path, data in files(clone, r"^data/jsons/.*\.json$"):
        story = json.loads(data)
        date = (story.get("date") or "")[:10]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            body = re.sub(r" ([,.;:!?%)\]\u201d])", r"\1", story["content"])
            body = re.sub(r"([(\[$\u201c]) ", r"\1", body)
            body = re.sub(r" ([\u2019']) ?(s|t|re|ve|ll|d|m)\b", r"\1\2", body)
            yield path, date, story.get("title"), body.replace("\n", "\n\n")


NEWS = {
    "GrimmerSenatePressReleases": senate,
    "TextCategorization": reuters,
    "PolNeAR": polnear,
    "news-archives": campus,
    "emnlp19-media-bias": basil,
    "wikinews": wikinews,
    "Article-Bias-Prediction": sites,
}

PAGES = {
    "parser": r"fixtures/.*\.html$",
    "goose3": r"^tests/data/.*\.html$",
    "article-extraction-benchmark": r"^html/.*\.html\.gz$",
    "trafilatura": r"^tests/(eval|cache)/.*\.html$",
    "fundus": r"/(au|ca|gl|ind|uk|us|za|na|my)/.*\.html\.gz$",
    "newspaper": r"^tests/data/html/.*\.html$",
    "newspaper4k": r"^tests/data/html/.*\.html$",
    "readability": r"^test/test-pages/.*/source\.html$",
    "CC-NEWS-Corpus": r"^html_raw_test/.*\.html$",
    "htmldate": r"^tests/.*\.html$",
    "metascraper": r"^packages/metascraper/test/integration/.*\.html$",
    "omnivore": r"/test-pages/.*/source\.html$",
    "defuddle": r"^tests/fixtures/.*\.html$",
}


def is_english(page):
    """Whether the words of a page are mostly English, and it has as many as an article."""
    plain = re.sub(r"(?is)<(script|style).*?</\1>|<[^>]*>", " ", page)
    words = re.findall(r"[^\W\d_]+", plain.lower())
    return len(words) > 200 and sum(word in COMMON for word in words) > 0.16 * len(words)


def part_of(name, bounds=(85, 170)):
    """Its part: `a` up to the first bound, `b` up to the second, else `c`."""
    byte = hashlib.sha256(name.encode()).digest()[0]
    return "abc"[sum(byte > bound for bound in bounds)]


def main(clones, out):
    for name, owner in SOURCES.items():
        if not (clones / name).exists():
            address = f"https://github.com/{owner}/{name}"
            subprocess.run(["git", "clone", "--bare", "--depth", "1", address, clones / name], check=True)
    parts = {}
    for part in "abc":
        (out / part / "pages").mkdir(parents=True, exist_ok=True)
        parts[part] = (out / part / "news.jsonl").open("w", encoding="utf-8")
    seen = set()
    counts = {}
    for name, read in NEWS.items():
        for path, date, title, body in read(clones / name):
            mark = hashlib.sha256(body[:2000].encode()).digest()
            words = len(body.split())
            if words < 20 or mark in seen:
                continue
            seen.add(mark)
            # the copies and rewrites of one day belong together
            part = part_of(f"{name} {date}")
            record = {"id": f"{name}/{path}", "date": date, "title": title, "body": body}
            print(json.dumps({key: value for key, value in record.items() if value}), file=parts[part])
            count = counts.setdefault((name, part), [0, 0])
            count[0] += 1
            count[1] += words
    for name, pattern in PAGES.items():
        for path, data in files(clones / name, pattern):
            if path.endswith(".gz"):
                data = gzip.decompress(data)
            title = re.search(rb"(?is)<title[^>]*>(.*?)</title>", data)
            mark = title[1].strip() if title else data[:5000]
            if mark in seen or not is_english(text_of(data)):
                continue
            seen.add(mark)
            # half of the few pages are kept for the count at the end
            part = part_of(f"{name} {path}", (71, 207))
            flat = re.sub(r"[^\w.-]+", "_", path.removesuffix(".gz"))
            (out / part / "pages" / f"{name}-{flat}").write_bytes(data)
            counts.setdefault((name, part), [0, 0])[0] += 1
    for (name, part), (articles, words) in sorted(counts.items()):
        print(f"{name:30} {part} {articles:7} {words or '':>10}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
