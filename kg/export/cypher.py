r"""The network as a Cypher script for Neo4j and its kin: run it again, and nothing is doubled.

Words of articles stand in double-quoted strings and nowhere else; labels and types are of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from pathlib import Path

from kg.export.content import Content
from kg.export.csv_files import relationship_type
from kg.export.edges import edges
from kg.export.network import Edge, Node, Value
from kg.export.nodes import nodes

__all__ = ["literal", "write"]

_CHUNK = 500
"""Rows a statement: enough to be fast, few enough for the memory of a small server."""

_CONSTRAINT = "CREATE CONSTRAINT newskg_iri IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE;\n"
_ESCAPED = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)


def write(content: Content, path: Path) -> None:
    """Write the constraint, then the nodes and the relationships in chunks, one statement each."""
    found = sorted(nodes(content.records), key=lambda node: (node.labels, node.id))
    ties = sorted(edges(content.records), key=lambda edge: (edge.relation, edge.source, edge.target))
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(_CONSTRAINT)
        for labels, group in groupby(found, key=lambda node: node.labels):
            stream.writelines(_statement(rows, _merge_node(labels)) for rows in _chunks(map(_node, group)))
        for relation, kin in groupby(ties, key=lambda edge: edge.relation):
            stream.writelines(_statement(rows, _merge_edge(relation)) for rows in _chunks(map(_edge, kin)))


def literal(value: Value) -> str:
    r"""A value in Cypher. Invisible characters and all that change the direction of text stand escaped.

    >>> print(literal('say "hi"\n'), literal(("a", "b")), literal(0.5))
    "say \"hi\"\n" ["a", "b"] 0.5
    """
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, date):
        return f'date("{value.isoformat()}")'
    if isinstance(value, int | float):
        return repr(value)
    # Some versions of Neo4j read \uXXXX before they read strings, also after a backslash that is escaped
    escaped = value.translate(_ESCAPED).replace("\\\\u", '\\\\" + "u')
    return f'"{_INVISIBLE.sub(_code, escaped)}"'


def _code(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _merge_node(labels: Iterable[str]) -> str:
    return f"MERGE (n:Resource {{iri: row.iri}}) SET n:{':'.join(labels)}, n += row.properties"


def _merge_edge(relation: str) -> str:
    return (
        "MATCH (a:Resource {iri: row.source}) MATCH (b:Resource {iri: row.target}) "
        f"MERGE (a)-[r:{relationship_type(relation)}]->(b) SET r += row.properties"
    )


def _statement(rows: list[str], action: str) -> str:
    lines = ",\n".join(rows)
    return f"UNWIND [\n{lines}\n] AS row\n{action};\n"


def _chunks(rows: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _node(node: Node) -> str:
    return f"{{iri: {literal(node.id)}, properties: {_map(node.properties)}}}"


def _edge(edge: Edge) -> str:
    return (
        f"{{source: {literal(edge.source)}, target: {literal(edge.target)}, "
        f"properties: {_map(edge.properties)}}}"
    )


def _map(properties: dict[str, Value]) -> str:
    return f"{{{', '.join(f'{name}: {literal(value)}' for name, value in properties.items())}}}"
