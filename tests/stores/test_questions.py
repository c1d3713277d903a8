"""The 25 questions have the same answers in stores that have nothing in common with our engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import requests

from kg.push import Credentials, Options, push
from kg.query import NamedQuery, named_queries, resolve_settings, run_query
from kg.query.run import bind
from kg.store import load_store
from kg.vocabulary import ontology_dir
from tests.stores.answers import Answers, rows_of
from tests.stores.java_programs import Java
from tests.stores.servers import Store

EXAMPLES = ("protests", "dispute")
SECONDS = 60


def graph_of(example: str) -> str:
    return f"https://news.example/graph/{example}"


def asked(example: str) -> Iterator[tuple[str, str]]:
    """What is asked, by a name: each question as it is in its file, and with the values of the example."""
    for query in named_queries():
        yield query.name, query.text
        if query.parameters and example == "protests":
            yield f"{query.name}-set", _set(query)


@cache
def loaded(example: str) -> ox.Store:
    return load_store(ontology_dir() / "examples" / f"{example}.ttl")


@cache
def _set(query: NamedQuery) -> str:
    settings = [f"{parameter.name}={parameter.example}" for parameter in query.parameters]
    return bind(query.text, resolve_settings(loaded("protests"), query, settings))


CASES = [(example, name) for example in EXAMPLES for name, _ in asked(example)]
each = pytest.mark.parametrize(("example", "name"), CASES)


@cache
def ours(example: str, name: str) -> Answers:
    return rows_of(json.loads(run_query(loaded(example), dict(asked(example))[name]).write("json")))


def fill(store: Store, folder: Path) -> Store:
    for example in EXAMPLES:
        target = folder / f"{example}.ttl"
        target.write_bytes((ontology_dir() / "examples" / target.name).read_bytes())
        options = Options(graph=graph_of(example))
        (report,) = push(target, store.graphs, options, credentials=lambda: Credentials("dba", "dba"))
        assert report.agrees
    return store


def theirs(store: Store, example: str, name: str) -> Answers:
    parameters = {"query": dict(asked(example))[name], "default-graph-uri": graph_of(example)}
    accept = {"accept": "application/sparql-results+json"}
    reply = requests.post(store.queries, data=parameters, headers=accept, timeout=SECONDS)
    assert reply.status_code == 200, reply.text
    return rows_of(reply.json())


@pytest.fixture(scope="module")
def filled_oxigraph(ox_server: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(ox_server, tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="module")
def filled_virtuoso(virtuoso_server: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(virtuoso_server, tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="module")
def jena_answers(jena: Java, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each example with an answer for each question: one start of Java for all of them."""
    root = tmp_path_factory.mktemp("jena-answers")
    for example in EXAMPLES:
        database, folder = root / f"{example}-tdb2", root / example
        folder.mkdir()
        jena.run("tdb2.tdbloader", "--loc", database, ontology_dir() / "examples" / f"{example}.ttl")
        for name, query in asked(example):
            (folder / f"{name}.rq").write_text(query, encoding="utf-8")
        jena.run("JenaAnswers.java", database, folder)
    return root


@pytest.mark.parametrize("example", EXAMPLES)
def test_most_questions_have_answers_here(example: str) -> None:
    answered = [name for name, _ in asked(example) if ours(example, name)]
    assert len(answered) > 20


@each
def test_oxigraph_gives_our_rows(filled_oxigraph: Store, example: str, name: str) -> None:
    assert theirs(filled_oxigraph, example, name) == ours(example, name)


@each
def test_virtuoso_gives_our_rows(filled_virtuoso: Store, example: str, name: str) -> None:
    assert theirs(filled_virtuoso, example, name) == ours(example, name)


@each
def test_jena_gives_our_rows(jena_answers: Path, example: str, name: str) -> None:
    found = json.loads((jena_answers / example / f"{name}.json").read_text("utf-8"))
    assert rows_of(found) == ours(example, name)
