from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kg.annotate.names.cleaning import is_junk
from kg.annotate.names.find import find_names
from kg.annotate.names.nationalities import country_name, country_of, is_people, place_subtype
from kg.annotate.names.titles import is_position, is_title_word
from tests.annotate.spoken import parsed_by, reading_of

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = ["Ada", "Moss", "the", "'s", "Iran", ",", "and", "Mr.", "(", "WHO", ")", "2019", "said", "of", "-"]

BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")


def marked(text: str, *ents: tuple[str, str]) -> Doc:
    """A document in which a reader has marked these names (each first printing after the one before)."""
    doc = BLANK(text)
    for token in doc:
        token.pos_ = "PROPN" if token.text[0].isupper() else "NOUN"
    spans, at = [], 0
    for name, label in ents:
        at = text.index(name, at)
        spans.append(doc.char_span(at, at + len(name), label=label, alignment_mode="expand"))
        at += len(name)
    doc.ents = spans
    return doc


def found(text: str, *ents: tuple[str, str]) -> list[tuple[str, str]]:
    names, _ = find_names(reading_of(marked(text, *ents)))
    return [(name.text, name.type) for name in names]


@pytest.mark.parametrize(
    ("text", "ents", "names"),
    [
        ("We met President Ada Moss there.", [("President Ada Moss", "PERSON")], [("Ada Moss", "Person")]),
        ("We met Mrs. Moss there.", [("Mrs. Moss", "PERSON")], [("Moss", "Person")]),
        ("It was Moss's idea.", [("Moss's", "PERSON")], [("Moss", "Person")]),
        ("It was Moss’s idea.", [("Moss’s", "PERSON")], [("Moss", "Person")]),
        (
            "He read the Velden Gazette.",
            [("the Velden Gazette", "ORG")],
            [("Velden Gazette", "Organization")],
        ),
        (
            "Both Ada Moss and Jon Reed left.",
            [("Ada Moss and Jon Reed", "PERSON")],
            [("Ada Moss", "Person"), ("Jon Reed", "Person")],
        ),
        (
            "They flew to Lyon, France.",
            [("Lyon, France", "PLACE")],
            [("Lyon", "Place"), ("France", "Place")],
        ),
        (
            "It rained in Trinidad and Tobago.",
            [("Trinidad and Tobago", "PLACE")],
            [("Trinidad and Tobago", "Place")],
        ),
        ("He spoke on Tuesday again.", [("Tuesday", "ORG")], []),
        ("See http://example.org/x for more.", [("http://example.org/x", "ORG")], []),
        ("Mail me@example.org for more.", [("me@example.org", "PERSON")], []),
        ("Vitamin A helps.", [("A", "ORG")], []),
        ("There were 1,200 of them.", [("1,200", "ORG")], []),
        ("He said growth matters.", [("growth", "ORG")], []),
        ("An Iraqi man came.", [("Iraqi", "NORP")], [("Iraqi", "Nationality")]),
        ("A Kurdish man came.", [("Kurdish", "NORP")], [("Kurdish", "Group")]),
        ("He lives in Ghana now.", [("Ghana", "ORG")], [("Ghana", "Place")]),
        ("We saw Mr. Stone leave.", [("Stone", "ORG")], [("Stone", "Person")]),
        (
            "The Velden Workers Party won.",
            [("Velden Workers Party", "PERSON")],
            [("Velden Workers Party", "Organization")],
        ),
        (
            "The Quiet Party of Ghana won.",
            [("Quiet Party", "ORG"), ("Ghana", "PLACE")],
            [("Quiet Party of Ghana", "Organization")],
        ),
        (
            "It lost the 2014 Ghanaian general election badly.",
            [],
            [("2014 Ghanaian general election", "Event")],
        ),
        (
            "She chairs Iran's Blue League today.",
            [("Iran's Blue League", "ORG")],
            [("Iran", "Place"), ("Blue League", "Organization")],
        ),
    ],
)
def test_names_are_trimmed_split_typed_or_dropped(
    text: str, ents: list[tuple[str, str]], names: list[tuple[str, str]]
) -> None:
    assert found(text, *ents) == names


def test_a_name_found_once_is_a_name_wherever_it_is_printed() -> None:
    text = "Then Ada Moss spoke. Later it was Moss who left, and Ada Moss did not return."
    assert found(text, ("Ada Moss", "PERSON")) == [
        ("Ada Moss", "Person"),
        ("Moss", "Person"),
        ("Ada Moss", "Person"),
    ]


