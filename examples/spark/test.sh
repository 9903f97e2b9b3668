#!/usr/bin/env bash
# Runs the job of this folder on a cluster of two workers, and compares its rows with those of one process.
#
#   examples/spark/test.sh XWALK [NUMBER]
#
# XWALK     the program
# NUMBER    how many assessments; 300 where it is not said
#
# It needs Python 3.10 or later with venv, a network for PySpark from PyPI, and Java 17 or later: where there is none and
# this is run by root on Debian or Ubuntu, apt installs it. All else is done in a temporary folder. No part of CI.
set -euo pipefail

xwalk=$(realpath "$1")
number=${2:-300}
here=$(realpath "$(dirname "$0")")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if ! command -v java > /dev/null; then
    [[ $(id -u) == 0 ]] && command -v apt-get > /dev/null || { echo "Java 17 or later is missing" >&2; exit 2; }
    apt-get install --quiet --yes --no-install-recommends openjdk-17-jre-headless || {
        apt-get update --quiet
        apt-get install --quiet --yes --no-install-recommends openjdk-17-jre-headless
    }
fi
python3 -m venv "$folder/tools"
"$folder/tools/bin/pip" install --quiet --disable-pip-version-check \
    'pyspark==4.3.0' 'pyarrow==26.0.1' 'pandas==2.3.3'

# A standard that xwalk does not bring, as a pack.
mkdir "$folder/own"
cat > "$folder/own/buyer.yaml" << 'END'
xwalk: catalog/1
id: buyer:1
title: What a buyer asks of suppliers
source: Made up
clauses:
  "1": The quality management system is in place
  "2": Suppliers of suppliers are managed
  "3": Errors are corrected
END
cat > "$folder/own/iso-9001-2015--buyer-1.yaml" << 'END'
xwalk: relations/1
id: iso-9001-2015--buyer-1
from: iso-9001:2015
to: buyer:1
version: "1"
source: Made up
confidence: high
rows:
  - { from: "4.4", to: "1", relation: full }
  - { from: "8.4.1", to: "2", relation: partial }
  - { from: "10.2", to: "3", relation: full }
END
"$xwalk" pack "$folder/own" --no-project --output "$folder/own.xwp" > "$folder/packed.txt"

python3 "$here/../duckdb/generate.py" "$number" > "$folder/assessments.ndjson"
# One in which no requirement of a target applies, which has no rows for it, and one that comes as statements.
cat >> "$folder/assessments.ndjson" << 'END'
{"assessment": "nothing", "xwalk": "assessment/1", "organization": "Nothing", "statuses": {"buyer:1": {"1": {"status": "not-applicable", "justification": "No system"}, "2": {"status": "not-applicable", "justification": "No suppliers"}, "3": {"status": "not-applicable", "justification": "No errors"}}}}
{"assessment": "rows", "organization": "Rows", "clause": "iso-9001:2015/4.4", "status": "implemented"}
{"assessment": "rows", "clause": "iso-9001:2015/8.4.1", "status": "partial"}
END
# Assessments that cannot be answered: broken off, with two errors, and one of a name that is taken.
cat >> "$folder/assessments.ndjson" << 'END'
{"assessment": "broken off", "xwalk":
{"assessment": "typo", "xwalk": "assessment/1", "organization": "Typo", "statuses": {"iso-9001:2015": {"4.1": "implementde", "4.99": "partial"}}}
{"assessment": "supplier-00007", "xwalk": "assessment/1", "organization": "Again", "statuses": {"iso-9001:2015": {"4.1": "partial"}}}
END

export PYSPARK_PYTHON="$folder/tools/bin/python" SPARK_LOCAL_IP=127.0.0.1
unset SPARK_HOME
mkdir "$folder/out"
cd "$folder/out"
"$folder/tools/bin/python" "$here/test.py" "$xwalk" "$folder/own.xwp" "$folder/assessments.ndjson" "$folder/out" 2> "$folder/spark.log" || {
    code=$?
    tail -n 60 "$folder/spark.log" >&2
    exit "$code"
}
