#!/usr/bin/env bash
# Makes a small portfolio, asks the questions of this folder with DuckDB, and compares with the answers in expected.txt.
#
#   examples/duckdb/test.sh XWALK
#
# XWALK     the program, built with `--features parquet`
#
# It needs Python 3.10 or later with venv, and a network for DuckDB from PyPI. No part of CI.
set -euo pipefail

xwalk=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check 'duckdb==2.0.1'

python3 "$here/generate.py" 60 17 > "$folder/assessments.ndjson"
"$xwalk" portfolio - --no-project --format parquet --partition-by target --output "$folder/rows" < "$folder/assessments.ndjson"
"$folder/tools/bin/python" "$here/ask.py" "$folder" > "$folder/answers.txt"
diff -u "$here/expected.txt" "$folder/answers.txt"
echo "10 questions: the answers are those of expected.txt"
