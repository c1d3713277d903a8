from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.claims.assembly import assemble, claimed_spans, speaker_heads
from kg.annotate.claims.attributions import find_attributions
from kg.annotate.dates.find import find_dates
from kg.annotate.reading import Reading
from kg.model import Claim, Event, Fact, Mention, Quantity, Span
from tests.annotate.claims.tagging import tagged_reading

FLOOD = "About 300 people were killed in the flood. The figure was released on Monday by the agency."
DEATHS = "<3 At least 40 people died>, {3 according to} [3 the ministry]."
RELAYED = "[1 Reuters] {1 reported} <1 that [2 the ministry] {2 said} <2 40 people died>>."
QUOTED = '<4 "The bridge is unsafe,"> [4 the mayor] {4 said}. <4 "We will close it.">'
OUTLET = "[5 Reuters] {5 reported} <5 that the army had left the town>, citing two officials."
ACCUSED = "[Ruth Adler] {accused} <the company of hiding the reports>."


def reading_of(*paragraphs: str) -> Reading:
    return tagged_reading(*paragraphs, scores=(0.95,) * 5)


def span(reading: Reading, words: str) -> Span:
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def mention(
    reading: Reading, number: int, words: str, kind: str = "nominal", type_: str = "Organization"
) -> Mention:
    where = span(reading, words)
    return Mention(f"m{number}", where, kind, type_, "", words, number, reading.sentence_at(where.start))


def quantity(reading: Reading, words: str, measure: str = "Deaths") -> Quantity:
    where = span(reading, words)
    number = reading.sentence_at(where.start)
    return Quantity("q0", where, where, measure, "Exactly", Decimal(1), None, None, number)


def event(reading: Reading, words: str, type_: str = "Disaster") -> Event:
    where = span(reading, words)
    number = reading.sentence_at(where.start)
    return Event("e0", where, type_, "", words, "Occurred", (), (), (), (), None, 0, number, 0.9)


def claims_of(
    reading: Reading,
    mentions: list[Mention],
    quantities: list[Quantity] | None = None,
    events: list[Event] | None = None,
    facts: list[Fact] | None = None,
) -> list[Claim]:
    found = find_attributions(reading)
    return assemble(
        reading, found, mentions, quantities or [], events or [], facts or [], find_dates(reading)
    )


def test_ties_speaker_figure_and_event() -> None:
    reading = reading_of(DEATHS)
    (claim,) = claims_of(
        reading,
        [mention(reading, 0, "the ministry")],
        [quantity(reading, "At least 40 people")],
        [event(reading, "died")],
    )
    assert (claim.id, claim.speaker, claim.event, claim.quantities) == ("c0", "m0", "e0", ("q0",))
    assert [part.of(reading.document.text) for part in claim.content] == ["At least 40 people died"]
    assert claim.sentences == (0,)


def test_speaker_without_mention_makes_no_claim() -> None:
    reading = reading_of(DEATHS)
    assert claims_of(reading, []) == []


def test_evidence_is_where_cue_and_content_stand() -> None:
    reading = reading_of("The union called for a strike.", FLOOD)
    (claim,) = claims_of(
        reading,
        [mention(reading, 0, "the agency")],
        [quantity(reading, "About 300 people")],
        [event(reading, "flood")],
    )
    assert claim.sentences == (1, 2)
    assert claim.quantities == ("q0",)
    assert claim.cue_type == "Report"


def test_figure_belongs_to_whom_an_outlet_relays() -> None:
    reading = reading_of(RELAYED)
    mentions = [mention(reading, 0, "Reuters", "name"), mention(reading, 1, "the ministry")]
    relayed = claims_of(reading, mentions, [quantity(reading, "40 people")], [event(reading, "died")])
    assert {claim.speaker: claim.quantities for claim in relayed} == {"m0": (), "m1": ("q0",)}
    assert {claim.speaker: claim.cites for claim in relayed} == {"m0": "m1", "m1": ""}