def test_one_name_has_one_type_in_an_article() -> None:
    text = "So Velden won. Then Velden lost. Now Velden waits."
    names = found(text, ("Velden", "ORG"), ("Velden", "PLACE"), ("Velden", "ORG"))
    assert names == [("Velden", "Organization")] * 3


def test_words_of_a_headline_are_no_names_unless_the_text_names_them() -> None:
    headline = marked(
        "Great Fear Grips Velden Before Vote Results Arrive", ("Great Fear", "PERSON"), ("Velden", "PLACE")
    )
    body = marked("People in Velden wait for results.", ("Velden", "PLACE"))
    names, _ = find_names(reading_of(headline, body))
    assert [name.text for name in names] == ["Velden", "Velden"]


@given(st.data())
def test_names_lie_in_the_text_and_never_overlap(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20))
    doc = BLANK(" ".join(words))
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    doc.ents = [
        Span(doc, start, end, label=data.draw(st.sampled_from(["PERSON", "ORG", "PLACE", "NORP", "EVENT"])))
    ]
    reading = reading_of(doc)
    names, _ = find_names(reading)
    for name in names:
        assert name.span.of(reading.document.text) == name.text
    for left, right in pairwise(names):
        assert left.span.end <= right.span.start


@pytest.mark.parametrize(
    ("word", "country"),
    [("Colombian", "Colombia"), ("Swiss", "Switzerland"), ("Danes", "Denmark"), ("Roma", "")],
)
def test_country_of_demonym(word: str, country: str) -> None:
    assert country_of(word) == country


def test_lists_of_places_and_peoples() -> None:
    assert country_name("the Netherlands") == "Netherlands"
    assert country_name("U.K.") == "United Kingdom"
    assert country_name("us") == ""
    assert place_subtype("Tehran") == "City"
    assert place_subtype("Jordan") == "Country"
    assert place_subtype("Jordan", sure=True) == ""
    assert is_people("Sunnis")
    assert not is_people("Sundays")


def test_title_words() -> None:
    assert is_position("vice-chairman")
    assert is_position("ex-minister")
    assert not is_position("ministry")
    assert is_title_word("Gov.")
    assert not is_title_word("Moss")


def test_the_shipped_reader_on_plain_sentences(nlp: Language) -> None:
    reading = parsed_by(
        nlp, "President Emmanuel Macron visited Berlin. The World Health Organization (WHO) thanked him."
    )
    names, explained = find_names(reading)
    assert ("Emmanuel Macron", "Person") in [(name.text, name.type) for name in names]
    assert ("Berlin", "Place", "City") in [(name.text, name.type, name.subtype) for name in names]
    assert ("WHO", "Organization") in [(name.text, name.type) for name in names]
    assert [(pair.long, pair.short) for pair in explained] == [("World Health Organization", "WHO")]


