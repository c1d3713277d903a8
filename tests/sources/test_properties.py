from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.sources import SOURCES, read_document, read_documents

KINDS = {"headline", "byline", "dateline", "date", "paragraph", "heading", "caption", "repeat", "footer"}
PIECES = [
    "By Jana Ostrova",
    "Written by",
    "GENEVA, 23 April 2019 (AP) - ",
    "WASHINGTON --",
    "November 15, 2020",
    "Council closes the old bridge",
    "The council voted on Monday to close the old bridge.",
    "the mayor said “nothing” to the reporters who had been waiting since the early morning",
    "Source » ardel-post",
    "Photo: the bridge",
    "# Heading",
    "---",
    "title: Bridge",
    "| a | b |",
    "> - **bold**",
    "```",
    "\u200b\u00a0",
    "A",
    "…",
    "(AP)",
    "©",
]
HOSTILE = ["&", "| ", "A", "A ", "A, ", "A.", "(photo) ", "© ", "1/", "a > ", "![](", "By A, ", "\n"]
BREAKS = ["\n", "\n\n", "\r\n", "\r", " ", "\f", "\u2028", "  \n \n"]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).flatmap(
    lambda pieces: st.lists(st.sampled_from(BREAKS), min_size=len(pieces), max_size=len(pieces)).map(
        lambda breaks: "".join(piece + end for piece, end in zip(pieces, breaks, strict=True))
    )
)


def check(document: Document) -> None:
    text = document.text
    for region in document.regions:
        words = region.span.of(text)
        assert region.kind in KINDS
        assert 0 <= region.span.start < region.span.end <= len(text)
        assert words == words.strip()
    for before, after in pairwise(document.regions):
        assert before.span.end <= after.span.start
    spans = [*document.authors, *filter(None, (document.headline, document.publisher))]
    for span in spans:
        assert any(region.span.covers(span) for region in document.regions)
        assert span.of(text).strip()


@given(texts, st.sampled_from(sorted(SOURCES)))
@settings(max_examples=300, deadline=None)
def test_regions_are_in_order_apart_and_trimmed(text: str, suffix: str) -> None:
    check(read_document(text, id="a", suffix=suffix))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_letter_of_plain_text_lies_in_a_region(text: str) -> None:
    document = read_document(text, id="a")
    inside = sum(character.isalnum() for region in document.regions for character in region.span.of(text))
    assert inside == sum(character.isalnum() for character in text)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_kinds_do_not_depend_on_the_line_ends(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    windows = text.replace("\n", "\r\n")
    one, other = read_document(text, id="a"), read_document(windows, id="a")
    words = [(region.kind, region.span.of(text).replace("\n", "")) for region in one.regions]
    assert words == [(region.kind, region.span.of(windows).replace("\r\n", "")) for region in other.regions]


@given(st.binary(max_size=400) | texts.map(str.encode))
@settings(max_examples=200, deadline=None)
def test_reading_never_raises_and_says_why_it_does_not_read(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(data)
        problems: list[Problem] = []
        documents = list(read_documents([path], on_problem=problems.append))
    assert len(documents) == 1 or len(problems) == 1
    for document in documents:
        check(document)


@pytest.mark.parametrize("suffix", sorted(SOURCES))
@pytest.mark.parametrize("unit", HOSTILE)
def test_no_pattern_takes_long_on_hostile_text(unit: str, suffix: str) -> None:
    body = "\n\nThe council voted on Monday to close the old bridge.\n"
    started = perf_counter()
    for size in (100, 200, 500, 30_000):
        read_document(unit * (size // len(unit)) + "x!" + body, id="a", suffix=suffix)
    assert perf_counter() - started < 10
