"""Turtle: RDF for people to read and for every store to load; what ``kg build`` writes."""

from __future__ import annotations

from pathlib import Path

from kg.export.content import Content
from kg.store import to_turtle

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write the graph sorted, with prefixes: a built graph comes out byte by byte."""
    path.write_bytes(to_turtle(content.triples, content.prefixes))