@pytest.mark.parametrize(
    ("text", "ents", "names"),
    [
        (
            "We met Velden Mayor Ada Moss there.",
            [("Velden Mayor Ada Moss", "ORG")],
            [("Velden", "Organization"), ("Ada Moss", "Person")],
        ),
        (
            "We met Canada Premier Peter Moss there.",
            [("Canada Premier Peter Moss", "PLACE")],
            [("Canada", "Place"), ("Peter Moss", "Person")],
        ),
        (
            "It was Ohio Peter Moss who won.",
            [("Ohio Peter Moss", "ORG")],
            [("Ohio", "Place"), ("Peter Moss", "Person")],
        ),
        (
            "He beat Republican Peter Moss there.",
            [("Republican Peter Moss", "ORG")],
            [("Republican", "Organization"), ("Peter Moss", "Person")],
        ),
        ("The team: Ada Moss - Analyst", [("Ada Moss - Analyst", "PERSON")], [("Ada Moss", "Person")]),
        (
            "They met Ada Moss - Peter Reed there.",
            [("Ada Moss - Peter Reed", "PERSON")],
            [("Ada Moss", "Person"), ("Peter Reed", "Person")],
        ),
        (
            "He met Jean-Claude Moss there.",
            [("Jean-Claude Moss", "PERSON")],
            [("Jean-Claude Moss", "Person")],
        ),
        (
            "Ada Moss (R-Velden) left.",
            [("Ada Moss", "PERSON"), ("R-Velden", "PLACE")],
            [("Ada Moss", "Person")],
        ),
        (
            "They met the governor of Ohio Peter Moss there.",
            [("Ohio Peter Moss", "PERSON")],
            [("Ohio", "Place"), ("Peter Moss", "Person")],
        ),
        ("Hold Ada Moss to account.", [("Hold Ada Moss", "PERSON")], [("Ada Moss", "Person")]),
        (
            "He led the Velden Front for the Rescue of Reeds there.",
            [("Velden Front", "ORG"), ("Rescue of Reeds", "ORG")],
            [("Velden Front for the Rescue of Reeds", "Organization")],
        ),
        ("Laughter. We went home.", [("Laughter", "PERSON")], []),
        ("She wrote a study in Courage.", [("Courage", "PLACE")], []),
        ("Subpoenas went out.", [("Subpoenas", "ORG")], []),
        ("Both Ada Moss left.", [("Both Ada Moss", "PERSON")], [("Ada Moss", "Person")]),
        ("They signed the Velden Fishing Agreement.", [("Velden Fishing Agreement", "PLACE")], []),
    ],
)
def test_glued_and_accidental_names(text: str, ents: list[tuple[str, str]], names: list[object]) -> None:
    assert found(text, *ents) == names


@pytest.mark.parametrize(
    ("text", "ents", "names"),
    [
        ("Nissan said sales fell.", [("Nissan", "PERSON")], [("Nissan", "Organization")]),
        ("Mr. Ford said sales fell.", [("Ford", "PERSON")], [("Ford", "Person")]),
        (
            "Ada Ford spoke. Ford said sales fell.",
            [("Ada Ford", "PERSON"), ("Ford", "PERSON")],
            [("Ada Ford", "Person"), ("Ford", "Person")],
        ),
        (
            "Quellig Motors grew. Quellig said so.",
            [("Quellig Motors", "ORG"), ("Quellig", "PERSON")],
            [("Quellig Motors", "Organization"), ("Quellig", "Organization")],
        ),
        ("The newspaper Quellig said so.", [("Quellig", "PERSON")], [("Quellig", "Organization")]),
        ("The city of Quellig fell.", [("Quellig", "PERSON")], [("Quellig", "Place")]),
        ("Zorb Quellig, spokesman for it, left.", [("Zorb Quellig", "PLACE")], [("Zorb Quellig", "Person")]),
        ("Zorb Quellig, 32, left.", [("Zorb Quellig", "PLACE")], [("Zorb Quellig", "Person")]),
        ("They saw Ohio, 32 miles off.", [("Ohio", "PLACE")], [("Ohio", "Place")]),
        ("He was High Commissioner for Velden.", [("High Commissioner for Velden", "ORG")], []),
        ("The Quellig Senators left.", [("Quellig Senators", "ORG")], [("Quellig", "Organization")]),
        ("Quellig said so. We saw Quellig.", [("Quellig", "PLACE")], [("Quellig", "Person")] * 2),
        ("Tehran said so.", [("Tehran", "PLACE")], [("Tehran", "Place")]),
        ("They live in St. Quellig now.", [("St. Quellig", "PERSON")], [("St. Quellig", "Place")]),
        ("She read of the Velden War.", [("Velden War", "PLACE")], [("Velden War", "Event")]),
        ("They joined the Velden Greens.", [("Velden Greens", "PLACE")], [("Velden Greens", "Organization")]),
        ("They swam in Quellig Bay.", [("Quellig Bay", "PERSON")], [("Quellig Bay", "Place")]),
        (
            "They work for Zorb Australia.",
            [("Zorb Australia", "PERSON")],
            [("Zorb Australia", "Organization")],
        ),
    ],
)
def test_types_told_by_words_and_lists(text: str, ents: list[tuple[str, str]], names: list[object]) -> None:
    assert found(text, *ents) == names


@pytest.mark.parametrize(
    ("words", "junk"),
    [("Supreme Leader", True), ("Deputy Prime Minister", True), ("Anna Keller", False), ("Reuters", False)],
)
def test_a_whole_title_is_nobodys_name(words: str, junk: bool) -> None:
    doc = BLANK(words)
    assert is_junk(doc, (0, len(doc), "Organization")) is junk
