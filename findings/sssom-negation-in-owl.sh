#!/usr/bin/env bash
# sssom-py turns a mapping that is denied into one that is stated, when it converts to OWL or to OntoPortal's JSON.
#
# Version   sssom 0.4.21, from PyPI
# Expected  `predicate_modifier: Not` means that the predicate does not hold, so that no triple states that it does: the slot is
#           part of SSSOM itself, and the same tool keeps it in JSON and in RDF
# Seen      in OWL the triple `A:2 skos:exactMatch B:2` stands there without condition, and only an annotation of it says that
#           it is negated; OntoPortal's JSON has the pair as an exact match and nothing more. So does `sssom:NoTermFound`, which
#           becomes a term that everything without a counterpart is the same as
# Here      src/exchange/sssom/write.rs denies skos:mappingRelation, the least that there is to turn round, `export` counts
#           such rows, and README.md says to take them out before converting
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check 'sssom==0.4.21'

{
  printf '#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n'
  printf '#license: https://creativecommons.org/publicdomain/zero/1.0/\n#mapping_set_id: https://example.org/set\n'
  printf 'subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\n'
  printf 'A:1\tskos:exactMatch\t\tB:1\tsemapv:ManualMappingCuration\n'
  printf 'A:2\tskos:exactMatch\tNot\tB:2\tsemapv:ManualMappingCuration\n'
  printf 'A:3\tskos:exactMatch\t\tsssom:NoTermFound\tsemapv:ManualMappingCuration\n'
} > set.sssom.tsv
tools/bin/sssom validate set.sssom.tsv > valid.log 2>&1
tools/bin/sssom convert set.sssom.tsv --output-format owl --output set.owl > owl.log 2>&1
tools/bin/sssom convert set.sssom.tsv --output-format ontoportal_json --output set.json > json.log 2>&1

seen=$(
  grep '^A:[0-9] skos:exactMatch' set.owl
  tools/bin/python -c '
import json
for mapping in json.load(open("set.json")):
    print(*mapping["classes"], *mapping["relation"])'
)
was='A:1 skos:exactMatch B:1 .
A:2 skos:exactMatch B:2 .
A:3 skos:exactMatch sssom:NoTermFound .
https://example.org/a/1 https://example.org/b/1 http://www.w3.org/2004/02/skos/core#exactMatch
https://example.org/a/2 https://example.org/b/2 http://www.w3.org/2004/02/skos/core#exactMatch
https://example.org/a/3 https://w3id.org/sssom/NoTermFound http://www.w3.org/2004/02/skos/core#exactMatch'

if [[ $seen != "$was" ]]; then
  printf 'The finding no longer holds.\nIt was:\n%s\nIt is:\n%s\n' "$was" "$seen" >&2
  exit 1
fi
echo "Still so: sssom-py states in OWL and in OntoPortal's JSON what a mapping set denies"
