"""Rows as a table of Arrow, for pandas, Polars, DuckDB and others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

# Whole numbers that may be missing in every row, so that their type cannot be seen.
COUNTS = frozenset({"hops"})


def table(rows: list[dict[str, Any]]) -> pyarrow.Table:
    """Rows as a table: text as string, counts as int64, shares as float64, each with nulls where there is no value."""
    import pyarrow

    def kind(key: str) -> pyarrow.DataType:
        types = {type(row[key]) for row in rows} - {type(None)}
        if types == {bool}:
            return pyarrow.bool_()
        if types == {int} or (not types and key in COUNTS):
            return pyarrow.int64()
        if types and types <= {int, float}:
            return pyarrow.float64()
        return pyarrow.string()

    keys = rows[0] if rows else {}
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema([(key, kind(key)) for key in keys]))
