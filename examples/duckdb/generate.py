"""Writes made-up suppliers who have assessed themselves, an assessment in each line as JSON.

    python3 generate.py NUMBER [SEED] > assessments.ndjson

The same number and seed give the same bytes everywhere: only `random()` is asked, which is the same in all versions of Python.
"""

import json
import random
import sys

SITES = ("Aarhus", "Bremen", "Gdynia", "Ghent", "Porto", "Turin")
UNITS = ("Castings", "Electronics", "Packaging", "Transport")
TARGETS = ("iso-14001:2015", "iso-45001:2018")
CLAUSES = {
    "iso-9001:2015": (
        "4.1", "4.2", "4.3", "4.4", "5.1.1", "5.2.1", "5.2.2", "5.3", "6.1", "6.2", "6.3", "7.1.2", "7.1.3", "7.1.4", "7.2", "7.3",
        "7.4", "7.5.1", "7.5.2", "7.5.3", "8.1", "8.4.1", "8.5.1", "8.7", "9.1.1", "9.1.3", "9.2", "9.3.1", "9.3.2", "9.3.3",
        "10.1", "10.2", "10.3",
    ),
    "iso-14001:2015": ("6.1.2", "6.1.3", "8.2", "9.1.2"),
}  # fmt: skip
STATUSES = ("implemented", "implemented", "implemented", "partial", "planned", "not-implemented")


def pick(chance, words):
    return words[int(chance.random() * len(words))]


def assessment(number, chance):
    # Some suppliers are careful, others have hardly begun.
    care = chance.random()
    statuses = {}
    for edition, clauses in CLAUSES.items():
        stated = {}
        for clause in clauses:
            if edition == "iso-14001:2015" and chance.random() < 0.5:
                continue
            stated[clause] = "implemented" if chance.random() < care * 0.6 else pick(chance, STATUSES)
        if stated:
            statuses[edition] = stated
    return {
        "xwalk": "assessment/1",
        "assessment": f"supplier-{number:05}",
        "organization": f"Supplier {number}",
        "site": pick(chance, SITES),
        "unit": pick(chance, UNITS),
        "tags": ["critical"] if chance.random() < 0.2 else ["other"],
        "date": f"2026-{1 + int(chance.random() * 11):02}-{1 + int(chance.random() * 28):02}",
        "targets": list(TARGETS),
        "statuses": statuses,
    }


def main():
    number = int(sys.argv[1])
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 17)
    for one in range(1, number + 1):
        sys.stdout.write(json.dumps(assessment(one, chance)) + "\n")


if __name__ == "__main__":
    main()
