#!/usr/bin/env bash
# Makes every document that a client is handed, of the examples, so that people and programs can look at them.
#
#   docs/handed-over.sh FOLDER [html|docx|xlsx…]
#
# FOLDER   where they are put; what xwalk made there before is replaced
# html …   the formats to make, instead of all three; the portal is made with html
set -euo pipefail

folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
cd "$(dirname "$0")/.."
formats=("$@")
[ ${#formats[@]} -gt 0 ] || formats=(html docx xlsx)

cargo build --quiet --locked
xwalk() { "${CARGO_TARGET_DIR:-target}/debug/xwalk" "$@" --force; }
hosting=examples/hosting/assessment.yaml
house=examples/software-house/assessment.yaml
front=(--client "Northlight Hosting" --classification Confidential)

for format in "${formats[@]}"; do
  xwalk report "$hosting" --output "$folder/report.$format"
  xwalk report "$hosting" --brief --output "$folder/brief.$format"
  xwalk report "$hosting" "${front[@]}" --output "$folder/title-page.$format"
  xwalk soa "$hosting" --edition 27001:2022 --output "$folder/soa.$format"
  xwalk guide 9001:2015 27001:2022 --assessment "$hosting" --output "$folder/guide.$format"
  xwalk plan "$hosting" --start 2027-01-04 --output "$folder/plan.$format"
  xwalk evidence "$hosting" --output "$folder/evidence.$format"
  case $format in html) xwalk portal "$house" --output "$folder/portal" ;; esac
done
