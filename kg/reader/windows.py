"""Cutting a long text into windows that the encoder reads one by one.

The windows of a text are of nearly equal length and overlap by :data:`OVERLAP` wordpieces; a word is taken
from the window in whose middle it stands, so that it is always read with context on both sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

__all__ = ["OVERLAP", "WINDOW", "Window", "cut"]

WINDOW = 254
"""Wordpieces of a window at most, without the two special pieces."""

OVERLAP = 48
"""Wordpieces that two neighbours share."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` are read; of them ``first`` to ``last`` are taken (ends exclusive)."""

    start: int
    end: int
    first: int
    last: int


def cut(sizes: Sequence[int], window: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Cut a text into as few windows as it takes.

    Args:
        sizes: How many wordpieces each word has, at least 1 and well under ``window``.
        window: Wordpieces of a window at most.
        overlap: Wordpieces that two neighbours share, about.

    Returns:
        Windows whose ``first``..``last`` follow each other and cover every word once.

    Raises:
        ValueError: A word does not fit a window beside what windows share.
    """
    if not sizes:
        return []
    ends = [0, *accumulate(sizes)]
    if ends[-1] <= window:
        return [Window(0, len(sizes), 0, len(sizes))]
    shared = ends[-1] - overlap
    # A word that straddles an edge may cost its length; with room for the longest at both edges all fit.
    surely = window - overlap - 2 * max(sizes)
    if surely < 1:
        raise ValueError(f"a word of {max(sizes)} wordpieces does not fit a window of {window}")
    for count in range(-(-shared // (window - overlap)), -(-shared // surely)):
        found = _equal(ends, count, overlap)
        if all(ends[one.end] - ends[one.start] <= window for one in found):
            return found
    return _equal(ends, -(-shared // surely), overlap)


def _equal(ends: Sequence[int], count: int, overlap: int) -> list[Window]:
    """Cut into so many windows; ``ends`` counts the wordpieces before each word, and all of them."""
    total, words = ends[-1], len(ends) - 1
    step = (total - overlap) / count
    inner = [_word_at(ends, round(overlap / 2 + number * step)) for number in range(1, count)]
    found = []
    for first, last in pairwise([0, *inner, words]):
        start = _word_at(ends, max(0, ends[first] - overlap // 2)) if first else 0
        end = _word_at(ends, min(total - 1, ends[last] + overlap // 2))
        found.append(Window(start, words if last == words else max(end, last), first, last))
    return found


def _word_at(ends: Sequence[int], piece: int) -> int:
    """The word that a wordpiece belongs to."""
    return bisect_right(ends, piece) - 1
