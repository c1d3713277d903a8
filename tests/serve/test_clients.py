"""Clients that we did not write work with the endpoint."""

from __future__ import annotations

import json
import subprocess

import pytest
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.query import named_queries, run_query
from kg.store import load_store
from tests.serve.conftest import Served
from tests.stores.fixtures import require
from tests.stores.programs import found

PREFIX = "PREFIX schema: <https://schema.org/> "
SELECT = PREFIX + "SELECT ?name { ?who schema:name ?name } ORDER BY ?name"
REUTERS = "https://kg.example/entity/reuters"


def wrapped(served: Served, query: str, *, method: str = GET, form: str = JSON, kind: str = URLENCODED):
    client = SPARQLWrapper(f"{served.address}/sparql")
    client.setMethod(method)
    client.setRequestMethod(kind)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client.query()


@pytest.mark.parametrize(("method", "kind"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_gets_rows_in_each_way(protests: Served, method: str, kind: str) -> None:
    rows = wrapped(protests, SELECT, method=method, kind=kind).convert()["results"]["bindings"]
    expected = run_query(load_store(protests.folder), SELECT).rows
    assert [row["name"]["value"] for row in rows] == [name for (name,) in expected]


@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_reads_each_form_of_rows(protests: Served, form: str) -> None:
    found = wrapped(protests, SELECT, form=form).convert()
    if form == JSON:
        text = json.dumps(found, ensure_ascii=False)
    else:
        text = found.toxml() if form == XML else found.decode()
    assert "Maryam Rajavi" in text


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD, XML])
def test_sparqlwrapper_reads_each_form_of_triples(protests: Served, form: str) -> None:
    found = wrapped(protests, f"DESCRIBE <{REUTERS}>", form=form).convert()
    if isinstance(found, bytes):
        assert REUTERS.encode() in found or b"ent:reuters" in found
    else:
        assert (URIRef(REUTERS), None, None) in found


def test_sparqlwrapper_gets_truth_and_errors(protests: Served) -> None:
    assert wrapped(protests, f"ASK {{ <{REUTERS}> ?p ?o }}").convert()["boolean"] is True
    with pytest.raises(QueryBadFormed, match="does not parse"):
        wrapped(protests, "SELECT * {")


def test_rdflib_asks_the_endpoint_as_a_store(protests: Served) -> None:
    store = SPARQLStore(f"{protests.address}/sparql")
    rows = {str(name) for (name,) in store.query(SELECT)}
    assert rows == {name for (name,) in run_query(load_store(protests.folder), SELECT).rows}


@pytest.mark.parametrize("name", ["cq01", "cq04", "cq22", "cq25"])
def test_comunica_gets_the_rows_of_a_question(protests: Served, name: str) -> None:
    require("Comunica")
    query = next(query for query in named_queries() if query.name == name)
    source = f"sparql@{protests.address}/sparql"
    command = [str(found("comunica-sparql")), source, "-q", query.text, "-t", "text/csv"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    expected = run_query(load_store(protests.folder), query.text).write("csv")
    assert sorted(done.stdout.split()) == sorted(expected.split())
