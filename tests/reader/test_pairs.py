"""Candidate pairs: fast, and the same numbers as the definition gives; trained weights depend on them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.pairs import FEATURES, GROUPS, PairFinder, find_pairs, group_features, group_rows, head_of
from tests.reader.plain_pairs import plain_pairs

WORDS = (
    "the a this that of in he she it they his Iran Iran's minister President Ayatollah Khamenei , ( . "
    "'s ' government forces Tehran one two people killed who said"
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[list[str], list[tuple[int, int]], list[int]]:
    """Words with mentions over them; a seed draws them, for hypothesis is slow at long lists."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size, mentions = draw(st.integers(1, 60)), draw(st.integers(0, 80))
    size *= draw(st.sampled_from([1, 8]))
    words = [
        str(word) for word in random.choice([*WORDS.split(), *(f"w{n}" for n in range(size // 9))], size)
    ]
    starts = random.integers(0, size, mentions * draw(st.sampled_from([1, 5])))
    ends = np.minimum(size, starts + random.choice([1, 1, 2, 3, 5, 12], len(starts)))
    spans = sorted(
        set(zip(starts.tolist(), ends.tolist(), strict=True)), key=lambda span: (span[0], -span[1])
    )
    return words, spans, np.cumsum(random.random(size) < draw(st.sampled_from([0.02, 0.4]))).tolist()


@settings(max_examples=40, deadline=None)
@given(texts())
def test_pairs_and_features_are_as_defined(text: tuple[list[str], list[tuple[int, int]], list[int]]) -> None:
    found = find_pairs(*text)
    rows = zip(found.later.tolist(), found.earlier.tolist(), found.features.tolist(), strict=True)
    assert list(rows) == plain_pairs(*text)


@settings(max_examples=40, deadline=None)
@given(texts(), st.integers(1, 90))
def test_parts_make_the_whole(text: tuple[list[str], list[tuple[int, int]], list[int]], step: int) -> None:
    finder = PairFinder(*text)
    parts = [finder.pairs(first, min(first + step, len(text[1]))) for first in range(0, len(text[1]), step)]
    whole = find_pairs(*text)
    for name in ("later", "earlier", "features"):
        joined = [row for part in parts for row in getattr(part, name).tolist()]
        assert joined == getattr(whole, name).tolist()


@settings(max_examples=40, deadline=None)
@given(texts())
def test_grouped_features_add_up_to_the_same(
    text: tuple[list[str], list[tuple[int, int]], list[int]],
) -> None:
    features = find_pairs(*text).features
    values = np.random.default_rng(1).integers(-1000, 1000, FEATURES)
    tables = [values[rows].sum(1) for rows in group_rows()]
    grouped = group_features(features)
    summed = sum(tables[number][grouped[:, number]] for number in range(len(GROUPS)))
    assert np.array_equal(summed, values[features].sum(1))


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the leader of the group", "leader"),
        ("Iran 's government", "government"),
        ("the country 's", "country"),
        ("a minister , who left", "minister"),
        ("of course", "course"),
        ("’s", "’s"),
    ],
)
def test_heads_of_phrases(phrase: str, head: str) -> None:
    words = phrase.split()
    assert words[head_of(words, 0, len(words))] == head
