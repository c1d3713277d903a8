"""Pushing to real stores: everything arrives, once, and goes on where it broke off."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import SettingsError
from kg.push import Credentials, Options, PushError, push
from kg.push import connection as connections
from kg.push.writers import GraphStoreWriter, UpdateWriter
from kg.query import named_queries, run_query
from kg.store import load_store
from tests.push.cutting import Cutting
from tests.stores.servers import Store, free_port, oxigraph


def dba() -> Credentials:
    return Credentials("dba", "dba")


def stored(store: Store, graph: str) -> set[tuple[str, str, str]]:
    rows = store.ask(f"SELECT ?s ?p ?o {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    return {(row["s"]["value"], row["p"]["value"], row["o"]["value"]) for row in rows}


def by_value(words: str) -> str | float:
    try:
        return float({"true": "1", "false": "0"}.get(words, words))
    except ValueError:
        return words


def expected(folder: Path) -> set[tuple[str, str, str]]:
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in load_store(folder)
        if isinstance(quad.subject, ox.NamedNode)
    }


@pytest.mark.parametrize("address", ["graphs", "updates", "root"])
def test_everything_arrives_in_oxigraph(ox_server: Store, folder: Path, graph_iri: str, address: str) -> None:
    url = {"root": f"http://127.0.0.1:{ox_server.port}"}.get(address) or getattr(ox_server, address)
    (report,) = push(folder, url, Options(graph=graph_iri))
    triples = len(load_store(folder))
    assert (report.sent, report.removed, report.counted, report.agrees) == (triples, 0, triples, True)
    assert stored(ox_server, graph_iri) == expected(folder)
    assert ("Update" in report.way) == (address == "updates")


@pytest.mark.parametrize("address", ["graphs", "updates"])
def test_everything_arrives_in_virtuoso(
    virtuoso_server: Store, folder: Path, graph_iri: str, address: str
) -> None:
    (report,) = push(folder, getattr(virtuoso_server, address), Options(graph=graph_iri), credentials=dba)
    triples = len(load_store(folder))
    assert (report.counted, report.agrees) == (triples, True)
    found = stored(virtuoso_server, graph_iri)
    assert {triple[:2] for triple in found} == {triple[:2] for triple in expected(folder)}
    # by value: Virtuoso keeps true as 1, and writes numbers in its own way
    assert {by_value(value) for *_, value in found} == {by_value(value) for *_, value in expected(folder)}


def test_the_questions_have_the_same_answers_in_the_store(
    ox_server: Store, folder: Path, graph_iri: str
) -> None:
    push(folder, ox_server.graphs, Options(graph=graph_iri))
    local = load_store(folder)
    for query in named_queries():
        accept = {"accept": "text/csv"}
        parameters = {"query": query.text, "default-graph-uri": graph_iri}
        found = requests.get(ox_server.queries, params=parameters, headers=accept, timeout=60)
        assert found.text.splitlines()[1:] == run_query(local, query.text).write("csv").splitlines()[1:], (
            query.name
        )


def test_the_default_graph_is_used_where_none_is_named(tmp_path: Path, numbered: Callable[..., Path]) -> None:
    with oxigraph(tmp_path / "own") as store:
        (report,) = push(numbered(range(5)), store.graphs, Options())
        assert (report.counted, store.count()) == (5, 5)


def test_a_second_push_sends_only_what_changed(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    folder = numbered(range(1000))
    push(folder, ox_server.graphs, Options(graph=graph_iri))
    (same,) = push(folder, ox_server.graphs, Options(graph=graph_iri))
    assert (same.sent, same.removed, same.way, same.counted) == (0, 0, "", 1000)
    numbered(range(10, 1100))
    (changed,) = push(folder, ox_server.graphs, Options(graph=graph_iri))
    assert (changed.sent, changed.removed, changed.counted, changed.agrees) == (100, 10, 1090, True)
    assert stored(ox_server, graph_iri) == expected(folder)


def test_what_others_wrote_is_kept_and_with_replace_it_is_not(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    requests.post(
        ox_server.graphs,
        params={"graph": graph_iri},
        data=b"<http://theirs> <http://p> <http://o> .",
        headers={"content-type": "application/n-triples"},
        timeout=30,
    ).raise_for_status()
    folder = numbered(range(300))
    (added,) = push(folder, ox_server.graphs, Options(graph=graph_iri))
    assert (added.counted, added.agrees) == (301, True)
    (replaced,) = push(folder, ox_server.graphs, Options(graph=graph_iri, replace=True))
    assert (replaced.counted, replaced.agrees) == (300, True)
    assert stored(ox_server, graph_iri) == expected(folder)


@pytest.mark.parametrize("address", ["graphs", "updates"])
def test_an_empty_graph_replaces_too(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str, address: str
) -> None:
    url = getattr(ox_server, address)
    folder = numbered(range(300))
    push(folder, url, Options(graph=graph_iri, replace=True))
    numbered(range(0))
    (report,) = push(folder, url, Options(graph=graph_iri, replace=True))
    assert (report.counted, report.agrees) == (0, True)


def test_a_store_that_lost_everything_gets_everything_again(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    folder = numbered(range(300))
    push(folder, ox_server.graphs, Options(graph=graph_iri))
    requests.delete(ox_server.graphs, params={"graph": graph_iri}, timeout=30).raise_for_status()
    (report,) = push(folder, ox_server.graphs, Options(graph=graph_iri))
    assert (report.sent, report.counted) == (300, 300)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", (0.01, 0.01))
    monkeypatch.setattr(GraphStoreWriter, "part", 500)
    monkeypatch.setattr(UpdateWriter, "part", 500)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("path", ["store", "update"])
def test_a_push_that_broke_off_goes_on_where_it_was(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str, path: str
) -> None:
    folder = numbered(range(5000))
    proxy = Cutting(ox_server.port, after=100_000)
    try:
        url = f"http://127.0.0.1:{proxy.port}/{path}"
        with pytest.raises(PushError, match="parts are in the store"):
            push(folder, url, Options(graph=graph_iri))
        there = ox_server.count(graph_iri)
        assert 0 < there < 5000
        proxy.mend()
        proxy.received = b""
        (report,) = push(folder, url, Options(graph=graph_iri))
        assert report.resumed
        assert (report.counted, ox_server.count(graph_iri)) == (5000, 5000)
        sent_again = proxy.received.count(b'"value ')
        assert sent_again <= 5000 - there + 500
    finally:
        proxy.close()


@pytest.mark.usefixtures("impatient")
def test_a_graph_that_changed_meanwhile_is_sent_anew(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    folder = numbered(range(5000))
    proxy = Cutting(ox_server.port, after=100_000)
    url = f"http://127.0.0.1:{proxy.port}/store"
    with pytest.raises(PushError):
        push(folder, url, Options(graph=graph_iri, replace=True))
    proxy.mend()
    numbered(range(4000, 6000))
    (report,) = push(folder, url, Options(graph=graph_iri, replace=True))
    proxy.close()
    assert not report.resumed
    assert stored(ox_server, graph_iri) == expected(folder)


def test_one_break_is_not_even_noticed(
    ox_server: Store, numbered: Callable[..., Path], graph_iri: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GraphStoreWriter, "part", 500)
    proxy = Cutting(ox_server.port, after=100_000)
    import threading

    threading.Timer(0.8, proxy.mend).start()
    (report,) = push(numbered(range(5000)), f"http://127.0.0.1:{proxy.port}/store", Options(graph=graph_iri))
    proxy.close()
    assert (report.resumed, report.counted) == (False, 5000)


def test_a_store_that_is_not_there_is_told(
    numbered: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", (0.01,))
    with pytest.raises(PushError, match="does not answer"):
        push(numbered(range(3)), f"http://127.0.0.1:{free_port()}/store", Options())


def test_without_a_log_in_virtuoso_takes_nothing(
    virtuoso_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    with pytest.raises(PushError, match="KG_PUSH_USER"):
        push(numbered(range(3)), virtuoso_server.graphs, Options(graph=graph_iri))
    assert virtuoso_server.count(graph_iri) == 0


def test_a_wrong_password_is_told_and_shown_nowhere(
    virtuoso_server: Store,
    numbered: Callable[..., Path],
    graph_iri: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    folder = numbered(range(3))
    wrong = Credentials("dba", "hunter2-secret")
    with pytest.raises(PushError, match="does not take this log-in") as caught:
        push(folder, virtuoso_server.graphs, Options(graph=graph_iri), credentials=lambda: wrong)
    assert "hunter2" not in str(caught.value) + caplog.text + repr(wrong)


def test_no_file_that_is_left_holds_a_secret(
    virtuoso_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    folder = numbered(range(300))
    push(folder, virtuoso_server.graphs, Options(graph=graph_iri), credentials=dba)
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "graph.ttl":
            content = path.read_bytes()
            content = gzip.decompress(content) if path.suffix == ".gz" else content
            assert b"dba" not in content


def test_more_triples_than_virtuoso_takes_at_once_arrive(
    virtuoso_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    folder = numbered(range(12_000))
    (report,) = push(folder, virtuoso_server.graphs, Options(graph=graph_iri), credentials=dba)
    assert (report.counted, report.agrees) == (12_000, True)
    numbered(range(3000, 13_000))
    (changed,) = push(folder, virtuoso_server.graphs, Options(graph=graph_iri), credentials=dba)
    assert (changed.sent, changed.removed, changed.counted) == (1000, 3000, 10_000)


@pytest.mark.parametrize("address", ["graphs", "updates"])
@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_break_out_of_their_literal(
    ox_server: Store, tmp_path: Path, address: str, words: list[str]
) -> None:
    words = [
        *words,
        "\\u0022 } ; DROP ALL #",
        "\\\\u0022",
        '" . <http://x> <http://y> "',
        "\\",
        "\\U00000022",
    ]
    graph = "https://test.example/words"
    triples = [
        ox.Triple(ox.NamedNode(f"http://w/{number}"), ox.NamedNode("http://p"), ox.Literal(text))
        for number, text in enumerate(words)
    ]
    (tmp_path / "graph.ttl").write_bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"")
    push(tmp_path, getattr(ox_server, address), Options(graph=graph, replace=True))
    assert {(s, o) for s, _, o in stored(ox_server, graph)} == {
        (f"http://w/{n}", w) for n, w in enumerate(words)
    }


def test_hostile_words_arrive_in_virtuoso_as_they_are(
    virtuoso_server: Store, tmp_path: Path, graph_iri: str
) -> None:
    words = [
        "\\u0022 } ; DROP ALL #",
        'it\'s "quoted" \\ and \\\\',
        "línea\nnueva\ttab",
        "שלום 🔥",
        "?? :a $b",
    ]
    triples = [
        ox.Triple(ox.NamedNode(f"http://w/{number}"), ox.NamedNode("http://p"), ox.Literal(text))
        for number, text in enumerate(words)
    ]
    (tmp_path / "graph.ttl").write_bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"")
    for address in ("graphs", "updates"):
        push(
            tmp_path,
            getattr(virtuoso_server, address),
            Options(graph=graph_iri, replace=True),
            credentials=dba,
        )
        assert {value for *_, value in stored(virtuoso_server, graph_iri)} == set(words), address


def test_named_graphs_and_blank_nodes_keep_their_shape(
    ox_server: Store, tmp_path: Path, graph_iri: str
) -> None:
    other = f"{graph_iri}/other"
    (tmp_path / "graph.trig").write_text(
        f'<http://a> <http://p> [ <http://q> "inner" ] . <{other}> {{ <http://b> <http://p> "there" }}'
    )
    for _ in range(2):
        reports = push(tmp_path / "graph.trig", ox_server.graphs, Options(graph=graph_iri))
    assert [(report.graph, report.counted, report.sent) for report in reports] == [
        (graph_iri, 2, 0),
        (other, 1, 0),
    ]
    rows = ox_server.ask(f"SELECT ?v {{ GRAPH <{graph_iri}> {{ <http://a> <http://p>/<http://q> ?v }} }}")
    assert [row["v"]["value"] for row in rows] == ["inner"]


@pytest.mark.parametrize(
    ("url", "graph", "message"),
    [
        ("http://dba:dba@localhost/store", "", "does not belong into an address"),
        ("localhost:7878", "", "is no address"),
        ("file:///etc/passwd", "", "is no address"),
        ("http://localhost/store?graph=x", "", "leave out"),
        ("http://localhost/store", "a> } ; DROP ALL #", "takes an IRI"),
    ],
)
def test_addresses_that_make_no_sense_are_refused(
    numbered: Callable[..., Path], url: str, graph: str, message: str
) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        push(numbered(range(1)), url, Options(graph=graph))
    assert "dba:dba" not in str(caught.value)
