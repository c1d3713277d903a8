"""TriG: Turtle in named graphs, one for each article, so that an article can be replaced on its own."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from kg.export.content import Content
from kg.export.named_graphs import quads

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write every triple in exactly one named graph; the default graph stays empty."""
    import pyoxigraph as ox

    written = ox.serialize(quads(content), format=ox.RdfFormat.TRIG, prefixes=content.prefixes) or b""
    lines = written.splitlines(keepends=True)
    # pyoxigraph's order of the prefixes changes from run to run
    head = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix"), lines))
    path.write_bytes(b"".join(sorted(lines[:head]) + lines[head:]))
