"""SQLite: tables, views over them and a full text search, in one file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from kg.export.content import Content
from kg.export.tables import TABLES, Column, Table

__all__ = ["write"]

_TYPES = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "boolean": "INTEGER", "date": "TEXT"}


def write(content: Content, path: Path) -> None:
    """Write a database; equal graphs give equal files under the same version of SQLite."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # Nothing can be lost: the file takes its name only when it is complete.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for table in TABLES:
            _fill(database, table, content)
        database.execute("COMMIT")
        database.executescript((files("kg.export") / "sqlite_views.sql").read_text("utf-8"))


def _fill(database: sqlite3.Connection, table: Table, content: Content) -> None:
    database.execute(_create(table))
    marks = ", ".join("?" * len(table.columns))
    # names of tables and columns are our own; what the graph says goes in as parameters
    database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows(content.records))  # noqa: S608
    for column in table.columns[1:]:
        if column.refers:
            database.execute(f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})")


def _create(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(column.name for column in table.columns[: table.key])})")
    return f"CREATE TABLE {table.name} ({', '.join(lines)})"


def _column(column: Column) -> str:
    refers = f" REFERENCES {column.refers}" if column.refers else ""
    return f"{column.name} {_TYPES[column.kind]}{refers}"
