"""Running queries: values, forms of output, what is refused, hostile text."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from kg.errors import QueryError
from kg.query import named_queries, named_query, render_table, resolve_settings, run_query
from kg.query.run import bind

CALLED = "SELECT ?e WHERE { VALUES ?called { UNDEF } ?e schema:name ?called }"


def test_rows_are_python_values(small: ox.Store) -> None:
    result = run_query(
        small,
        'SELECT (1 AS ?i) (1.50 AS ?d) (true AS ?b) ("x"@en AS ?s) (<http://a> AS ?u) ?none {}',
    )
    assert result.kind == "select"
    assert result.columns == ("i", "d", "b", "s", "u", "none")
    assert result.rows == ((1, Decimal("1.5"), True, "x", "http://a", None),)


def test_prefixes_of_the_graph_are_bound_and_those_of_the_query_count(small: ox.Store) -> None:
    assert run_query(small, "ASK { evt:flood a kg:Event }").rows == ((True,),)
    own = "PREFIX evt: <https://elsewhere.test/> ASK { evt:flood a kg:Event }"
    assert run_query(small, own).rows == ((False,),)


def test_output_forms(small: ox.Store) -> None:
    result = run_query(small, "SELECT ?name { ?e a schema:Person ; schema:name ?name } ORDER BY ?name")
    assert list(csv.reader(io.StringIO(result.write("csv")))) == [
        ["name"],
        ["Anna Müller"],
        ["Jürgen Müller"],
    ]
    assert result.write("tsv").splitlines()[1:] == ['"Anna Müller"', '"Jürgen Müller"']
    rows = json.loads(result.write("json"))["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Anna Müller", "Jürgen Müller"]
    assert json.loads(run_query(small, "ASK {}").write("json"))["boolean"] is True


def test_triples_are_written_as_turtle_the_same_each_time(small: ox.Store) -> None:
    query = "CONSTRUCT { ?e schema:name ?n } WHERE { ?e schema:name ?n }"
    result = run_query(small, query)
    assert result.kind == "construct"
    assert len(result.rows) == 4
    turtle = result.write("ttl")
    assert turtle == run_query(small, query).write("ttl")
    assert 'ent:anna-muller schema:name "Anna Müller" .' in turtle
    assert len(list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))) == 4
    described = run_query(small, "DESCRIBE evt:flood")
    assert len(described.rows) == 3


@pytest.mark.parametrize(
    ("query", "form"), [("SELECT * {}", "ttl"), ("CONSTRUCT {} {}", "csv"), ("ASK {}", "xls")]
)
def test_a_form_that_does_not_fit_is_refused(small: ox.Store, query: str, form: str) -> None:
    with pytest.raises(QueryError, match=r"csv|ttl"):
        run_query(small, query).write(form)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:b> <a:b> 1 }",
        "insert { ?s ?p 1 } where { ?s ?p ?o }",
        "# a comment\nPREFIX x: <http://x/> # DELETE\n DELETE WHERE { ?s ?p ?o }",
        "BASE <http://x/> CLEAR ALL",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_changes_are_refused(small: ox.Store, text: str) -> None:
    before = len(small)
    with pytest.raises(QueryError, match="would change the graph"):
        run_query(small, text)
    assert len(small) == before


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE<http://127.0.0.1:9/>{?s ?p ?o} }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s a?b.SERVICE<http://127.0.0.1:9/>{?s ?p ?o} }",
        "SELECT * { ?s ?p evt:.SERVICE<http://127.0.0.1:9/>{?s ?p ?o} }",
        "SELECT * { ?s ?p evt:a\\# . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'it\\'s' . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2) SERVICE evt:x { ?s ?p ?o } FILTER(3>2) }",
        "SELECT * { SERVICE:x { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a"b""" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
    ],
)
def test_other_servers_are_not_asked(small: ox.Store, text: str) -> None:
    with pytest.raises(QueryError, match="another server"):
        run_query(small, text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s kg:cue "SERVICE <x>" }',
        "SELECT * { ?s kg:cue ?service } # SERVICE",
        "SELECT * { ?s <http://x/SERVICE> ?insert }",
        "SELECT * { ent:state-security-service ?p ?o }",
        "PREFIX insert: <http://x/> SELECT * { ?s ?p insert:delete }",
    ],
)
def test_words_that_only_look_like_it_are_not_refused(small: ox.Store, text: str) -> None:
    assert run_query(small, text).rows == ()


@pytest.mark.parametrize(
    "text", ["", "SELECT", "SELECT * { ?s nosuch:p ?o }", "\x00", "SELECT * { ?s ?p 'x }"]
)
def test_what_does_not_parse_is_one_line(small: ox.Store, text: str) -> None:
    with pytest.raises(QueryError, match="does not parse") as caught:
        run_query(small, text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_parameter_without_a_slot_is_refused(small: ox.Store) -> None:
    with pytest.raises(QueryError, match="no parameter 'event'"):
        run_query(small, "SELECT * {}", parameters={"event": ox.NamedNode("http://x")})


def test_an_open_slot_means_all(small: ox.Store) -> None:
    assert len(run_query(small, CALLED).rows) == 4
    assert len(run_query(small, CALLED, parameters={"called": ox.Literal("Anna Müller")}).rows) == 1


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_no_text_breaks_out_of_its_slot(words: str) -> None:
    store = ox.Store()
    subject = ox.NamedNode("https://kg.example/entity/x")
    store.add(ox.Quad(subject, ox.NamedNode("https://schema.org/name"), ox.Literal(words)))
    store.add(ox.Quad(subject, ox.NamedNode("https://schema.org/name"), ox.Literal(words + "x")))
    assert run_query(store, CALLED, parameters={"called": ox.Literal(words)}).rows == ((subject.value,),)


def test_a_table_shows_text_as_text(small: ox.Store) -> None:
    hostile = "[bold]x[/bold]\x1b[31m\u202e\n\x9b2J end"
    store = ox.Store()
    subject = ox.NamedNode("https://kg.example/entity/x")
    store.add(ox.Quad(subject, ox.NamedNode("https://schema.org/name"), ox.Literal(hostile)))
    result = run_query(store, "SELECT ?name ?none (1 AS ?n) { ?e schema:name ?name }")
    console = Console(width=200, file=io.StringIO(), force_terminal=False)
    console.print(render_table(result))
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "[bold]x[/bold]" in shown
    assert not {"\x1b", "\u202e", "\x9b"} & set(shown)


def test_questions_are_named_and_listed() -> None:
    assert [query.name for query in named_queries()] == [f"cq{number:02d}" for number in range(1, 26)]
    assert named_query("4") == named_query("CQ4") == named_query("cq04")
    with pytest.raises(QueryError, match="cq01, cq02"):
        named_query("cq99")
    with pytest.raises(QueryError):
        named_query("../shapes-core")


def test_a_question_can_be_put_by_a_name_of_its_event(example: ox.Store) -> None:
    query = named_query("cq04")
    found = resolve_settings(example, query, ["event=Killing of protesters, November 2019"])
    rows = run_query(example, query.text, parameters=found).rows
    assert {row[0] for row in rows} == {"killing of protesters, November 2019"}
    assert len(run_query(example, query.text).rows) > len(rows)


def test_bound_slots_are_terms_and_open_ones_are_gone() -> None:
    text = "SELECT * { VALUES ?a { UNDEF } VALUES ?b {UNDEF} }"
    assert bind(text, {"a": ox.NamedNode("http://x")}) == "SELECT * { VALUES ?a { <http://x> }  }"
