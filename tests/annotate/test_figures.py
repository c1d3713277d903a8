"""What numbers count, and which event they are about."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kg.annotate.figures.find import event_of, find_quantities
from kg.annotate.reading import Passage, Reading
from kg.model import Document, Event, Region, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model import Quantity


def reading(nlp: Language, *paragraphs: str) -> Reading:
    text = "\n".join(paragraphs)
    regions, passages, sentences, start = [], [], [], 0
    for paragraph in paragraphs:
        region = Region(Span(start, start + len(paragraph)), "paragraph")
        doc = nlp(paragraph)
        passages.append(Passage(region, doc, len(sentences)))
        sentences += [
            Sentence(Span(start + s.start_char, start + s.end_char), region.span) for s in doc.sents
        ]
        regions.append(region)
        start += len(paragraph) + 1
    return Reading(Document("a", "a.txt", text, "", tuple(regions)), tuple(passages), tuple(sentences))


def quantities(nlp: Language, *paragraphs: str) -> list[tuple[str, str]]:
    """Printed number and measure of each quantity."""
    found = reading(nlp, *paragraphs)
    return [(found.text(q.number), q.measure) for q in find_quantities(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake left 359 dead.", [("359", "Deaths")]),
        ("At least 45 people were killed in the flood.", [("At least 45", "Deaths")]),
        ("Forty foreigners are known to have died.", [("Forty", "Deaths")]),
        ("The blaze killed more than 20 miners.", [("more than 20", "Deaths")]),
        ("The death toll rose to 290 on Monday.", [("290", "Deaths")]),
        ("The ministry spoke of 253 deaths.", [("253", "Deaths")]),
        ("The storm claimed 300 lives.", [("300", "Deaths")]),
        ("Some 500 people were injured.", [("Some 500", "Injuries")]),
        ("Ten people died and 30 others were wounded.", [("Ten", "Deaths"), ("30", "Injuries")]),
        ("About 12,000 protesters were arrested.", [("About 12,000", "Arrests")]),
        ("Police said 76 suspects were in custody.", [("76", "Arrests")]),
        ("Thousands of protesters marched on Sunday.", [("Thousands", "Participants")]),
        ("Nearly 2,000 people took part in the rally.", [("Nearly 2,000", "Participants")]),
        ("Some 4,000 people were displaced by the fighting.", [("Some 4,000", "Displaced")]),
        ("The camp holds 1,060 refugees.", [("1,060", "Displaced")]),
        ("There were marches in at least 191 cities.", [("at least 191", "Settlements")]),
        ("There were marches in 31 provinces.", [("31", "Provinces")]),
        ("The bank lost about $1.5 billion.", [("about $1.5 billion", "Money")]),
        ("Close to 1,000 people were killed or wounded.", [("Close to 1,000", "OtherMeasure")]),
        ("The group documented the deaths of 304 men, women and children.", [("304", "Deaths")]),
        (
            "The group spoke of 300 victims; 220 of them died in May.",
            [("300", "OtherMeasure"), ("220", "Deaths")],
        ),
        ("Police announced the arrests of 12 students.", [("12", "Arrests")]),
    ],
)
def test_measure(nlp, text, expected):
    assert quantities(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry cut the toll by 106.",
        "The boy was a baby of 18 months.",
        "Khan, 34, runs a bakery.",
        "Five meetings were held in 2019.",
        "Prices rose 4 percent in May.",
        "The team won three matches.",
        "It happened on April 21.",
        "They sold it for $4 a kilo.",
        "He was elected in the 2004 federal election.",
        "Ruth Adler is one of the dead.",
        "About 1 in 4 residents lived there.",
        "Nine out of ten residents were told.",
    ],
)
def test_no_quantity(nlp, text):
    assert quantities(nlp, text) == []


def test_a_bare_figure_takes_up_the_toll_before(nlp):
    found = quantities(nlp, "The death toll rose to 290. It could be 300 or 310.")
    assert found == [("290", "Deaths"), ("300 or 310", "Deaths")]


def test_bounds_only_where_the_words_set_them(nlp):
    exact, least = find_quantities(
        reading(nlp, "There 20 people were killed. At least 191 people were killed.")
    )
    assert (exact.value, exact.minimum, exact.maximum, exact.modifier) == (20, None, None, "Exactly")
    assert (least.value, least.minimum, least.maximum) == (Decimal(191), Decimal(191), None)


def test_spans_hold_the_words_counted(nlp):
    found = reading(nlp, "Over 1,500 peaceful protesters were killed there.")
    (quantity,) = find_quantities(found)
    assert found.text(quantity.number) == "Over 1,500"
    assert found.text(quantity.span) == "Over 1,500 peaceful protesters"
    assert quantity.span.covers(quantity.number)


def test_a_part_of_a_number_is_quoted_alone(nlp):
    found = reading(nlp, "The blast killed 45 people. Five of the 45 were children.")
    parts = [found.text(q.span) for q in find_quantities(found)]
    assert parts == ["45 people", "Five", "45"]


def event(identifier: str, kind: str, start: int, sentence: int, chain: int) -> Event:
    return Event(
        identifier,
        Span(start, start + 4),
        kind,
        "",
        "",
        "Occurred",
        (),
        (),
        (),
        (),
        None,
        chain,
        sentence,
        0.7,
    )


def deaths(quantity: Quantity, sentence: int, start: int, measure: str = "Deaths") -> Quantity:
    span = Span(start, start + 3)
    return type(quantity)("q0", span, span, measure, "Exactly", Decimal(3), None, None, sentence)


@pytest.mark.parametrize(
    ("sentence", "start", "measure", "expected"),
    [
        (1, 55, "Deaths", "e1"),  # in the same sentence
        (2, 90, "Deaths", "e1"),  # none there: the main event as told of last before
        (-1, 0, "Deaths", "e0"),  # headline: the main event
        (3, 120, "Arrests", "e1"),  # an arrest of nobody in particular yields to the attack
        (2, 90, "OtherMeasure", ""),
    ],
)
def test_event_of_a_figure(nlp, sentence, start, measure, expected):
    (sample,) = find_quantities(reading(nlp, "The quake left 359 dead."))
    events = [
        event("e0", "Attack", 20, 0, 0),
        event("e1", "Attack", 60, 1, 0),
        event("e2", "Arrest", 125, 3, 1),
    ]
    assert event_of(deaths(sample, sentence, start, measure), events) == expected


def test_figures_of_an_article_on_one_attack_are_about_one_event(nlp):
    from kg.annotate.dates.find import find_dates
    from kg.annotate.events.find import find_events

    article = reading(
        nlp,
        "At least 12 people were killed in the market bombings on Sunday, police said.",
        "The health ministry put the death toll at 14. The blasts also wounded 30 people.",
    )
    found = find_quantities(article)
    events = find_events(article, [], find_dates(article), found, [])
    chains = {e.id: e.chain for e in events}
    assert [q.measure for q in found] == ["Deaths", "Deaths", "Injuries"]
    assert len({chains[event_of(q, events)] for q in found}) == 1
