"""The SPARQL 1.1 Protocol at /sparql, as it goes over the wire."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from kg.query import named_queries, run_query
from kg.store import load_store
from tests.serve.conftest import Served

SELECT = "SELECT ?name { ?who schema:name ?name } ORDER BY ?name LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?who schema:name ?name } WHERE { ?who schema:name ?name }"
FORM = {"content-type": "application/x-www-form-urlencoded"}
QUERY = {"content-type": "application/sparql-query"}


def test_a_query_can_be_sent_in_three_ways(protests: Served) -> None:
    parameters = urlencode({"query": SELECT})
    ways = [
        protests.ask(f"/sparql?{parameters}"),
        protests.ask("/sparql", method="POST", body=parameters.encode(), headers=FORM),
        protests.ask("/sparql", method="POST", body=SELECT.encode(), headers=QUERY),
    ]
    assert [way.status for way in ways] == [200, 200, 200]
    assert len({way.body for way in ways}) == 1
    assert len(json.loads(ways[0].body)["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values, text/csv;q=0.5", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "text/turtle, application/sparql-results+xml;q=0.1", "application/sparql-results+xml"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        ("DESCRIBE ent:reuters", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_the_accept_header_decides_the_form(protests: Served, query: str, accept: str, media: str) -> None:
    found = protests.query(query, accept)
    assert (found.status, found.media, found.headers["vary"]) == (200, media, "Accept")


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_every_form_of_triples_holds_the_same(protests: Served, media: str) -> None:
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    found = {quad.triple for quad in ox.parse(protests.query(CONSTRUCT, media).body, format=form)}
    store = load_store(protests.folder)
    name = ox.NamedNode("https://schema.org/name")
    assert found == {quad.triple for quad in store.quads_for_pattern(None, name, None, None)}


def test_answers_that_cannot_be_had_are_told(protests: Served) -> None:
    assert protests.query(SELECT, "image/png").status == 406


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_question_gives_the_rows_of_kg_query(protests: Served, query) -> None:
    expected = run_query(load_store(protests.folder), query.text)
    found = protests.query(query.text, "text/csv")
    assert found.text.splitlines()[1:] == expected.write("csv").splitlines()[1:]
    assert len(found.text.splitlines()) > 1


REFUSED = {
    "malformed": ("POST", "/sparql", b"SELECT * { ?s ", QUERY, 400),
    "empty": ("POST", "/sparql", b"", QUERY, 400),
    "none": ("POST", "/sparql", b"", FORM, 400),
    "two": ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}, 400),
    "two places": ("POST", "/sparql?query=ASK%7B%7D", b"ASK {}", QUERY, 400),
    "not UTF-8": ("POST", "/sparql", b"ASK { ?s ?p '\xff' }", QUERY, 400),
    "bad graph": ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=a%20b", None, {}, 400),
    "an update as a query": ("POST", "/sparql", b"INSERT DATA { <a:a> <a:b> <a:c> }", QUERY, 400),
    "an update by form": ("POST", "/sparql", b"update=CLEAR+ALL", FORM, 403),
    "an update by body": (
        "POST",
        "/sparql",
        b"CLEAR ALL",
        {"content-type": "application/sparql-update"},
        403,
    ),
    "an update by address": ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 403),
    "another server": (
        "POST",
        "/sparql",
        b"SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        QUERY,
        400,
    ),
    "hidden": ("POST", "/sparql", b"SELECT * { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }", QUERY, 400),
    "multipart": ("POST", "/sparql", b"--x", {"content-type": "multipart/form-data; boundary=x"}, 415),
    "too long": ("POST", "/sparql", b"ASK {} #" + b"x" * (1 << 20), QUERY, 413),
    "another method": ("PUT", "/sparql", b"ASK {}", QUERY, 405),
    "delete": ("DELETE", "/sparql", None, {}, 405),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_refused_in_one_line(protests: Served, case: str) -> None:
    method, path, body, headers, status = REFUSED[case]
    found = protests.ask(path, method=method, body=body, headers=headers)
    assert found.status == status
    assert found.media.startswith("text/plain")
    assert len(found.text.strip().splitlines()) == 1
    assert "Traceback" not in found.text


def test_a_query_that_does_not_parse_is_told_where(protests: Served) -> None:
    found = protests.query("SELECT * {\n  ?s ?p\n}").text
    assert "at 3:" in found
    assert len(found) < 400


def test_head_gives_the_headers_and_options_the_methods(protests: Served) -> None:
    path = f"/sparql?{urlencode({'query': SELECT})}"
    got, head = protests.ask(path), protests.ask(path, method="HEAD")
    assert head.body == b""
    assert head.headers["content-length"] == got.headers["content-length"] == str(len(got.body))
    options = protests.ask("/sparql", method="OPTIONS")
    assert options.status == 204
    assert set(options.headers["allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_without_a_query_the_endpoint_describes_itself(protests: Served) -> None:
    found = protests.ask("/sparql", headers={"accept": "text/turtle"})
    store = ox.Store()
    store.load(found.body, format=ox.RdfFormat.TURTLE)
    ask = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s sd:endpoint ?e ; "
    assert store.query(f"{ask} sd:supportedLanguage sd:SPARQL11Query }}")
    assert f"<{protests.address}/sparql>" in found.text


def test_a_browser_is_taken_to_the_editor(protests: Served) -> None:
    accept = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert protests.ask("/sparql", headers=accept).headers["location"] == "/ask"
    asked = protests.ask(f"/sparql?query={quote(SELECT)}", headers=accept)
    assert (asked.status, asked.headers["location"]) == (303, f"/ask?query={quote(SELECT)}")


DATASET = b"""
<http://a> <http://p> "default" .
<http://a> <http://p> "one" <http://one> .
<http://a> <http://p> "two" <http://two> .
"""
PLAIN, NAMED = "SELECT ?o { ?s <http://p> ?o }", "SELECT ?o { GRAPH ?g { ?s <http://p> ?o } }"


@pytest.fixture(scope="module")
def quads(tmp_path_factory):
    from tests.serve.conftest import serving

    path = tmp_path_factory.mktemp("quads") / "graphs.nq"
    path.write_bytes(DATASET)
    with serving(path) as served:
        yield served


@pytest.mark.parametrize(
    ("query", "parameters", "expected"),
    [
        (PLAIN, {}, {"default", "one", "two"}),
        (NAMED, {}, {"one", "two"}),
        (PLAIN, {"default-graph-uri": ["http://one"]}, {"one"}),
        (PLAIN, {"default-graph-uri": ["http://one", "http://two"]}, {"one", "two"}),
        (PLAIN, {"named-graph-uri": ["http://one"]}, set()),
        (NAMED, {"named-graph-uri": ["http://one"]}, {"one"}),
        (NAMED, {"default-graph-uri": ["http://one"]}, set()),
        (PLAIN, {"default-graph-uri": ["http://nowhere"]}, set()),
        ("SELECT ?o FROM <http://one> { ?s <http://p> ?o }", {}, {"one"}),
        ("SELECT ?o FROM <http://one> { ?s <http://p> ?o }", {"default-graph-uri": ["http://two"]}, {"two"}),
        ("SELECT ?o FROM NAMED <http://two> { GRAPH ?g { ?s <http://p> ?o } }", {}, {"two"}),
    ],
)
def test_the_dataset_is_the_requests_else_the_querys_else_all(
    quads: Served, query: str, parameters: dict[str, list[str]], expected: set[str]
) -> None:
    for method in ("GET", "POST"):
        fields = urlencode({"query": query} | parameters, doseq=True)
        if method == "GET":
            found = quads.ask(f"/sparql?{fields}", headers={"accept": "text/csv"})
        else:
            body = query.encode()
            path = f"/sparql?{urlencode(parameters, doseq=True)}"
            found = quads.ask(path, method="POST", body=body, headers=QUERY | {"accept": "text/csv"})
        assert set(found.text.split()[1:]) == expected, method
