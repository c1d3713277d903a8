"""The network as CSV: two files for neo4j-admin, two for Gephi; all of them safe to open in a spreadsheet.

``nodes.csv`` and ``relationships.csv`` have typed headers (``iri:ID``, ``:LABEL``, ``confidence:double``).
``gephi-nodes.csv`` and ``gephi-edges.csv`` have the columns that Gephi looks for (``Id``, ``Label``;
``Source``, ``Target``, ``Type``, ``Weight``).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.export.content import Content
from kg.export.edges import edges
from kg.export.network import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node, Value, relation_label
from kg.export.networkx_graph import SEPARATOR
from kg.export.nodes import nodes

__all__ = ["ARRAY_DELIMITER", "guarded", "relationship_type", "write"]

ARRAY_DELIMITER = "\x1f"
"""U+001F, between the values of a list for neo4j-admin: names may hold semicolons, its default."""

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GEPHI = [name for name in NODE_COLUMNS if name != "name"]


def write(content: Content, path: Path) -> None:
    """Write the four files into a new folder."""
    path.mkdir()
    found = list(nodes(content.records))
    ties = list(edges(content.records))
    node_head = ["iri:ID", *(f"{name}:{kind}" for name, kind in NODE_COLUMNS.items()), ":LABEL"]
    edge_head = [":START_ID", *(f"{name}:{kind}" for name, kind in EDGE_COLUMNS.items()), ":END_ID", ":TYPE"]
    _write(path / "nodes.csv", node_head, map(_neo4j_node, found))
    _write(path / "relationships.csv", edge_head, map(_neo4j_edge, ties))
    _write(path / "gephi-nodes.csv", ["Id", "Label", *_GEPHI], map(_gephi_node, found))
    head = ["Id", "Source", "Target", "Type", "Label", "Weight", "relation", *EDGE_COLUMNS]
    _write(path / "gephi-edges.csv", head, _gephi_edges(ties))


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before what looks like one.

    To undo it, take the first apostrophe away where apostrophes and then one of ``= + - @`` (of the usual or
    of full width), a tab or a line end begin the text.

    >>> print(guarded("=1+1"), guarded("'=1"), guarded("a = b"))
    '=1+1 ''=1 a = b
    """
    return f"'{text}" if _FORMULA.match(text) else text


def relationship_type(relation: str) -> str:
    """A relation as property graphs name types.

    >>> relationship_type("leaderOf")
    'LEADER_OF'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", relation).upper()


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(head)
        writer.writerows(rows)


def _cells(properties: dict[str, Value], names: Iterable[str], delimiter: str) -> Iterator[str]:
    for name in names:
        value = properties.get(name, "")
        if isinstance(value, int | float):
            yield str(value)
        elif isinstance(value, tuple):
            yield guarded(delimiter.join(part.replace(delimiter, "\ufffd") for part in value))
        else:
            yield guarded(str(value))


def _neo4j_node(node: Node) -> list[str]:
    return [
        node.id,
        *_cells(node.properties, NODE_COLUMNS, ARRAY_DELIMITER),
        ARRAY_DELIMITER.join(("Resource", *node.labels)),
    ]


def _neo4j_edge(edge: Edge) -> list[str]:
    cells = _cells(edge.properties, EDGE_COLUMNS, ARRAY_DELIMITER)
    return [edge.source, *cells, edge.target, relationship_type(edge.relation)]


def _gephi_node(node: Node) -> list[str]:
    label = guarded(str(node.properties.get("name", node.id)))
    return [node.id, label, *_cells(node.properties, _GEPHI, SEPARATOR)]


def _gephi_edges(ties: list[Edge]) -> Iterator[list[str]]:
    for number, edge in enumerate(ties, start=1):
        weight = str(max(1, int(str(edge.properties.get("articles", 1)))))
        ends = [f"e{number}", edge.source, edge.target, "Directed", relation_label(edge.relation), weight]
        yield [*ends, edge.relation, *_cells(edge.properties, EDGE_COLUMNS, SEPARATOR)]
