#!/usr/bin/env bash
# pandas makes numbers of cells that a workbook stores as texts: clause 4.10 becomes clause 4.1.
#
# Version   pandas 3.1.1 with openpyxl 3.1.5, from PyPI
# Expected  a workbook knows of each cell whether it is a text, and openpyxl hands over '4.10' as a str; what a CSV cannot say
#           is said here, so that read_excel need not guess
# Seen      the column is of the type float64 and both 4.1 and 4.10 are 4.1, without a warning; it stays a text as soon as one
#           cell of the column is no number
# Here      src/engine/query/gap.rs and its like have a column `Clause in full` (`iso-9001:2015/4.1`), which no reader takes for a
#           number; docs/json.md says to read the others with dtype=str
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check 'pandas==3.1.1' 'openpyxl==3.1.5'

cat > read.py << 'END'
import openpyxl
import pandas

for name, clauses in (("two levels", ["4.1", "4.10"]), ("with one of three", ["4.1", "4.10", "4.4.1"])):
    workbook = openpyxl.Workbook()
    workbook.active.append(["clause"])
    for clause in clauses:
        workbook.active.append([clause])
    workbook.save("clauses.xlsx")
    stored = [cell.data_type for cell in openpyxl.load_workbook("clauses.xlsx").active["A"]]
    read = pandas.read_excel("clauses.xlsx")["clause"]
    print(name, "stored as", *sorted(set(stored)), "read as", read.dtype, *read.tolist())
END

seen=$(tools/bin/python read.py)
was='two levels stored as s read as float64 4.1 4.1
with one of three stored as s read as str 4.1 4.10 4.4.1'

if [[ $seen != "$was" ]]; then
  printf 'The finding no longer holds.\nIt was:\n%s\nIt is:\n%s\n' "$was" "$seen" >&2
  exit 1
fi
echo "Still so: pandas reads clauses 4.1 and 4.10 of a workbook as one number"
