"""Finer classes of names, where lists leave no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.training.formats.sentence import spans
from kg.training.texts.places import finer_places, place_label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Norway", "COUNTRY"),
        ("the United States", "COUNTRY"),
        ("U.S.", "COUNTRY"),
        ("Cairo", "CITY"),
        ("The Hague", "CITY"),
        ("Los Angeles", "CITY"),
        ("Texas", "LOC"),
        ("Europe", "LOC"),
        ("Ebro River", "LOC"),
        ("Lake Sample", "LOC"),
        ("Gulf of Sample", "LOC"),
        ("Georgia", "PLACE"),
        ("Sampleville", "PLACE"),
        ("the", "PLACE"),
    ],
)
def test_a_place_gets_the_class_that_its_name_alone_tells(name: str, label: str) -> None:
    assert place_label(name.split()) == label


def test_only_places_and_others_are_refined() -> None:
    words = ["Cairo", "beat", "Danish", "Cairo", "Ltd", "in", "Danish"]
    tags = ["B-PLACE", "O", "B-OTHER", "B-ORG", "I-ORG", "-", "B-OTHER"]
    assert finer_places(words, tags) == ["B-CITY", "O", "B-NORP", "B-ORG", "I-ORG", "-", "B-OTHER"]


@given(
    st.lists(st.sampled_from(["O", "-", "B-PLACE", "I-PLACE", "B-OTHER", "B-PERSON", "I-PERSON"]), max_size=8)
)
def test_refining_keeps_every_span(tags: list[str]) -> None:
    words = ["Cairo", "Danish", "the", "Texas", "Ann", "of", "Lake", "x"][: len(tags)]
    finer = finer_places(words, tags)
    assert [span[:2] for span in spans(finer)] == [span[:2] for span in spans(tags)]
    assert [tag for tag in finer if tag in "O-"] == [tag for tag in tags if tag in "O-"]