def test_cited_source_is_a_mention() -> None:
    reading = reading_of(OUTLET)
    mentions = [mention(reading, 0, "Reuters", "name"), mention(reading, 1, "two officials", type_="Group")]
    (claim,) = claims_of(reading, mentions)
    assert claim.cites == "m1"


def test_narrator_gives_figures_that_nobody_is_credited_with() -> None:
    reading = reading_of(FLOOD)
    (claim,) = assemble(
        reading, [], [], [quantity(reading, "About 300 people")], [event(reading, "flood")], [], []
    )
    assert (claim.speaker, claim.cue, claim.cue_type, claim.quote_type) == ("", (), "", "Narration")
    assert [part.of(reading.document.text) for part in claim.content] == [
        "About 300 people were killed in the flood"
    ]
    assert claim.sentences == (0,)


def test_narrator_needs_an_event_and_a_measure_of_people() -> None:
    reading = reading_of(FLOOD)
    about_people = quantity(reading, "About 300 people")
    assert assemble(reading, [], [], [about_people], [], [], []) == []
    money = replace(about_people, measure="Money")
    assert assemble(reading, [], [], [money], [event(reading, "flood")], [], []) == []


def test_narrator_does_not_say_what_a_verb_reports() -> None:
    reading = reading_of(RELAYED)
    assert assemble(reading, [], [], [quantity(reading, "40 people")], [event(reading, "died")], [], []) == []


def test_names_in_the_content_are_what_it_is_about_once_a_chain() -> None:
    reading = reading_of(ACCUSED)
    speaker = mention(reading, 0, "Ruth Adler", "name", "Person")
    company = mention(reading, 1, "company", "name")
    again = replace(mention(reading, 2, "reports", "name"), chain=1)
    (claim,) = claims_of(reading, [speaker, company, again])
    assert claim.about == ("m1",)


def test_facts_in_the_content_are_what_it_states() -> None:
    reading = reading_of(ACCUSED)
    mentions = [
        mention(reading, 0, "Ruth Adler", "name", "Person"),
        mention(reading, 1, "company", "name"),
        mention(reading, 2, "reports", "name"),
    ]
    inside = Fact("f0", "m1", "opposes", "m2", "", "", False, 0, 0.8, "test")
    across = Fact("f1", "m0", "opposes", "m1", "", "", True, 0, 0.8, "test")
    (claim,) = claims_of(reading, mentions, facts=[inside, across])
    assert claim.states == ("f0",)


def test_heads_and_claimed_words_for_the_other_extractors() -> None:
    reading = reading_of(OUTLET)
    text = reading.document.text
    found = find_attributions(reading)
    assert [head.of(text) for head in speaker_heads(found)] == ["Reuters", "officials"]
    assert [part.of(text) for part in claimed_spans(found)] == ["the army had left the town"]


@settings(deadline=None)
@given(st.permutations([FLOOD, DEATHS, RELAYED, QUOTED, OUTLET]))
def test_claims_keep_their_shape_in_any_article(paragraphs: list[str]) -> None:
    reading = reading_of(*paragraphs)
    text = reading.document.text
    found = find_attributions(reading)
    heads = speaker_heads(found)
    mentions = [
        Mention(f"m{n}", head, "nominal", "Group", "", head.of(text), n, reading.sentence_at(head.start))
        for n, head in enumerate(heads)
    ]
    claims = assemble(reading, found, mentions, [], [], [], [])
    assert [claim.id for claim in claims] == [f"c{n}" for n in range(len(claims))]
    assert sorted(claim.cue_type for claim in claims) == [
        "Report",
        "Report",
        "Report",
        "Report",
        "Say",
        "Say",
    ]
    for claim in claims:
        assert list(claim.content) == sorted(claim.content)
        assert all(part.of(text).strip() for part in claim.content)
        for part in (*claim.content, *claim.cue):
            assert any(reading.sentences[n].span.overlaps(part) for n in claim.sentences)
