#!/usr/bin/env bash
# Packs a built binary with its manual pages, completions, licences and README.
#
#   packaging/archive.sh TARGET BINARY FOLDER
#
# Writes FOLDER/xwalk-vVERSION-TARGET.tar.gz, for Windows .zip; Cargo.toml tells cargo-binstall the same names.
set -euo pipefail
target=$1
binary=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
mkdir -p "$3"
out=$(cd "$3" && pwd)
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
name=xwalk-v$version-$target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"
cp "$binary" README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT "$work/$name"
packaging/assets.sh "$binary" "$work/$name"
python3 packaging/licences.py "$target" > "$work/$name/LICENSES-OF-DEPENDENCIES.txt"
cd "$work"
case $target in
    *-windows-*) python3 -m zipfile -c "$out/$name.zip" "$name" ;;
    *) tar -czf "$out/$name.tar.gz" "$name" ;;
esac
