#!/usr/bin/env bash
# openpyxl reads a carriage return in a cell as the seven characters `_x000D_`.
#
# Version   openpyxl 3.1.5, reading what XlsxWriter 3.3.1 writes, both from PyPI
# Expected  the text that was written: `_x000D_` is how a worksheet spells a carriage return, and Excel and calamine undo it
# Seen      the spelling stays in the text, and a literal `_x000D_`, which XlsxWriter escapes, comes back unescaped, so that
#           the two cannot be told apart; what goes on to CSV from there names a file `policy.pdf_x000D_`
# Here      src/render/xlsx/text.rs: no cell that xwalk writes holds a carriage return, so that none comes back so
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'XlsxWriter==3.3.1'

seen=$(tools/bin/python -c '
import openpyxl, xlsxwriter
book = xlsxwriter.Workbook("evidence.xlsx")
sheet = book.add_worksheet()
sheet.write(0, 0, "policy.pdf\r\nminutes.pdf")
sheet.write(1, 0, "a literal _x000D_")
book.close()
for row in openpyxl.load_workbook("evidence.xlsx").active.iter_rows(values_only=True):
    print(repr(row[0]))
' 2>&1)
was="'policy.pdf_x000D_\\nminutes.pdf'
'a literal _x000D_'"

if [[ $seen != "$was" ]]; then
  printf 'The finding no longer holds.\nIt was:\n%s\nIt is:\n%s\n' "$was" "$seen" >&2
  exit 1
fi
echo "Still so: openpyxl reads a carriage return in a cell as the seven characters _x000D_"
