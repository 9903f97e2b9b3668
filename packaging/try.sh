#!/usr/bin/env bash
# Tries a binary as a newcomer does: its version, its manual page and the README's first question.
#
#   packaging/try.sh BINARY
set -euo pipefail
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
said=$("$binary" --version)
[[ $said == "xwalk $version" ]] || { echo "expected xwalk $version, got: $said" >&2; exit 1; }
"$binary" man > /dev/null
answer=$("$binary" gap examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011)
[[ $answer == *"guaranteed 7.7 %"* ]] || { echo "the README's first answer is another one:" >&2; echo "$answer" >&2; exit 1; }
echo "$said answers"
