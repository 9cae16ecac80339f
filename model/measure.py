#!/usr/bin/env python3
"""Measure the parser of `src/syntax` (docs/syntax.md has the figures).

    cargo build --release --example syntax_lines
    python3 model/measure.py news TEACHER FOLDER [WORDS]   against a teacher, from raw text
    python3 model/measure.py gold PIPELINE FILE.conllu...  against gold trees, beside the pipeline on the same words

TEACHER and PIPELINE are folders of spaCy pipelines (or their names): for `news` en_core_web_md, for `gold` the small one
from which the weights come. FOLDER holds plain text (`*.txt`, `*.md`), paragraphs separated by empty lines. The texts
and treebanks are only measured with; nothing of them is in the project.
"""
import collections
import random
import re
import subprocess
import sys
from pathlib import Path

import spacy

ROOT = Path(__file__).resolve().parent.parent
LINES = ROOT / "target/release/examples/syntax_lines"
RELATIONS = (
    "nsubj nsubjpass dobj attr prep pobj poss nummod compound amod appos relcl conj acl advcl ccomp xcomp aux auxpass "
    "neg mark agent quantmod npadvmod advmod det"
).split()
SHARES = (1.0, 0.95, 0.9, 0.8)

Token = collections.namedtuple("Token", "start end form tag head relation margin")
# `head` is the index in the sentence, or None; `Sentence` is a list of tokens.


def run(mode, text):
    """Sentences of our parser by paragraph."""
    done = subprocess.run([LINES, mode], input=text.encode(), stdout=subprocess.PIPE, check=True)
    paragraphs = []
    sentence = []
    for line in done.stdout.decode().splitlines():
        if line == "#":
            paragraphs.append([])
        elif not line:
            paragraphs[-1].append(sentence)
            sentence = []
        else:
            start, end, form, tag, _, head, relation, margin = line.split("\t")
            head = int(head) - 1 if head != "0" else None
            sentence.append(Token(int(start), int(end), form, tag, head, relation, int(margin)))
    return paragraphs


def spacy_sentences(doc):
    offsets = [0]
    for c in doc.text:
        offsets.append(offsets[-1] + len(c.encode()))
    for sentence in doc.sents:
        tokens = []
        index = {}
        for token in sentence:
            if not token.is_space:
                index[token.i] = len(index)
        for token in sentence:
            if token.is_space:
                continue
            head = None if token.head.i == token.i else index.get(token.head.i)
            start, end = offsets[token.idx], offsets[token.idx + len(token.text)]
            tokens.append(Token(start, end, token.text, token.tag_, head, token.dep_, 0))
        if tokens:
            yield tokens


def paragraphs(folder, words):
    files = sorted(path for path in Path(folder).rglob("*") if path.suffix in (".txt", ".md"))
    random.Random(7).shuffle(files)
    seen = set()
    for path in files:
        for paragraph in re.split(r"\n\s*\n", path.read_text("utf-8", "replace")):
            paragraph = " ".join(paragraph.split())
            if not 20 <= len(paragraph) <= 4000 or paragraph in seen:
                continue
            if not re.match(r"[\w\"“‘'(]", paragraph):
                continue
            seen.add(paragraph)
            words -= paragraph.count(" ") + 1
            yield paragraph
            if words <= 0:
                return


def news(teacher, folder, words=100_000):
    nlp = spacy.load(teacher, exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])
    texts = list(paragraphs(folder, int(words)))
    gold = [list(spacy_sentences(doc)) for doc in nlp.pipe(texts, batch_size=64)]
    ours = run("text", "\n".join(texts))
    assert len(gold) == len(ours), (len(gold), len(ours))
    counts = collections.Counter()
    recall = collections.Counter()
    found = collections.defaultdict(list)

    def by_span(sentences):
        return {(t.start, t.end): (t, s) for s in sentences for t in s}

    def head_span(token, sentence):
        return None if token.head is None else sentence[token.head][:2]

    for theirs, own in zip(gold, ours):
        a, b = by_span(theirs), by_span(own)
        counts["teacher's tokens"] += len(a)
        counts["our tokens"] += len(b)
        for span, (token, sentence) in a.items():
            other = b.get(span)
            counts["tokens"] += other is not None
            counts["tags"] += other is not None and other[0].tag == token.tag
            if token.relation == "punct":
                continue
            counts["words"] += 1
            recall[token.relation, "all"] += 1
            if other is None:
                continue
            heads = head_span(token, sentence) == head_span(*other)
            counts["heads"] += heads
            right = heads and other[0].relation == token.relation
            counts["labeled"] += right
            recall[token.relation, "right"] += right
        for span, (token, sentence) in b.items():
            if token.relation == "punct":
                continue
            other = a.get(span)
            right = other is not None and other[0].relation == token.relation
            right = right and head_span(token, sentence) == head_span(*other)
            found[token.relation].append((token.margin, right))
    total = counts["teacher's tokens"]
    precision = counts["tokens"] / counts["our tokens"]
    share = counts["tokens"] / total
    print(f"{total} tokens of {folder}")
    f1 = 2 * precision * share / (precision + share)
    print(f"tokens    F1 {100 * f1:.2f} % (precision {100 * precision:.2f}, recall {100 * share:.2f})")
    print(f"tags      {100 * counts['tags'] / total:.2f} %")
    print(f"unlabeled {100 * counts['heads'] / counts['words']:.2f} %")
    print(f"labeled   {100 * counts['labeled'] / counts['words']:.2f} %")
    everything = sorted(pair for pairs in found.values() for pair in pairs)
    limits = [everything[int(len(everything) * (1 - share))][0] for share in SHARES]
    print("\nmargins that keep", ", ".join(f"{share:.0%}: {limit}" for share, limit in zip(SHARES, limits)))
    print("\n| relation | count | recall | " + " | ".join(f"margin ≥ {limit}" if limit else "all" for limit in limits) + " |")
    print("| --- | --- | --- |" + " --- |" * len(limits))
    rows = [("all", everything)] + [(relation, found[relation]) for relation in RELATIONS]
    for relation, pairs in rows:
        cells = []
        for limit in limits:
            kept = [right for margin, right in pairs if margin >= limit]
            cells.append(f"{sum(kept) / max(1, len(kept)):.3f} of {len(kept) / max(1, len(pairs)):.2f}")
        own = recall[relation, "right"] / max(1, recall[relation, "all"])
        own = counts["labeled"] / counts["words"] if relation == "all" else own
        print(f"| {relation} | {len(pairs)} | {own:.3f} | " + " | ".join(cells) + " |")


