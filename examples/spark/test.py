"""Runs the job on a cluster of two workers, each an own process on this machine, and compares with one process of xwalk.

    python3 test.py XWALK PACK ASSESSMENTS FOLDER

FOLDER takes what is made. test.sh makes the rest and says what is needed.
"""

import collections
import json
import os
import signal
import subprocess
import sys
import time

import pyarrow.parquet
import pyspark
from pyspark import TaskContext
from pyspark.sql import SparkSession

import portfolio

XWALK, PACK, ASSESSMENTS, FOLDER = map(os.path.abspath, sys.argv[1:])
TARGETS = ("iso-14001:2015", "iso-45001:2018", "buyer:1")

# What is wrong with the last three lines of the assessments, typed by hand: rule and name.
BROKEN = [
    ("duplicate-id", "supplier-00007"),
    ("syntax", None),
    ("unknown-clause", "typo"),
    ("unknown-status", "typo"),
]


def process():
    """The rows and the standard error of one process."""
    command = [XWALK, "portfolio", "-", "--no-project", "--format", "ndjson", "--standards", PACK]
    for target in TARGETS:
        command += ["--target", target]
    with open(ASSESSMENTS, "rb") as file:
        done = subprocess.run(command, stdin=file, capture_output=True, text=True, check=False)
    assert done.returncode == 1, f"{done.returncode}: {done.stderr}"
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def job(spark, name, partitions=6, program=XWALK, path=ASSESSMENTS, answer=portfolio.answer):
    """The rows and findings of the job."""
    rows, findings = f"{FOLDER}/{name}-rows", f"{FOLDER}/{name}-findings"
    words = ["--xwalk", program, "--pack", PACK, "--assessments", path, "--partitions", str(partitions)]
    words += ["--rows", rows, "--findings", findings]
    for target in TARGETS:
        words += ["--target", target]
    start = time.monotonic()
    counts = portfolio.run(spark, portfolio.arguments(words), answer)
    table = pyarrow.parquet.read_table(rows, partitioning="hive")
    read = [{key: row[key] for key in portfolio.COLUMNS} for row in table.to_pylist()]
    for row in read:
        row["date"] = row["date"] and row["date"].isoformat()
    found = []
    for file in os.listdir(findings):
        if file.endswith(".json"):
            with open(f"{findings}/{file}", encoding="utf-8") as lines:
                found += [json.loads(line) for line in lines]
    assert counts == (len(read), len(found)), f"{counts} counted, {len(read)} and {len(found)} read"
    print(f"{name}: {len(read)} rows, {len(found)} findings, {time.monotonic() - start:.1f} s", flush=True)
    return read, found


def compare(rows, expected):
    """Row for row, whatever the order; the number of each counts."""
    plain = lambda rows: collections.Counter(json.dumps(row) for row in rows)
    left, right = plain(rows), plain(expected)
    assert left == right, f"too many: {list((left - right).elements())[:3]}\nmissing: {list((right - left).elements())[:3]}"


def compare_findings(found):
    seen = sorted((one["rule"], one.get("assessment")) for one in found)
    assert seen == BROKEN, seen
    # The line is there to be mended.
    lines = {one["rule"]: one.get("line") for one in found}
    assert json.loads(lines["unknown-clause"])["organization"] == "Typo", lines
    assert lines["syntax"] == '{"assessment": "broken off", "xwalk":', lines
    assert json.loads(lines["duplicate-id"])["assessment"] == "supplier-00007", lines


def once(name):
    """Whether nothing has been done yet under this name, on whatever worker."""
    try:
        os.close(os.open(f"{FOLDER}/{name}", os.O_CREAT | os.O_EXCL))
        return True
    except FileExistsError:
        return False


def executor():
    """The process of Java that this worker of Python belongs to."""
    process = os.getpid()
    while True:
        with open(f"/proc/{process}/status", encoding="utf-8") as file:
            process = int(next(line for line in file if line.startswith("PPid:")).split()[1])
        with open(f"/proc/{process}/cmdline", "rb") as file:
            words = file.read()
        if b"CoarseGrainedExecutorBackend" in words:
            return process
        assert process > 1, "there is no executor above"


def ending(name, victim):
    """An answer whose worker dies once, in the middle, when some rows have been handed on."""

    def answer(batches, *rest):
        for batch in portfolio.answer(batches, *rest):
            yield batch
            if TaskContext.get().partitionId() == 2 and once(name):
                os.kill(victim(), signal.SIGKILL)
                time.sleep(60)

    return answer


def script(name, text):
    """A program that stands in the place of xwalk."""
    path = f"{FOLDER}/{name}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\n{text}\n")
    os.chmod(path, 0o755)
    return path


def refused(spark, name, text, why):
    try:
        job(spark, name, partitions=2, program=script(f"{name}.sh", text))
    except Exception as error:
        assert why in str(error), f"{name}: {error}"
        left = [file for of, _, files in os.walk(f"{FOLDER}/{name}-rows") for file in files if file.endswith(".parquet")]
        assert not left, f"{name}: rows are left: {left}"
        print(f"{name}: the job fails, and leaves no rows: {why}", flush=True)
        return
    raise AssertionError(f"{name}: the job must fail")


def main():
    expected, text = process()
    print(f"one process: {len(expected)} rows", flush=True)
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("xwalk portfolio")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.executor.memory", "1g")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(portfolio.__file__)

    rows, found = job(spark, "whole")
    compare(rows, expected)
    compare_findings(found)

    for name, victim in (("worker-killed", os.getpid), ("executor-killed", executor)):
        rows, found = job(spark, name, answer=ending(name, victim))
        assert os.path.exists(f"{FOLDER}/{name}"), f"{name}: nothing was killed"
        compare(rows, expected)
        compare_findings(found)

    killed = f'if mkdir {FOLDER}/program-killed 2> /dev/null; then {XWALK} "$@" | head -n 100; kill -9 $$; fi\nexec {XWALK} "$@"'
    rows, found = job(spark, "program-killed-once", program=script("killed.sh", killed))
    assert os.path.exists(f"{FOLDER}/program-killed"), "nothing was killed"
    compare(rows, expected)
    compare_findings(found)

    # Of three assessments at most three partitions hold any; the program starts in no other.
    with open(ASSESSMENTS, encoding="utf-8") as file, open(f"{FOLDER}/few.ndjson", "w", encoding="utf-8") as few:
        few.writelines(line for line, _ in zip(file, range(3)))
    counting = f'echo started >> {FOLDER}/starts\nexec {XWALK} "$@"'
    rows, found = job(spark, "few", 12, script("counting.sh", counting), f"{FOLDER}/few.ndjson")
    with open(f"{FOLDER}/starts", encoding="utf-8") as file:
        starts = len(file.readlines())
    assert 1 <= starts <= 3, f"{starts} starts"
    first = {f"supplier-{number:05}" for number in (1, 2, 3)}
    compare(rows, [row for row in expected if row["assessment"] in first])
    assert not found, found

    refused(spark, "lines-cut", f'{XWALK} "$@" | head -n 100', "the output ends before the last assessment")
    refused(spark, "bytes-cut", f'{XWALK} "$@" | head -c 10000', "the output ends within a line")
    refused(spark, "wrong-call", f'exec {XWALK} "$@" --max-hops none', "xwalk ended with 2")
    spark.stop()
    print(f"PySpark {pyspark.__version__}: row for row as one process")


if __name__ == "__main__":
    main()
