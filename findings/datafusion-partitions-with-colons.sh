#!/usr/bin/env bash
# DataFusion shows the value of a partition with a colon, and finds no row that equals it.
#
# Version   datafusion 55.0.0 with pyarrow 26.0.1, from PyPI
# Expected  Spark writes a colon in the name of a folder of a partition as %3A, and so do DuckDB and Polars. DataFusion shows the
#           value with its colon, so a filter by that value finds the rows, as it does in DuckDB, Polars and pyarrow.
# Seen      With one value, `=` and `in` find nothing, and no error says so: the folder is looked for under a name with a colon.
#           The encoded value finds nothing either. `like`, a list of all values and a function around the column find the rows.
# Here      src/deliver/portfolio names folders as Spark does; docs/json.md says how to ask DataFusion
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check 'datafusion==55.0.0' 'pyarrow==26.0.1'

cat > ask.py << 'END'
import os

import datafusion
import pyarrow
import pyarrow.parquet

for edition in "iso-9001:2015", "iso-14001:2015":
    folder = f"rows/target={edition.replace(':', '%3A')}"
    os.makedirs(folder)
    pyarrow.parquet.write_table(pyarrow.table({"clause": ["4.1", "4.2"]}), f"{folder}/part-0.parquet")

context = datafusion.SessionContext()
context.register_parquet("answers", "rows", table_partition_cols=[("target", pyarrow.string())])
rows = context.sql("select target, count(*) as rows from answers group by target order by target").to_pydict()
print(rows)
for condition in (
    "target = 'iso-9001:2015'",
    "target in ('iso-9001:2015')",
    "target = 'iso-9001%3A2015'",
    "target like 'iso-9001:%'",
    "target in ('iso-9001:2015', 'iso-14001:2015')",
    "concat(target, '') = 'iso-9001:2015'",
):
    found = context.sql(f"select count(*) as rows from answers where {condition}").to_pydict()["rows"][0]
    print(f"{condition}: {found}")
END

seen=$(tools/bin/python ask.py 2>&1)
was="{'target': ['iso-14001:2015', 'iso-9001:2015'], 'rows': [2, 2]}
target = 'iso-9001:2015': 0
target in ('iso-9001:2015'): 0
target = 'iso-9001%3A2015': 0
target like 'iso-9001:%': 2
target in ('iso-9001:2015', 'iso-14001:2015'): 4
concat(target, '') = 'iso-9001:2015': 2"

if [[ $seen != "$was" ]]; then
  printf 'The finding no longer holds.\nIt was:\n%s\nIt is:\n%s\n' "$was" "$seen" >&2
  exit 1
fi
echo "Still so: DataFusion shows partitions with a colon and finds none that equals one of them"
