#!/usr/bin/env bash
# Documents of the examples, looked at by the programs that people open them with. No part of CI.
#
#   tests/outside/documents.sh [FOLDER]
#
# FOLDER   where documents, PDFs and pictures of pages are left to be looked at; else they are thrown away
#
# On Debian what is missing is installed. LibreOffice converts each document to PDF and saves each workbook again; python-docx
# and pandoc read headings and tables back; poppler and qpdf say whether the PDF is tagged; openpyxl compares values.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing() { for tool in soffice pdfinfo qpdf pandoc; do command -v "$tool" > /dev/null || return 0; done; return 1; }
if missing; then
  apt-get update > /dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils qpdf pandoc fonts-liberation > /dev/null
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
folder=${1:-$scratch/documents}
mkdir -p "$folder"
python3 -m venv "$scratch/tools"
"$scratch/tools/bin/pip" install --quiet --disable-pip-version-check 'python-docx==1.2.0' 'openpyxl==3.1.5' 'pillow==12.0.0'

root=$PWD
cargo build --quiet --locked
xwalk() { (cd "$root" && "${CARGO_TARGET_DIR:-target}/debug/xwalk" "$@" --force); }
"$scratch/tools/bin/python" -c "from PIL import Image; Image.new('RGB', (600, 240), '#1b4f8a').save('$scratch/logo.png')"
front=(--client "Harbour IT" --logo "$scratch/logo.png" --classification Confidential)
bank=examples/service-bank/assessment.yaml
harbour=examples/harbour-it/assessment.yaml
cd "$folder"
xwalk report "$harbour" "${front[@]}" --output "$folder/report.docx"
xwalk guide 9001:2008 20000-1:2011 --assessment "$harbour" "${front[@]}" --output "$folder/guide.docx"
xwalk soa "$bank" --edition iso-iec-27001:2005 "${front[@]}" --output "$folder/soa.docx"
xwalk plan "$harbour" --output "$folder/plan.docx"
xwalk matrix 9001:2008 20000-1:2011 27001:2022 9001:2015 --output "$folder/matrix.docx"
for question in report plan gap coverage; do xwalk $question "$harbour" --output "$folder/$question.xlsx"; done
xwalk soa "$bank" --edition iso-iec-27001:2005 --output "$folder/soa.xlsx"

hosting=examples/hosting/assessment.yaml
for language in en de fr es; do xwalk report "$hosting" --language $language --output "$folder/hosting-$language.docx"; done

"$root/docs/pdf.sh" ./*.docx
# Who decides reads one page, and who works with it not more than twenty.
for language in en de fr es; do
  pages=$(pdfinfo "hosting-$language.pdf" | sed -n 's/^Pages: *//p')
  [ "$pages" -le 20 ] || { echo "hosting-$language.pdf has $pages pages" >&2; exit 1; }
done
for document in *.docx; do pdftoppm -r 60 -png "${document%.docx}.pdf" "page-${document%.docx}"; done

cat > "$scratch/documents.py" <<'END'
import subprocess
import sys

import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for path in sys.argv[1:]:
    document = docx.Document(path)
    headings = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    levels = [int(p.style.name.split()[-1]) for p in headings]
    assert levels and levels[0] == 1, path
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), f"{path}: a level is skipped"
    for table in document.tables:
        head, *rows = table._tbl.tr_lst
        assert head.find(f"{W}trPr/{W}tblHeader") is not None, f"{path}: a table without a head"
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in [head, *rows]), f"{path}: a row may be cut"
    for figure in document.inline_shapes:
        assert figure._inline.docPr.get("descr"), f"{path}: a figure without words"
    read = subprocess.run(["pandoc", path, "--to", "markdown"], capture_output=True, text=True, check=True).stdout
    named = sum(line.startswith("#") for line in read.splitlines())
    assert named >= len(headings), f"{path}: pandoc finds {named} headings of {len(headings)}"
    print(f"{path}: {len(headings)} headings, {len(document.tables)} tables, {len(document.inline_shapes)} figures")
END
"$scratch/tools/bin/python" "$scratch/documents.py" ./*.docx

mkdir -p "$scratch/again"
for workbook in *.xlsx; do
  soffice "-env:UserInstallation=file://$scratch/home" --headless --convert-to xlsx --outdir "$scratch/again" "$workbook" > /dev/null 2>&1
done
cat > "$scratch/workbooks.py" <<'END'
import sys

import openpyxl

again, *paths = sys.argv[1:]
for path in paths:
    before, after = (openpyxl.load_workbook(name, data_only=True) for name in (path, f"{again}/{path}"))
    assert before.sheetnames == after.sheetnames, path
    cells = 0
    for sheet in before:
        for row in sheet.iter_rows():
            for cell in row:
                other = after[sheet.title][cell.coordinate].value
                assert cell.value == other, f"{path} {sheet.title} {cell.coordinate}: {cell.value!r} became {other!r}"
                cells += cell.value is not None
    print(f"{path}: {cells} values in {len(before.sheetnames)} sheets are the same when saved again")
END
"$scratch/tools/bin/python" "$scratch/workbooks.py" "$scratch/again" ./*.xlsx

# A plan that LibreOffice saved comes back, and says nothing that was not changed.
cp "$root/$harbour" "$scratch/assessment.yaml"
said=$( (cd "$root" && "${CARGO_TARGET_DIR:-target}/debug/xwalk" import "$scratch/again/plan.xlsx" --into "$scratch/assessment.yaml" --dry-run) 2> /dev/null)
grep -q "0 are new, 0 differ" <<< "$said" || { echo "the plan does not come back as it was:"; echo "$said"; exit 1; }
echo "plan.xlsx, saved by LibreOffice, comes back as it was"
