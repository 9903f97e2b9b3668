"""Answers assessments on many machines: `xwalk portfolio` over the partitions of a Spark job.

    spark-submit examples/spark/portfolio.py --xwalk XWALK --assessments FILES --rows FOLDER --findings FOLDER

Each line of the input is a whole assessment as JSON, or a statement; the statements of an assessment stand together in a file.
Each partition is answered by one process of xwalk, which reads NDJSON and writes NDJSON; what it writes is checked and handed on
as Arrow. README.md says why it is done so.
"""

import argparse
import io
import json
import os
import re
import signal
import subprocess
import tempfile
import uuid

import pyarrow as pa
import pyarrow.compute
import pyarrow.json
from pyspark import SparkFiles, StorageLevel, TaskContext
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# The columns of `xwalk portfolio --format ndjson`, in their order; texts, a day and a whole number.
COLUMNS = (
    "assessment", "organization", "site", "unit", "tags", "date", "target", "clause", "chapter", "level", "outcome", "action",
    "because", "first", "status", "confidence", "hops",
)  # fmt: skip
ARROW = {"date": pa.date32(), "hops": pa.int64()}
SPARK = {"date": "date", "hops": "bigint"}

FINDING = ("severity", "rule", "message", "help", "assessment", "line")
FINDING_ARROW = pa.struct([(name, pa.string()) for name in FINDING])
FINDING_SPARK = ", ".join(f"{name}: string" for name in FINDING)

# What a partition gives: rows without a finding, and findings without a row.
SCHEMA = pa.schema([(name, ARROW.get(name, pa.string())) for name in COLUMNS] + [("finding", FINDING_ARROW)])
SCHEMA_SPARK = ", ".join(f"{name} {SPARK.get(name, 'string')}" for name in COLUMNS) + f", finding struct<{FINDING_SPARK}>"

# As the program writes them: a JSON reader of Arrow takes no day for a date.
WRITTEN = pa.schema([(name, pa.int64() if name == "hops" else pa.string()) for name in COLUMNS])

# About how many bytes of rows become one batch.
BATCH = 4 << 20


class Incomplete(Exception):
    """An answer that must not count: Spark does the partition again, and ends the job if that does not help."""


