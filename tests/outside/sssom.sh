#!/bin/sh
# Every bundled table, written as a mapping set, is read and validated by sssom-py 0.4.21, and no row is lost there.
# Not a part of CI: it needs Python and PyPI. Usage: tests/outside/sssom.sh [FOLDER of *.sssom.tsv]
set -eu
cd "$(dirname "$0")/../.."
folder=${1:-}
if [ -z "$folder" ]; then
    cargo test --quiet --test sssom the_bundled_tables_are_written >/dev/null
    folder=${CARGO_TARGET_DIR:-target}/tmp/sssom
fi
venv=${SSSOM_VENV:-${CARGO_TARGET_DIR:-target}/tmp/sssom-venv}
if [ ! -x "$venv/bin/sssom" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet sssom==0.4.21
fi
"$venv/bin/python" - "$folder" <<'PYTHON'
import csv
import glob
import itertools
import logging
import sys

from sssom.parsers import parse_sssom_table
from sssom.validators import validate

logging.disable(logging.WARNING)
sets = rows = 0
for path in sorted(glob.glob(sys.argv[1] + "/*.sssom.tsv")):
    with open(path, newline="", encoding="utf-8") as lines:
        table = itertools.dropwhile(lambda line: line.startswith("#"), lines)
        written = sum(1 for _ in csv.reader(table, delimiter="\t")) - 1
    if written == 0:
        continue
    mapping_set = parse_sssom_table(path)
    validate(mapping_set)
    read = len(mapping_set.df)
    if read != written:
        sys.exit(f"{path}: {written} rows were written, and sssom-py reads {read}")
    sets, rows = sets + 1, rows + read
if sets == 0:
    sys.exit("there is no mapping set in " + sys.argv[1])
print(f"{sets} mapping sets, {rows} rows: all read and valid")
PYTHON
