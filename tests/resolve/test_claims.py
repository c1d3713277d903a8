"""What claims about one event's figures have to do with each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.model import Resolved
from kg.resolve import resolve
from tests.resolve.corpus import MONTH, Paper, day


def toll(paper_id: str, speaker: str, number: int, modifier: str = "Exactly", **given: Any) -> Paper:
    """An article in which a speaker gives the toll of one event."""
    noun, measure = given.pop("noun", "people"), given.pop("measure", "Deaths")
    published = given.pop("published", None)
    words = f"{number} {noun}"
    paper = Paper(paper_id, f"({paper_id}) {speaker} said {words} fell in Samland", published=published)
    by = paper.say(speaker)
    place = paper.say("Samland", "Place", subtype="Country")
    event = paper.happen("fell", "Killing", name="Harbour Day", places=(place,), when=MONTH)
    quantity = paper.count(words, str(number), number, modifier, measure)
    paper.claim(f"{words} fell", by, "said", event=event, quantities=(quantity,), **given)
    return paper


def joined(*papers: Paper) -> Resolved:
    return resolve([paper.annotated() for paper in papers])


def links(*papers: Paper) -> set[tuple[str, str, str]]:
    """(article, relation, article) of every relation."""
    found = joined(*papers)
    documents = {claim.iri: claim.document for claim in found.claims}
    return {
        (claim.document, relation, documents[target])
        for claim in found.claims
        for relation in ("same_as", "corroborates", "contradicts")
        for target in getattr(claim, relation)
    }


def kinds(*papers: Paper) -> list[str]:
    return sorted(relation for _, relation, _ in links(*papers))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((40, "Exactly"), (90, "Exactly"), ["contradicts"]),
        ((40, "Exactly"), (40, "Exactly"), ["corroborates"]),
        ((1500, "MoreThan"), (1500, "Approximately"), ["corroborates"]),
        ((1500, "MoreThan"), (60, "AtMost"), ["contradicts"]),
        ((40, "AtLeast"), (90, "Exactly"), []),
        ((100, "AtMost"), (100, "AtLeast"), []),
        ((100, "Approximately"), (105, "Exactly"), []),
        ((40, "Vague"), (90, "Exactly"), []),
    ],
)
def test_two_speakers(left: tuple[int, str], right: tuple[int, str], expected: list[str]) -> None:
    assert kinds(toll("a", "Lena Varga", *left), toll("b", "Imre Kocsis", *right)) == expected


def test_a_relation_goes_from_the_smaller_iri_to_the_larger() -> None:
    found = joined(toll("a", "Lena Varga", 40), toll("b", "Imre Kocsis", 90))
    first, second = found.claims
    assert first.contradicts == (second.iri,)
    assert second.contradicts == ()


@pytest.mark.parametrize(("number", "expected"), [(40, ["same_as"]), (90, [])])
def test_one_speaker_in_two_articles(number: int, expected: list[str]) -> None:
    assert kinds(toll("a", "Lena Varga", 40), toll("b", "Lena Varga", number)) == expected


def test_a_confirmation_corroborates_what_it_confirms() -> None:
    confirmed = toll("a", "Lena Varga", 100, "Approximately")
    confirming = toll("b", "Imre Kocsis", 105, cue_type="Confirm")
    assert links(confirmed, confirming) == {("b", "corroborates", "a")}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"noun": "children"}, {"noun": "people"}, []),
        ({"noun": "children"}, {"noun": "children"}, ["contradicts"]),
        ({"noun": "other people"}, {"noun": "people"}, []),
        ({"noun": "peaceful victims"}, {"noun": "deaths"}, ["contradicts"]),
        (
            {"noun": "boats", "measure": "OtherMeasure"},
            {"noun": "boats", "measure": "OtherMeasure"},
            ["contradicts"],
        ),
        ({"noun": "boats", "measure": "OtherMeasure"}, {"noun": "ships", "measure": "OtherMeasure"}, []),
        ({"measure": "Injuries"}, {"measure": "Deaths"}, []),
        ({"polarity": "Negated"}, {}, []),
    ],
)
def test_only_counts_of_the_same_kind_are_compared(
    left: dict[str, Any], right: dict[str, Any], expected: list[str]
) -> None:
    assert kinds(toll("a", "Lena Varga", 40, **left), toll("b", "Imre Kocsis", 90, **right)) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ((day(2).earliest, day(4).earliest), []),
        ((day(4).earliest, day(2).earliest), ["contradicts"]),
        ((day(2).earliest, day(2).earliest), ["contradicts"]),
        ((day(2).earliest, None), ["contradicts"]),
        ((date(2033, 1, 1), date(2033, 2, 1)), ["contradicts"]),
    ],
)
def test_a_toll_may_rise_with_the_days(published: tuple[date, date | None], expected: list[str]) -> None:
    first = toll("a", "Lena Varga", 40, published=published[0])
    second = toll("b", "Imre Kocsis", 90, published=published[1])
    assert kinds(first, second) == expected


def test_claims_about_different_events_do_not_meet() -> None:
    other = toll("b", "Imre Kocsis", 90)
    other.events[0] = replace(other.events[0], name="Marsh Fire")
    assert kinds(toll("a", "Lena Varga", 40), other) == []


def test_two_unnamed_sources_do_not_corroborate_each_other() -> None:
    papers = []
    for paper_id in ("a", "b"):
        paper = toll(paper_id, "Lena Varga", 40)
        paper.mentions[0] = replace(paper.mentions[0], kind="nominal")
        papers.append(paper)
    assert kinds(*papers) == []


def test_a_thousand_equal_reports_make_a_thousand_links() -> None:
    papers = [toll(f"a{n:04}", f"Lena Varga{'' if n % 2 else ' Kocsis'}", 40) for n in range(1000)]
    assert len(links(*papers)) < 1500


def test_iris_and_references_of_a_claim() -> None:
    paper = toll("a", "Lena Varga", 40, about=("m1", "m99"))
    (claim,) = joined(paper).claims
    key = paper.key()
    content, cue = paper.span("40 people fell"), paper.span("said")
    assert claim.iri == f"claim/{key}_{content.start}_{cue.start}"
    assert claim.about == ("entity/samland",)
    assert claim.event == "event/harbour-day-2031"
    assert [iri for iri, _ in claim.quantities] == [f"quantity/{key}_{content.start}_{content.start + 9}"]
