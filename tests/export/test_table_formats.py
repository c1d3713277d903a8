"""SQLite and Parquet: the same tables, with values as the graph has them, read by sqlite3 and pyarrow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from pyoxigraph import NamedNode

from kg.export.tables import TABLES
from kg.query import named_query, run_query
from kg.store import load_store
from kg.vocabulary import KG, RDF, label
from tests.export.exported import EXAMPLES, content, literals, written


@pytest.fixture(params=EXAMPLES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database(name: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{written(name, 'sqlite')}?mode=ro", uri=True)) as opened:
        yield opened


@pytest.fixture
def dispute() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{written('dispute', 'sqlite')}?mode=ro", uri=True)) as opened:
        yield opened


def instances(name: str, kind: str) -> int:
    found = {
        t.subject
        for t in content(name).triples
        if t.predicate.value == f"{RDF}type" and t.object.value == kind
    }
    return len(found)


def test_words_are_kept_to_the_letter(database: sqlite3.Connection, name: str) -> None:
    for prefixed, table, column in (
        ("schema:name", "entities", "name"),
        ("schema:text", "claims", "text"),
        ("schema:headline", "articles", "title"),
        ("kg:quantityText", "figures", "text"),
        ("kg:cue", "claims", "cue"),
    ):
        found = dict(database.execute(f"SELECT iri, {column} FROM {table}"))
        given = literals(name, prefixed)
        assert given
        assert {iri: found[iri] for iri in given} == given
    texts = dict(database.execute("SELECT iri, text FROM paragraphs UNION SELECT iri, text FROM sentences"))
    assert texts == literals(name, "nif:anchorOf")


def test_every_claim_figure_and_statement_is_a_row(database: sqlite3.Connection, name: str) -> None:
    for table, kind in (
        ("claims", f"{KG}Claim"),
        ("figures", f"{KG}Quantity"),
        ("facts", f"{RDF}Statement"),
        ("comparisons", f"{KG}Comparison"),
        ("events", f"{KG}Event"),
    ):
        (count,) = database.execute(f"SELECT COUNT(iri) FROM {table}").fetchone()
        assert count == instances(name, kind), table


def test_references_lead_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(database.execute("SELECT * FROM evidence").fetchall()) > 5


def test_asserted_is_true_or_false(database: sqlite3.Connection, name: str) -> None:
    found = dict(database.execute("SELECT iri, asserted FROM facts WHERE iri IS NOT NULL"))
    assert {iri: bool(value) for iri, value in found.items()} == {
        iri: value == "true" for iri, value in literals(name, "kg:asserted").items()
    }


@pytest.mark.parametrize("example", ["protests", "dispute"])
def test_the_view_of_figures_answers_as_the_question_does(example: str) -> None:
    """Question 4, who gives which toll: in SPARQL over the Turtle, and in SQL over the view."""
    answer = run_query(load_store(written(example, "turtle")), named_query("cq04").text)
    wanted = ("eventLabel", "who", "stance", "modifier", "quantity", "article")
    rows = {tuple(row[answer.columns.index(column)] for column in wanted) for row in answer.rows}
    asked = """SELECT event, speaker, CASE polarity WHEN 'Negated' THEN 'denies' ELSE 'gives' END, modifier,
               figure, article FROM figures_by_event WHERE measure = 'Deaths'"""
    with closing(sqlite3.connect(written(example, "sqlite"))) as database:
        assert set(database.execute(asked)) == rows
    assert len(rows) > 5


def test_disputes_tell_verdict_and_reason_in_words(dispute: sqlite3.Connection) -> None:
    rows = dispute.execute("SELECT verdict, speaker, other_speaker, reason FROM disputes").fetchall()
    assert len(rows) == instances("dispute", f"{KG}Comparison") > 20
    assert all(all(row) for row in rows)
    assert {row[0] for row in rows} >= {label(f"{KG}Contradicts"), label(f"{KG}DifferentScope")}


def test_facts_in_words_show_the_earliest_sentence(dispute: sqlite3.Connection) -> None:
    row = dispute.execute(
        "SELECT relation, object, confidence, articles, sentence, published FROM facts_in_words "
        "WHERE subject = 'Darío Luzuriaga' AND object = 'Pardovia Mining' AND relation = ?",
        [label(f"{KG}memberOf")],
    ).fetchone()
    assert row[:4] == (label(f"{KG}memberOf"), "Pardovia Mining", 0.95, 2)
    assert row[4].startswith("Its chief executive, Darío Luzuriaga")
    assert row[5] == "2031-03-05"


def test_full_text_search_finds_names_claims_and_sentences(dispute: sqlite3.Connection) -> None:
    found = dispute.execute("SELECT kind, iri FROM search WHERE search MATCH 'hospital'").fetchall()
    assert {kind for kind, _ in found} == {"name", "claim", "sentence"}
    plain = dispute.execute("SELECT iri FROM search WHERE search MATCH 'tomas' AND kind = 'name'").fetchall()
    assert ("https://kg.example/entity/tomas-arteaga-0qkkx3",) in plain


def test_places_have_coordinates(dispute: sqlite3.Connection) -> None:
    row = dispute.execute("SELECT latitude, longitude FROM entities WHERE name = 'Cuenca'").fetchone()
    assert row == (-2.8974, -79.0045)


def test_a_plain_fact_without_statement_is_kept() -> None:
    store = load_store(written("harbour", "turtle"))
    for quad in list(
        store.quads_for_pattern(NamedNode("https://kg.example/statement/lead"), None, None, None)
    ):
        store.remove(quad)
    from kg.export.content import Content

    facts = Content(store).records.facts
    assert [(fact.iri, fact.predicate, fact.evidence) for fact in facts if not fact.iri] == [
        ("", f"{KG}leaderOf", ())
    ]


def test_parquet_holds_the_rows_of_the_database(database: sqlite3.Connection, name: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for table in TABLES:
        read = parquet.read_table(written(name, "parquet") / f"{table.name}.parquet")
        assert read.column_names == [column.name for column in table.columns]
        rows = [tuple(row.values()) for row in read.to_pylist()]
        plain = [tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row) for row in rows]
        assert plain == database.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()


def test_parquet_columns_have_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    schema = parquet.read_schema(written("dispute", "parquet") / "claims.parquet")
    kinds = {field.name: str(field.type) for field in schema}
    assert (kinds["said_from"], kinds["narrator"], kinds["confidence"]) == ("date32[day]", "bool", "double")
