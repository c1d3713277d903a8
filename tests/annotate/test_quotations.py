from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.claims.quotations import find_quotations
from kg.model import Span


def paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for block in text.split("\n\n"):
        if block.strip():
            start = text.index(block, at)
            spans.append(Span(start, start + len(block)))
        at += len(block) + 2
    return spans


def inner(text: str) -> list[list[str]]:
    return [
        [span.of(text) for span in quotation.inner] for quotation in find_quotations(text, paragraphs(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "stop" twice.', [["stop"]]),
        ("He said “stop” and “go”.", [["stop"], ["go"]]),
        ('"The port is shut," she said. "Nobody may enter."', [["The port is shut,"], ["Nobody may enter."]]),
        ("“He told me ‘run’ and I ran,” she said.", [["He told me ‘run’ and I ran,"]]),
        ("Mayor: 'No new taxes' this year", [["No new taxes"]]),
        ("The nurses' union called it 'the workers' last stand' on Friday.", [["the workers' last stand"]]),
        ("It's the driver's fault, isn't it?", []),
        ("Music of the '90s and rock 'n' roll", []),
        ('A 6" pipe burst near the "old" bridge.', [["old"]]),
        ("«Nous partons», he said.", [["Nous partons"]]),
        ("He wrote ''no comment'' on the form.", [["no comment"]]),
        ("A stray ” closes nothing, but “this” does.", [["this"]]),
        ("An “unclosed one and an “honest one” here.", [["honest one"]]),
        ("Never “closed at all", []),
        ('("quiet")—"loud"', [["quiet"], ["loud"]]),
        ('An empty "" pair, then "one".', [["one"]]),
    ],
)
def test_finds_what_stands_in_quotes(text: str, expected: list[list[str]]) -> None:
    assert inner(text) == expected


def test_paragraphs_that_reopen_make_one_quotation() -> None:
    text = "She said: “First we walk.\n\n“Then we run.\n\n“Then we rest.” He left. “Well?”"
    assert inner(text) == [["First we walk.", "Then we run.", "Then we rest."], ["Well?"]]


def test_unclosed_quotation_is_refused_alone() -> None:
    text = "“One.” And “two is never closed.\n\nA plain paragraph.\n\n“Three.”"
    assert inner(text) == [["One."], ["Three."]]


def test_chain_that_breaks_off_keeps_what_was_reopened() -> None:
    assert inner("“A b.\n\n“C d.\n\nPlain.") == [["A b."]]


@settings(deadline=None)
@given(st.text(alphabet="ab s.,\n\"'“”‘’«»", max_size=80))
def test_quotations_never_overlap_and_hold_their_inner_words(text: str) -> None:
    found = find_quotations(text, paragraphs(text))
    outer = [part for quotation in found for part in quotation.parts]
    assert all(left.end <= right.start for left, right in pairwise(outer))
    for quotation in found:
        for part, words in zip(quotation.parts, quotation.inner, strict=True):
            assert part.covers(words)
            assert words.of(text) == words.of(text).strip() != ""
