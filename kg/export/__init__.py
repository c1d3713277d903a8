"""The graph -> files. Every format reads only the RDF; one module a format, :mod:`registry` lists them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SettingsError

if TYPE_CHECKING:
    from kg.export.content import Content

__all__ = ["export"]


def export(content: Content, to: str, target: Path) -> None:
    """Write a graph in one format: whole or not at all, what was there before is replaced.

    Args:
        content: the graph.
        to: a name of :data:`kg.export.registry.FORMATS`.
        target: the file; for a format of several files the folder. Other files in that folder stay.

    Raises:
        SettingsError: no such format, a library for it is missing, or the target cannot be written.
        GraphError: the format cannot hold the graph.
    """
    from kg.export.registry import FORMATS

    if to not in FORMATS:
        raise SettingsError(f"no format {to!r}; there are {', '.join(FORMATS)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as scratch:
            made = Path(scratch) / target.name
            FORMATS[to].write(content, made)
            _put(made, target)
    except OSError as error:
        raise SettingsError(f"cannot write {target}: {error.strerror or error}") from error


def _put(made: Path, target: Path) -> None:
    """Gives a file, or each file of a folder, its own name."""
    if not made.is_dir():
        os.replace(made, target)
        return
    target.mkdir(exist_ok=True)
    for file in sorted(made.iterdir()):
        os.replace(file, target / file.name)
