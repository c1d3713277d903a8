"""Words and sentences of raw texts, and the words that offsets mean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.training.texts.tokens import positions, tokenize


def sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    borders = [*tokens.starts, len(tokens.words)]
    return [" ".join(tokens.words[a:b]) for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained .", "We left ."]),
        ("A headline\n\nThen the text.", ["A headline", "Then the text ."]),
        ("A headline\nThen the text.", ["A headline", "Then the text ."]),
        ("A line that was\nwrapped.", ["A line that was wrapped ."]),
        ("\n\n Late start. ", ["Late start ."]),
        ("Mr. Sample of the U.S. left.", ["Mr. Sample of the U.S. left ."]),
    ],
)
def test_sentences_end_at_stops_and_paragraphs(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_invisible_signs_are_no_words() -> None:
    assert tokenize("Rain\u00a0\ufeff fell \u00ad .").words == ["Rain", "fell", "."]


def test_an_empty_text_has_no_words() -> None:
    assert tokenize(" \n ").words == []


@given(st.text(alphabet="aB .,\n\u00a0”“'\u200b-1", max_size=60))
def test_words_stand_at_their_offsets_and_sentences_rise_from_the_first(text: str) -> None:
    tokens = tokenize(text)
    assert [text[a:b] for a, b in tokens.offsets] == tokens.words
    assert tokens.starts == sorted(set(tokens.starts))
    assert tokens.starts[:1] == [0] * bool(tokens.words)
    assert all(start < len(tokens.words) for start in tokens.starts)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Ann", ["Ann"]),
        ("nn said", ["Ann", "said"]),
        ("“We left”", ["“", "We", "left", "”"]),
        (" : ", [":"]),
        ("said ", ["said"]),
        ("p", ["p.m."]),
        (". “", ["“"]),
    ],
)
def test_a_word_belongs_to_a_span_by_more_than_the_punctuation_at_its_edge(
    part: str, expected: list[str]
) -> None:
    text = "At 3 p.m. “We left” is what Ann said : nothing else"
    tokens = tokenize(text)
    first = text.index(part)
    found = positions(tokens, [(first, first + len(part))])
    assert [tokens.words[index] for index in found] == expected


def test_spans_in_any_order_give_rising_positions() -> None:
    tokens = tokenize("one two three four")
    assert positions(tokens, [[8, 13], [0, 3], [0, 2]]) == (0, 2)
    assert positions(tokens, []) == ()
