from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.names.acronyms import find_acronyms, fits_initials, is_acronym

BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")


def explained(text: str, organization: str = "") -> list[tuple[str, str, bool]]:
    doc = BLANK(text)
    ends = {}
    if organization:
        start = text.index(organization)
        span = doc.char_span(start, start + len(organization))
        ends = {span.end: span.start}
    return [
        (doc[slice(*pair.long)].text, doc[slice(*pair.short)].text, pair.fits)
        for pair in find_acronyms(doc, ends)
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The Northern Workers' Union of Veldoria (NWUV) went on strike.",
            [("Northern Workers' Union of Veldoria", "NWUV", True)],
        ),
        ("He led the Party of Quiet Hope, or PQH, for years.", [("Party of Quiet Hope", "PQH", True)]),
        ("The RCS (Royal Chess Society) met in June.", [("Royal Chess Society", "RCS", True)]),
        (
            "the Front of National Accord (FNA/ZKD) and others",
            [("Front of National Accord", "FNA", True), ("Front of National Accord", "ZKD", False)],
        ),
        (
            "the Front of National Accord (FNA-ZKD) and others",
            [("Front of National Accord", "FNA", True), ("Front of National Accord", "ZKD", False)],
        ),
        ("Officials of the Coastal Guard Service (sic) said so.", []),
        ("Senator Ada Moss (R-OH) voted against it.", []),
        ("Shares of Grand Tyre Works (NYSE: GTW) fell.", []),
        ("The river rose by two metres (six feet).", []),
    ],
)
def test_pairs_that_the_text_explains(text: str, pairs: list[tuple[str, str, bool]]) -> None:
    assert explained(text) == pairs


def test_letters_that_do_not_fit_need_a_known_organization() -> None:
    text = "The Mountain Workers' League (KSM) denied it."
    assert explained(text) == []
    assert explained(text, "Mountain Workers' League") == [("Mountain Workers' League", "KSM", False)]


@pytest.mark.parametrize(("word", "answer"), [("UNHCR", True), ("DoJ", True), ("Bern", False), ("X", False)])
def test_what_looks_like_an_acronym(word: str, answer: bool) -> None:
    assert is_acronym(word) is answer


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,7}", fullmatch=True), min_size=2, max_size=6))
def test_initials_of_any_name_fit_it(words: list[str]) -> None:
    letters = "".join(word[0] for word in words)
    assert fits_initials(" ".join(words), letters)
    assert fits_initials(" of the ".join(words), letters)
    assert not fits_initials(" ".join(words), letters + "Z")


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    doc = BLANK(text)
    for pair in find_acronyms(doc, {}):
        assert 0 <= pair.long[0] < pair.long[1] <= len(doc)
