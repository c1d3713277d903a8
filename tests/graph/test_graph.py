"""Resolved values become the triples that the ontology promises."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import NamedNode, Triple

from kg.graph import build_graph
from kg.graph.terms import decimal, plain
from kg.model import (
    Annotated,
    Article,
    Claim,
    DateExpression,
    Document,
    Entity,
    Mention,
    Quantity,
    Region,
    Resolved,
    ResolvedClaim,
    ResolvedEvent,
    ResolvedFact,
    Sentence,
    Span,
)
from kg.settings import Settings

TEXT = "Ann Lee leads Orbis. “Over 40 people died,” said Lee."
BASE = "https://kg.example/"


def corpus() -> Resolved:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    region = Region(Span(0, len(TEXT)), "paragraph")
    document = Document("a", "a.txt", TEXT, digest, (region,), published=date(2020, 5, 1))
    sentences = (Sentence(Span(0, 20), region.span), Sentence(Span(21, len(TEXT)), region.span))
    names = (
        Mention("m0", Span(0, 7), "name", "Person", "", "Ann Lee", 0, 0),
        Mention("m1", Span(14, 19), "name", "Organization", "", "Orbis", 1, 0),
        Mention("m2", Span(49, 52), "name", "Person", "", "Lee", 0, 1),
    )
    quantity = Quantity(
        "q0", Span(22, 36), Span(22, 29), "Deaths", "MoreThan", Decimal(40), Decimal(40), None, 1
    )
    claim = Claim(
        id="c0",
        speaker="m2",
        speaker_spans=(Span(49, 52),),
        cue=(Span(44, 48),),
        cue_type="Say",
        content=(Span(22, 41),),
        quoted=(Span(22, 42),),
        quote_type="Direct",
        polarity="Affirmed",
        certainty="Certain",
        temporality="",
        about=(),
        event="e0",
        quantities=("q0",),
        cites="",
        states=(),
        said=None,
        sentences=(1,),
        confidence=0.95,
    )
    may = DateExpression(Span(0, 1), "2020-05", date(2020, 5, 1), date(2020, 5, 31))
    article = Article("article/a-1", Annotated(document, sentences, names), (), "")
    event = ResolvedEvent(
        "event/e",
        "Killing",
        "deaths",
        "ClaimedOnly",
        (),
        (),
        (),
        (),
        may,
        "",
        (("a", "e0"),),
        (("a", 1),),
        0.8,
    )
    fact = ResolvedFact(
        "statement/s",
        "entity/ann-lee",
        "leaderOf",
        "entity/orbis",
        "",
        "Current",
        True,
        (("a", 0),),
        0.9,
    )
    claimed = ResolvedFact("statement/t", "event/e", "agent", "entity/orbis", "", "", False, (("a", 1),), 0.7)
    resolved_claim = ResolvedClaim(
        "claim/c",
        "a",
        claim,
        "entity/ann-lee",
        (),
        "event/e",
        "",
        (("quantity/q", quantity),),
        ("statement/t",),
        (),
        (),
        (),
    )
    return Resolved(
        (article,),
        (
            Entity("entity/ann-lee", "Person", "", "Ann Lee", ("Lee",), (("a", "m0"), ("a", "m2"))),
            Entity("entity/orbis", "Organization", "NewsMediaOrganization", "Orbis", (), (("a", "m1"),)),
        ),
        (event,),
        (fact, claimed),
        (resolved_claim,),
        {("a", "m0"): "entity/ann-lee", ("a", "m1"): "entity/orbis", ("a", "m2"): "entity/ann-lee"},
        (("entity/lee", "entity/ann-lee"),),
        (),
    )


def lines(settings: Settings | None = None) -> set[str]:
    """Triples with short names: the base left out, prefixes for what is long."""
    short = {
        "https://kg.example/": "",
        "https://w3id.org/newskg/ns#": "kg:",
        "https://schema.org/": "schema:",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#": "nif:",
    }
    found = set()
    for triple in build_graph(corpus(), settings or Settings()):
        text = f"{triple.subject} {triple.predicate} {triple.object}"
        for long, prefix in short.items():
            text = text.replace(long, prefix)
        found.add(text)
    return found


@pytest.mark.parametrize(
    "expected",
    [
        "<entity/ann-lee> <kg:leaderOf> <entity/orbis>",
        '<entity/ann-lee> <kg:mentionCount> "2"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "<entity/lee> <kg:replacedBy> <entity/ann-lee>",
        "<entity/orbis> <rdf:type> <schema:Organization>",
        "<entity/orbis> <rdf:type> <schema:NewsMediaOrganization>",
        "<statement/s> <kg:temporalStatus> <kg:Current>",
        '<statement/t> <kg:asserted> "false"^^<http://www.w3.org/2001/XMLSchema#boolean>',
        "<event/e> <rdf:type> <kg:Killing>",
        '<event/e> <kg:edtf> "2020-05"',
        "<claim/c> <kg:speaker> <entity/ann-lee>",
        '<claim/c> <schema:text> "Over 40 people died"@en',
        '<claim/c> <kg:quotedText> "Over 40 people died,"',
        '<claim/c> <kg:cue> "said"',
        '<quantity/q> <kg:quantityText> "Over 40 people"',
        '<quantity/q> <schema:minValue> "40"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "<article/a-1> <schema:mentions> <entity/ann-lee>",
    ],
)
def test_a_triple_is_there(expected: str) -> None:
    assert expected in lines()


def test_a_claimed_fact_has_no_plain_triple() -> None:
    assert not [line for line in lines() if line.startswith("<event/e> <kg:agent>")]


def test_sentences_carry_their_paragraph_unless_told_not_to() -> None:
    assert [line for line in lines() if "<nif:superString>" in line]
    assert not [
        line for line in lines(Settings(context=False)) if "nif:Paragraph" in line or "superString" in line
    ]


def test_mentions_are_phrases_only_on_request() -> None:
    assert not [line for line in lines() if "<nif:Phrase>" in line]
    assert len([line for line in lines(Settings(mentions=True)) if "<nif:Phrase>" in line]) == 3


def test_every_sentence_is_written_on_request_only() -> None:
    def count(found: set[str]) -> int:
        return len([line for line in found if line.endswith("<nif:Sentence>")])

    assert count(lines()) == 2
    assert count(lines(Settings(all_sentences=True))) == 2


def test_triples_come_once_and_sorted_by_subject() -> None:
    triples = build_graph(corpus(), Settings())
    assert len(triples) == len(set(triples))
    subjects = [str(triple.subject) for triple in triples]
    assert subjects == sorted(subjects)
    assert all(isinstance(triple, Triple) and isinstance(triple.subject, NamedNode) for triple in triples)


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.95, "0.95"), (1.0, "1"), (0.1 + 0.2, "0.3"), (Decimal("1.50"), "1.5"), (Decimal("1E+3"), "1000")],
)
def test_decimals_have_no_exponent_and_no_trailing_zero(number: float | Decimal, written: str) -> None:
    assert decimal(number).value == written


def test_characters_that_rdf_cannot_hold_are_replaced_one_for_one() -> None:
    assert plain("a\0b\ud800c\ufffe\uffff").value == "a\ufffdb\ufffdc\ufffd\ufffd"
