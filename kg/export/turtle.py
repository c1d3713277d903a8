"""Turtle by pyoxigraph: sorted input gives the same bytes on every run."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import takewhile

from pyoxigraph import RdfFormat, Triple, serialize

from kg.vocabulary import prefixes

__all__ = ["to_turtle"]


def to_turtle(triples: Sequence[Triple], base: str) -> bytes:
    """Serialize triples in the order given.

    Args:
        triples: sorted, so that a subject's triples are one block.
        base: start of all IRIs of the data.
    """
    stream = BytesIO()
    serialize(triples, stream, format=RdfFormat.TURTLE, prefixes=prefixes(base))
    # pyoxigraph writes the prefixes first, but in an order that changes from run to run
    lines = stream.getvalue().splitlines(keepends=True)
    head = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix"), lines))
    return b"".join(sorted(lines[:head]) + lines[head:])
