#!/usr/bin/env bash
# Prints what a client is handed in headless Chromium and counts the pages: outside CI.
#
#   tests/outside/pages.sh
#
# The report of the hosting example, for two standards, has at most 20 pages of A4, and its brief has one. Both are tagged, so
# that a screen reader follows their order. Needs chromium and pdfinfo (Debian: chromium, poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/../.."

for tool in chromium pdfinfo; do
  command -v "$tool" > /dev/null || { echo "$tool is not there" >&2; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Prints one page of HTML, and says how many sheets it takes.
sheets() {
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --user-data-dir="$folder/profile" \
    --no-pdf-header-footer --print-to-pdf="$folder/$1.pdf" "file://$folder/$1.html" > /dev/null 2>&1
  pdfinfo "$folder/$1.pdf" > "$folder/$1.txt"
  grep -qE 'Tagged: +yes' "$folder/$1.txt" || { echo "$1 is not tagged" >&2; exit 1; }
  grep -oE 'Pages: +[0-9]+' "$folder/$1.txt" | grep -oE '[0-9]+'
}

cargo run --quiet --locked -- report examples/hosting/assessment.yaml --output "$folder/report.html"
cargo run --quiet --locked -- report examples/hosting/assessment.yaml --brief --output "$folder/brief.html"
report=$(sheets report)
brief=$(sheets brief)
echo "report: $report pages, brief: $brief"
[ "$report" -le 20 ] && [ "$brief" -eq 1 ]
