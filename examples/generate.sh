#!/usr/bin/env bash
# Writes the files of the examples that xwalk makes; tests/cli.rs checks that they are what it makes.
set -euo pipefail
cd "$(dirname "$0")/.."

xwalk() { cargo run --quiet --locked -- "$@"; }

xwalk guide 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml --output examples/harbour-it/guide.md
xwalk plan examples/harbour-it/assessment.yaml --output examples/harbour-it/plan.md
xwalk plan examples/harbour-it/assessment.yaml --output examples/harbour-it/plan.svg
xwalk plan examples/harbour-it/assessment.yaml --output examples/harbour-it/plan.ics
xwalk plan examples/service-start/assessment.yaml --output examples/service-start/plan.svg
xwalk soa examples/service-bank/assessment.yaml --output examples/service-bank/soa.md
xwalk portfolio examples/portfolio/sites --as-of 2026-12-01 --output examples/portfolio/portfolio.md
xwalk graph itil-pink/COM --assessment examples/software-house/assessment.yaml --output examples/software-house/configuration.svg
