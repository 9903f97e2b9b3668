#!/usr/bin/env bash
# Verdicts of `xwalk audit` beside those of clingo, on small tables made by chance.
#
#   tests/outside/audit.sh XWALK [HOW-MANY]
#
# XWALK      the program
# HOW-MANY   how many sets of tables are tried; 300 where it is not said
#
# clingo (Potsdam's answer set solver, 5.8.3 of PyPI) gets the rows as RCC-5 constraints: of each pair of clauses one of the
# five relations holds, as the composition table allows, a clause lies in its heading, and each row leaves what docs/audit.md
# says. A network of single relations that the composition table allows is satisfiable in RCC-5. That a heading is nothing but
# its clauses is left out: each has one more clause, of which no row speaks. No part of CI.
#
# Of the solvers made for RCC-5, GQR and SparQ are in no registry of packages, and so are not tried here.
set -euo pipefail

program=$(realpath "$1")
count=${2:-300}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check 'clingo==5.8.3'

cat > "$folder/compare.py" <<'END'
import itertools
import json
import os
import random
import subprocess
import sys

import clingo

program, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
random.seed(1)

# The composition table, written down from sets of four things and not from the program.
SETS = range(1, 16)
RELATIONS = ["eq", "pp", "ppi", "po", "dr"]


def between(a, b):
    if a & b == 0:
        return "dr"
    if a == b:
        return "eq"
    if a & ~b == 0:
        return "pp"
    return "ppi" if b & ~a == 0 else "po"


table = {}
for a, b, c in itertools.product(SETS, repeat=3):
    table.setdefault((between(a, b), between(b, c)), set()).add(between(a, c))
NUMBERS = ["1", "1.1", "1.2", "2", "2.1"]
CLAUSES = [(edition, number) for edition in "ab" for number in NUMBERS]
SAYS = [
    ("full", None, {"eq", "ppi"}, {"ppi"}),
    ("full", "full", {"eq"}, {"eq"}),
    ("full", "partial", {"ppi"}, {"ppi"}),
    ("partial", None, {"po", "pp"}, {"po"}),
    ("partial", "full", {"pp"}, {"pp"}),
    ("partial", "partial", {"po"}, {"po"}),
    ("none", None, {"dr"}, {"dr"}),
]
RULES = "rel(eq;pp;ppi;po;dr). { r(X,Y,R) : rel(R) } = 1 :- c(X), c(Y), X < Y. r(X,X,eq) :- c(X).\n"
RULES += "conv(eq,eq). conv(pp,ppi). conv(ppi,pp). conv(po,po). conv(dr,dr). r(Y,X,S) :- r(X,Y,R), X < Y, conv(R,S).\n"
for (first, second), possible in table.items():
    for other in set(RELATIONS) - possible:
        RULES += f":- r(X,Y,{first}), r(Y,Z,{second}), r(X,Z,{other}).\n"


def agrees(rows, strict):
    text = RULES + f"c(0..{len(CLAUSES) - 1}).\n"
    for at, (edition, number) in enumerate(CLAUSES):
        if "." in number:
            above = CLAUSES.index((edition, number.split(".")[0]))
            text += "".join(f":- r({at},{above},{other}).\n" for other in ("ppi", "po", "dr"))
    for one, other, says in rows:
        allowed = says[3 if strict else 2]
        text += "".join(f":- r({one},{other},{relation}).\n" for relation in RELATIONS if relation not in allowed)
    control = clingo.Control(["--warn=none"])
    control.add("base", [], text)
    control.ground([("base", [])])
    return control.solve().satisfiable


def audit(rows):
    for edition in "ab":
        with open(f"{folder}/{edition}.yaml", "w") as file:
            file.write(f"xwalk: catalog/1\nid: {edition}:1\ntitle: Made up\nclauses:\n")
            file.writelines(f'  "{number}": Clause\n' for number in NUMBERS + ["1.9", "2.9"])
    # A table for each row, so that what contradicts itself is no matter of one table.
    for name in os.listdir(folder):
        if name.startswith("t-"):
            os.remove(f"{folder}/{name}")
    for at, (one, other, (relation, reverse, _, _)) in enumerate(rows):
        name = lambda clause: "{}:1/{}".format(*CLAUSES[clause])
        with open(f"{folder}/t-{at}.yaml", "w") as file:
            file.write(f"xwalk: relations/1\nid: t-{at}\nfrom: a:1\nto: b:1\nversion: 1\nsource: chance\nconfidence: low\nrows:\n")
            file.write(f'  - {{ from: "{name(one)}", to: "{name(other)}", relation: {relation}')
            file.write(f", reverse: {reverse} }}\n" if reverse else " }\n")
    run = subprocess.run([program, "audit", "--no-project", folder, "--format", "json"], capture_output=True, text=True)
    answer = json.loads(run.stdout)["answer"] if run.returncode in (0, 1) else sys.exit(run.stderr)
    readings = {line["reading"] for line in answer}
    return "every" not in readings, not readings


verdicts = {}
for number in range(count):
    rows = []
    for _ in range(random.randint(3, 9)):
        one, other = random.sample(range(len(CLAUSES)), 2)
        rows.append((one, other, random.choice(SAYS)))
    found, expected = audit(rows), (agrees(rows, False), agrees(rows, True))
    if found != expected:
        sys.exit(f"xwalk says {found} and clingo {expected} of {rows}")
    verdicts[expected] = verdicts.get(expected, 0) + 1
for (every, strict), times in sorted(verdicts.items()):
    words = "agree" if strict else "agree openly" if every else "contradict themselves"
    print(f"{times} sets of tables {words}, as clingo says")
END
mkdir "$folder/made"
"$folder/tools/bin/python" "$folder/compare.py" "$program" "$count" "$folder/made"