# Gold trees of Universal Dependencies: their heads are content words, ours are not.

Word = collections.namedtuple("Word", "form upos head relation spaced")
BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "’s", "’re", "’m", "s", "re"}
CONTENT = ("NOUN", "PROPN", "NUM", "VERB")


def treebank(path):
    sentence = []
    multiword = (0, True)
    for line in Path(path).read_text("utf-8").splitlines() + [""]:
        if not line:
            if sentence:
                yield sentence
            sentence, multiword = [], (0, True)
            continue
        cells = line.split("\t")
        if line[0] == "#" or "." in cells[0]:
            continue
        spaced = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            multiword = (int(cells[0].split("-")[1]), spaced)
            continue
        number = int(cells[0])
        if number <= multiword[0]:
            spaced = number == multiword[0] and multiword[1]
        sentence.append(Word(cells[1], cells[3], int(cells[6]), cells[7], spaced))


def content_heads(sentence):
    """ClearNLP's heads → heads among content words: prepositions and `be` are represented by what follows them."""
    n = len(sentence)
    head = [0] + [0 if t.head is None else t.head + 1 for t in sentence]
    relation = [""] + [t.relation for t in sentence]
    form = [""] + [t.form.lower() for t in sentence]
    tag = [""] + [t.tag for t in sentence]
    children = collections.defaultdict(list)
    for i in range(1, n + 1):
        children[head[i]].append(i)

    def content(i, seen=()):
        if i == 0 or i in seen:
            return i
        below = children[i]
        first = []
        if relation[i] in ("prep", "agent", "dative", "pcomp") or tag[i] in ("IN", "TO"):
            first = [k for k in below if relation[k] in ("pobj", "pcomp")]
        elif form[i] in BE and tag[i].startswith("VB"):
            first = [k for k in below if relation[k] in ("attr", "acomp")]
            if not first and tag[i] != "VBN" and not any(relation[k] in ("nsubjpass", "xcomp") for k in below):
                first = [k for k in below if relation[k] == "prep" and k > i]
        return content(first[0], seen + (i,)) if first else i

    stands_for = [content(i) for i in range(n + 1)]
    out = [0] * (n + 1)
    for i in range(1, n + 1):
        top = i
        while head[top] and stands_for[head[top]] == i:
            top = head[top]
        above = head[top]
        while relation[top] == "conj" and relation[above] == "conj":
            above = head[above]
        out[i] = stands_for[above] if above else 0
        if out[i] == i:
            out[i] = 0
    return out


def content_score(gold, predicted):
    right = collections.Counter()
    for words, tokens in zip(gold, predicted):
        n = len(words)
        assert n == len(tokens)
        head = [0] + [w.head for w in words]
        relation = [""] + [w.relation.split(":")[0] for w in words]
        group = list(range(n + 1))  # names and fixed phrases have one head
        for i in range(1, n + 1):
            j = i
            while relation[j] in ("flat", "fixed", "goeswith"):
                j = head[j]
            group[i] = j
        above = content_heads(tokens)
        for i in range(1, n + 1):
            if words[i - 1].upos not in CONTENT:
                continue
            wanted = group[head[group[i]]] if head[group[i]] else 0
            k, steps = i, 0
            while above[k] and group[above[k]] == group[i] and steps < 20:
                k, steps = above[k], steps + 1
            right["all"] += 1
            right["right"] += (group[above[k]] if above[k] else 0) == wanted
    return right["right"] / right["all"], right["all"]


def gold(pipeline, *files):
    nlp = spacy.load(pipeline, exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])
    print("| treebank | content words | ours | the pipeline |\n| --- | --- | --- | --- |")
    for path in files:
        sentences = list(treebank(path))
        lines = "\n\n".join("\n".join(f"{w.form}\t{int(w.spaced)}" for w in s) for s in sentences) + "\n"
        ours = [sentence for paragraph in run("words", lines) for sentence in paragraph]
        theirs = []
        for sentence in sentences:
            doc = spacy.tokens.Doc(nlp.vocab, [w.form for w in sentence], [w.spaced for w in sentence])
            # One sentence, as for ours.
            for token in doc:
                token.is_sent_start = token.i == 0
            for _, pipe in nlp.pipeline:
                doc = pipe(doc)
            heads = [None if t.head.i == t.i else t.head.i for t in doc]
            theirs.append([Token(0, 0, t.text, t.tag_, h, t.dep_, 0) for t, h in zip(doc, heads)])
        a, count = content_score(sentences, ours)
        b, _ = content_score(sentences, theirs)
        print(f"| {Path(path).name} | {count} | {100 * a:.1f} | {100 * b:.1f} |")


if __name__ == "__main__":
    {"news": news, "gold": gold}[sys.argv[1]](*sys.argv[2:])
