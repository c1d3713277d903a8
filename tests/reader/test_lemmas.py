"""Lemmas by edit trees."""

from __future__ import annotations

import numpy as np
import pytest

from kg.reader.lemmas import Lemmatizer, lemma_form
from tests.reader.untrained import LEMMAS, trees

CLASS = {form: number for number, (form, _) in enumerate(LEMMAS)}


def scores(*likeliest: str) -> np.ndarray:
    row = np.zeros(len(LEMMAS), dtype=np.float32)
    for rank, form in enumerate(likeliest):
        row[CLASS[form]] = 9 - rank
    return row


@pytest.mark.parametrize(
    ("form", "likeliest", "lemma"),
    [
        ("killed", ["killed"], "kill"),
        ("walked", ["killed"], "walk"),
        ("regimes", ["ministers"], "regime"),
        ("said", ["said"], "say"),
        ("tehran", ["iran"], "tehran"),
        ("women", ["men"], "woman"),
        (
            "s",
            ["said", "ministers", "iran"],
            "s",
        ),  # neither the first nor the second fits, or leaves a letter
        ("s", ["said", "ministers"], "s"),
    ],
)
def test_the_likeliest_tree_that_fits_is_applied(form: str, likeliest: list[str], lemma: str) -> None:
    assert Lemmatizer(trees()).lemmas([form], ["NOUN"], scores(*likeliest)[None]) == [lemma]


def test_many_forms_at_once() -> None:
    forms = ["killed", "said", "killed"]
    table = np.stack([scores("killed"), scores("said"), scores("iran")])
    assert Lemmatizer(trees()).lemmas(forms, ["VERB"] * 3, table) == ["kill", "say", "killed"]


@pytest.mark.parametrize(
    ("form", "pos", "expected"),
    [("The", "DET", "the"), ("Iran", "PROPN", "Iran"), ("WAR", "NOUN", "war"), ("UN", "PROPN", "UN")],
)
def test_only_names_keep_their_case(form: str, pos: str, expected: str) -> None:
    assert lemma_form(form, pos) == expected


def test_memory_of_lemmas_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reader.lemmas._REMEMBERED", 10)
    lemmatizer = Lemmatizer(trees())
    forms = [f"x{number}ed" for number in range(100)]
    found = lemmatizer.lemmas(forms, ["VERB"] * 100, np.stack([scores("killed")] * 100))
    assert found == [form[:-2] for form in forms]
    assert len(lemmatizer._known) <= 10


LEXICON = {"VERB": {"left": "leave", "cracks": "crack"}, "NOUN": {"left": "left"}}


@pytest.mark.parametrize(
    ("form", "pos", "likeliest", "lemma"),
    [
        ("left", "VERB", ["said"], "leave"),
        ("left", "NOUN", ["said"], "left"),
        ("taxed", "VERB", ["killed"], "tax"),
        ("cracking", "VERB", ["iran"], "cracking"),
        ("cracked", "NOUN", ["killed"], "crack"),
        ("cracked", "VERB", ["iran", "killed"], "crack"),
    ],
    ids=[
        "listed",
        "by part of speech",
        "not listed",
        "unknown",
        "another part of speech",
        "a known one first",
    ],
)
def test_known_forms_are_looked_up_and_known_lemmas_preferred(
    form: str, pos: str, likeliest: list[str], lemma: str
) -> None:
    known = Lemmatizer(trees(LEXICON))
    assert known.lemmas([form], [pos], scores(*likeliest)[None]) == [lemma]
