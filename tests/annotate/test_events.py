"""Events: type, status, participants, date, and which words speak of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.dates.find import find_dates
from kg.annotate.events.find import find_events
from kg.annotate.figures.find import find_quantities
from kg.annotate.reading import Passage, Reading
from kg.model import Document, Mention, Region, Sentence, Span

if TYPE_CHECKING:
    from kg.model import Event

VOCAB = spacy.blank("en").vocab


def parsed(rows: str) -> Doc:
    """A sentence by hand: per line word, lemma, tag, UPOS, label, number of the head."""
    cells = [line.split() for line in rows.strip().splitlines()]
    return Doc(
        VOCAB,
        words=[c[0] for c in cells],
        lemmas=[c[1] for c in cells],
        tags=[c[2] for c in cells],
        pos=[c[3] for c in cells],
        deps=[c[4] for c in cells],
        heads=[int(c[5]) for c in cells],
        sent_starts=[n == 0 for n in range(len(cells))],
    )


def events(
    docs: list[Doc], named: dict[str, str] | None = None, claimed: tuple[str, ...] = ()
) -> tuple[list[Event], dict[str, str]]:
    """Events of paragraphs of one sentence each, and the words of each mention by id."""
    text = "\n".join(doc.text for doc in docs)
    passages, sentences, regions, start = [], [], [], 0
    for doc in docs:
        span = Span(start, start + len(doc.text))
        regions.append(Region(span, "paragraph"))
        passages.append(Passage(regions[-1], doc, len(sentences)))
        sentences.append(Sentence(span, span))
        start += len(doc.text) + 1
    reading = Reading(Document("a", "a.txt", text, "", tuple(regions)), tuple(passages), tuple(sentences))
    mentions = []
    for number, (name, kind) in enumerate(sorted((named or {}).items())):
        at = text.index(name)
        mentions.append(Mention(f"m{number}", Span(at, at + len(name)), "name", kind, "", name, number, 0))
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in claimed]
    found = find_events(reading, mentions, find_dates(reading), find_quantities(reading), spans)
    return found, {m.id: m.name for m in mentions}


ARREST = """
Police police NN NOUN nsubj 1
arrested arrest VBD VERB ROOT 1
Ana Ana NNP PROPN obj 1
Lima Lima NNP PROPN flat 2
in in IN ADP case 5
Porto Porto NNP PROPN obl 1
in in IN ADP case 7
2019 2019 CD NUM obl 1
. . . PUNCT punct 1
"""

PASSIVE = """
Ana Ana NNP PROPN nsubj:pass 3
Lima Lima NNP PROPN flat 0
was be VBD AUX aux:pass 3
killed kill VBN VERB ROOT 3
by by IN ADP case 5
Hezron Hezron NNP PROPN obl 3
. . . PUNCT punct 3
"""

CLEARNLP = """
Ana Ana NNP PROPN nsubjpass 2
was be VBD AUX auxpass 2
killed kill VBN VERB ROOT 2
by by IN ADP agent 2
Hezron Hezron NNP PROPN pobj 3
. . . PUNCT punct 2
"""


def test_active_verb_with_place_and_date():
    (event,), names = events([parsed(ARREST)], {"Ana Lima": "Person", "Porto": "Place"})
    assert (event.type, event.status, event.sentence) == ("Arrest", "Occurred", 0)
    assert [names[m] for m in event.patients] == ["Ana Lima"]
    assert event.agents == ()
    assert [names[m] for m in event.places] == ["Porto"]
    assert event.when is not None
    assert event.when.edtf == "2019"
    assert event.label == "arrest of Ana Lima, 2019"


@pytest.mark.parametrize("rows", [PASSIVE, CLEARNLP])
def test_passive_verb_in_both_label_schemes(rows):
    (event,), names = events([parsed(rows)], {"Ana": "Person", "Hezron": "Organization"})
    assert event.type == "Killing"
    assert [names[m] for m in event.patients] == ["Ana"]
    assert [names[m] for m in event.agents] == ["Hezron"]


def test_claimed_only_unless_told_by_the_article():
    told = parsed(PASSIVE)
    again = parsed(
        """
        Gunmen gunman NNS NOUN nsubj 1
        killed kill VBD VERB ROOT 1
        people people NNS NOUN obj 1
        """
    )
    (only,), _ = events([told], {"Ana": "Person"}, claimed=(told.text,))
    assert only.status == "ClaimedOnly"
    (first, second), _ = events([told, again], {"Ana": "Person"}, claimed=(again.text,))
    assert first.chain == second.chain
    assert (first.status, second.status) == ("Occurred", "Occurred")


@pytest.mark.parametrize(
    ("auxiliary", "lemma", "tag", "verb", "verb_tag", "status"),
    [
        ("could", "could", "MD", "arrest", "VB", None),
        ("would", "would", "MD", "arrest", "VB", None),
        ("will", "will", "MD", "arrest", "VB", "Planned"),
        ("had", "have", "VBD", "arrested", "VBN", "Occurred"),
    ],
)
def test_status_of_a_verb(auxiliary, lemma, tag, verb, verb_tag, status):
    rows = f"""
    Police police NN NOUN nsubj 2
    {auxiliary} {lemma} {tag} AUX aux 2
    {verb} arrest {verb_tag} VERB ROOT 2
    Ana Ana NNP PROPN obj 2
    . . . PUNCT punct 2
    """
    found, _ = events([parsed(rows)], {"Ana": "Person"})
    assert [event.status for event in found] == ([status] if status else [])


@pytest.mark.parametrize(
    ("head", "tag", "expected"),
    [("tried", "VBD", "Attempted"), ("planned", "VBD", "Planned"), ("want", "VBP", None)],
)
def test_status_of_an_infinitive(head, tag, expected):
    lemma = {"tried": "try", "planned": "plan", "want": "want"}[head]
    rows = f"""
    They they PRP PRON nsubj 1
    {head} {lemma} {tag} VERB ROOT 1
    to to TO PART mark 3
    kidnap-and-kill kill VB VERB xcomp 1
    Ana Ana NNP PROPN obj 3
    . . . PUNCT punct 1
    """
    found, _ = events([parsed(rows)], {"Ana": "Person"})
    assert [event.status for event in found] == ([expected] if expected else [])


def test_negated_and_figurative_verbs_are_no_events():
    negated = """
    Police police NN NOUN nsubj 3
    did do VBD AUX aux 3
    not not RB PART advmod 3
    arrest arrest VB VERB ROOT 3
    Ana Ana NNP PROPN obj 3
    """
    figure = """
    Senators senator NNS NOUN nsubj 1
    killed kill VBD VERB ROOT 1
    the the DT DET det 3
    bill bill NN NOUN obj 1
    """
    assert events([parsed(negated)], {"Ana": "Person"})[0] == []
    assert events([parsed(figure)])[0] == []


def test_picking_up_things_is_no_arrest():
    rows = """
    Firms firm NNS NOUN nsubj 1
    picked pick VBD VERB ROOT 1
    up up RP ADP compound:prt 1
    mines mine NNS NOUN obj 1
    and and CC CCONJ cc 5
    Walter Walter NNP PROPN conj 3
    """
    assert events([parsed(rows)], {"Walter": "Person"})[0] == []


UPRISING = """
The the DT DET det 3
{month} {month} NNP PROPN compound 3
{year} {year} CD NUM nummod 3
uprising uprising NN NOUN nsubj 4
ended end VBD VERB ROOT 4
. . . PUNCT punct 4
"""

AGAIN = """
The the DT DET det 1
uprising uprising NN NOUN nsubj 2
grew grow VBD VERB ROOT 2
. . . PUNCT punct 2
"""


def test_events_of_other_months_stay_apart_and_a_definite_noun_takes_up_the_last():
    docs = [
        parsed(UPRISING.format(month="November", year="2019")),
        parsed(UPRISING.format(month="January", year="2018")),
        parsed(AGAIN),
    ]
    (first, second, third), _ = events(docs)
    assert first.name == "November 2019 uprising"
    assert first.chain != second.chain
    assert third.chain == second.chain


def test_named_people_keep_killings_apart():
    other = PASSIVE.replace("Ana Ana", "Eva Eva").replace("Lima Lima", "Rossi Rossi")
    found, _ = events([parsed(PASSIVE), parsed(other)], {"Ana Lima": "Person", "Eva Rossi": "Person"})
    assert len({event.chain for event in found}) == 2


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The students protested in the capital on Friday.", "Protest", "Occurred"),
        ("Rebels killed the mayor with a rifle.", "Killing", "Occurred"),
        ("The minister resigned on Friday.", "Resignation", "Occurred"),
        ("The earthquake destroyed the village.", "Disaster", "Occurred"),
        ("The militants tried to kill the president.", "Killing", "Attempted"),
    ],
)
def test_types_with_the_shipped_model(nlp, text, kind, status):
    doc = nlp(text)
    span = Span(0, len(text))
    region = Region(span, "paragraph")
    document = Document("a", "a.txt", text, "", (region,))
    reading = Reading(document, (Passage(region, doc, 0),), (Sentence(span, span),))
    mentions = [
        Mention("m0", Span(0, text.index(" ", 5)), "nominal", "Person", "", text[: text.index(" ", 5)], 0, 0)
    ]
    found = find_events(reading, mentions, [], [], [])
    assert [(event.type, event.status) for event in found] == [(kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Tropical storms are fed by warm water.",
        "He teaches a course on tropical storms.",
        "More deaths are sure to follow.",
        "The forecast is for a decline to a tropical storm.",
        "The senators will continue their legislative attacks.",
        "The paper rounded up a list of the reasons.",
    ],
)
def test_what_is_general_foretold_or_figurative_is_no_event(nlp, text):
    found, _ = events([nlp(text)])
    assert found == []


def test_ids_rise_in_text_order_and_spans_are_true():
    found, _ = events([parsed(ARREST), parsed(PASSIVE.replace("Ana Ana", "Eva Eva"))])
    assert [event.id for event in found] == [f"e{n}" for n in range(len(found))]
    assert [event.span for event in found] == sorted(event.span for event in found)
