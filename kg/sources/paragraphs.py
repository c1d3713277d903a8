"""What no other finder took: the text itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Span
from kg.sources.lines import Line

__all__ = ["find_paragraphs"]


def find_paragraphs(lines: Sequence[Line], kinds: Mapping[int, str]) -> list[Span]:
    """Each line that has no kind yet."""
    return [Span(line.start, line.end) for index, line in enumerate(lines) if index not in kinds]
