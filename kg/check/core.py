"""SHACL core: every node for itself, by pyshacl."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.check.finding import Finding
from kg.store import to_rdflib
from kg.vocabulary import ontology_dir

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib
    from rdflib.term import Node

__all__ = ["check_shapes"]

_SH = "http://www.w3.org/ns/shacl#"


def check_shapes(store: ox.Store) -> Iterator[Finding]:
    """Check the nodes of a graph against shapes-core.ttl.

    Args:
        store: the graph together with the vocabulary, which holds the closed lists of values.
    """
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(ontology_dir() / "shapes-core.ttl", format="turtle")
    data = to_rdflib(store)
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", do_owl_imports=False)
    if not conforms:
        yield from _findings(report, shapes)


def _findings(report: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Finding]:
    from rdflib import RDF, URIRef

    for result in report.subjects(RDF.type, URIRef(f"{_SH}ValidationResult")):
        about = {
            name: report.value(result, URIRef(_SH + name))
            for name in ("focusNode", "resultPath", "value", "resultMessage", "resultSeverity", "sourceShape")
        }
        yield Finding(
            node=_written(about["focusNode"]),
            path=_written(about["resultPath"]),
            value=about["value"].n3() if about["value"] is not None else "",
            message=str(about["resultMessage"] or ""),
            severity=str(about["resultSeverity"] or "").removeprefix(_SH).lower() or "violation",
            rule=_shape_name(about["sourceShape"], shapes),
        )


def _written(node: Node | None) -> str:
    import rdflib

    if node is None:
        return ""
    return node.n3() if isinstance(node, rdflib.BNode) else str(node)


def _shape_name(shape: Node | None, shapes: rdflib.Graph) -> str:
    """Local name of the shape with an IRI to which this one, which may be a part of it, belongs."""
    import rdflib

    while isinstance(shape, rdflib.BNode):
        shape = next(shapes.subjects(None, shape), None)
    return str(shape or "").rpartition("#")[2]
