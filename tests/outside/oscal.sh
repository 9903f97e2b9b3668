#!/usr/bin/env bash
# What is exported as OSCAL is taken by compliance-trestle, and comes out of it as it went in.
#
# Usage     tests/outside/oscal.sh            exports with xwalk (the variable XWALK, or the one built here) and looks at that
#           tests/outside/oscal.sh FOLDER     looks at the files catalog/, mapping/, assessment/, poam/ of a folder
# Version   compliance-trestle 5.2.0, from PyPI, which takes OSCAL 1.2.0 and 1.2.1
# Looks at  the models of trestle (every field and pattern), `trestle import` (identifiers that stand twice are refused), what
#           is written again (no field is dropped), and references inside the documents, which trestle does not look at
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

exported=${1:-}
if [[ -z $exported ]]; then
  xwalk=${XWALK:-$root/target/debug/xwalk}
  exported=$folder/exported
  mkdir -p "$exported"/{catalog,mapping,assessment,poam}
  for edition in iso-9001:2008 iso-9001:2015 iso-iec-20000-1:2011 iso-iec-27001:2022 nist-csf:2.0 cmmi-dev:1.3; do
    "$xwalk" export "$edition" --to oscal --output "$exported/catalog/${edition//[:.]/-}.json"
  done
  for table in iso-9001-2008--iso-iec-20000-1-2011 iso-iec-27001-2013--iso-iec-27001-2022 sw-cmm-1.1--cmmi-dev-1.3; do
    "$xwalk" export "$table" --to oscal --output "$exported/mapping/${table//./-}.json"
  done
  for example in harbour-it service-bank software-house; do
    "$xwalk" export "$root/examples/$example/assessment.yaml" --to oscal --output "$exported/assessment/$example.json"
  done
  "$xwalk" export "$root/examples/harbour-it/assessment.yaml" --to oscal-poam --target iso-iec-20000-1:2011 \
    --output "$exported/poam/harbour-it.json"
fi

python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check 'compliance-trestle==5.2.0'

# The models, what is written again, and the references.
"$folder/tools/bin/python" - "$exported" <<'END'
import json
import pathlib
import sys

from trestle.oscal.assessment_results import Model as Assessment
from trestle.oscal.catalog import Model as Catalog
from trestle.oscal.mapping import Model as Mapping
from trestle.oscal.poam import Model as Poam

MODELS = {"catalog": Catalog, "mapping": Mapping, "assessment": Assessment, "poam": Poam}


def moments(value):
    """The same with moments in one form: trestle writes +00:00 where a document has Z."""
    if isinstance(value, dict):
        return {key: moments(value) for key, value in value.items()}
    if isinstance(value, list):
        return [moments(item) for item in value]
    if isinstance(value, str) and value.endswith("T00:00:00+00:00"):
        return value.replace("+00:00", "Z")
    return value


def references(value, defined, named):
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "uuid" or (key == "id" and len(value) > 1):
                defined.add(item)
            elif isinstance(item, str) and (key.endswith("-uuid") or (key == "href" and item.startswith("#"))):
                named.add(item.lstrip("#"))
            elif key.endswith("-uuids"):
                named.update(item)
            else:
                references(item, defined, named)
    elif isinstance(value, list):
        for item in value:
            references(item, defined, named)


files = faults = 0
for kind, model in MODELS.items():
    for path in sorted((pathlib.Path(sys.argv[1]) / kind).glob("*.json")):
        files += 1
        written = json.loads(path.read_text(encoding="utf-8"))
        try:
            again = json.loads(model.model_validate(written).model_dump_json(by_alias=True, exclude_none=True))
        except ValueError as error:
            faults += 1
            print(f"{path}: {str(error)[:600]}")
            continue
        if moments(again) != moments(written):
            faults += 1
            print(f"{path}: comes out otherwise than it went in")
        defined, named = set(), set()
        references(written, defined, named)
        if named - defined:
            faults += 1
            print(f"{path}: refers to what is not there: {sorted(named - defined)[:3]}")
print(f"{files} files, {faults} faults by the models of trestle")
sys.exit(1 if faults or not files else 0)
END

# The command itself, in a workspace of its own.
workspace=$folder/workspace
mkdir "$workspace"
cd "$workspace"
trestle=$folder/tools/bin/trestle
"$trestle" init --local > "$folder/init.log" 2>&1
imported=0
for kind in catalog assessment poam; do
  for file in "$exported/$kind"/*.json; do
    name=$(basename "$file" .json)
    if ! "$trestle" import --file "$file" --output "$name" > "$folder/import.log" 2>&1; then
      echo "trestle import refuses $file:" >&2
      tail -5 "$folder/import.log" >&2
      exit 1
    fi
    imported=$((imported + 1))
  done
done
"$trestle" validate --all > "$folder/validate.log" 2>&1 || { tail -20 "$folder/validate.log" >&2; exit 1; }
echo "$imported files imported and validated by trestle"
