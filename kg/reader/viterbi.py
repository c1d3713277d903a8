"""The best sequence of B/I/O tags that is allowed: I only goes on what B or I of the same label began."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["allowed", "best_tags"]

Ints = NDArray[np.int64]
Floats = NDArray[np.floating]


def best_tags(scores: Floats, starts: Ints) -> Ints:
    """Decode tags.

    Args:
        scores: Log probabilities [words, 1 + 2 * labels] in the order O, then B and I of each label.
        starts: First words of the stretches that no name crosses, rising from 0.

    Returns:
        The tags of the best allowed sequence, [words].
    """
    tags: Ints = scores.argmax(1)
    wrong = ~allowed(tags, starts)
    # A stretch whose best tags are allowed one by one has nothing better; only the others are searched.
    edges = np.append(starts, len(tags))
    for number in np.unique(np.searchsorted(starts, np.flatnonzero(wrong), side="right") - 1).tolist():
        start, end = int(edges[number]), int(edges[number + 1])
        tags[start:end] = _viterbi(scores[start:end])
    return tags


def allowed(tags: Ints, starts: Ints) -> NDArray[np.bool_]:
    """Whether each tag may follow the one before it, [words]."""
    before = np.concatenate([[0], tags[:-1]])
    before[starts] = 0
    inside = (tags > 0) & (tags % 2 == 0)
    follows: NDArray[np.bool_] = ~inside | (before == tags) | (before == tags - 1)
    return follows


def _viterbi(scores: Floats) -> Ints:
    size, kinds = scores.shape
    total = scores[0].astype(np.float64)
    total[2::2] = -np.inf
    back = np.zeros((size, kinds), dtype=np.int64)
    for word in range(1, size):
        best = int(total.argmax())
        back[word] = best
        came = np.full(kinds, total[best])
        begun, within = total[1::2], total[2::2]
        came[2::2] = np.maximum(begun, within)
        back[word, 2::2] = np.where(begun >= within, np.arange(1, kinds, 2), np.arange(2, kinds, 2))
        total = came + scores[word]
    tags = np.empty(size, dtype=np.int64)
    tag = int(total.argmax())
    for word in range(size - 1, -1, -1):
        tags[word] = tag
        tag = int(back[word, tag])
    return tags
