"""The network as a NetworkX graph, which writes the XML formats of network tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.content import Content
from kg.export.edges import edges
from kg.export.network import Value, relation_label
from kg.export.nodes import nodes
from kg.export.xml_text import clean

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["SEPARATOR", "to_networkx"]

SEPARATOR = " | "
"""Stands between the values of a list: the XML formats have none that the tools read."""


def to_networkx(content: Content) -> nx.MultiDiGraph:
    """Nodes by IRI with ``label`` and ``kind``; edges with ``label``, ``relation`` and ``weight``.

    The weight of an edge is the number of articles that report it, at least 1. Edges have the keys "e1", "e2"
    and so on.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in nodes(content.records):
        properties = {name: _plain(value) for name, value in node.properties.items() if name != "name"}
        name = _plain(node.properties.get("name", ""))
        graph.add_node(node.id, label=name or node.id, **properties)
    for number, edge in enumerate(edges(content.records), start=1):
        graph.add_edge(
            edge.source,
            edge.target,
            key=f"e{number}",
            label=relation_label(edge.relation),
            relation=edge.relation,
            weight=float(max(1, int(str(edge.properties.get("articles", 1))))),
            **{name: _plain(value) for name, value in edge.properties.items()},
        )
    return graph


def _plain(value: Value) -> str | int | float:
    """A value that XML holds; line ends become the one that XML readers make of all of them."""
    if isinstance(value, int | float):
        return value
    text = SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    return clean(text).replace("\r\n", "\n").replace("\r", "\n")