def answer(batches, program, packs, options):
    """Answers the assessments of one partition, given as batches with a column `value` of lines."""
    with tempfile.TemporaryDirectory(prefix="xwalk-") as folder:
        asked = os.path.join(folder, "assessments.ndjson")
        lines = write_lines(batches, asked)
        if lines == 0:
            return
        end = add_end(asked)
        command = [executable(program), "portfolio", "-", "--format", "ndjson", "--no-project", "--color", "never"]
        command += ["--jobs", str(TaskContext.get().cpus()), *options]
        for pack in packs:
            command += ["--standards", SparkFiles.get(pack)]
        # Nothing of the worker's own environment changes an answer.
        environment = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder, "TMPDIR": folder, "PATH": os.defpath}
        told = os.path.join(folder, "findings.txt")
        with open(asked, "rb") as standard_input, open(told, "wb") as standard_error:
            process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=standard_input, stdout=subprocess.PIPE, stderr=standard_error
            )
            try:
                seen = Seen(end)
                for chunk in whole_lines(process.stdout):
                    yield from seen.batches(chunk)
                code = process.wait()
            finally:
                # Where Spark ends the task early, the program ends with it.
                process.kill()
                process.wait()
                process.stdout.close()
        with open(told, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if check(code, text, seen.is_whole):
            yield from findings_batches(text, asked)


def write_lines(batches, path):
    """Writes the lines of a partition to a file, and counts them; blank ones are no assessments."""
    count = 0
    with open(path, "wb") as file:
        for batch in batches:
            for value in batch.column("value"):
                # As bytes: what is no UTF-8 is for xwalk to say.
                line = value.as_py()
                if line.strip():
                    file.write(line + b"\n")
                    count += 1
    return count


def add_end(path):
    """Adds an assessment of our own behind the others: where its rows come, those before it are all there."""
    name = f"end {uuid.uuid4()}"
    line = {"xwalk": "assessment/1", "assessment": name, "organization": "End", "targets": ["iso-9001:2015"], "statuses": {}}
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    return name


def executable(name):
    """The program that was shipped, which not every file system lets one run as it came."""
    path = SparkFiles.get(name)
    if not os.access(path, os.X_OK):
        os.chmod(path, 0o755)
    return path


def whole_lines(stream):
    """What a program writes, in pieces that end where a line ends."""
    rest = b""
    while piece := stream.read(BATCH):
        head, end, tail = (rest + piece).rpartition(b"\n")
        if end:
            yield head + end
        rest = tail
    if rest:
        raise Incomplete(f"the output ends within a line: {rest[-200:]!r}")


class Seen:
    """Makes batches of rows up to those of the assessment that ends the input."""

    def __init__(self, end):
        self.end = end
        self.is_whole = False

    def batches(self, chunk):
        parse = pa.json.ParseOptions(explicit_schema=WRITTEN, unexpected_field_behavior="error")
        read = pa.json.ReadOptions(block_size=max(len(chunk), 1), use_threads=False)
        table = pa.json.read_json(io.BytesIO(chunk), read_options=read, parse_options=parse)
        names = table.column("assessment")
        self.is_whole = names[-1].as_py() == self.end
        if self.is_whole:
            table = table.filter(pa.compute.not_equal(names, self.end))
        columns = [table.column(name).cast(SCHEMA.field(name).type) for name in COLUMNS]
        columns.append(pa.nulls(table.num_rows, FINDING_ARROW))
        yield from pa.table(columns, schema=SCHEMA).to_batches()


def check(code, text, is_whole):
    """Whether some assessments are left out; an error if anything is missing without being named."""
    # Each of them has an error at least, and a head is not a sentence, which may change.
    is_left_out = any(head["severity"] == "error" for head in HEAD.finditer(text))
    if code < 0:
        raise Incomplete(f"xwalk was ended by {signal.Signals(-code).name}")
    # 0: all are answered. 1: some are broken, and each of them is a finding. All else is an error of the call.
    if code not in (0, 1):
        raise Incomplete(f"xwalk ended with {code}: {text[-2000:]}")
    if not is_whole:
        raise Incomplete("the output ends before the last assessment")
    if (code == 1) != is_left_out:
        raise Incomplete(f"xwalk ended with {code}: {text[-2000:]}")
    return is_left_out


PLACE = re.compile(r"^\s*--> (?P<name>.*):(?P<line>\d+):\d+$", re.MULTILINE)
HEAD = re.compile(r"^(?P<severity>error|warning|note)\[(?P<rule>[a-z-]+)\]: (?P<message>.*)$", re.MULTILINE)
HELP = re.compile(r"^\s*= help: (.*)$", re.MULTILINE)
STREAM = re.compile(r"^standard input(?: \((?P<assessment>.*)\))?$")


def findings_batches(text, asked):
    """What is wrong with assessments, each with the line of the input in which it stands."""
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = []
    for head, end in zip(heads, ends):
        block = text[head.start() : end]
        place, help_text = PLACE.search(block), HELP.search(block)
        stream = STREAM.match(place["name"]) if place else None
        finding = head.groupdict() | {"help": help_text[1] if help_text else None, "number": None}
        if stream:
            finding |= {"assessment": stream["assessment"], "number": int(place["line"])}
        else:
            finding |= {"assessment": place["name"] if place else None}
        found.append(finding)
    wanted = {finding["number"] for finding in found}
    with open(asked, encoding="utf-8", errors="replace", newline="\n") as file:
        lines = {number: line.rstrip("\n") for number, line in enumerate(file, 1) if number in wanted}
    for finding in found:
        finding["line"] = lines.get(finding.pop("number"))
    columns = [pa.nulls(len(found), SCHEMA.field(name).type) for name in COLUMNS] + [pa.array(found, FINDING_ARROW)]
    yield pa.record_batch(columns, schema=SCHEMA)


def spread(spark, path, partitions):
    """The lines of the input, those of one name in one partition and there in the order of the files.

    Two assessments of one name are a mistake that xwalk finds only where both come to the same process.
    """
    lines = spark.read.text(path).select(
        "value",
        F.col("_metadata.file_path").alias("file"),
        F.col("_metadata.file_block_start").alias("block"),
        F.monotonically_increasing_id().alias("at"),
    )
    lines = lines.where(F.trim("value") != "")
    keys = ("assessment", "organization", "unit", "site")
    said = {key: F.trim(F.get_json_object("value", f"$.{key}")) for key in keys}
    named = F.coalesce(said["assessment"], F.concat_ws(" / ", *(said[key] for key in keys[1:])))
    # What is no JSON has no name; its text spreads it, and it comes first, so that it is not among the rows of an assessment.
    name = F.when(named == "", F.col("value")).otherwise(named)
    lines = lines.repartition(partitions, name).sortWithinPartitions(named != "", "file", "block", "at")
    return lines.select(F.col("value").cast("binary"))


def run(spark, arguments, answer_partition=answer):
    """Ships the program and its packs, answers, and writes rows and findings; gives the number of both."""
    context = spark.sparkContext
    program, packs, options = os.path.basename(arguments.xwalk), [], []
    context.addFile(os.path.abspath(arguments.xwalk))
    for pack in arguments.pack:
        context.addFile(os.path.abspath(pack))
        packs.append(os.path.basename(pack))
    for target in arguments.target:
        options += ["--target", target]
    if arguments.max_hops is not None:
        options += ["--max-hops", str(arguments.max_hops)]

    lines = spread(spark, arguments.assessments, arguments.partitions)
    answered = lines.mapInArrow(lambda batches: answer_partition(batches, program, packs, options), SCHEMA_SPARK)
    # Both outputs are of one run: what it gives is kept on disk until both are written.
    answered = answered.persist(StorageLevel.DISK_ONLY)
    rows = answered.where("finding is null").drop("finding")
    rows.write.partitionBy("target").parquet(arguments.rows)
    findings = answered.where("finding is not null").select("finding.*")
    findings.coalesce(1).write.json(arguments.findings)
    counts = answered.agg(F.count_if(F.isnull("finding")), F.count("finding")).first()
    answered.unpersist()
    return tuple(counts)


def arguments(words=None):
    parser = argparse.ArgumentParser(description="Answers assessments on many machines")
    parser.add_argument("--xwalk", required=True, help="the program, built for the machines of the cluster")
    parser.add_argument("--pack", action="append", default=[], help="what `xwalk pack` wrote; may be given several times")
    parser.add_argument("--assessments", required=True, help="files with an assessment or a statement as JSON in each line")
    parser.add_argument("--target", action="append", default=[], help="an edition, instead of the targets of each assessment")
    parser.add_argument("--max-hops", type=int, help="the longest chain of relation rows")
    parser.add_argument("--partitions", type=int, default=200, help="of how many parts the work is made; see docs/scale.md")
    parser.add_argument("--rows", required=True, help="the folder for rows, as Parquet with a folder for each target")
    parser.add_argument("--findings", required=True, help="the folder for what is wrong with assessments, as JSON")
    return parser.parse_args(words)


def main():
    words = arguments()
    spark = SparkSession.builder.appName("xwalk portfolio").getOrCreate()
    rows, findings = run(spark, words)
    print(f"{rows} rows in {words.rows}, {findings} findings in {words.findings}")
    spark.stop()


if __name__ == "__main__":
    main()
