"""Checks an archive with Spark: each task pipes its records through a factlint of its own.

    python check.py --factlint ../../target/release/factlint --rules ../../rules --records 100000

The records are read as JSON Lines, and again as Parquet; both must give the findings that one process gives alone.
"""

import argparse
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

import records

PARTS = 8
SCHEMA = "id STRING, date STRING, headline STRING, body STRING, broken STRING"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--factlint", required=True, type=pathlib.Path)
    parser.add_argument("--rules", required=True, type=pathlib.Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--master", default="local[2]")
    return parser.parse_args()


def alone(command, archive, out):
    """Checks the archive in one process, on all cores."""
    with archive.open("rb") as source, out.open("wb") as target:
        done = subprocess.run(command, stdin=source, stdout=target, stderr=subprocess.PIPE, text=True)
    # 1 is findings, and 2 here the records that are planted broken; without rules it would be 2 and no line.
    assert done.returncode in (1, 2), done.stderr
    with out.open(encoding="utf-8") as lines:
        return list(lines)


def piped(spark, command, lines, out):
    """Checks an RDD of lines, and returns the result lines in the order of the records."""
    # Each task has one core; what Spark hands over as the environment is all that factlint gets.
    results = lines.pipe(shlex.join(command), env={"RAYON_NUM_THREADS": "1"})
    results.saveAsTextFile(str(out))
    parts = sorted(out.glob("part-*"))
    return [line for part in parts for line in part.read_text(encoding="utf-8").splitlines(keepends=True)]


def canonical(line):
    """A result without what counts in the stream that it came from: the numbers of the record and of its line."""
    result = json.loads(line)
    for key in ("record", "line"):
        del result[key]
    for problem in result["problems"]:
        for key in ("start", "end", "line"):
            del problem[key]
    return re.sub(r"\b(record|line) \d+", r"\1 #", json.dumps(result, ensure_ascii=False))


def expect_planted(results):
    """Every planted error is found, nothing else is, and every broken record is told."""
    for number, line in enumerate(results):
        result = json.loads(line)
        error = records.planted(number)
        facts = [finding["fact"] for finding in result["findings"]]
        assert facts == ([error[1]] if error else []), f"record {number}: {line}"
        assert bool(result["problems"]) == records.broken(number), f"record {number}: {line}"


def report(name, count, size, seconds):
    print(f"{name:<34} {seconds:8.2f} s {count / seconds:10.0f} records/s {size / seconds / 1e6:8.2f} MB/s", flush=True)


def main():
    args = arguments()
    rules, factlint = args.rules.resolve(), args.factlint.resolve()
    command = [str(factlint), "check", "--no-config", "--rules", str(rules)]
    command += ["--input-format", "jsonl", "--format", "jsonl", "-"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        archive = folder / "archive.jsonl"
        with archive.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(records.line(number) + "\n" for number in range(args.records))
        size = archive.stat().st_size
        print(f"{args.records} records, {size / 1e6:.1f} MB; {os.cpu_count()} cores, {args.master}")

        start = time.perf_counter()
        expected = alone(command, archive, folder / "alone.jsonl")
        report("one process", args.records, size, time.perf_counter() - start)
        assert len(expected) == args.records, f"{len(expected)} lines"
        expect_planted(expected)

        start = time.perf_counter()
        builder = SparkSession.builder.master(args.master).appName("factlint")
        # Nothing of it listens to the world.
        for key in ("spark.driver.host", "spark.driver.bindAddress"):
            builder = builder.config(key, "127.0.0.1")
        for key in ("spark.ui.enabled", "spark.ui.showConsoleProgress"):
            builder = builder.config(key, "false")
        spark = builder.config("spark.log.level", "ERROR").getOrCreate()
        print(f"{'(Spark starts)':<34} {time.perf_counter() - start:8.2f} s")

        start = time.perf_counter()
        lines = spark.sparkContext.textFile(str(archive), PARTS)
        results = piped(spark, command, lines, folder / "lines")
        report("Spark, JSON Lines", len(results), size, time.perf_counter() - start)
        # A line for each record, in order: so that broken ones and those without id can be compared too.
        assert [canonical(line) for line in results] == [canonical(line) for line in expected]

        # An archive in Parquet holds no broken records.
        table = spark.read.schema(SCHEMA).option("columnNameOfCorruptRecord", "broken").json(str(archive))
        table.where("broken IS NULL").drop("broken").repartition(PARTS).write.parquet(str(folder / "parquet"))
        start = time.perf_counter()
        table = spark.read.parquet(str(folder / "parquet"))
        lines = table.select(F.to_json(F.struct("*"))).rdd.map(lambda row: row[0])
        results = piped(spark, command, lines, folder / "rows")
        report("Spark, Parquet", len(results), size, time.perf_counter() - start)
        whole = [line for number, line in enumerate(expected) if not records.broken(number)]
        by_id = {json.loads(line)["id"]: canonical(line) for line in whole}
        named = [line for line in results if json.loads(line)["id"] is not None]
        assert len(named) == len(by_id) - 1, f"{len(named)} results with an id"
        assert all(canonical(line) == by_id[json.loads(line)["id"]] for line in named)
        # Those without id are the same together.
        assert sorted(map(canonical, results)) == sorted(map(canonical, whole))

        found = sum(len(json.loads(line)["findings"]) for line in expected)
        bad = sum(records.broken(number) for number in range(args.records))
        print(f"the same {found} findings and {bad} broken records, byte for byte")
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
