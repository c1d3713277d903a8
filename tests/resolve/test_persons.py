"""Which persons of different articles are one: a wrong join puts words into somebody's mouth."""

from __future__ import annotations

import pytest

from kg.model import Resolved
from kg.resolve import resolve
from tests.resolve.corpus import Paper, entity_of, named


def joined(*papers: Paper) -> Resolved:
    return resolve([paper.annotated() for paper in papers])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lena Varga", "Lena Varga"),
        ("Lena Varga", "LENA VARGA"),
        ("Lena Várga", "Lena Varga"),
        ("Lena Varga", "Dr. Lena Varga"),
    ],
)
def test_one_full_name_is_one_person(left: str, right: str) -> None:
    found = joined(named("a", left), named("b", right))
    assert entity_of(found, "a") == entity_of(found, "b")
    assert [decision.rule for decision in found.decisions] == ["same-name"]
    assert "“" in found.decisions[0].reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("John Smith", "Jane Smith"),
        ("Abdul Rahman", "Abdul Karim"),
        ("Hassan Abdul Rahman", "Rahman"),
        ("Abdul Rahman", "Mohammad Rahman"),
        ("Donald Ray", "Donald Ray Jr."),
        ("Maria Lopez", "Maria Perez"),
    ],
)
def test_different_names_stay_two_persons(left: str, right: str) -> None:
    found = joined(named("a", left), named("b", right))
    assert entity_of(found, "a") != entity_of(found, "b")
    assert not found.decisions


def test_a_person_is_never_a_place() -> None:
    found = joined(named("a", "Paris Hill"), named("b", "Paris Hill", type_name="Place"))
    assert entity_of(found, "a") != entity_of(found, "b")
    assert {entity.type for entity in found.entities} == {"Person", "Place"}


def test_a_chain_of_two_full_names_is_taken_apart() -> None:
    paper = Paper("a", "John Smith met Jane Smith. He left. Smith stayed.")
    for words, nth in (("John Smith", 0), ("Jane Smith", 0), ("He", 0), ("Smith", 2)):
        paper.say(words, chain=1, nth=nth)
    found = joined(paper)
    assert entity_of(found, "a", "m0") == "entity/john-smith"
    assert entity_of(found, "a", "m1") == "entity/jane-smith"
    assert ("a", "m2") not in found.chains
    assert entity_of(found, "a", "m3") not in ("entity/john-smith", "entity/jane-smith")


def test_two_persons_are_not_joined_through_a_third_way_to_print_both() -> None:
    found = joined(
        named("a", "John A. Smith", "John Smith"),
        named("b", "John B. Smith", "John Smith"),
    )
    assert entity_of(found, "a") != entity_of(found, "b")


def test_a_surname_is_the_one_person_of_its_article_so_called() -> None:
    paper = Paper("a", "Lena Varga spoke. Later Varga left.")
    paper.say("Lena Varga", chain=1)
    paper.say("Varga", chain=2, nth=1)
    found = joined(paper)
    assert entity_of(found, "a", "m1") == "entity/lena-varga"
    assert found.decisions[0].rule == "surname-in-article"
    assert [(entity.name, entity.aliases) for entity in found.entities] == [("Lena Varga", ("Varga",))]


def test_a_surname_that_two_bear_is_neither() -> None:
    paper = Paper("a", "Lena Varga and Imre Varga spoke. Later Varga left.")
    paper.say("Lena Varga", chain=1)
    paper.say("Imre Varga", chain=2)
    paper.say("Varga", chain=3, nth=2)
    other = named("b", "Lena Varga")
    found = joined(paper, other)
    assert entity_of(found, "a", "m2") == "entity/varga"


def test_he_is_not_the_woman_of_that_surname() -> None:
    paper = Paper("a", "Mrs. Lena Varga spoke. Later Mr. Varga left.")
    paper.say("Lena Varga", chain=1)
    paper.say("Varga", chain=2, nth=1)
    found = joined(paper)
    assert entity_of(found, "a", "m0") != entity_of(found, "a", "m1")


def test_a_surname_before_the_full_name_is_left_alone() -> None:
    paper = Paper("a", "Varga closed. Its head is Lena Varga.")
    paper.say("Varga", chain=1)
    paper.say("Lena Varga", chain=2)
    found = joined(paper)
    assert entity_of(found, "a", "m0") != entity_of(found, "a", "m1")


@pytest.mark.parametrize("title", ["", "Mrs. "])
def test_a_surname_that_is_also_a_body_needs_a_sign_of_a_person(title: str) -> None:
    paper = Paper("a", f"Lena Varga leads Varga Motors. Later {title}Varga rose.")
    paper.say("Lena Varga", chain=1)
    paper.say("Varga Motors", "Organization", chain=2)
    paper.say("Varga", chain=3, nth=2)
    found = joined(paper)
    assert (entity_of(found, "a", "m0") == entity_of(found, "a", "m2")) is bool(title)


def with_context(paper_id: str, name: str, *, country: str = "", other: str = "") -> Paper:
    paper = Paper(paper_id, f"({paper_id}) {name} spoke. {country} {other}")
    paper.say(name, chain=1)
    if country:
        paper.say(country, "Place", chain=2, subtype="Country")
    if other:
        paper.say(other, chain=3)
    return paper


