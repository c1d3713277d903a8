"""Facts grouped over articles; what cannot hold is dropped."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import ResolvedFact
from kg.resolve import resolve
from tests.resolve.corpus import MONTH, Paper, day

KINDS = {
    "person": ("Lena Varga", "Person", ""),
    "other": ("Imre Kocsis", "Person", ""),
    "body": ("Harbour Union", "Organization", ""),
    "whole": ("World Harbour Alliance", "Organization", ""),
    "city": ("Alt", "Place", "City"),
    "country": ("Samland", "Place", "Country"),
    "event": ("it", "", ""),
}


def facts_of(*papers: Paper) -> list[ResolvedFact]:
    return list(resolve([paper.annotated() for paper in papers]).facts)


def stating(paper_id: str, subject: str, predicate: str, value: str = "", **given: Any) -> Paper:
    words = [KINDS[kind][0] for kind in (subject, value) if kind]
    published = given.pop("published", None)
    paper = Paper(paper_id, f"({paper_id}) {' and '.join(words)}", published=published)
    ids = [
        paper.happen(*KINDS[kind][:1], "Protest")
        if kind == "event"
        else paper.say(KINDS[kind][0], KINDS[kind][1], subtype=KINDS[kind][2])
        for kind in (subject, value)
        if kind
    ]
    paper.state(ids[0], predicate, ids[1] if value else "", **given)
    return paper


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("person", "memberOf", "body"),
        ("body", "memberOf", "whole"),
        ("person", "worksFor", "body"),
        ("person", "founderOf", "body"),
        ("person", "affiliatedWith", "body"),
        ("body", "partOf", "whole"),
        ("person", "spouseOf", "other"),
        ("person", "relativeOf", "other"),
        ("person", "bornIn", "city"),
        ("body", "locatedIn", "city"),
        ("city", "locatedIn", "country"),
        ("person", "nationality", "country"),
        ("country", "opposes", "body"),
        ("event", "organizer", "body"),
    ],
)
def test_sound_facts_are_kept(subject: str, predicate: str, value: str) -> None:
    (fact,) = facts_of(stating("a", subject, predicate, value))
    assert (fact.predicate, fact.asserted, fact.evidence, fact.confidence) == (
        predicate,
        True,
        (("a", 0),),
        0.8,
    )
    assert fact.iri.startswith("statement/")


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("person", "memberOf", "other"),
        ("person", "leaderOf", "city"),
        ("city", "worksFor", "body"),
        ("person", "spouseOf", "body"),
        ("person", "bornIn", "body"),
        ("body", "locatedIn", "whole"),
        ("body", "nationality", "country"),
        ("person", "nationality", "city"),
        ("person", "partOf", "body"),
        ("person", "agent", "other"),
        ("person", "likes", "body"),
        ("person", "spouseOf", "person"),
        ("body", "position", ""),
    ],
)
def test_unsound_facts_are_dropped(subject: str, predicate: str, value: str) -> None:
    assert facts_of(stating("a", subject, predicate, value, literal="" if value else "chair")) == []


def test_a_leader_is_also_a_member() -> None:
    found = {
        fact.predicate: fact for fact in facts_of(stating("a", "person", "leaderOf", "body", status="Former"))
    }
    assert set(found) == {"leaderOf", "memberOf"}
    assert found["memberOf"].evidence == found["leaderOf"].evidence
    assert found["memberOf"].status == "Former"


def test_one_fact_of_three_articles_has_three_pieces_of_evidence() -> None:
    papers = [stating(paper, "person", "worksFor", "body", confidence=0.6) for paper in "cab"]
    (fact,) = facts_of(*papers)
    assert fact.evidence == (("a", 0), ("b", 0), ("c", 0))
    assert fact.confidence == 0.936


def test_confidence_never_reaches_one() -> None:
    papers = [stating(f"a{n}", "person", "worksFor", "body", confidence=0.9) for n in range(5)]
    assert facts_of(*papers)[0].confidence == 0.99


def test_two_patterns_in_one_sentence_are_one_observation() -> None:
    paper = stating("a", "person", "worksFor", "body", confidence=0.6)
    paper.state("m0", "worksFor", "m1", confidence=0.5)
    assert facts_of(paper)[0].confidence == 0.6


@pytest.mark.parametrize(("told", "asserted"), [((False, False), False), ((True, False), True)])
def test_a_fact_holds_where_one_article_says_so_itself(told: tuple[bool, bool], asserted: bool) -> None:
    papers = [
        stating(paper, "person", "worksFor", "body", asserted=own)
        for paper, own in zip("ab", told, strict=True)
    ]
    (fact,) = facts_of(*papers)
    assert fact.asserted is asserted
    assert len(fact.evidence) == 2


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ([{"status": "Current"}, {"status": "Current"}, {"status": "Former"}], "Current"),
        ([{"status": "Current"}, {"status": "Former"}], "Former"),
        ([{"status": "Former", "asserted": False}, {"status": "Current"}], "Current"),
        (
            [
                {"status": "Former", "published": day(9).earliest},
                {"status": "Current", "published": day(3).earliest},
                {"status": "Current", "published": day(2).earliest},
            ],
            "Former",
        ),
        ([{}, {}], ""),
    ],
)
def test_which_status_holds(given: list[dict[str, Any]], status: str) -> None:
    papers = [stating(f"a{n}", "person", "worksFor", "body", **one) for n, one in enumerate(given)]
    assert facts_of(*papers)[0].status == status


def test_positions_that_differ_in_case_are_one() -> None:
    papers = [
        stating("a", "person", "position", literal="Harbour Master"),
        stating("b", "person", "position", literal="harbour\nmaster"),
        stating("c", "person", "position", literal="Harbour Master"),
    ]
    (fact,) = facts_of(*papers)
    assert (fact.object, fact.literal, len(fact.evidence)) == ("", "Harbour Master", 3)


def test_facts_of_what_has_no_entity_are_dropped() -> None:
    paper = Paper("a", "The official works for Harbour Union.")
    person = paper.say("The official", kind="nominal")
    body = paper.say("Harbour Union", "Organization")
    paper.state(person, "worksFor", body)
    assert facts_of(paper) == []


def killing(status: str, paper_id: str = "a") -> Paper:
    paper = Paper(paper_id, f"({paper_id}) Lena Varga said Imre Kocsis died by Harbour Union in Samland")
    speaker = paper.say("Lena Varga")
    victim = paper.say("Imre Kocsis")
    body = paper.say("Harbour Union", "Organization")
    place = paper.say("Samland", "Place", subtype="Country")
    event = paper.happen(
        "died", "Killing", status=status, agents=(body,), patients=(victim,), places=(place,), when=MONTH
    )
    paper.claim("Imre Kocsis died by Harbour Union", speaker, "said", event=event)
    return paper


def test_who_is_accused_in_a_claim_only_is_no_agent() -> None:
    found = resolve([killing("ClaimedOnly").annotated()])
    roles = {fact.predicate: fact for fact in found.facts}
    assert {predicate: fact.asserted for predicate, fact in roles.items()} == {
        "agent": False,
        "patient": False,
    }
    assert found.claims[0].states == tuple(sorted(fact.iri for fact in found.facts))
    (event,) = found.events
    assert (event.agents, event.patients, event.status) == ((), (), "ClaimedOnly")
    assert event.places == ("entity/samland",)


def test_who_acts_in_the_article_s_own_voice_is_the_agent() -> None:
    found = resolve([killing("ClaimedOnly").annotated(), killing("Occurred", "b").annotated()])
    assert all(fact.asserted for fact in found.facts)
    (event,) = found.events
    assert (event.agents, event.patients) == (("entity/harbour-union",), ("entity/imre-kocsis",))


def test_a_claim_states_its_facts() -> None:
    paper = stating("a", "person", "worksFor", "body", asserted=False)
    paper.claim("Harbour Union", "m0", "and", states=("f0", "f9"))
    found = resolve([paper.annotated()])
    assert found.claims[0].states == (found.facts[0].iri,)
