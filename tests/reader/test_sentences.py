"""Sentence starts: what the network says, within limits."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.sentences import LONGEST_SENTENCE, sentence_starts

NONE = np.zeros(0, dtype=np.int64)


def starts_at(size: int, likely: list[int], forced: list[int]) -> list[int]:
    logits = np.full(size, -4.0, dtype=np.float32)
    logits[likely] = 2
    return sentence_starts(logits, np.array(forced, dtype=np.int64)).tolist()


def test_the_network_is_followed() -> None:
    assert starts_at(9, [0, 4, 6], []) == [0, 4, 6]


def test_the_first_word_and_forced_ones_start_sentences() -> None:
    assert starts_at(9, [4], [0, 7]) == [0, 4, 7]


def test_no_words_no_sentences() -> None:
    assert sentence_starts(np.zeros(0, dtype=np.float32), NONE).tolist() == []


def test_a_sentence_of_the_longest_length_stays_whole() -> None:
    assert starts_at(LONGEST_SENTENCE, [], []) == [0]


def test_a_longer_one_is_cut_where_a_start_is_likeliest() -> None:
    logits = np.full(LONGEST_SENTENCE + 50, -4.0, dtype=np.float32)
    logits[70] = -1
    assert sentence_starts(logits, NONE).tolist() == [0, 70]


@settings(deadline=None)
@given(st.integers(1, 1500), st.integers(0, 2**32 - 1), st.floats(-3, 1))
def test_no_sentence_is_too_long(size: int, seed: int, bias: float) -> None:
    logits = (np.random.default_rng(seed).normal(size=size) + bias).astype(np.float32)
    starts = sentence_starts(logits, NONE).tolist()
    assert starts[0] == 0
    assert all(0 < end - start <= LONGEST_SENTENCE for start, end in pairwise([*starts, size]))
    assert set(np.flatnonzero(logits > 0).tolist()) <= set(starts)
