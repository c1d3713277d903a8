"""Attributions that layout and figures tell, where the reader's network tags nothing."""

from __future__ import annotations

import pytest

from kg.annotate.claims.attributions import GRAPH_THRESHOLD, find_attributions
from tests.annotate.parses import reading_of


@pytest.mark.parametrize(
    ("paragraph", "speaker", "cue", "content"),
    [
        ("Ruth Adler: We will close the bridge today.", "Ruth Adler", ":", "We will close the bridge today"),
        ("“We will close the bridge.” — Ruth Adler, mayor", "Ruth Adler", "—", "We will close the bridge."),
        ("The ministry put the death toll at 253.", "The ministry", "put", "the death toll at 253"),
        ("Police have announced 12 arrests.", "Police", "have announced", "12 arrests"),
        (
            "About 300 people were killed in the flood. The figure was released on Monday by the agency.",
            "the agency", "released", "About 300 people",
        ),
    ],
)  # fmt: skip
def test_credits_words_without_tags(paragraph: str, speaker: str, cue: str, content: str) -> None:
    reading = reading_of(paragraph)
    (found,) = find_attributions(reading)
    assert found.speaker is not None
    assert [reading.text(found.speaker), *map(reading.text, (*found.cue, *found.content))] == [
        speaker,
        cue,
        content,
    ]
    assert found.confidence >= GRAPH_THRESHOLD


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photo: the bridge before the flood of last year.",
        "Road closure: the bridge will be shut today.",
        "The mayor said that the bridge was unsafe.",
    ],
)
def test_nothing_else_is_said(paragraph: str) -> None:
    assert find_attributions(reading_of(paragraph)) == []
