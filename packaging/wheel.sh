#!/usr/bin/env bash
# Builds the wheel of the binary and tries it in an environment of its own, as `pip install xwalk` would have it.
#
#   packaging/wheel.sh [OPTION OF MATURIN…]
#
# The wheel lies in target/wheels. Needs Python and a network for maturin. PROFILE is the profile of cargo [dist]; with dev
# it is quick to try.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=${PROFILE:-dist}
# Raised by hand, so that a release is made by what was tried.
maturin='maturin[zig]==1.16.0'
work=$(mktemp -d)
trap 'rm -rf "$work" xwalk.data' EXIT
python=$(command -v python3 || command -v python)
bin() { if [[ -d $1/Scripts ]]; then echo "$1/Scripts"; else echo "$1/bin"; fi; }

"$python" -m venv "$work/build"
"$(bin "$work/build")/python" -m pip install --quiet "$maturin"

# What stands in xwalk.data/data goes below the prefix of the environment, where pipx finds manual pages.
cargo build --locked --profile "$profile"
target=$(cargo metadata --locked --no-deps --format-version 1 | "$python" -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
mkdir -p xwalk.data
binary=$target/${profile/#dev/debug}/xwalk
[[ -e $binary ]] || binary=$binary.exe
packaging/assets.sh "$binary" xwalk.data/data

PATH=$(bin "$work/build"):$PATH maturin build --locked --profile "$profile" --out "$work/wheels" "$@"

"$python" -m venv "$work/user"
"$(bin "$work/user")/python" -m pip install --quiet --no-index --find-links "$work/wheels" xwalk
binary=$(bin "$work/user")/xwalk
[[ -e $binary ]] || binary=$binary.exe
packaging/try.sh "$binary"
test -s "$work/user/share/man/man1/xwalk-gap.1"
mkdir -p "$target/wheels"
cp "$work"/wheels/* "$target/wheels"
ls -l "$target"/wheels
