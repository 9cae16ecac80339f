"""The shipped schemas against every rule file and every mistake, with the `jsonschema` of PyPI.

`tests/schema.toml` lists the mistakes that a schema tells and, by reason, those that none can tell.
"""

import datetime
import json
import pathlib
import sys
import tomllib

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKS = ["rules", "tests/packs", "tests/packs2", "tests/spec", "tests/held"]


def plain(value):
    """TOML as JSON has it: dates are text."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.time, datetime.datetime)):
        return value.isoformat()
    return value


def parts(text):
    """The rule files of a mistake: `#=== name.toml` begins another."""
    first, *rest = text.split("#=== ")
    return [first] + [part.split("\n", 1)[1] for part in rest]


def errors(validator, text):
    """What the validator says, or None where the text is no TOML."""
    try:
        document = plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return None
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def check(schema, show=False):
    """Everything that is not as it should be."""
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = []
    files = [path for folder in PACKS for path in sorted((ROOT / folder).rglob("*.toml"))]
    for path in [*files, ROOT / "tests/good.toml"]:
        for error in errors(validator, path.read_text(encoding="utf-8")) or []:
            wrong.append(f"{path.relative_to(ROOT)} is right, but {error}")
    lists = tomllib.loads((ROOT / "tests/schema.toml").read_text(encoding="utf-8"))
    told = {name for names in lists["told"].values() for name in names}
    for path in sorted((ROOT / "tests/mistakes").glob("*.toml")):
        found = [errors(validator, text) for text in parts(path.read_text(encoding="utf-8"))]
        said = [error for part in found for error in part or []]
        if show and said:
            print(f"{path.stem}: {said[0]}")
        if path.stem in told and not said:
            wrong.append(f"{path.stem} is listed as told, but the schema has nothing against it")
        if path.stem not in told and said:
            wrong.append(f"{path.stem} is listed as out of reach, but the schema says {said[0]}")
        is_syntax = path.stem in lists["out-of-reach"]["no TOML"]
        if is_syntax != all(part is None for part in found):
            wrong.append(f"{path.stem}: whether this is TOML")
    return len(files), len(told), wrong


def configurations(schema):
    """`factlint.toml`: what is right, and what is not."""
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    lists = tomllib.loads((ROOT / "tests/schema.toml").read_text(encoding="utf-8"))
    wrong = []
    for text in lists["configurations"]["right"]:
        wrong += [f"{text!r} is right, but {error}" for error in errors(validator, text)]
    for text in lists["configurations"]["wrong"]:
        if not errors(validator, text):
            wrong.append(f"{text!r} is wrong, but the schema has nothing against it")
    return wrong


def controls(pack, config):
    """The check itself can fail: a schema that knows nothing, and one that knows a key too few."""
    lenient = check({})[2]
    assert any("listed as told" in line for line in lenient), "no mistake is needed"
    strict = json.loads(json.dumps(pack))
    del strict["properties"]["entity"]["items"]["properties"]["accept"]
    assert any("is right, but" in line for line in check(strict)[2]), "no pack is needed"
    assert configurations({}), "no wrong configuration is needed"
    strict = json.loads(json.dumps(config))
    del strict["properties"]["rules"]
    assert configurations(strict), "no right configuration is needed"


def main():
    pack = json.loads((ROOT / "schema/pack.schema.json").read_text(encoding="utf-8"))
    config = json.loads((ROOT / "schema/config.schema.json").read_text(encoding="utf-8"))
    packs, told, wrong = check(pack, show="--show" in sys.argv)
    wrong += configurations(config)
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        return 1
    controls(pack, config)
    print(f"{packs} packs pass, {told} mistakes are told; the controls fail as they should")
    return 0


sys.exit(main())
