"""Which events of different articles are one."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import Resolved
from kg.resolve import resolve
from tests.resolve.corpus import MONTH, Paper, day


def report(paper_id: str, type_name: str = "Protest", country: str = "Samland", **given: Any) -> Paper:
    """An article about one event in a country, told by the word "it"."""
    people = {role: given.pop(role, "") for role in ("agents", "patients")}
    city = given.pop("city", "")
    paper = Paper(
        paper_id, f"({paper_id}) it happened in {city} {country}; {people['agents']} {people['patients']}"
    )
    places = [paper.say(country, "Place", subtype="Country")] if country else []
    places += [paper.say(city, "Place")] if city else []
    roles = {role: (paper.say(name),) for role, name in people.items() if name}
    paper.happen("it", type_name, places=tuple(places), **roles, **given)
    return paper


def joined(*papers: Paper) -> Resolved:
    return resolve([paper.annotated() for paper in papers])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"when": MONTH}, {"when": MONTH}),
        ({"when": MONTH}, {"when": day(7)}),
        ({"name": "May 2031 uprising"}, {"name": "May 2031 Uprising", "when": MONTH}),
        ({"name": "Red May", "country": ""}, {"name": "Red May"}),
        ({"name": "May 2031 uprising"}, {"name": "uprising of May 2031"}),
        ({"name": "May uprising", "when": MONTH}, {"name": "May 2031 uprising"}),
        ({"name": "2031 protests", "when": MONTH}, {"name": "May 2031 uprising"}),
        (
            {"type_name": "Killing", "patients": "Imre Kocsis", "country": ""},
            {"type_name": "Killing", "patients": "Imre Kocsis", "when": MONTH},
        ),
        (
            {"type_name": "Killing", "label": "killing of protesters", "when": MONTH},
            {"type_name": "Killing", "label": "killing of protesters", "when": MONTH},
        ),
        (
            {"type_name": "Meeting", "agents": "Imre Kocsis", "when": day(7)},
            {"type_name": "Meeting", "agents": "Imre Kocsis", "when": day(7)},
        ),
    ],
)
def test_one_event(left: dict[str, Any], right: dict[str, Any]) -> None:
    found = joined(report("a", **left), report("b", **right))
    (event,) = found.events
    assert event.members == (("a", "e0"), ("b", "e0"))
    assert event.evidence == (("a", 0), ("b", 0))
    assert [d.left.rpartition(" ")[2] for d in found.decisions if d.rule.startswith("event")] == ["(a)"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({}, {}),
        ({"when": MONTH}, {}),
        ({"when": MONTH}, {"when": day(7, 6)}),
        ({"when": day(7)}, {"when": day(8)}),
        ({"when": MONTH}, {"when": MONTH, "country": "Norland"}),
        ({"when": MONTH, "city": "Alt"}, {"when": MONTH, "city": "Bray"}),
        ({"when": MONTH}, {"when": MONTH, "type_name": "Arrest"}),
        ({"name": "May Cup", "when": day(1)}, {"name": "May Cup", "when": day(1, 5, 2035)}),
        ({"name": "May 2031 uprising"}, {"name": "May 2031 uprising", "country": "Norland"}),
        ({"name": "2031 election", "country": ""}, {"name": "2031 election", "country": ""}),
        ({"name": "Red Day", "when": MONTH}, {"name": "Harbour Rising", "when": MONTH}),
        ({"type_name": "Arrest", "when": MONTH}, {"type_name": "Arrest", "when": MONTH}),
        (
            {"type_name": "Killing", "patients": "Imre Kocsis", "when": MONTH},
            {"type_name": "Killing", "patients": "Lena Varga", "when": MONTH},
        ),
        (
            {"type_name": "Killing", "label": "killing of a man", "when": MONTH},
            {"type_name": "Killing", "label": "killing of a man", "when": MONTH},
        ),
        (
            {"type_name": "Arrest", "patients": "Imre Kocsis", "country": ""},
            {"type_name": "Arrest", "patients": "Imre Kocsis", "country": ""},
        ),
    ],
)
def test_two_events(left: dict[str, Any], right: dict[str, Any]) -> None:
    assert len(joined(report("a", **left), report("b", **right)).events) == 2


def test_a_month_does_not_bridge_two_days() -> None:
    found = joined(report("a", when=day(7)), report("b", when=day(9)), report("c", when=MONTH))
    assert len(found.events) == 3


def test_iris_of_events() -> None:
    named = report("a", name="May 2031 uprising", when=MONTH)
    yearly = report("b", "Election", name="Harbour Vote", when=day(3))
    plain = report("c", "Arrest", when=MONTH)
    assert [event.iri for event in joined(named, yearly, plain).events] == [
        f"event/arrest-{plain.key()}_4",
        "event/harbour-vote-2031",
        "event/may-2031-uprising",
    ]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("ClaimedOnly", "Occurred"), "Occurred"),
        (("Denied", "ClaimedOnly"), "ClaimedOnly"),
        (("Planned", "ClaimedOnly"), "Planned"),
        (("Denied", "Denied"), "Denied"),
    ],
)
def test_the_own_voice_decides_the_status(statuses: tuple[str, str], status: str) -> None:
    papers = [report(paper, when=MONTH, status=given) for paper, given in zip("ab", statuses, strict=True)]
    (event,) = joined(*papers).events
    assert event.status == status


def test_the_closest_date_is_kept_and_confidence_grows() -> None:
    (event,) = joined(report("a", when=MONTH), report("b", when=day(7))).events
    assert event.when == day(7)
    assert event.confidence == 0.96


def killing_in_protest(paper_id: str, *, place: str = "Samland", second: bool = False) -> Paper:
    paper = Paper(paper_id, f"({paper_id}) it began in Samland; that followed in {place}. those came")
    samland = paper.say("Samland", "Place", chain=1, subtype="Country")
    other = samland if place == "Samland" else paper.say(place, "Place", subtype="Country")
    paper.happen("it", "Protest", places=(samland,), when=MONTH, name="May 2031 Harbour uprising")
    paper.happen("that", "Killing", places=(other,), when=MONTH, label="killing of marchers")
    if second:
        paper.happen("those", "Protest", places=(samland,), when=day(5), name="Red Day")
    return paper


def test_a_killing_is_part_of_the_one_protest_beside_it() -> None:
    found = joined(killing_in_protest("a"), killing_in_protest("b"))
    killing = next(event for event in found.events if event.type == "Killing")
    assert killing.part_of == "event/may-2031-harbour-uprising"


@pytest.mark.parametrize("given", [{"place": "Norland"}, {"second": True}])
def test_a_killing_is_part_of_nothing_where_it_is_not_clear(given: dict[str, Any]) -> None:
    found = joined(killing_in_protest("a", **given))
    assert next(event.part_of for event in found.events if event.type == "Killing") == ""


def test_members_of_one_chain_are_one_event() -> None:
    paper = Paper("a", "it began and then that")
    paper.happen("it", "Protest", chain=5)
    paper.happen("that", "Protest", chain=5)
    (event,) = joined(paper).events
    assert event.members == (("a", "e0"), ("a", "e1"))


def test_an_event_without_a_sentence_is_left_out() -> None:
    paper = Paper("a", "it began")
    paper.happen("it", "Protest", sentence=-1)
    assert joined(paper).events == ()


def test_a_mention_that_names_an_event_leads_to_it() -> None:
    paper = Paper("a", "The May Rising began.")
    paper.say("May Rising", "Event")
    paper.happen("Rising", "Protest", name="May Rising")
    assert joined(paper).chains == {("a", "m0"): "event/may-rising"}


def unrest(paper_id: str, label: str, **given: Any) -> Paper:
    """An article that tells of a country's protests in May 2031 and of what they cost."""
    paper = Paper(paper_id, f"({paper_id}) protests in Samland. They fell there.")
    place = paper.say("Samland", "Place", subtype="Country")
    paper.happen("protests", "Protest", places=(place,), when=MONTH)
    paper.happen("fell", **{"type_name": "Killing", "label": label, "when": MONTH, **given})
    return paper


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"label": "deaths, May 2031"}, {"label": "killing of people, May 2031"}),
        ({"label": "killing of protesters"}, {"label": "death of civilians", "when": day(7)}),
        ({"label": "arrests", "type_name": "Arrest"}, {"label": "arrest of people", "type_name": "Arrest"}),
    ],
)
def test_the_toll_of_one_months_protests_is_one_event(left: dict[str, Any], right: dict[str, Any]) -> None:
    found = joined(unrest("a", **left), unrest("b", **right))
    assert len([event for event in found.events if event.type != "Protest"]) == 1
    assert "event-toll" in {decision.rule for decision in found.decisions}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"label": "killing of soldiers"}, {"label": "killing of people"}),
        ({"label": "deaths"}, {"label": "deaths", "when": day(7, 6)}),
        ({"label": "deaths"}, {"label": "arrests", "type_name": "Arrest"}),
    ],
)
def test_tolls_of_others_or_of_another_month_stay_apart(left: dict[str, Any], right: dict[str, Any]) -> None:
    found = joined(unrest("a", **left), unrest("b", **right))
    assert len([event for event in found.events if event.type != "Protest"]) == 2


def test_the_date_is_the_one_that_most_articles_give() -> None:
    found = joined(unrest("a", "deaths"), unrest("b", "deaths", when=day(17)), unrest("c", "deaths"))
    (toll,) = [event for event in found.events if event.type == "Killing"]
    assert toll.when is not None
    assert toll.when.edtf == "2031-05"
