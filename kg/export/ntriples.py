"""N-Triples: RDF, one triple a line, to load fast and to compare line by line."""

from __future__ import annotations

from pathlib import Path

from kg.export.content import Content

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write one triple a line, in the order of the Turtle."""
    import pyoxigraph as ox

    ox.serialize(content.triples, output=str(path), format=ox.RdfFormat.N_TRIPLES)
