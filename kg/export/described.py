"""One subject of a graph with its values, asked for by the prefixed names of their properties."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache

from kg.export.reader import GraphReader
from kg.vocabulary import KG, NAMESPACES, curie

__all__ = ["Described", "short_name"]

_LARGEST = 2**63 - 1
"""What the integers of databases hold."""


class Described:
    """Values of one subject; what is missing, or is not of the kind asked for, is "", () or None."""

    def __init__(self, reader: GraphReader, iri: str) -> None:
        self.iri = iri
        self._reader = reader

    def text(self, name: str) -> str:
        """The words of a literal; of several, English and untagged ones first."""
        return self._reader.text(self.iri, _iri(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """The words of all literals, each once."""
        return tuple(self._reader.texts(self.iri, _iri(name)))

    def link(self, name: str) -> str:
        """The first IRI among the values."""
        return self._reader.iri(self.iri, _iri(name))

    def links(self, name: str) -> tuple[str, ...]:
        """The IRIs among the values, sorted."""
        return tuple(self._reader.iris(self.iri, _iri(name)))

    def listed(self, name: str) -> str:
        """Local name of a value of a closed list: "AtLeast"."""
        return short_name(self.link(name))

    def number(self, name: str) -> float | None:
        """A finite number."""
        value = self._reader.number(self.iri, _iri(name))
        return value if value is not None and math.isfinite(value) else None

    def count(self, name: str) -> int | None:
        """A whole number that fits into 64 bits."""
        try:
            value = int(self.text(name))
        except ValueError:
            return None
        return value if abs(value) <= _LARGEST else None

    def day(self, name: str) -> str:
        """A day of the calendar in ISO 8601, without what follows it."""
        found = self.text(name)[:10]
        try:
            return date.fromisoformat(found).isoformat()
        except ValueError:
            return ""


@lru_cache(maxsize=256)
def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local


@lru_cache(maxsize=1024)
def short_name(iri: str) -> str:
    """A term as tables show it: the local name of ours, others with their prefix.

    >>> short_name("https://w3id.org/newskg/ns#leaderOf"), short_name("https://schema.org/about")
    ('leaderOf', 'schema:about')
    """
    return iri.removeprefix(KG) if iri.startswith(KG) else curie(iri)
