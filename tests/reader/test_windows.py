"""Windows cover every word once, with context, are few, and meet between sentences where they can."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.windows import OVERLAP, PARAGRAPH, SENTENCE, WINDOW, cut, sentence_borders

SIZES = st.lists(st.integers(1, 6) | st.integers(1, 24), max_size=700)
BORDERS = st.lists(st.sampled_from((0, 0, 0, 0, 0, 0, SENTENCE, PARAGRAPH)), min_size=700, max_size=700)


@settings(deadline=None)
@given(SIZES, BORDERS)
def test_every_word_is_taken_once_and_read_with_context(sizes: list[int], borders: list[int]) -> None:
    windows = cut(sizes, borders[: len(sizes)])
    assert [place for one in windows for place in range(one.first, one.last)] == list(range(len(sizes)))
    for one in windows:
        assert one.start <= one.first < one.last <= one.end
        assert sum(sizes[one.start : one.end]) <= WINDOW
        before, after = sum(sizes[one.start : one.first]), sum(sizes[one.last : one.end])
        assert one.start == 0 or before >= OVERLAP // 2
        assert one.end == len(sizes) or after > OVERLAP // 2 - max(sizes)


@settings(deadline=None)
@given(SIZES)
def test_windows_are_few(sizes: list[int]) -> None:
    least = -(-(sum(sizes) - OVERLAP) // (WINDOW - OVERLAP))
    longest = max(sizes, default=0)
    assert len(cut(sizes)) <= max(1, least * (WINDOW - OVERLAP) // (WINDOW - OVERLAP - 2 * longest) + 2)


def test_windows_are_nearly_equal_where_nothing_begins() -> None:
    read = [one.last - one.first for one in cut([1] * 1_100)]
    assert max(read) - min(read) <= OVERLAP


def test_windows_meet_where_sentences_begin_and_best_where_paragraphs_do() -> None:
    sizes = [1] * 1_000
    borders = [SENTENCE if place % 30 == 0 else 0 for place in range(1_000)]
    inner = [one.first for one in cut(sizes, borders)[1:]]
    assert inner
    assert all(borders[place] == SENTENCE for place in inner)
    for place in (150, 345, 540, 735):
        borders[place] = PARAGRAPH
    assert {150, 345, 540} <= {one.first for one in cut(sizes, borders)}


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("He left . She stayed .", ["She"]),
        ('" He left . " She said so .', ["She"]),
        ("He left . ) And then ? No !", ["And", "No"]),
        ("It rose by 3 . 5 percent .", ["5"]),
        ("The U.S. army left", []),
        ("He left . . . or so", []),
        ("What ? asked he", []),
    ],
)
def test_sentences_are_guessed_by_stops_and_capitals(text: str, starts: list[str]) -> None:
    words = text.split()
    assert [words[place] for place, kind in enumerate(sentence_borders(words, ())) if kind] == starts


def test_paragraphs_count_more_than_sentences() -> None:
    assert sentence_borders(["A", ".", "B"], [0, 2]) == [PARAGRAPH, 0, PARAGRAPH]


def test_one_web_address_costs_no_window() -> None:
    plain = [1] * 2_000
    assert len(cut([*plain, 24])) <= len(cut(plain)) + 1


def test_a_word_that_fits_no_window_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        cut([1] * 250 + [120])
