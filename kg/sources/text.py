"""Plain text: one article a file."""

from __future__ import annotations

from kg.sources.lines import split_lines
from kg.sources.regions import Layout, mark_regions

__all__ = ["mark_text"]


def mark_text(text: str) -> Layout:
    """The parts of an article in plain text."""
    return mark_regions(text, split_lines(text))
