#!/usr/bin/env bash
# DuckDB reads clause numbers of three levels as dates, and because of that leaves the real dates beside them as text.
#
# Version   duckdb 2.0.1, from PyPI
# Expected  `8.1.10` stays a text, quoted as it is, since no column of the file holds dates that look like it; and
#           31.12.2026, a date as Germany writes it, is the one that is recognized
# Seen      the column of clauses is of the type DATE and 8.1.10 is 2010-01-08; the column of dates is a VARCHAR, because the
#           one form of dates that is chosen for the whole file is that of the clauses, with a year of two digits. A number of
#           two levels among them, or a third part that no day can be, and the clauses are texts and the dates are dates
# Here      src/render/csv.rs begins each row with the whole reference (`iso-iec-20000-1:2018/8.1.10`), which nothing takes for
#           a date; docs/json.md says how to read the rest
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check 'duckdb==2.0.1'

printf 'clause,status,due\n"8.1.10",implemented,31.12.2026\n"10.2.1",planned,15.01.2027\n' > taken.csv
printf 'clause,status,due\n"8.1.10",implemented,31.12.2026\n"10.2",planned,15.01.2027\n' > left.csv
cat > read.py << 'END'
import duckdb

for name in ("taken.csv", "left.csv"):
    for clause, due in duckdb.sql(f"select clause, due from '{name}'").fetchall():
        print(name, type(clause).__name__, clause, type(due).__name__, due)
END

seen=$(tools/bin/python read.py)
was='taken.csv date 2010-01-08 str 31.12.2026
taken.csv date 2001-02-10 str 15.01.2027
left.csv str 8.1.10 date 2026-12-31
left.csv str 10.2 date 2027-01-15'

if [[ $seen != "$was" ]]; then
  printf 'The finding no longer holds.\nIt was:\n%s\nIt is:\n%s\n' "$was" "$seen" >&2
  exit 1
fi
echo "Still so: DuckDB takes clause numbers of three levels for dates, and the dates beside them for text"
