#!/usr/bin/env bash
# Says whether what is released is what Cargo.toml says, before anything is built.
#
#   packaging/agree.sh PLACE REF
#
# PLACE is the address of the repository, which cargo-binstall takes from Cargo.toml to find the archives; REF is the tag
# as git names it, or another ref where nothing is to be published.
set -euo pipefail
cd "$(dirname "$0")/.."

field() { sed -n "s/^$1 = \"\(.*\)\"$/\1/p" Cargo.toml | head -n 1; }
fault() { echo "$1" >&2; faults=1; }

faults=0
if [[ $2 == refs/tags/* && ${2#refs/tags/} != "v$(field version)" ]]; then
    fault "the tag is ${2#refs/tags/}, and Cargo.toml says version $(field version)"
fi
if [[ $2 == refs/tags/* && $(field repository) != "$1" ]]; then
    fault "Cargo.toml needs the line: repository = \"$1\""
fi
exit "$faults"
