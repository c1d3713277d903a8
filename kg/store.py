"""Reads RDF files: into pyoxigraph for our own use, and into rdflib for users.

pyoxigraph parses (about ten times as fast as rdflib); ``load`` hands the triples over to rdflib's memory
store without parsing twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.vocabulary import DEFAULT_BASE, KG, NAMESPACES, prefixes

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib
    from rdflib.graph import _TripleType
    from rdflib.term import Node

__all__ = ["GRAPH_FILE", "base_of", "graph_file", "load", "load_store", "to_rdflib", "to_turtle"]

GRAPH_FILE = "graph.ttl"
"""What a folder that ``kg build`` wrote holds."""

_ENTITY_FOLDER = "entity/"


def graph_file(path: str | Path) -> Path:
    """The RDF file that a path means: itself, or graph.ttl in a folder.

    Raises:
        GraphError: if it is not there.
    """
    path = Path(path)
    found = path / GRAPH_FILE if path.is_dir() else path
    if found.is_file():
        return found
    hint = f"; has `kg build -o {path}` run?" if path.is_dir() else ""
    raise GraphError(f"{found}: no such file{hint}")


def load_store(path: str | Path) -> ox.Store:
    """Read a graph into a pyoxigraph store.

    Args:
        path: a Turtle, N-Triples, N-Quads, TriG, RDF/XML, N3 or JSON-LD file, told by its ending, or a
            folder that holds graph.ttl.

    Raises:
        GraphError: if the file is not there, of an unknown kind, or does not parse; names file and line.
    """
    import pyoxigraph as ox

    found = graph_file(path)
    form = ox.RdfFormat.from_extension(found.suffix.lstrip(".").lower())
    if form is None:
        raise GraphError(
            f"{found}: {found.suffix or 'no'} ending; .ttl .nt .nq .trig .rdf .jsonld can be read"
        )
    store = ox.Store()
    try:
        store.load(path=str(found), format=form)
    except SyntaxError as error:
        where = f"{found}, line {error.lineno}" if error.lineno else str(found)
        raise GraphError(f"{where}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{found}: {error}") from error
    return store


def load(path: str | Path) -> rdflib.Graph:
    """Read a graph into rdflib, prefixes bound; an :class:`rdflib.Dataset` if the file has named graphs.

    Args:
        path: as for :func:`load_store`. A Dataset's default graph is the union of its graphs.

    Raises:
        GraphError: as for :func:`load_store`.
    """
    return to_rdflib(load_store(path))


def to_rdflib(store: ox.Store) -> rdflib.Graph:
    """The same triples in rdflib, prefixes bound; a Dataset if there are named graphs."""
    import pyoxigraph as ox
    import rdflib

    named = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    graph: rdflib.Graph = rdflib.Dataset(default_union=True) if named else rdflib.Graph()
    for prefix, namespace in prefixes(base_of(store)).items():
        graph.bind(prefix, namespace, replace=True)
    hand_over = _Converter()
    parts: list[tuple[rdflib.Graph, ox.NamedNode | ox.DefaultGraph]] = [
        (graph.default_graph if isinstance(graph, rdflib.Dataset) else graph, ox.DefaultGraph())
    ]
    if isinstance(graph, rdflib.Dataset):
        parts += [(graph.graph(rdflib.URIRef(iri)), ox.NamedNode(iri)) for iri in named]
    for target, source in parts:
        add = target.store.add
        for quad in store.quads_for_pattern(None, None, None, source):
            add(hand_over.triple(quad), target, quoted=False)
    return graph


def base_of(store: ox.Store) -> str:
    """The base IRI of a graph, read off the IRI of an entity or article; the default where there is none.

    IRIs are ``{base}{folder}{name}``; the folder of the first node of a class that we write tells the base.
    """
    import pyoxigraph as ox

    a = ox.NamedNode(f"{NAMESPACES['rdf']}type")
    kinds = [f"{NAMESPACES['schema']}{name}" for name in ("NewsArticle", "Person", "Organization", "Place")]
    kinds += [f"{KG}{name}" for name in ("Claim", "Event", "Group", "AnonymousSource")]
    for kind in kinds:
        for quad in store.quads_for_pattern(None, a, ox.NamedNode(kind), None):
            base = _base_of_iri(quad.subject.value) if isinstance(quad.subject, ox.NamedNode) else ""
            if base:
                return base
    return DEFAULT_BASE


def _base_of_iri(iri: str) -> str:
    folders: Iterable[str] = (_ENTITY_FOLDER, "article/", "claim/", "event/")
    for folder in folders:
        before, found, name = iri.rpartition(f"/{folder}")
        if found and name and "/" not in name:
            return before + "/"
    return ""


class _Converter:
    """pyoxigraph terms as rdflib terms, each made once."""

    def __init__(self) -> None:
        self._made: dict[object, Node] = {}

    def triple(self, quad: ox.Quad) -> _TripleType:
        return self.term(quad.subject), self.term(quad.predicate), self.term(quad.object)

    def term(self, term: object) -> Node:
        made = self._made.get(term)
        if made is None:
            made = self._made[term] = _as_rdflib(term)
        return made


def _as_rdflib(term: object) -> Node:
    import pyoxigraph as ox
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == f"{NAMESPACES['xsd']}string":
            return rdflib.Literal(term.value)
        # the lexical form as written: `1` stays `1`, `0.90` stays `0.90`
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    raise GraphError("the graph holds an RDF 1.2 triple term; rdflib knows RDF 1.1 only")


def to_turtle(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> bytes:
    """Turtle, the prefixes first and sorted, then the triples in the order given.

    pyoxigraph writes the prefixes first too, but in an order that changes from run to run.

    Args:
        triples: sorted, so that a subject's triples are one block.
        prefixes: prefix -> namespace.
    """
    import pyoxigraph as ox

    written = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes)) or b""
    lines = written.splitlines(keepends=True)
    head = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix"), lines))
    return b"".join(sorted(lines[:head]) + lines[head:])
