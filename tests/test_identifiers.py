from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identifiers import (
    anonymous_iri,
    article_iri,
    article_key,
    claim_iris,
    entity_iri,
    event_iri,
    name_key,
    named_event_iri,
    quantity_iri,
    segment_iri,
    slug,
    statement_iri,
)
from kg.model import Claim, Span

HASH = "45378e32aa11bb22" + "0" * 48
KEY = article_key(HASH)
SHAPE = re.compile(r"(entity|event|claim|statement|quantity|article|segment)/[a-z0-9_-]+")
HOSTILE = [
    "",
    " ",
    "!!!",
    "🔥💥",
    "دیوان عدالت",
    "日本",
    "<script>alert(1)</script>",
    '"> . ?s ?p ?o } #',
    "a/../../b",
    "x" * 10_000,
    "word " * 3_000,
    "İstanbul",
    "ﬃ",
    "\ud800",
    "Ａｃｍｅ",
    "-",
    "_",
    "\u202etxet",
]
CLAIM = Claim(
    id="c0",
    speaker="m0",
    speaker_spans=(Span(0, 5),),
    cue=(Span(6, 10),),
    cue_type="Say",
    content=(Span(11, 30),),
    quoted=(),
    quote_type="Indirect",
    polarity="Affirmed",
    certainty="Certain",
    temporality="",
    about=(),
    event="",
    quantities=(),
    cites="",
    states=(),
    said=None,
    sentences=(0,),
    confidence=0.9,
)


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Ali Khamenei", "entity/ali-khamenei"),
        ("People’s Mojahedin Organization of Iran", "entity/peoples-mojahedin-organization-of-iran"),
        ("O'Brien", "entity/obrien"),
        ("ncr-iran", "entity/ncr-iran"),
        ("  Ali\nKhamenei ", "entity/ali-khamenei"),
    ],
)
def test_plain_names_give_readable_iris(name: str, iri: str) -> None:
    assert entity_iri(name) == iri


@pytest.mark.parametrize("name", ["Müller", "José", "Zürich Bank", "x" * 100])
def test_a_slug_that_says_less_than_the_name_carries_a_code(name: str) -> None:
    assert re.fullmatch(r"entity/[a-z-]+-[0-9a-z]{6}", entity_iri(name))
    assert entity_iri(name) != entity_iri(slug(name).replace("-", " "))


def test_a_discriminator_tells_namesakes_apart() -> None:
    iris = {entity_iri("John Smith", given) for given in ("", "a_1", "a_2")}
    assert len(iris) == 3
    assert all(iri.startswith("entity/john-smith") for iri in iris)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_short_ascii_iris(text: str) -> None:
    for iri in (
        entity_iri(text),
        entity_iri(text, text),
        named_event_iri(text),
        event_iri(text, KEY, 7),
        article_iri(text, HASH),
        statement_iri(text, text, text, literal=True),
    ):
        assert SHAPE.fullmatch(iri)
        assert len(iri) < 200


@given(st.text(), st.text())
def test_any_name_gives_an_iri_that_its_key_alone_decides(left: str, right: str) -> None:
    assert SHAPE.fullmatch(entity_iri(left))
    if name_key(left) and name_key(right):
        assert (entity_iri(left) == entity_iri(right)) == (name_key(left) == name_key(right))


def test_names_without_latin_letters_differ() -> None:
    assert len({entity_iri(name) for name in ("دیوان", "عدالت", "日本", "🔥", "💥", "!!!")}) == 6


def test_what_lies_in_an_article_is_keyed_by_16_digits_and_offsets() -> None:
    assert segment_iri(KEY, Span(3147, 3275)) == "segment/45378e32aa11bb22_3147_3275"
    assert quantity_iri(KEY, Span(1, 2)) == "quantity/45378e32aa11bb22_1_2"
    assert event_iri("Killing", KEY, 17) == "event/killing-45378e32aa11bb22_17"
    assert anonymous_iri(KEY, 3491) == "entity/anon-45378e32aa11bb22_3491"
    assert named_event_iri("November 2019 uprising") == "event/november-2019-uprising"


def test_an_article_s_slug_is_cut_between_words() -> None:
    iri = article_iri("In a town by the sea a long quiet year ended with a great storm", HASH)
    assert iri == "article/in-a-town-by-the-sea-a-long-quiet-year-ended-45378e32aa11bb22"


def test_a_literal_is_not_an_iri() -> None:
    assert statement_iri("entity/a", "position", "entity/b") != statement_iri(
        "entity/a", "position", "entity/b", literal=True
    )
    assert re.fullmatch(r"statement/[0-9a-f]{16}", statement_iri("a", "b", "c"))


def test_claims_are_keyed_by_content_and_cue_and_the_narrator_s_by_content() -> None:
    narrated = replace(CLAIM, id="c1", speaker="", speaker_spans=(), cue=())
    assert claim_iris(KEY, [CLAIM, narrated]) == {
        "c0": f"claim/{KEY}_11_6",
        "c1": f"claim/{KEY}_11",
    }


def test_claims_with_the_same_offsets_differ_whatever_their_order() -> None:
    twins = [
        CLAIM,
        replace(CLAIM, id="c1", speaker_spans=(Span(50, 55),)),
        replace(CLAIM, id="c2", content=(Span(11, 20),)),
        replace(CLAIM, id="c3"),
    ]
    found = claim_iris(KEY, twins)
    assert len(set(found.values())) == 4
    assert found == claim_iris(KEY, twins[::-1])


offsets = st.integers(0, 60)
spans = st.builds(lambda start, length: Span(start, start + length + 1), offsets, offsets)


@given(st.lists(st.tuples(st.lists(spans, min_size=1, max_size=2), st.lists(spans, max_size=1)), max_size=8))
def test_no_two_claims_share_an_iri(shapes: list[tuple[list[Span], list[Span]]]) -> None:
    claims = [
        replace(CLAIM, id=f"c{n}", content=tuple(content), cue=tuple(cue))
        for n, (content, cue) in enumerate(shapes)
    ]
    found = claim_iris(KEY, claims)
    assert len(set(found.values())) == len(claims)
    assert all(SHAPE.fullmatch(iri) for iri in found.values())
