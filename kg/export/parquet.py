"""Parquet: the tables of the database, one file each, for pandas, Polars, R and DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.content import Content
from kg.export.tables import TABLES, Column, Table

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["write"]

_ROWS = 50_000
"""Rows that are in memory at a time, and in one row group of a file."""


def write(content: Content, path: Path) -> None:
    """Write one file a table into a new folder; equal graphs give equal files under the same pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.mkdir()
    for table in TABLES:
        schema = pa.schema([(column.name, _types()[column.kind]) for column in table.columns])
        with pq.ParquetWriter(path / f"{table.name}.parquet", schema, compression="zstd") as writer:
            for rows in _chunks(table, content):
                writer.write_table(_batch(table, rows, schema))


def _batch(table: Table, rows: list[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    columns = [
        _cells(column, cells) for column, cells in zip(table.columns, zip(*rows, strict=True), strict=True)
    ]
    return pa.table(
        [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)], schema=schema
    )


def _types() -> dict[str, pa.DataType]:
    import pyarrow as pa

    return {
        "text": pa.string(),
        "integer": pa.int64(),
        "real": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }


def _chunks(table: Table, content: Content) -> Iterator[list[tuple[Any, ...]]]:
    rows = table.rows(content.records)
    while chunk := list(islice(rows, _ROWS)):
        yield chunk


def _cells(column: Column, cells: Sequence[Any]) -> Sequence[Any]:
    if column.kind == "date":
        return [date.fromisoformat(cell) if cell else None for cell in cells]
    return cells
