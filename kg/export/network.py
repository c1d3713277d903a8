"""The graph as nodes and edges with properties, for the tools of network analysis and property graphs.

Nodes are entities, events, articles, claims, figures and comparisons; edges are asserted facts, and who says,
cites or concerns what. A proposition that someone merely claims is no edge: it stands in words on its claim.
Labels and relations are local names of the vocabulary, never words of an article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kg.export.records import Records
from kg.vocabulary import KG, label

__all__ = [
    "EDGE_COLUMNS",
    "NODE_COLUMNS",
    "Edge",
    "Node",
    "Value",
    "day",
    "given",
    "quote",
    "relation_label",
]

Value: TypeAlias = str | int | float | date | tuple[str, ...]

NODE_COLUMNS = {
    "name": "string",
    "kind": "string",
    "subtype": "string",
    "aliases": "string[]",
    "positions": "string[]",
    "mentions": "long",
    "articles": "long",
    "latitude": "double",
    "longitude": "double",
    "status": "string",
    "edtf": "string",
    "earliest": "date",
    "latest": "date",
    "published": "date",
    "language": "string",
    "file": "string",
    "url": "string",
    "text": "string",
    "cue": "string",
    "cueType": "string",
    "quoteType": "string",
    "quoted": "string[]",
    "polarity": "string",
    "certainty": "string",
    "temporality": "string",
    "states": "string[]",
    "measure": "string",
    "modifier": "string",
    "value": "double",
    "minimum": "double",
    "maximum": "double",
    "scope": "string[]",
    "verdict": "string",
    "confidence": "double",
    "quote": "string",
    "quoteArticle": "string",
}
"""Property of a node -> its type, in the order in which columns stand."""

EDGE_COLUMNS = {
    "status": "string",
    "since": "date",
    "until": "date",
    "confidence": "double",
    "articles": "long",
    "quote": "string",
    "quoteArticle": "string",
    "statement": "string",
    "evidence": "string[]",
}
"""Property of an edge -> its type. articles: how many report it. quote: the first sentence behind it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its IRI, its classes with the general one first, and the properties that it has."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from ``source`` to ``target``; the three names tell it from all others."""

    source: str
    relation: str
    target: str
    properties: dict[str, Value]


def relation_label(relation: str) -> str:
    """The words for a relation.

    >>> relation_label("leaderOf"), relation_label("mentions")
    ('leader of', 'mentions')
    """
    return label(KG + relation) if relation not in _OTHERS else _OTHERS[relation]


_OTHERS = {
    "author": "written by",
    "appearance": "appears in",
    "hasPlace": "took place in",
    "mentions": "mentions",
    "publisher": "published by",
}
"""Relations of other vocabularies, with their words."""


def given(**properties: Value | None) -> dict[str, Value]:
    """Properties without those that are missing."""
    return {name: value for name, value in properties.items() if value not in (None, "", ())}


def day(text: str) -> date | None:
    """A day of a record as a date."""
    return date.fromisoformat(text) if text else None


def quote(records: Records, evidence: tuple[str, ...]) -> dict[str, Value]:
    """The first sentence, and the title of its article."""
    if not evidence:
        return {}
    sentence = records.sentences[evidence[0]]
    return {"quote": sentence.text, "quoteArticle": records.name(sentence.article)}
