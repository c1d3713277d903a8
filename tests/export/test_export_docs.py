"""docs/export.md says what is true: every format is in it, and its examples run."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.export.registry import FORMATS
from kg.export.tables import TABLES
from tests.export.exported import content, written

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "export.md").read_text("utf-8")
QUERIES = re.findall(r'^sqlite3 graph\.sqlite "(.*?)"$', DOCS, flags=re.MULTILINE | re.DOTALL)


def test_every_format_is_listed_with_its_file() -> None:
    for form in FORMATS.values():
        name = form.file_name("graph")
        assert f"| `{form.name}` | `{name if '.' in name else name + '/'}` |" in DOCS


def test_every_table_is_named() -> None:
    assert all(f"`{table.name}`" in DOCS for table in TABLES)


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_find_something(query: str) -> None:
    assert len(QUERIES) >= 5
    rows = []
    for name in ("protests", "dispute"):
        with closing(sqlite3.connect(written(name, "sqlite"))) as database:
            rows += database.execute(query).fetchall()
    assert rows


def test_the_cypher_question_finds_who_contradicts_whom() -> None:
    kglite = pytest.importorskip("kglite")
    (question,) = re.findall(r"```cypher\n(.*?)```", DOCS, flags=re.DOTALL)
    database = kglite.KnowledgeGraph()
    for statement in written("dispute", "cypher").read_text("utf-8").split(";\n")[1:]:
        if statement:
            database.cypher(statement)
    records = content("dispute").records
    pairs = set()
    for claim in records.claims.values():
        for other in claim.contradicts:
            ends = records.name(claim.speaker), records.name(records.claims[other].speaker)
            pairs |= {ends, ends[::-1]}
    assert len(pairs) > 5
    assert {(row["a.name"], row["b.name"]) for row in database.cypher(question)} == pairs
