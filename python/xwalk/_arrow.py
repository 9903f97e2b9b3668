"""Rows as a table of Arrow, for pandas, Polars, DuckDB and others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

# Columns that are not text, for tables in which no row has a value that shows it.
COUNTS = frozenset(
    {"applicable", "column", "count", "depth", "full", "hops", "line", "none", "partial", "presumed", "related"}
)
SHARES = frozenset({"coverage", "lower", "upper"})
FLAGS = frozenset({"bundled", "mandatory"})


def table(rows: list[dict[str, Any]], keys: Iterable[str]) -> pyarrow.Table:
    """Rows with these keys as a table: text as string, counts as int64, shares as float64, each with nulls where there is no
    value."""
    import pyarrow

    def kind(key: str) -> pyarrow.DataType:
        types = {type(row[key]) for row in rows} - {type(None)}
        if types == {bool} or (not types and key in FLAGS):
            return pyarrow.bool_()
        if types == {int} or (not types and key in COUNTS):
            return pyarrow.int64()
        if (types and types <= {int, float}) or (not types and key in SHARES):
            return pyarrow.float64()
        return pyarrow.string()

    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema([(key, kind(key)) for key in keys]))
