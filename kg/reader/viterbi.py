"""The best sequence of B/I/O tags that is allowed: I only goes on what B or I of the same label began."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["allowed", "best_tags"]

Ints = NDArray[np.int64]
Floats = NDArray[np.floating]

_TOGETHER = 64
"""Stretches that are searched together."""


def best_tags(scores: Floats, starts: Ints) -> Ints:
    """Decode tags.

    Args:
        scores: Log probabilities [words, 1 + 2 * labels] in the order O, then B and I of each label.
        starts: First words of the stretches that no name crosses, rising from 0.

    Returns:
        The tags of the best allowed sequence, [words].
    """
    tags: Ints = scores.argmax(1)
    wrong = np.flatnonzero(~allowed(tags, starts))
    # A stretch whose best tags are allowed one by one has nothing better; only the others are searched.
    stretches = np.unique(np.searchsorted(starts, wrong, side="right") - 1)
    ends = np.append(starts[1:], len(tags))
    for begin in range(0, len(stretches), _TOGETHER):
        some = stretches[begin : begin + _TOGETHER]
        _search(scores, starts[some], ends[some], tags)
    return tags


def allowed(tags: Ints, starts: Ints) -> NDArray[np.bool_]:
    """Whether each tag may follow the one before it, [words]."""
    before = np.concatenate([[0], tags[:-1]])
    before[starts] = 0
    inside = (tags > 0) & (tags % 2 == 0)
    follows: NDArray[np.bool_] = ~inside | (before == tags) | (before == tags - 1)
    return follows


def _search(scores: Floats, starts: Ints, ends: Ints, tags: Ints) -> None:
    """Fill in the best tags of stretches, which are padded with certain O to the length of the longest."""
    padded = np.full((len(starts), int((ends - starts).max()), scores.shape[1]), -np.inf)
    padded[:, :, 0] = 0
    for row, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        padded[row, : end - start] = scores[start:end]
    for found, start, end in zip(_viterbi(padded), starts.tolist(), ends.tolist(), strict=True):
        tags[start:end] = found[: end - start]


def _viterbi(scores: Floats) -> Ints:
    """Best tags [stretches, words] of scores [stretches, words, tags]."""
    rows, size, kinds = scores.shape
    every, begins, insides = np.arange(rows), np.arange(1, kinds, 2), np.arange(2, kinds, 2)
    total = scores[:, 0].copy()
    total[:, insides] = -np.inf
    back = np.empty((size, rows, kinds), dtype=np.int64)
    for word in range(1, size):
        best = total.argmax(1)
        back[word] = best[:, None]
        back[word][:, insides] = np.where(total[:, begins] >= total[:, insides], begins, insides)
        total = np.take_along_axis(total, back[word], 1) + scores[:, word]
    tags = np.empty((rows, size), dtype=np.int64)
    tags[:, -1] = total.argmax(1)
    for word in range(size - 1, 0, -1):
        tags[:, word - 1] = back[word][every, tags[:, word]]
    return tags
