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
    """Heads of the best arborescence; scores[w, h], node 0 is the root and its own head.

    Grows a path upwards by the best arcs; a cycle becomes one node, whose arcs into the cycle are scored by
    what they gain over the arc that they would replace (after Gabow et al. 1986, on dense rows).
    """
    forest = _Forest(scores)
    finished = {0}
    for start in range(1, len(scores)):
        path: list[int] = []
        node = int(forest.owner[start])
        while node not in finished:
            if node in path:
                place = path.index(node)
                node = forest.contract(path[place:])
                del path[place:]
            path.append(node)
            node = forest.above(node)
        finished.update(path)
    return forest.heads()


class _Forest:
    """Nodes of the graph, and those that cycles have become; a node's row has its scores from every word."""

    def __init__(self, scores: Floats) -> None:
        self.size = size = len(scores)
        self.count = size
        self.rows = np.empty((2 * size, size))
        self.rows[:size] = scores
        self.enters = np.empty((2 * size, size), dtype=np.int64)
        self.enters[:size] = np.arange(size)[:, None]
        self.owner = np.arange(size)
        self.chosen = np.zeros(2 * size, dtype=np.int64)
        self.parents = np.full(2 * size, -1)

    def above(self, node: int) -> int:
        """Choose a node's best arc, and give the node that it comes from."""
        head = self.rows[node].argmax()
        self.chosen[node] = head
        return int(self.owner[head])

    def contract(self, cycle: list[int]) -> int:
        """Make a node out of a cycle."""
        new = self.count
        self.count += 1
        gains = self.rows[cycle] - self.rows[cycle, self.chosen[cycle]][:, None]
        best, columns = gains.argmax(0), np.arange(self.size)
        self.rows[new] = gains[best, columns]
        self.enters[new] = self.enters[np.array(cycle)[best], columns]
        self.parents[cycle] = new
        inside = self.parents[self.owner] == new
        self.owner[inside] = new
        self.rows[new, inside] = -np.inf
        return new

    def heads(self) -> Ints:
        """Undo the contractions: an arc into a cycle replaces the one within it to the same word."""
        heads = np.zeros(self.size, dtype=np.int64)
        replaced: set[int] = set()
        for node in range(self.count - 1, 0, -1):
            if node in replaced:
                continue
            word = int(self.enters[node][self.chosen[node]])
            heads[word] = self.chosen[node]
            inner = word
            while inner != node:
                replaced.add(inner)
                inner = int(self.parents[inner])
        return heads
