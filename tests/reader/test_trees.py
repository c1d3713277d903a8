"""Decoding of heads: always a tree with one root, and the best one."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.reader.trees import best_tree, is_tree

SCORES = st.integers(1, 7).flatmap(
    lambda size: arrays(np.float32, (size, size + 1), elements=st.floats(-20, 20, width=32))
)
TIES = st.integers(1, 9).flatmap(
    lambda size: arrays(np.float32, (size, size + 1), elements=st.sampled_from([-1.0, 0.0, 2.0]))
)


def total(scores: np.ndarray, heads: np.ndarray) -> float:
    return float(scores[np.arange(len(heads)), heads].astype(float).sum())


def best_by_networkx(scores: np.ndarray) -> float:
    """The best total over all choices of the one root."""
    size = len(scores)
    found = []
    for root in range(size):
        graph = nx.DiGraph()
        graph.add_edge("root", root, weight=float(scores[root, 0]))
        for word in range(size):
            for head in range(size):
                if word not in (head, root):
                    graph.add_edge(head, word, weight=float(scores[word, head + 1]))
        tree = nx.maximum_spanning_arborescence(graph)
        found.append(sum(weight for *_, weight in tree.edges(data="weight")))
    return max(found)


@settings(deadline=None)
@given(SCORES | TIES)
def test_the_best_tree_is_found(scores: np.ndarray) -> None:
    heads = best_tree(scores)
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best_by_networkx(scores), abs=1e-4)


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_it_is_always_a_tree_with_one_root(size: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(size=(size, size + 1)) * draw.choice([0.01, 1, 100])
    heads = best_tree(scores.astype(np.float32))
    assert np.count_nonzero(heads == 0) == 1
    for word in range(size):
        above, steps = word + 1, 0
        while above and steps <= size:
            above, steps = heads[above - 1], steps + 1
        assert above == 0


def test_best_heads_that_make_a_tree_are_kept() -> None:
    scores = np.full((3, 4), -5.0)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5
    assert best_tree(scores).tolist() == [2, 0, 2]


def test_the_longest_sentence_without_any_sign_of_a_tree() -> None:
    scores = np.zeros((200, 201))
    scores[np.arange(200), np.arange(200)[::-1] + 1] = 9  # pairs of words that are each other's best head
    assert is_tree(best_tree(scores))


@pytest.mark.parametrize(
    ("heads", "tree"),
    [([0], True), ([0, 1], True), ([2, 1], False), ([0, 0], False), ([0, 3, 2], False), ([2, 3, 0], True)],
)
def test_what_a_tree_is(heads: list[int], tree: bool) -> None:
    assert is_tree(np.array(heads)) is tree
