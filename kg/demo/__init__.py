"""The bundled example articles: six short pieces of our own, so that every command has something to read."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

__all__ = ["articles"]


def articles() -> Path:
    """The folder that holds the example articles; what they are is told in its ``README``.

    >>> sorted(path.name for path in articles().glob("*.txt"))[0]
    'analysis-counts.txt'
    """
    return Path(str(resources.files("kg.demo"))) / "articles"
