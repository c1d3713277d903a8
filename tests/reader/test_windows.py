"""Windows cover every word once, with context, and are no more than it takes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.windows import OVERLAP, WINDOW, cut

SIZES = st.lists(st.integers(1, 6) | st.integers(1, 24), max_size=700)


@settings(deadline=None)
@given(SIZES)
def test_every_word_is_taken_once_and_read_with_context(sizes: list[int]) -> None:
    windows = cut(sizes)
    assert [place for one in windows for place in range(one.first, one.last)] == list(range(len(sizes)))
    for one in windows:
        assert one.start <= one.first < one.last <= one.end
        assert sum(sizes[one.start : one.end]) <= WINDOW
        before, after = sum(sizes[one.start : one.first]), sum(sizes[one.last : one.end])
        assert one.start == 0 or before >= OVERLAP // 2
        assert one.end == len(sizes) or after > OVERLAP // 2 - max(sizes)


@settings(deadline=None)
@given(SIZES)
def test_windows_are_few_and_nearly_equal(sizes: list[int]) -> None:
    windows = cut(sizes)
    least = -(-(sum(sizes) - OVERLAP) // (WINDOW - OVERLAP))
    longest = max(sizes, default=0)
    assert len(windows) <= max(1, least * (WINDOW - OVERLAP) // (WINDOW - OVERLAP - 2 * longest) + 1)
    read = [sum(sizes[one.start : one.end]) for one in windows]
    assert all(abs(one - other) <= OVERLAP + 4 * longest for one, other in pairwise(read))


def test_one_web_address_costs_no_window() -> None:
    plain = [1] * 2_000
    assert len(cut([*plain, 24])) <= len(cut(plain)) + 1


def test_a_word_that_fits_no_window_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        cut([1] * 250 + [120])
