#!/usr/bin/env bash
# Draws the pictures of the README; tests/cli.rs checks that those in SVG are what this draws.
set -euo pipefail
cd "$(dirname "$0")/.."

xwalk() { cargo run --quiet --locked -- "$@"; }

# What a terminal shows of a gap analysis: the first four paragraphs.
gap="gap examples/harbour-it/assessment.yaml --clause 4.3 --clause 4.4"
# shellcheck disable=SC2086 # the words of the command are arguments
xwalk $gap --color always --width 80 |
  cargo run --quiet --locked --example picture -- 4 "xwalk $gap" > docs/pictures/gap.svg

# The crosswalk, with what the assessment says of each clause.
xwalk graph 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml --output docs/pictures/crosswalk.svg

# The report from its summary on, for light and for dark screens.
if ! command -v chromium > /dev/null; then
  echo "chromium is not there: docs/pictures/report-light.png and report-dark.png are left as they are" >&2
  exit
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
xwalk report examples/harbour-it/assessment.yaml --output "$folder/report.html"
# A frame scrolls to the summary before the picture is taken; the page itself would be taken from its top.
summary=$(grep -o '<a href="#[^"]*">Summary</a>' "$folder/report.html" | grep -o '#[^"]*')
cat > "$folder/frame.html" << END
<!doctype html>
<meta name="color-scheme" content="light dark">
<iframe src="report.html$summary" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>
END
for look in dark light; do
  case $look in dark) scheme=0 ;; light) scheme=1 ;; esac
  picture="docs/pictures/report-$look.png"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --blink-settings=preferredColorScheme=$scheme --window-size=1000,936 \
    --screenshot="$folder/$look.png" "file://$folder/frame.html" 2> /dev/null
  if command -v pngquant > /dev/null; then
    pngquant --force --strip --speed 1 --output "$folder/$look.png" "$folder/$look.png"
  fi
  mv "$folder/$look.png" "$picture"
done
