#!/usr/bin/env bash
# Writes what a package holds beside the binary: manual pages, and completions where each shell looks for them.
#
#   packaging/assets.sh BINARY FOLDER
#
# FOLDER becomes what /usr or /usr/local is, with `share` in it.
set -euo pipefail

binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
share=$2/share

mkdir -p "$share"/man/man1 "$share"/bash-completion/completions "$share"/zsh/site-functions \
    "$share"/fish/vendor_completions.d "$share"/xwalk/completions
"$binary" man --output "$share"/man/man1
"$binary" completions bash > "$share"/bash-completion/completions/xwalk
"$binary" completions zsh > "$share"/zsh/site-functions/_xwalk
"$binary" completions fish > "$share"/fish/vendor_completions.d/xwalk.fish
# These two look nowhere by themselves: a line of the user's own reads the file.
"$binary" completions powershell > "$share"/xwalk/completions/xwalk.ps1
"$binary" completions elvish > "$share"/xwalk/completions/xwalk.elv
