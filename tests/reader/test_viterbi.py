"""Decoding of names: the best sequence among the allowed ones."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.viterbi import best_tags


def legal(tags: tuple[int, ...], starts: list[int]) -> bool:
    before = 0
    for place, tag in enumerate(tags):
        if place in starts:
            before = 0
        if tag and tag % 2 == 0 and before not in (tag, tag - 1):
            return False
        before = tag
    return True


@st.composite
def problems(draw: st.DrawFn, longest: int, labels: int) -> tuple[np.ndarray, list[int]]:
    size = draw(st.integers(1, longest))
    seed = draw(st.integers(0, 2**32 - 1))
    scores = np.random.default_rng(seed).normal(size=(size, 1 + 2 * labels)) * draw(
        st.sampled_from([0.1, 3.0])
    )
    starts = sorted({0, *draw(st.lists(st.integers(0, size - 1)))})
    return scores, starts


@settings(deadline=None)
@given(problems(5, 2))
def test_the_best_allowed_sequence_is_found(problem: tuple[np.ndarray, list[int]]) -> None:
    scores, starts = problem
    tags = best_tags(scores, np.array(starts))
    rows = range(len(scores))
    best = max(
        sum(scores[row, tag] for row, tag in zip(rows, tags, strict=True))
        for tags in product(range(scores.shape[1]), repeat=len(scores))
        if legal(tags, starts)
    )
    assert np.isclose(sum(scores[row, tag] for row, tag in zip(rows, tags, strict=True)), best)


@settings(deadline=None)
@given(problems(60, 8))
def test_no_sequence_is_illegal(problem: tuple[np.ndarray, list[int]]) -> None:
    scores, starts = problem
    assert legal(tuple(best_tags(scores, np.array(starts)).tolist()), starts)
