#!/usr/bin/env bash
# The coefficients of `xwalk agree`, computed again by four statistics packages from what the same tables say.
#
#   tests/outside/agreement.sh XWALK
#
# XWALK   the program to try
#
# Random tables of two to four mappers between two made-up editions; the levels are given to the packages as numbers, since some
# of them order words by the alphabet. No part of CI.
set -euo pipefail

xwalk=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check \
    'krippendorff==0.8.1' 'scikit-learn==1.7.2' 'statsmodels==0.14.5' 'irrCAC==0.4.4' 'pandas<3'

cat > "$folder/compare.py" <<'END'
import csv
import io
import itertools
import math
import random
import subprocess
import sys
import warnings

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import fleiss_kappa

warnings.filterwarnings("ignore")
xwalk, folder = sys.argv[1:]
LEVELS = ["none", "partial", "full"]
compared = undefined = 0


def close(name, ours, theirs, seed):
    global compared
    compared += 1
    if not math.isclose(ours, theirs, abs_tol=6e-5):
        sys.exit(f"{name} of seed {seed}: {ours} here, {theirs} there")


for edition in "ab":
    clauses = "".join(f'  "{number}": Clause {number}\n' for number in range(1, 13))
    with open(f"{folder}/{edition}.yaml", "w") as file:
        file.write(f"xwalk: catalog/1\nid: {edition}:1\ntitle: {edition.upper()}\nclauses:\n{clauses}")

for seed in range(60):
    draw = random.Random(seed)
    raters = draw.choice([2, 2, 3, 4])
    pairs = [(a, b) for a in range(1, 13) for b in range(1, 13) if draw.random() < 0.3]
    truth = {pair: draw.randrange(3) for pair in pairs}
    missing = draw.choice([0, 0.2])
    ratings = np.full((raters, len(pairs)), np.nan)
    names = []
    for rater in range(raters):
        rows = ""
        for at, (a, b) in enumerate(pairs):
            if draw.random() >= missing:
                level = truth[a, b] if draw.random() < 0.6 else draw.randrange(3)
                ratings[rater, at] = level
                rows += f'  - {{ from: "{a}", to: "{b}", relation: {LEVELS[level]} }}\n'
        name = f"{folder}/m{rater}.yaml"
        names.append(name)
        with open(name, "w") as file:
            file.write(f"xwalk: relations/1\nid: m{rater}\nfrom: a:1\nto: b:1\nversion: 1\nsource: us\nconfidence: low\nrows:\n{rows}")
    command = [xwalk, "agree", *names, "--standards", f"{folder}/a.yaml", "--standards", f"{folder}/b.yaml", "--resamples", "1", "--format", "csv"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = {line["coefficient"]: line["value"] for line in csv.DictReader(io.StringIO(answer)) if line["basis"] == "rows" and line["group"] == "total"}
    close("alpha", float(ours["alpha"]), krippendorff.alpha(ratings, level_of_measurement="ordinal", value_domain=[0, 1, 2]), seed)
    kappas = []
    for one, other in itertools.combinations(range(raters), 2):
        both = ~np.isnan(ratings[one]) & ~np.isnan(ratings[other])
        kappas.append(cohen_kappa_score(ratings[one][both], ratings[other][both], labels=[0, 1, 2]))
    close("cohen", float(ours["cohen"]), float(np.mean(kappas)), seed)
    whole = ~np.isnan(ratings).any(axis=0)
    counts = np.array([[(ratings[:, at] == level).sum() for level in range(3)] for at in np.flatnonzero(whole)])
    close("fleiss", float(ours["fleiss"]), fleiss_kappa(counts), seed)
    if missing == 0:
        frame = pd.DataFrame(ratings.T)
        close("fleiss by irrCAC", float(ours["fleiss"]), CAC(frame).fleiss()["est"]["coefficient_value"], seed)
print(f"{compared} coefficients of 60 sets of tables are the same to four digits")
END
"$folder/tools/bin/python" "$folder/compare.py" "$xwalk" "$folder"
