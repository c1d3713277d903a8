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
    """Cut a text into windows.

    Args:
        sizes: How many wordpieces each word has, at least 1 and well under ``window``.
        window: Wordpieces of a window at most.
        overlap: Wordpieces that two neighbours share, about.

    Returns:
        Windows whose ``first``..``last`` follow each other and cover every word once.
    """
    if not sizes:
        return []
    ends = list(accumulate(sizes))
    total = ends[-1]
    if total <= window:
        return [Window(0, len(sizes), 0, len(sizes))]
    # A word that straddles an edge may cost its length: leave room for the longest.
    usable = window - overlap - 2 * max(sizes)
    if usable < 1:
        raise ValueError(f"a word of {max(sizes)} wordpieces does not fit a window of {window}")
    count = -(-(total - overlap) // usable)
    step = (total - overlap) / count
    edges = [
        0,
        *(_word_at(ends, round(overlap / 2 + number * step)) for number in range(1, count)),
        len(sizes),
    ]
    found = []
    for first, last in pairwise(edges):
        begin, finish = (ends[first - 1] if first else 0), ends[last - 1]
        start = _word_at(ends, max(0, begin - overlap // 2)) if first else 0
        end = min(len(sizes), _word_at(ends, min(total - 1, finish + overlap // 2)))
        found.append(Window(start, len(sizes) if last == len(sizes) else max(end, last), first, last))
    return found


def _word_at(ends: Sequence[int], piece: int) -> int:
    """The word that a wordpiece belongs to."""
    return bisect_right(ends, piece)
