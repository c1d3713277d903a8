"""Where sentences start: what the network says, with limits that hold whatever it says."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["LONGEST_SENTENCE", "sentence_starts"]

LONGEST_SENTENCE = 200
"""Words of a sentence at most: the parse takes memory by the square of its length."""

_MARGIN = 20
"""Words that a cut leaves on both sides, so that a text without any sign of a start is not cut to crumbs."""


def sentence_starts(logits: NDArray[np.float32], forced: NDArray[np.int64]) -> NDArray[np.int64]:
    """Choose the first words of the sentences.

    Args:
        logits: How surely a sentence starts with each word, [words]; over 0: it does.
        forced: Numbers of words that start a sentence whatever the network says; word 0 is one always.

    Returns:
        Numbers of first words, rising; no two farther apart than :data:`LONGEST_SENTENCE`.
    """
    if not len(logits):
        return np.zeros(0, dtype=np.int64)
    begins = logits > 0
    begins[forced] = begins[0] = True
    edges = [*np.flatnonzero(begins).tolist(), len(logits)]
    found: list[int] = []
    for start, end in pairwise(edges):
        found.extend(_pieces(logits, start, end))
    return np.array(found, dtype=np.int64)


def _pieces(logits: NDArray[np.float32], start: int, end: int) -> list[int]:
    """Starts within a sentence: it is cut at its likeliest start until every piece is short enough."""
    found: list[int] = []
    waiting = [(start, end)]
    while waiting:
        start, end = waiting.pop()
        if end - start <= LONGEST_SENTENCE:
            found.append(start)
            continue
        cut = start + _MARGIN + int(logits[start + _MARGIN : end - _MARGIN].argmax())
        waiting += [(cut, end), (start, cut)]
    return found
