#!/usr/bin/env bash
# Libraries that xwalk wrote, looked at by CISO Assistant's own code: what it refuses is shown, what it takes is counted.
#
#   tests/outside/ciso.sh CHECKOUT LIBRARY.yaml…
#
# CHECKOUT   a checkout of intuitem/ciso-assistant-community; seen to work with f990d7b1b of 2026
# LIBRARY    what xwalk wrote for it; a mapping needs the libraries of its two frameworks beside it
#
# Its importers run as they are, without its database: Django and the models are stand-ins, so that what is tried is what the
# importers check before they store. Its urn pattern and its cleaning of urns are run on every urn as well. No part of CI.
set -euo pipefail

checkout=$(cd "$1" && pwd)
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check 'pyyaml==6.0.3' 'openpyxl==3.1.5'

cat > "$folder/look.py" <<'END'
import importlib.util
import re
import sys
import types
from unittest.mock import MagicMock

import yaml

checkout, *files = sys.argv[1:]


class Absent:
    """Packages of the application that are not installed here."""

    names = {"core", "django", "iam", "metrology", "sec_intel", "structlog"}

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.names:
            return importlib.util.spec_from_loader(name, self)
        return None

    def create_module(self, spec):
        module = MagicMock(name=spec.name)
        module.__path__, module.__spec__, module.__all__ = [], spec, []
        return module

    def exec_module(self, module):
        pass


def load(name, path):
    """A module of the checkout. It is written for Python 3.14, which needs no brackets behind `except`."""
    source = open(f"{checkout}/{path}", encoding="utf-8").read()
    source = re.sub(r"except (\w+(?:, \w+)+):", r"except (\1):", source)
    module = sys.modules[name] = types.ModuleType(name)
    module.__package__ = name.rpartition(".")[0]
    exec(compile(source, path, "exec"), module.__dict__)
    return module


converter = load("converter", "backend/scripts/convert_library_v2.py")
sys.meta_path.insert(0, Absent())
sys.modules["library"] = types.ModuleType("library")
sys.modules["library"].__path__ = []
load("library.helpers", "backend/library/helpers.py")
utils = load("library.utils", "backend/library/utils.py")

models = open(f"{checkout}/backend/core/models.py", encoding="utf-8").read()
urn_pattern = re.compile(re.search(r'^URN_REGEX = r"(.*)"$', models, re.M)[1])
required = eval(re.search(r"REQUIRED_FIELDS = (\{.*\"objects\"\})", models)[1])
relationships = set(re.findall(r'^        [A-Z_]+ = "(subset|intersect|equal|superset|not_related)"', models, re.M))
faults, known = [], {}


def check(is_sound, what):
    if not is_sound:
        faults.append(what)


libraries = [(name, yaml.safe_load(open(name, encoding="utf-8"))) for name in files]
for name, library in libraries:
    check(required <= library.keys(), f"{name}: of {sorted(required)} something is missing")
    check(library.get("dependencies", True), f"{name}: dependencies are empty")
    framework = library["objects"].get("framework")
    if framework is None:
        continue
    importer = utils.FrameworkImporter(framework)
    check(importer.init() is None, f"{name}: {importer.init()}")
    nodes = framework["requirement_nodes"]
    check(len(importer._requirement_nodes) == len(nodes), f"{name}: nodes are lost")
    urns = {node["urn"].lower() for node in nodes}
    check(len(urns) == len(nodes), f"{name}: urns are not unique in small letters")
    known[framework["urn"].lower()] = urns
    path = []
    for node in nodes:
        urn = node["urn"]
        suffix = urn.lower().split(":", 5)[-1]
        check(urn_pattern.match(urn), f"{name}: {urn} is no urn")
        check(converter.clean_urn_suffix(suffix) == suffix, f"{name}: {urn} is cleaned to something else")
        check(isinstance(node["ref_id"], str) and isinstance(node.get("name", ""), str), f"{name}: {urn} has a number where a text belongs")
        check(len(node["ref_id"]) <= 100 and len(node.get("name", "")) <= 200 and len(urn) <= 255, f"{name}: {urn} says too much")
        del path[node["depth"] - 1 :]
        check(node.get("parent_urn") == (path[-1] if path else None), f"{name}: {urn} is not below its parent by its depth")
        path.append(urn)
    assessable = sum(node["assessable"] for node in nodes)
    print(f"{name}: {len(nodes)} nodes, {assessable} of them assessable")

for name, library in libraries:
    sets = library["objects"].get("requirement_mapping_sets", [])
    for mapping in sets:
        importer = utils.RequirementMappingSetImporter(mapping)
        check(importer.init() is None, f"{name}: {importer.init()}")
        rows = mapping["requirement_mappings"]
        check(len(importer._requirement_mappings) == len(rows), f"{name}: rows are lost")
        source, target = (known.get(mapping[end].lower()) for end in ("source_framework_urn", "target_framework_urn"))
        check(source and target, f"{name}: a framework of {mapping['urn']} is in none of the libraries")
        for row in rows:
            check(row["relationship"] in relationships, f"{name}: {row['relationship']} is no relationship")
            ends = row["source_requirement_urn"].lower() in (source or ()), row["target_requirement_urn"].lower() in (target or ())
            check(all(ends), f"{name}: a row names a node that is not there: {row}")
        said = {word: sum(row["relationship"] == word for row in rows) for word in sorted(relationships)}
        print(f"{name}: {mapping['urn']}: {len(rows)} rows,", ", ".join(f"{count} {word}" for word, count in said.items() if count))
    if len(sets) == 2:
        back = {"superset": "subset", "subset": "superset"}
        rows = lambda mapping, ends: {(row[ends[0]], row[ends[1]], row["relationship"]) for row in mapping["requirement_mappings"]}
        ends = ["source_requirement_urn", "target_requirement_urn"]
        mirrored = {(a, b, back.get(word, word)) for a, b, word in rows(sets[1], ends[::-1])}
        check(rows(sets[0], ends) == mirrored, f"{name}: the two sets are no mirrors")

for fault in faults[:20]:
    print(f"fault: {fault}", file=sys.stderr)
print(f"{len(libraries)} libraries, {len(faults)} faults")
sys.exit(1 if faults else 0)
END
"$folder/tools/bin/python" "$folder/look.py" "$checkout" "$@"
