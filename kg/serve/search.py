"""Finds nodes by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.page.labels import term_label
from kg.export.reader import GraphReader
from kg.query.lookup import fold
from kg.serve.links import Value, local_path, name_of
from kg.vocabulary import KG, NIF, RDF, RDFS, SCHEMA

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Hit", "find_names"]

SHOWN = 60
_NAMING = (f"{SCHEMA}name", f"{SCHEMA}alternateName", f"{RDFS}label")
_PASSING = {f"{KG}Claim", f"{KG}NarratorClaim", f"{NIF}Sentence", f"{NIF}Paragraph", f"{RDF}Statement"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A node whose name holds the words. matched: the name that does, where it is not the shown one."""

    node: Value
    kind: str
    matched: str
    mentions: int


def find_names(store: ox.Store, base: str, words: str) -> list[Hit]:
    """Names that hold the words, whatever their case and accents: equal ones first, then the most mentioned.

    Claims are found by the table of claims, and are left out here.
    """
    import pyoxigraph as ox

    wanted = fold(words)
    if not wanted:
        return []
    matched: dict[str, str] = {}
    for predicate in _NAMING:
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, None):
            node, name = quad.subject, quad.object
            if not (isinstance(node, ox.NamedNode) and isinstance(name, ox.Literal)):
                continue
            if wanted in fold(name.value):
                matched.setdefault(node.value, name.value)
    reader = GraphReader(store)
    hits = [
        (iri, name) for iri, name in matched.items() if not _PASSING & set(reader.iris(iri, f"{RDF}type"))
    ]
    ranked = sorted(hits, key=lambda hit: (fold(hit[1]) != wanted, -_mentions(reader, hit[0]), hit[0]))
    return [_hit(reader, base, iri, name) for iri, name in ranked[:SHOWN]]


def _mentions(reader: GraphReader, iri: str) -> int:
    return int(reader.number(iri, f"{KG}mentionCount") or 0)


def _hit(reader: GraphReader, base: str, iri: str, name: str) -> Hit:
    shown = name_of(reader, iri)
    kinds = [kind for kind in reader.iris(iri, f"{RDF}type") if kind not in (f"{KG}Event", f"{NIF}Context")]
    return Hit(
        node=Value(shown, local_path(base, iri)),
        kind=term_label(kinds[0]) if kinds else "",
        matched=name if name != shown else "",
        mentions=_mentions(reader, iri),
    )
