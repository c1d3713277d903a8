"""A graph as the formats need it; each part is made once, when a format first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.export.records import Records
from kg.store import base_of
from kg.vocabulary import prefixes

if TYPE_CHECKING:
    from pyoxigraph import Store, Triple

__all__ = ["Content"]


class Content:
    """What there is to write.

    Args:
        store: any graph that follows the ontology; named graphs are taken as one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def base(self) -> str:
        """Start of the IRIs of all data, ends in a slash."""
        return base_of(self._store)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Prefix -> namespace."""
        return prefixes(self.base)

    @cached_property
    def triples(self) -> list[Triple]:
        """All triples, each once: by subject, its types first, then by predicate and object."""
        from pyoxigraph import Triple

        found = {Triple(quad.subject, quad.predicate, quad.object) for quad in self._store}
        return sorted(found, key=_order)

    @cached_property
    def records(self) -> Records:
        """Entities, facts, claims and their evidence as plain values."""
        from kg.export.reading import read_records

        return read_records(self._store)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """The order in which ``kg build`` writes, so that its Turtle comes out byte by byte."""
    predicate = str(triple.predicate)
    return str(triple.subject), not predicate.endswith("#type>"), predicate, str(triple.object)
