#!/usr/bin/env bash
# The Parquet files and folders of `xwalk portfolio`, read by DuckDB, Polars and pandas: types and counts beside those of the
# same rows as NDJSON.
#
#   tests/outside/columnar.sh XWALK [FOLDER]
#
# XWALK    the program, built with `--features parquet`
# FOLDER   assessments; those of examples/portfolio/sites where none is named
#
# No part of CI.
set -euo pipefail

xwalk=$(realpath "$1")
here=$(realpath "$(dirname "$0")/../..")
assessments=$(realpath "${2:-$here/examples/portfolio/sites}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check \
    'duckdb==2.0.1' 'polars==2.1.0' 'pandas==3.1.1' 'pyarrow==26.0.1'

"$xwalk" portfolio "$assessments" --output "$folder/rows.ndjson"
"$xwalk" portfolio "$assessments" --output "$folder/rows.parquet"
"$xwalk" portfolio "$assessments" --format parquet --partition-by target --output "$folder/parts"
"$xwalk" portfolio "$assessments" --output "$folder/counts.csv"

cat > "$folder/compare.py" <<'PYTHON'
import collections
import csv
import json
import sys

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq

folder = sys.argv[1]
rows = [json.loads(line) for line in open(f"{folder}/rows.ndjson", encoding="utf-8")]
assert rows, "no rows"
columns = list(rows[0])
expected = collections.Counter((row["target"], row["level"]) for row in rows)
hops = sum(row["hops"] for row in rows)
kinds = {name: "VARCHAR" for name in columns} | {"date": "DATE", "hops": "BIGINT"}


def check(who, found, wanted):
    assert found == wanted, f"{who}: {found} and not {wanted}"


# DuckDB
con = duckdb.connect()
one, parts = f"'{folder}/rows.parquet'", f"read_parquet('{folder}/parts/**/*.parquet')"
described = {name: kind for name, kind, *_ in con.sql(f"describe select * from {one}").fetchall()}
check("duckdb, types", described, kinds)
for source in (one, parts):
    counted = con.sql(f"select target, level, count(*) from {source} group by all").fetchall()
    check(f"duckdb, {source}", {(target, level): count for target, level, count in counted}, dict(expected))
    check(f"duckdb, {source}", con.sql(f"select sum(hops) from {source}").fetchone()[0], hops)
same = con.sql(f"select * from {one}").fetchall()
plain = lambda value: value.isoformat() if hasattr(value, "isoformat") else value
check("duckdb, every cell", [[plain(value) for value in row] for row in same], [list(row.values()) for row in rows])
check("duckdb, clauses that look like days", con.sql(f"select count(*) from {one} where clause like '%/%'").fetchone()[0], len(rows))

# Polars
frame = pl.read_parquet(f"{folder}/rows.parquet")
check("polars, columns", frame.columns, columns)
wanted = {name: pl.String for name in columns} | {"date": pl.Date, "hops": pl.Int64}
check("polars, types", dict(frame.schema), wanted)
count = lambda frame: {(t, l): n for t, l, n in frame.group_by("target", "level").len().select("target", "level", "len").rows()}
check("polars, counts", count(frame), dict(expected))
check("polars, parts", count(pl.read_parquet(f"{folder}/parts", hive_partitioning=True)), dict(expected))

# pandas
for backend in ("numpy_nullable", "pyarrow", None):
    options = {"dtype_backend": backend} if backend else {}
    frame = pd.read_parquet(f"{folder}/rows.parquet", **options)
    check("pandas, columns", list(frame.columns), columns)
    counted = frame.groupby(["target", "level"]).size()
    check(f"pandas {backend}, counts", {key: int(value) for key, value in counted.items()}, dict(expected))
    assert pd.api.types.is_integer_dtype(frame["hops"]), frame["hops"].dtype
    assert int(frame[frame["action"] != "none"].shape[0]) == sum(row["action"] != "none" for row in rows)
parts = pd.read_parquet(f"{folder}/parts")
check("pandas, parts", collections.Counter(zip(parts["target"].astype(str), parts["level"])), expected)

# Plain types, as written.
schema = pq.read_schema(f"{folder}/rows.parquet")
check("arrow", [str(field.type) for field in schema], ["date32[day]" if n == "date" else "int64" if n == "hops" else "string" for n in columns])

# The counts of the overview are those of the rows.
for row in csv.DictReader(open(f"{folder}/counts.csv", encoding="utf-8")):
    of = [one for one in rows if (one["assessment"], one["target"]) == (row["assessment"], row["target"])]
    check("counts", [len(of)] + [sum(one["level"] == level for one in of) for level in ("full", "partial", "presumed", "none")],
          [int(row[key]) for key in ("applicable", "full", "partial", "presumed", "none")])
print(f"{len(rows)} rows: the same in DuckDB {duckdb.__version__}, Polars {pl.__version__} and pandas {pd.__version__}")
PYTHON
"$folder/tools/bin/python" "$folder/compare.py" "$folder"
