"""Reading RDF files, for ourselves and for users of rdflib."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.store import base_of, load, load_store
from kg.vocabulary import DEFAULT_BASE, ontology_dir

EXAMPLE = ontology_dir() / "examples" / "protests.ttl"


def test_rdflib_gets_the_same_graph_as_if_it_had_parsed_it() -> None:
    graph = load(EXAMPLE)
    assert type(graph) is rdflib.Graph
    assert isomorphic(graph, rdflib.Graph().parse(EXAMPLE))
    assert dict(graph.namespaces())["evt"] == rdflib.URIRef("https://kg.example/event/")


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("nq", ox.RdfFormat.N_QUADS),
        ("trig", ox.RdfFormat.TRIG),
        ("rdf", ox.RdfFormat.RDF_XML),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_each_format_is_read_by_its_ending(tmp_path: Path, ending: str, form: ox.RdfFormat) -> None:
    store = load_store(EXAMPLE)
    path = tmp_path / f"graph.{ending}"
    only = None if form.supports_datasets else ox.DefaultGraph()
    store.dump(str(path), format=form, from_graph=only)
    assert set(load_store(path)) == set(store)
    assert len(load(path)) == len(store)


def test_named_graphs_make_a_dataset_whose_default_is_their_union(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    path.write_text('<http://a> <http://b> "1" . <http://g> { <http://a> <http://b> "2" }')
    data = load(path)
    assert isinstance(data, rdflib.Dataset)
    assert {str(o) for o in data.objects(rdflib.URIRef("http://a"))} == {"1", "2"}


def test_a_folder_means_its_graph(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> 1 .")
    assert len(load_store(tmp_path)) == 1
    assert len(load(str(tmp_path))) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.ttl", "@prefix a: <http://a/> .\n\na:b a:c ;; d .\n", r"graph\.ttl, line 3: "),
        ("graph.nt", "<http://a> <http://b> <c> .\n", r"graph\.nt, line 1: "),
        ("graph.jsonld", "{", r"graph\.jsonld"),
        ("graph.rdf", "<html>", r"graph\.rdf"),
        ("graph.docx", "x", r"graph\.docx: .*ending"),
        ("graph", "x", "ending"),
        ("graph.ttl", b"\xff\xfe", r"graph\.ttl"),
        ("graph.ttl", '<http://a> <http://b> <<( <http://s> <http://p> "o" )>> .', "RDF 1.1"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(GraphError, match=message):
        load(path)


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"nothing\.ttl: no such file"):
        load_store(tmp_path / "nothing.ttl")
    with pytest.raises(GraphError, match="kg build"):
        load_store(tmp_path)


@pytest.mark.parametrize(
    ("iri", "base"),
    [
        ("https://kg.example/entity/x", "https://kg.example/"),
        ("http://a.test/b/c/entity/x", "http://a.test/b/c/"),
        ("http://a.test/entity/entity/x", "http://a.test/entity/"),
        ("http://a.test/person/x", DEFAULT_BASE),
    ],
)
def test_the_base_is_read_off_the_nodes(iri: str, base: str) -> None:
    store = ox.Store()
    kind = ox.NamedNode("https://schema.org/Person")
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store.add(ox.Quad(ox.NamedNode(iri), a, kind))
    assert base_of(store) == base


def test_literals_keep_their_form_in_rdflib(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    xsd = "http://www.w3.org/2001/XMLSchema#"
    path.write_text(
        f'<http://a> <http://b> "007"^^<{xsd}integer> .\n<http://a> <http://b> "x"@en-gb .\n'
        f'<http://a> <http://b> "2019-11-31"^^<{xsd}date> .\n<http://a> <http://b> "plain\\n" .\n'
    )
    parsed = {(str(o), o.language, o.datatype) for o in load(path).objects()}  # type: ignore[attr-defined]
    assert ("x", "en-gb", None) in parsed
    assert ("plain\n", None, None) in parsed
    assert ("2019-11-31", None, rdflib.XSD.date) in parsed
