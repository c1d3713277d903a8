"""N-Quads: RDF in named graphs, one quad a line."""

from __future__ import annotations

from pathlib import Path

from kg.export.content import Content
from kg.export.named_graphs import quads

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write the same named graphs as in TriG, one quad a line."""
    import pyoxigraph as ox

    ox.serialize(quads(content), output=str(path), format=ox.RdfFormat.N_QUADS)
