"""The wheel beside the program that the variable XWALK names."""

import copy
import json
import os
import pickle
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import xwalk
from xwalk import _arrow

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "examples/harbour-it/assessment.yaml"
BANK = ROOT / "examples/service-bank/assessment.yaml"
TARGET = "iso-iec-20000-1:2011"


def program(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [os.environ["XWALK"], *map(str, arguments), "--no-project"]
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT)


def rows_of_program(*arguments: object) -> list[dict]:
    return json.loads(program(*arguments, "--format", "json").stdout)["answer"]


class Rows(unittest.TestCase):
    def test_a_gap_is_that_of_the_program_row_for_row(self) -> None:
        for assessment in (HARBOUR, BANK):
            ours, theirs = xwalk.gap(assessment), rows_of_program("gap", assessment)
            self.assertEqual(len(ours), len(theirs))
            for row, other in zip(ours, theirs):
                self.assertEqual(list(row.items()), list(other.items()))
            print(f"{assessment.parent.name}: {len(ours)} rows, all the same")
        self.assertEqual(len(xwalk.gap(HARBOUR, TARGET)), 39)
        self.assertEqual(sum(row["level"] == "full" for row in xwalk.gap(str(HARBOUR), TARGET)), 3)

    def test_other_questions_are_those_of_the_program_too(self) -> None:
        build = xwalk.gap(HARBOUR, action="build", clause=["6", "7"])
        self.assertEqual(
            build, rows_of_program("gap", HARBOUR, "--action", "build", "--clause", "6", "--clause", "7")
        )
        self.assertEqual(xwalk.coverage(HARBOUR, by="pdca"), rows_of_program("coverage", HARBOUR, "--by", "pdca"))
        inferred = xwalk.crosswalk("9001:2000", "20000-1:2011", inferred=True)
        self.assertEqual(inferred, rows_of_program("map", "9001:2000", "20000-1:2011", "--inferred"))
        self.assertEqual(xwalk.list_editions(), rows_of_program("list"))
        kinds = {row["id"]: row["kind"] for row in xwalk.list_editions()}
        self.assertEqual((kinds["iso-9001:2015"], kinds["ims-roadmap"]), ("edition", "method"))
        self.assertEqual(kinds["iso-9001-2008--iso-iec-20000-1-2011"], "table")
        self.assertEqual(xwalk.show("9001:2008/4.2.1"), rows_of_program("show", "9001:2008/4.2.1"))
        self.assertEqual(xwalk.check(BANK, notes=True), rows_of_program("check", BANK, "--notes"))
        plan = json.loads(program("plan", HARBOUR, "--format", "json").stdout)
        self.assertEqual(xwalk.ask("plan", assessment=HARBOUR), plan)
        csv = program("gap", HARBOUR, "--format", "csv").stdout
        self.assertEqual(xwalk.document("gap", assessment=HARBOUR, format="csv").decode(), csv)
        self.assertEqual(xwalk.document("report", assessment=HARBOUR, format="xlsx")[:2], b"PK")

    def test_settings_are_those_of_the_program(self) -> None:
        ours = xwalk.Standards(max_hops=1, min_confidence="medium", where="pdca=plan", partial_weight=0.3)
        options = ["--max-hops", 1, "--min-confidence", "medium", "--where", "pdca=plan", "--partial-weight", 0.3]
        self.assertEqual(ours.gap(HARBOUR), rows_of_program("gap", HARBOUR, *options))

    def test_standards_of_ones_own_are_added(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            catalog = 'xwalk: catalog/1\nid: ours:1\ntitle: Ours\nclauses:\n  "1": One\n'
            Path(folder, "ours.yaml").write_text(catalog)
            for standards in (folder, Path(folder), [folder], xwalk.Standards(folder)):
                self.assertTrue(xwalk.show("ours:1", standards=standards))
            self.assertEqual(xwalk.Standards(folder).warnings, [])
        with self.assertRaises(xwalk.RefusedError):
            xwalk.show("ours:1")

    def test_threads_ask_at_the_same_time(self) -> None:
        answers: list[list[dict]] = []
        threads = [threading.Thread(target=lambda: answers.append(xwalk.gap(HARBOUR))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(answers, [xwalk.gap(HARBOUR)] * 4)


class Tables(unittest.TestCase):
    def test_arrow_has_the_same_rows_with_types(self) -> None:
        table = xwalk.gap(HARBOUR, TARGET, arrow=True)
        self.assertIsInstance(table, pyarrow.Table)
        self.assertEqual(table.to_pylist(), xwalk.gap(HARBOUR, TARGET))
        types = {field.name: str(field.type) for field in table.schema}
        self.assertEqual(types.pop("hops"), "int64")
        self.assertEqual(set(types.values()), {"string"})
        shares = xwalk.coverage(HARBOUR, arrow=True).schema
        self.assertEqual({str(field.type) for field in shares}, {"string", "int64", "double"})

    def test_pandas_polars_and_duckdb_make_frames(self) -> None:
        rows, gaps = xwalk.gap(HARBOUR, TARGET), xwalk.gap(HARBOUR, TARGET, arrow=True)
        for frame in (pandas.DataFrame(rows), gaps.to_pandas()):
            self.assertEqual(frame.groupby("level").size()["full"], 3)
            self.assertEqual(len(frame), 39)
        for columns in (polars.DataFrame(rows, infer_schema_length=None), polars.from_arrow(gaps)):
            self.assertEqual(columns.filter(polars.col("action") == "extend").height, 20)
        self.assertEqual(polars.from_arrow(gaps).schema["hops"], polars.Int64)
        counts = dict(duckdb.sql("select level, count(*) from gaps group by level").fetchall())
        self.assertEqual(counts, {"full": 3, "partial": 20, "presumed": 2, "none": 14})

    def test_a_column_without_values_keeps_its_type(self) -> None:
        table = xwalk.gap(HARBOUR, TARGET, action="build", arrow=True)
        self.assertEqual((table.num_rows, str(table.schema.field("hops").type)), (10, "int64"))
        self.assertEqual(str(table.schema.field("because").type), "string")

    def test_a_table_without_rows_has_its_columns(self) -> None:
        whole = xwalk.gap(HARBOUR, TARGET, arrow=True)
        none = xwalk.gap(HARBOUR, TARGET, clause="4.3.1", action="build", arrow=True)
        self.assertEqual((none.num_rows, none.schema), (0, whole.schema))
        self.assertEqual(duckdb.sql("select count(*) from none where level = 'full'").fetchall(), [(0,)])
        clean = xwalk.check(HARBOUR, arrow=True)
        self.assertEqual((clean.num_rows, str(clean.schema.field("line").type)), (0, "int64"))

    def test_shares_that_nobody_can_count_are_numbers(self) -> None:
        rows = [{"group": "x", "applicable": 0, "coverage": None, "lower": None, "full": None}]
        types = {field.name: str(field.type) for field in _arrow.table(rows, rows[0]).schema}
        expected = {"group": "string", "applicable": "int64", "coverage": "double", "lower": "double", "full": "int64"}
        self.assertEqual(types, expected)


class Errors(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.wrong = Path(folder.name, "wrong.yaml")
        self.wrong.write_text(
            'xwalk: assessment/1\norganization: Wrong\nstatuses:\n  iso-9001:2008:\n    "4.9": implemented\n'
        )

    def test_wrong_data_raises_with_its_place(self) -> None:
        with self.assertRaises(xwalk.DataError) as raised:
            xwalk.gap(self.wrong)
        error = raised.exception
        print(error)
        self.assertEqual((error.line, error.column, error.rule), (5, 5, "unknown-clause"))
        self.assertTrue(error.file and error.file.endswith("wrong.yaml"))
        self.assertEqual([fault["severity"] for fault in error.faults], ["error"])
        self.assertEqual(error.faults[0]["message"], "iso-9001:2008 has no clause 4.9")
        printed = program("gap", self.wrong).stderr
        self.assertEqual(printed, f"{error}\n\nxwalk: 1 error; nothing was answered\n")
        (finding,) = xwalk.check(self.wrong)
        self.assertEqual((finding["line"], finding["column"]), (5, 5))

    def test_what_cannot_be_is_refused(self) -> None:
        with self.assertRaises(xwalk.RefusedError) as raised:
            xwalk.gap(HARBOUR, "iso-iec-20000-1:2012")
        self.assertEqual(program("gap", HARBOUR, "--target", "iso-iec-20000-1:2012").stderr, f"error: {raised.exception}\n")
        self.assertTrue(raised.exception.help)
        with self.assertRaisesRegex(xwalk.RefusedError, "unrecognized subcommand 'gab'"):
            xwalk.ask("gab")
        with self.assertRaisesRegex(ValueError, "format pptx does not exist"):
            xwalk.document("list", format="pptx")
        with self.assertRaisesRegex(xwalk.RefusedError, "a number from 0 to 1"):
            xwalk.Standards(partial_weight=2)
        with self.assertRaisesRegex(ValueError, "partial or related"):
            xwalk.Standards(intersect_as="equal")  # type: ignore[arg-type]

    def test_a_file_that_is_not_there_is_named(self) -> None:
        with self.assertRaises(xwalk.FileError) as raised:
            xwalk.gap("no/such.yaml")
        self.assertEqual((raised.exception.filename, raised.exception.errno), ("no/such.yaml", 2))
        self.assertEqual(str(raised.exception), "no/such.yaml: there is no such file or folder")

    def test_exceptions_can_be_copied_and_sent_to_other_processes(self) -> None:
        for path, target in ((self.wrong, None), (HARBOUR, "x:1"), ("no/such.yaml", None)):
            with self.assertRaises(xwalk.Error) as raised:
                xwalk.gap(path, target)
            for again in (pickle.loads(pickle.dumps(raised.exception)), copy.copy(raised.exception)):
                self.assertEqual(str(again), str(raised.exception))
                self.assertEqual(vars(again), vars(raised.exception))


if __name__ == "__main__":
    unittest.main()