@pytest.mark.parametrize(
    ("context", "same"),
    [
        ({"country": "Hungary"}, True),
        ({"other": "Imre Kocsis"}, True),
        ({"country": "Peru"}, False),
        ({}, False),
    ],
)
def test_a_surname_of_another_article_needs_something_in_common(context: dict[str, str], same: bool) -> None:
    full = with_context("a", "Lena Varga", country="Hungary", other="Imre Kocsis")
    found = joined(full, with_context("b", "Varga", **context))
    assert (entity_of(found, "a") == entity_of(found, "b")) is same


def test_a_frequent_surname_needs_more_than_a_country() -> None:
    full = with_context("a", "Lena Smith", country="Canada", other="Imre Kocsis")
    assert len(joined(full, with_context("b", "Smith", country="Canada")).entities) == 4
    found = joined(full, with_context("b", "Smith", other="Imre Kocsis"))
    assert entity_of(found, "a") == entity_of(found, "b") == "entity/lena-smith"


def test_a_surname_that_two_of_the_corpus_bear_is_neither() -> None:
    found = joined(
        with_context("a", "Lena Varga", country="Hungary"),
        with_context("b", "Imre Varga", country="Hungary"),
        with_context("c", "Varga", country="Hungary"),
    )
    assert entity_of(found, "c") == "entity/varga"


def test_a_first_name_of_another_article_is_nobody_s() -> None:
    full = with_context("a", "Qin Yulan", country="Laos")
    full.text += " Qin agreed. Again Qin."
    full.say("Qin", chain=1, nth=1)
    full.say("Qin", chain=5, nth=2)
    found = joined(full, with_context("b", "Qin", country="Laos"))
    assert entity_of(found, "a", "m3") == "entity/qin-yulan"
    assert entity_of(found, "b") != "entity/qin-yulan"


def test_what_everybody_speaks_of_is_nothing_in_common() -> None:
    others = [named(f"z{n}", "Imre Kocsis") for n in range(5)]
    full = with_context("a", "Lena Varga", other="Imre Kocsis")
    found = joined(full, with_context("b", "Varga", other="Imre Kocsis"), *others)
    assert entity_of(found, "a") != entity_of(found, "b")


def test_a_title_alone_is_nobody() -> None:
    assert joined(named("a", "Rep.")).entities == ()


def test_lone_names_are_one_person_only_where_articles_share_something() -> None:
    found = joined(
        with_context("a", "Bolvara", country="Peru"),
        with_context("b", "Bolvara", country="Peru"),
        with_context("c", "Bolvara", country="Kenya"),
    )
    assert entity_of(found, "a") == entity_of(found, "b") == "entity/bolvara"
    assert entity_of(found, "c") != entity_of(found, "a")
    assert entity_of(found, "c").startswith("entity/bolvara-")


def test_the_name_is_the_most_frequent_full_one() -> None:
    found = joined(
        named("a", "Lena Varga", "Varga", "Varga"),
        named("b", "Lena Várga"),
        named("c", "Lena Varga"),
        named("d", "LENA VARGA"),
    )
    (entity,) = found.entities
    assert entity.name == "Lena Varga"
    assert entity.aliases == ("LENA VARGA", "Lena Várga", "Varga")


def test_a_name_broken_by_a_line_end_is_one_name() -> None:
    found = joined(named("a", "Lena\nVarga"), named("b", "Lena Varga"))
    assert [(entity.name, entity.aliases) for entity in found.entities] == [("Lena Varga", ())]


def test_curly_apostrophes_get_a_straight_alias() -> None:
    found = joined(named("a", "Sean O’Hara"))
    assert [(entity.name, entity.aliases) for entity in found.entities] == [("Sean O’Hara", ("Sean O'Hara",))]


def test_pronouns_and_nominals_are_mentions_not_names() -> None:
    paper = Paper("a", "Lena Varga spoke. The minister said she agreed.")
    paper.say("Lena Varga", chain=1)
    paper.say("The minister", chain=1, kind="nominal", name="minister")
    paper.say("she", chain=1)
    (entity,) = joined(paper).entities
    assert entity.mentions == (("a", "m0"), ("a", "m1"), ("a", "m2"))
    assert entity.aliases == ()


def test_the_byline_is_the_person_of_that_name() -> None:
    text = "Storm passes\nBy Lena Varga\nThe rain stopped."
    paper = Paper("a", text, headline="Storm passes", authors=("Lena Varga",), publisher="Storm")
    other = named("b", "Lena Varga")
    found = joined(paper, other)
    first = found.articles[0]
    assert first.iri.startswith("article/storm-passes-")
    assert first.authors == (entity_of(found, "b"),)
    publisher = next(entity for entity in found.entities if entity.iri == first.publisher)
    assert (publisher.type, publisher.subtype, publisher.name) == (
        "Organization",
        "NewsMediaOrganization",
        "Storm",
    )


@pytest.mark.parametrize(
    ("author", "type_name"),
    [("Lena Varga", "Person"), ("Harbour News Agency", "Organization"), ("AFP", "Organization")],
)
def test_what_an_author_is(author: str, type_name: str) -> None:
    found = joined(Paper("a", f"{author}\nIt rained.", authors=(author,)))
    assert [entity.type for entity in found.entities] == [type_name]


def test_staff_is_nobody() -> None:
    found = joined(Paper("a", "Staff Writer\nIt rained.", authors=("Staff Writer",)))
    assert found.entities == ()
    assert found.articles[0].authors == ()
