from __future__ import annotations

import textwrap

import pytest

from kg.sources import read_document

HEADLINE = "Council closes the old bridge"
PARAGRAPHS = [
    "The council of Port Ardel voted on Monday to close the old bridge. Lorries will have to go round by the"
    " coast road, which adds 40 minutes to every trip, and the bus to the harbour will not run before May.",
    "Mayor Ilse Varga said the work would take two years and cost about $40 million, of which the state"
    " has promised to pay most. She did not say what would happen if the money did not come.",
    "Shopkeepers protested. They fear that customers will stay away, as they did when it was closed in 2009.",
]


def paragraphs(text: str) -> list[str]:
    document = read_document(text, id="a")
    return [" ".join(r.span.of(text).split()) for r in document.regions if r.kind == "paragraph"]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_paragraphs_are_one_region_each(width: int, newline: str) -> None:
    lines = [HEADLINE]
    for paragraph in PARAGRAPHS:
        lines += ["", *textwrap.wrap(paragraph, width)]
    assert paragraphs(newline.join(lines)) == PARAGRAPHS


def test_headings_are_found_in_hard_wrapped_text() -> None:
    wrapped = ["\n".join(textwrap.wrap(paragraph, 70)) for paragraph in PARAGRAPHS]
    text = "\n\n".join([HEADLINE, wrapped[0], "What it costs", wrapped[1], wrapped[2]])
    document = read_document(text, id="a")
    assert [r.kind for r in document.regions] == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_a_wrapped_headline_is_one_region() -> None:
    headline = "Council of Port Ardel closes the old bridge\nand sends all lorries round by the coast road"
    document = read_document("\n\n".join([headline, *PARAGRAPHS]), id="a")
    assert document.headline is not None
    assert document.headline.of(document.text) == headline


def test_paragraphs_in_lines_of_their_own_are_kept_apart() -> None:
    assert paragraphs("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_one_sentence_a_line_is_one_paragraph_a_line() -> None:
    sentences = [
        "Port Ardel voted to close the old bridge.",
        "Lorries will have to take the coast road, which adds 40 minutes to every trip that they make.",
        "The mayor agreed.",
        "`` We had no choice , '' she said .",
        "The work will take two years and cost about $40 million, the council was told on Monday.",
    ]
    assert paragraphs("\n".join([HEADLINE, *sentences])) == sentences


def test_without_headline_the_first_broken_line_is_text() -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, 66)) for paragraph in PARAGRAPHS)
    document = read_document(text, id="a")
    assert document.headline is None
    assert paragraphs(text) == PARAGRAPHS
