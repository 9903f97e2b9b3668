"""Asks the questions of this folder, and prints each answer as a table.

    python3 ask.py FOLDER      FOLDER holds `rows`, written by xwalk portfolio --format parquet --partition-by target
"""

import os
import pathlib
import sys

import duckdb

here = pathlib.Path(__file__).resolve().parent
os.chdir(sys.argv[1])
for path in sorted(here.glob("*.sql")):
    print(f"{path.name}")
    answer = duckdb.sql(path.read_text(encoding="utf-8"))
    for row in [answer.columns, *answer.fetchall()]:
        print(" | ".join("-" if cell is None else str(cell) for cell in row))
    print()
