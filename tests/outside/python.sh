#!/usr/bin/env bash
# The Python bindings: the wheel is built, installed and tried, and its rows are those of the program.
#
#   tests/outside/python.sh XWALK
#
# XWALK   the program to compare with, made from the same sources
#
# Needs Python 3.10 or later and a network for maturin, pyarrow, pandas, Polars, DuckDB and mypy. PROFILE is the profile of cargo
# [dev]. No part of CI.
set -euo pipefail

xwalk=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/build"
"$work/build/bin/pip" install --quiet --disable-pip-version-check 'maturin==1.16.0'
"$work/build/bin/maturin" build --quiet --locked --profile "${PROFILE:-dev}" --manifest-path python/Cargo.toml --out "$work/wheels"
ls "$work/wheels"

python3 -m venv "$work/user"
"$work/user/bin/pip" install --quiet --disable-pip-version-check "$work"/wheels/*.whl
# Without pyarrow, which only those need who ask for tables.
"$work/user/bin/python" -c 'import sys, xwalk; assert xwalk.list_editions() and "pyarrow" not in sys.modules'
"$work/user/bin/pip" install --quiet --disable-pip-version-check 'pyarrow>=17' 'pandas>=2' 'polars>=1' 'duckdb>=1' 'mypy>=1'

XWALK=$xwalk "$work/user/bin/python" -m unittest discover --verbose --start-directory python/tests
cd python
"$work/user/bin/mypy" --strict --cache-dir "$work/mypy" xwalk tests/test_types.py
