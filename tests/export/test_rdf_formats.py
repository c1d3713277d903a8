"""RDF in all its spellings: what is written comes back triple by triple, in two independent readers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.export import export
from kg.export.content import Content
from kg.export.xml_text import clean
from kg.query import named_queries, run_query
from kg.store import load_store, to_rdflib
from kg.vocabulary import XSD, ontology_dir
from tests.export.exported import EXAMPLES, content, written

FLAT = ("turtle", "ntriples", "jsonld", "rdfxml")
NAMED = ("trig", "nquads")
RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
}


def expected(name: str, to: str) -> set[ox.Triple]:
    """The triples of a graph; in XML with U+FFFD for what XML cannot hold."""
    return (
        {in_xml(triple) for triple in content(name).triples} if to == "rdfxml" else set(content(name).triples)
    )


def in_xml(triple: ox.Triple) -> ox.Triple:
    value = triple.object
    if not isinstance(value, ox.Literal):
        return triple
    words = clean(value.value)
    cleaned = (
        ox.Literal(words, language=value.language)
        if value.language
        else ox.Literal(words, datatype=value.datatype)
    )
    return ox.Triple(triple.subject, triple.predicate, cleaned)


def triples_in(path: Path) -> Counter[ox.Triple]:
    return Counter(ox.Triple(q.subject, q.predicate, q.object) for q in load_store(path))


@pytest.mark.parametrize("to", [*FLAT, *NAMED])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_triple_comes_back_once(name: str, to: str) -> None:
    found = triples_in(written(name, to))
    assert set(found) == expected(name, to)
    assert set(found.values()) == {1}


@pytest.mark.parametrize("to", [*FLAT, *NAMED])
@pytest.mark.parametrize("name", EXAMPLES)
def test_rdflib_reads_the_same(name: str, to: str) -> None:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in expected(name, to))
    graph = rdflib.Dataset(default_union=True).parse(
        str(written(name, to)), format=RDFLIB[to], publicID="https://read.example/"
    )
    assert {triple[:3] for triple in graph.quads()} == set(to_rdflib(store))


@pytest.mark.parametrize("name", ["protests", "dispute"])
def test_turtle_is_byte_for_byte_what_was_built(name: str) -> None:
    assert written(name, "turtle").read_bytes() == (ontology_dir() / "examples" / f"{name}.ttl").read_bytes()


def test_a_built_graph_comes_out_byte_for_byte(demo_build: Path, tmp_path: Path) -> None:
    export(Content(load_store(demo_build)), "turtle", tmp_path / "again.ttl")
    assert (tmp_path / "again.ttl").read_bytes() == (demo_build / "graph.ttl").read_bytes()


@pytest.mark.parametrize("name", ["protests", "dispute"])
def test_every_triple_is_in_one_named_graph_and_none_in_the_default_graph(name: str) -> None:
    store = load_store(written(name, "trig"))
    assert not list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert len(store) == len(content(name).triples)
    graphs = {graph.value for graph in store.named_graphs()}
    base = "https://kg.example/graph/"
    articles = {article.rpartition("/")[2] for article in content(name).records.articles}
    parts = {"entities", "facts"} | ({"comparisons"} if name == "dispute" else set())
    assert graphs == {base + part for part in articles | parts}


def test_what_an_article_says_is_in_its_graph_and_what_all_share_is_not() -> None:
    store = load_store(written("dispute", "trig"))
    home: dict[str, set[str]] = {}
    for quad in store:
        kind = quad.subject.value.split("/")[3]
        home.setdefault(kind, set()).add(quad.graph_name.value.rpartition("/")[2])
    articles = {iri.rpartition("/")[2] for iri in content("dispute").records.articles}
    for kind in ("article", "segment", "claim", "quantity"):
        assert home[kind] <= articles
    assert home["statement"] == {"facts"}
    assert home["comparison"] == {"comparisons"}
    assert home["entity"] == home["event"] == {"entities", "facts"}


@pytest.mark.parametrize("to", NAMED)
@pytest.mark.parametrize("name", ["protests", "dispute"])
def test_all_questions_are_answered_alike_over_the_union_of_the_graphs(name: str, to: str) -> None:
    plain, parted = load_store(written(name, "turtle")), load_store(written(name, to))
    questions = named_queries()
    assert len(questions) >= 25
    for question in questions:
        assert run_query(parted, question.text).rows == run_query(plain, question.text).rows, question.name


def test_an_article_of_another_base_is_its_own_graph(tmp_path: Path) -> None:
    store = ox.Store()
    article = ox.NamedNode("https://elsewhere.example/2031/fire")
    store.add(ox.Quad(article, TYPE, ox.NamedNode("https://schema.org/NewsArticle")))
    export(Content(store), "nquads", tmp_path / "g.nq")
    (quad,) = load_store(tmp_path / "g.nq")
    assert quad.graph_name == article


TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def test_jsonld_has_its_context_inside_and_short_names() -> None:
    whole = json.loads(written("dispute", "jsonld").read_text("utf-8"))
    nodes = {node["id"]: node for node in whole["@graph"]}
    comparison = next(node for node in nodes.values() if node["type"] == "kg:Comparison")
    assert comparison["verdict"].startswith("kg:")
    assert comparison["comparedClaim"] in nodes
    place = nodes["ent:cuenca"]
    assert place["type"] == ["schema:City", "schema:Place"]
    assert (place["mentionCount"], place["latitude"]) == (1, "-2.8974")
    assert isinstance(whole["@context"], dict)


def test_jsonld_may_stand_in_a_web_page() -> None:
    assert b"<" not in written("hostile", "jsonld").read_bytes()


def test_jsonld_refuses_an_iri_that_a_reader_would_take_for_a_short_name(tmp_path: Path) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("kg:trap"), TYPE, ox.NamedNode("https://schema.org/Person")))
    with pytest.raises(GraphError, match="kg:trap"):
        export(Content(store), "jsonld", tmp_path / "g.jsonld")
    assert list(tmp_path.iterdir()) == []


def test_a_base_of_its_own_is_followed(tmp_path: Path) -> None:
    text = (
        written("dispute", "turtle")
        .read_text("utf-8")
        .replace("https://kg.example/", "https://my.example/kg/")
    )
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    export(Content(store), "jsonld", tmp_path / "g.jsonld")
    export(Content(store), "trig", tmp_path / "g.trig")
    context = json.loads((tmp_path / "g.jsonld").read_text("utf-8"))["@context"]
    assert context["ent"] == "https://my.example/kg/entity/"
    assert set(triples_in(tmp_path / "g.jsonld")) == set(Content(store).triples)
    graphs = {graph.value for graph in load_store(tmp_path / "g.trig").named_graphs()}
    assert graphs > {"https://my.example/kg/graph/entities", "https://my.example/kg/graph/facts"}
    assert all(graph.startswith("https://my.example/kg/graph/") for graph in graphs)


LITERALS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40).map(ox.Literal),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20).map(
        lambda words: ox.Literal(words, language="fa")
    ),
    st.integers().map(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(f"{XSD}integer"))),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-999, max_value=999).map(
        lambda n: ox.Literal(str(n), datatype=ox.NamedNode(f"{XSD}decimal"))
    ),
    st.booleans().map(lambda b: ox.Literal(str(b).lower(), datatype=ox.NamedNode(f"{XSD}boolean"))),
    st.dates().map(lambda d: ox.Literal(d.isoformat(), datatype=ox.NamedNode(f"{XSD}date"))),
)
PROPERTIES = st.sampled_from(
    [
        "https://schema.org/name",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "https://schema.org/value",
        "https://w3id.org/newskg/ns#confidence",
        "https://w3id.org/newskg/ns#asserted",
        "https://w3id.org/newskg/ns#speaker",
        "https://schema.org/datePublished",
        "https://other.example/terms#free",
    ]
).map(ox.NamedNode)
NODES = st.sampled_from("abc").map(lambda name: ox.NamedNode(f"https://kg.example/entity/{name}"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(ox.Quad, NODES, PROPERTIES, st.one_of(LITERALS, NODES)), max_size=12))
def test_any_literal_of_any_property_survives(
    tmp_path_factory: pytest.TempPathFactory, quads: list[ox.Quad]
) -> None:
    store = ox.Store()
    store.extend(quads)
    ready = Content(store)
    folder = tmp_path_factory.mktemp("any")
    for to in ("turtle", "ntriples", "jsonld", "trig", "nquads"):
        export(ready, to, folder / f"g{RDFLIB_ENDINGS[to]}")
        assert set(triples_in(folder / f"g{RDFLIB_ENDINGS[to]}")) == set(ready.triples)
    export(ready, "rdfxml", folder / "g.rdf")
    assert set(triples_in(folder / "g.rdf")) == {in_xml(triple) for triple in ready.triples}


RDFLIB_ENDINGS = {"turtle": ".ttl", "ntriples": ".nt", "jsonld": ".jsonld", "trig": ".trig", "nquads": ".nq"}
