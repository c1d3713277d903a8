"""A graph as lines of N-Triples, each once and sorted: what is sent, counted and compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.store import graph_file

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["DEFAULT_GRAPH", "Lines", "for_update", "read_lines"]

Lines = tuple[bytes, ...]
DEFAULT_GRAPH = ""
"""Stands for the default graph where a graph's IRI is expected."""

_GENID = ".well-known/genid/"
# A pair of backslashes is one backslash; SPARQL, unlike N-Triples, undoes \uXXXX before it reads strings,
# and not every store heeds the pair.
_ESCAPED = re.compile(rb"\\\\([uU])|\\.")
_LETTERS = {b"u": rb"\\\u0075", b"U": rb"\\\u0055"}


def read_lines(path: str | Path, base: str) -> dict[str, Lines]:
    """The lines of each graph in a file, by the graph's IRI.

    Args:
        path: a file that :func:`kg.store.load_store` reads, or a folder with graph.ttl.
        base: for the names of blank nodes, which could not be sent in parts otherwise (RDF 1.1, section
            3.5: skolemization).

    Raises:
        GraphError: if the file is not there, of an unknown kind, or does not parse.
    """
    import pyoxigraph as ox

    source = graph_file(path)
    form = ox.RdfFormat.from_extension(source.suffix.lstrip(".").lower())
    if form is None:
        raise GraphError(
            f"{source}: {source.suffix or 'no'} ending; .ttl .nt .nq .trig .rdf .jsonld can be read"
        )
    try:
        dataset = ox.Dataset(ox.parse(path=str(source), format=form))
    except SyntaxError as error:
        raise GraphError(f"{source}, line {error.lineno}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{source}: {error}") from error
    return _by_graph(_named(dataset, base))


def for_update(line: bytes) -> bytes:
    r"""A line as it may stand in SPARQL.

    >>> for_update(rb'<a:a> <a:b> "\\u0022" .')
    b'<a:a> <a:b> "\\\\\\u00750022" .'
    """
    return _ESCAPED.sub(lambda found: _LETTERS[found[1]] if found[1] else found[0], line)


def _named(dataset: ox.Dataset, base: str) -> list[ox.Quad]:
    """The quads, blank nodes replaced by names that depend on the graph alone."""
    import pyoxigraph as ox

    quads = list(dataset)
    if not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad):
        return quads
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)

    def name(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph) -> object:
        return ox.NamedNode(f"{base}{_GENID}{term.value}") if isinstance(term, ox.BlankNode) else term

    return [ox.Quad(*map(name, quad)) for quad in dataset]  # type: ignore[arg-type]


def _by_graph(quads: list[ox.Quad]) -> dict[str, Lines]:
    import pyoxigraph as ox

    graphs: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        graph = quad.graph_name
        name = graph.value if isinstance(graph, ox.NamedNode) else DEFAULT_GRAPH
        graphs.setdefault(name, []).append(quad.triple)
    return {name: _lines(graphs[name]) for name in sorted(graphs)}


def _lines(triples: list[ox.Triple]) -> Lines:
    import pyoxigraph as ox

    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return tuple(sorted({line for line in written.split(b"\n") if line}))
