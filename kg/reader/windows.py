"""Cutting a long text into windows that the encoder reads one by one.

The windows of a text are of nearly equal length and overlap by :data:`OVERLAP` wordpieces; a word is taken
from the window in whose middle it stands, so that it is always read with context on both sides. Where they
can, windows meet between sentences, paragraphs best: who says a thing and what is said are then read
together, which a cut in the middle of a sentence prevents.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

__all__ = ["OVERLAP", "PARAGRAPH", "SENTENCE", "WINDOW", "Window", "cut", "sentence_borders"]

WINDOW = 254
"""Wordpieces of a window at most, without the two special pieces."""

OVERLAP = 48
"""Wordpieces that two neighbours share."""

SENTENCE, PARAGRAPH = 1, 2
"""What may begin at a word, beside 0 for neither."""

_WORTH = (0.0, 1.0, 1.4)
"""How far to go out of the way, in windows, for a border that begins nothing, a sentence, a paragraph."""

_SHORTEST = 0.55
"""Share of its equal part that a window takes at least."""

_STOPS = frozenset(".?!…")
_CLOSERS = frozenset("\"')]}”’»") | {"''"}


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` are read; of them ``first`` to ``last`` are taken (ends exclusive)."""

    start: int
    end: int
    first: int
    last: int


def sentence_borders(words: Sequence[str], paragraphs: Sequence[int]) -> list[int]:
    """Guess what begins at each word, before anything is parsed.

    Args:
        words: A text's words.
        paragraphs: Numbers of the words that begin a paragraph.

    Returns:
        0, :data:`SENTENCE` or :data:`PARAGRAPH` for each word.
    """
    borders = [0] * len(words)
    ended = False
    for place, word in enumerate(words):
        if ended and word not in _CLOSERS and word not in _STOPS and not word.islower():
            borders[place] = SENTENCE
        ended = word in _STOPS or (ended and word in _CLOSERS)
    for place in paragraphs:
        borders[place] = PARAGRAPH
    return borders


def cut(
    sizes: Sequence[int], borders: Sequence[int] = (), window: int = WINDOW, overlap: int = OVERLAP
) -> list[Window]:
    """Cut a text into about as few windows as it takes.

    Args:
        sizes: How many wordpieces each word has, at least 1 and well under ``window``.
        borders: What begins at each word, as :func:`sentence_borders` gives it; none known: nothing.
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
    # A word that straddles an edge may cost its length; with room for the longest at both edges all fit.
    if ends[-1] > window and window - overlap - 2 * max(sizes) < 1:
        raise ValueError(f"a word of {max(sizes)} wordpieces does not fit a window of {window}")
    found: list[Window] = []
    first = 0
    while first < len(sizes):
        start = _word_at(ends, max(0, ends[first] - overlap // 2)) if first else 0
        if ends[-1] - ends[start] <= window:
            found.append(Window(start, len(sizes), first, len(sizes)))
            break
        last = _next_border(ends, borders, first, ends[start] + window - overlap // 2)
        found.append(Window(start, max(_word_at(ends, ends[last] + overlap // 2), last), first, last))
        first = last
    return found


def _next_border(ends: Sequence[int], borders: Sequence[int], first: int, limit: int) -> int:
    """The word before which the window that takes from ``first`` stops; ends: wordpieces before each word.

    Args:
        ends: Wordpieces before each word, and all of them.
        borders: What begins at each word.
        first: The window's first word to be taken.
        limit: Wordpieces before the border at most.
    """
    furthest = bisect_right(ends, limit) - 1
    left = ends[-1] - ends[first]
    step = left / -(-left // (ends[furthest] - ends[first]))
    nearest = max(first + 1, bisect_left(ends, ends[first] + _SHORTEST * step))
    goal = ends[first] + step

    def worth(word: int) -> tuple[float, int]:
        return _WORTH[borders[word] if borders else 0] - abs(ends[word] - goal) / step, -word

    return max(range(min(nearest, furthest), furthest + 1), key=worth)


def _word_at(ends: Sequence[int], piece: int) -> int:
    """The word that a wordpiece belongs to."""
    return bisect_right(ends, piece) - 1
