"""Dependency trees out of scores: the best head of each word, or else the best tree with one root.

The maximum spanning arborescence is found by Chu & Liu 1965 and Edmonds 1967 on the whole matrix of scores;
that it has one root is forced by a price on roots (Zmigrod et al. 2020 discuss the constraint).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tree", "is_tree"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def best_tree(scores: NDArray[np.floating]) -> Ints:
    """Find the best tree over the words of a sentence.

    Args:
        scores: How well head h fits word w, [words, 1 + words]; column 0 is the root, column 1 + k word k.

    Returns:
        Heads, [words]: 0 for the one root, 1 + k for word k; always a tree.
    """
    size = len(scores)
    with_root = np.zeros((size + 1, size + 1), dtype=np.float64)
    with_root[1:] = scores
    np.fill_diagonal(with_root, -np.inf)
    heads: Ints = with_root[1:].argmax(1)
    if is_tree(heads):
        return heads
    finite = with_root[1:][np.isfinite(with_root[1:])]
    with_root[1:, 0] -= (size + 1) * (finite.max() - finite.min() + 1)
    best: Ints = _arborescence(with_root)[1:]
    return best


def is_tree(heads: Ints) -> bool:
    """Whether heads, 0 for a root and 1 + k for word k, make a tree with one root.

    >>> is_tree(np.array([2, 0, 2])), is_tree(np.array([2, 1, 0])), is_tree(np.array([0, 0]))
    (True, False, False)
    """
    if np.count_nonzero(heads == 0) != 1:
        return False
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return not up.any()


def _arborescence(scores: Floats) -> Ints:
    """Heads of the best arborescence; scores[w, h], node 0 is the root and its own head."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    last = len(outer)  # the cycle as one node
    smaller = np.full((last + 1, last + 1), -np.inf)
    smaller[:last, :last] = scores[np.ix_(outer, outer)]
    from_cycle = scores[np.ix_(outer, cycle)]
    smaller[:last, last] = from_cycle.max(1)
    into_cycle = scores[np.ix_(cycle, outer)] - scores[cycle, heads[cycle]][:, None]
    smaller[last, :last] = into_cycle.max(0)
    found = _arborescence(smaller)
    entry = found[last]
    heads[outer] = np.where(
        found[:last] == last, cycle[from_cycle.argmax(1)], outer[np.minimum(found[:last], last - 1)]
    )
    heads[cycle[into_cycle[:, entry].argmax()]] = outer[entry]
    heads[0] = 0
    return heads


def _cycle(heads: Ints) -> Ints | None:
    """Nodes of a cycle, rising; None where every node leads to the root."""
    up = heads
    for _ in range(len(heads).bit_length()):
        up = up[up]
    lost = np.flatnonzero(up)
    if not len(lost):
        return None
    node = int(up[lost[0]])  # so far up that it lies on the cycle
    found = [node]
    while (node := int(heads[node])) != found[0]:
        found.append(node)
    return np.array(sorted(found), dtype=np.int64)
