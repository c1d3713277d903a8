"""Organizations, places and nationalities: acronyms, countries, and bodies that every country has."""

from __future__ import annotations

import pytest

from kg.model import Resolved
from kg.resolve import resolve
from tests.resolve.corpus import Paper, entity_of, named

ORG = "Organization"


def joined(*papers: Paper) -> Resolved:
    return resolve([paper.annotated() for paper in papers])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Workers’ League", "Workers' League"),
        ("Acme Inc.", "Acme"),
        ("Blue-Water Trust", "Blue Water Trust"),
        ("the Harbour Post", "Harbour Post"),
    ],
)
def test_ways_to_print_a_body(left: str, right: str) -> None:
    found = joined(named("a", left, type_name=ORG), named("b", right, type_name=ORG))
    assert entity_of(found, "a") == entity_of(found, "b")


def test_an_acronym_shown_in_one_article_is_known_in_the_next() -> None:
    found = joined(
        named("a", "Free Harbour Union", "FHU", type_name=ORG),
        named("b", "FHU", type_name=ORG),
    )
    (entity,) = found.entities
    assert (entity.iri, entity.name, entity.aliases) == (
        "entity/free-harbour-union",
        "Free Harbour Union",
        ("FHU",),
    )
    assert found.decisions[0].rule == "acronym"
    assert "article a" in found.decisions[0].reason


def test_both_acronyms_of_a_pair_are_known() -> None:
    found = joined(
        named("a", "Free Harbour Union", "FHU/SVL", type_name=ORG),
        named("b", "SVL", type_name=ORG),
        named("c", "FHU", type_name=ORG),
    )
    assert len(found.entities) == 1


def test_an_acronym_of_two_bodies_is_neither() -> None:
    found = joined(
        named("a", "Free Harbour Union", "FHU", type_name=ORG),
        named("b", "Federal Housing Unit", "FHU", type_name=ORG),
        named("c", "FHU", type_name=ORG),
        named("d", "FHU", type_name=ORG),
    )
    assert len({entity_of(found, paper) for paper in "abcd"}) == 4
    assert not found.decisions


@pytest.mark.parametrize(("country", "same"), [("Peru", True), ("Kenya", False), ("", False)])
def test_an_acronym_of_a_body_of_every_country_holds_in_that_country(country: str, same: bool) -> None:
    spelled = named("a", "Social Democratic Party", "SDP", type_name=ORG)
    bare = named("b", "SDP", type_name=ORG)
    for paper, place in ((spelled, "Peru"), (bare, country)):
        if place:
            paper.text += f" {place}"
            paper.say(place, "Place", subtype="Country")
    found = joined(spelled, bare)
    assert (entity_of(found, "a") == entity_of(found, "b")) is same


def test_variants_of_a_long_name_with_one_acronym_are_one() -> None:
    found = joined(
        named("a", "Free Harbour Union of Samland", "FHU", type_name=ORG),
        named("b", "Free Harbour League of Samland", "FHU", type_name=ORG),
    )
    assert entity_of(found, "a") == entity_of(found, "b")


def test_a_person_called_like_an_acronym_is_not_the_body() -> None:
    found = joined(named("a", "Free Harbour Union", "FHU", type_name=ORG), named("b", "FHU"))
    assert entity_of(found, "a") != entity_of(found, "b")


def test_the_short_form_without_the_kind_is_the_same_body() -> None:
    found = joined(
        named("a", "Marlow News Agency", "Marlow", type_name=ORG),
        named("b", "Marlow", type_name=ORG),
    )
    assert entity_of(found, "a") == entity_of(found, "b")


def test_the_kind_without_the_rest_is_not() -> None:
    found = joined(
        named("a", "Samland Health Ministry", "Health Ministry", type_name=ORG),
        named("b", "Norland Health Ministry", "Health Ministry", type_name=ORG),
        named("c", "Health Ministry", type_name=ORG),
    )
    assert len({entity_of(found, paper) for paper in "abc"}) == 3


def ministry(paper_id: str, country: str) -> Paper:
    paper = Paper(paper_id, f"({paper_id}) The Health Ministry of {country} spoke.")
    paper.say("Health Ministry", ORG)
    paper.say(country, "Place", subtype="Country")
    return paper


def test_a_ministry_belongs_to_its_country() -> None:
    found = joined(ministry("a", "Peru"), ministry("b", "Kenya"), ministry("c", "Peru"))
    assert entity_of(found, "a") == entity_of(found, "c")
    assert entity_of(found, "a") != entity_of(found, "b")
    assert all(entity_of(found, paper).startswith("entity/health-ministry-") for paper in "ab")


def test_a_ministry_s_iri_does_not_depend_on_the_rest_of_the_corpus() -> None:
    alone = joined(ministry("b", "Kenya"))
    assert entity_of(alone, "b") == entity_of(joined(ministry("a", "Peru"), ministry("b", "Kenya")), "b")


def test_countries_have_several_names() -> None:
    papers = [
        named(paper, name, type_name="Place", subtype="Country")
        for paper, name in (("a", "United States"), ("b", "U.S."), ("c", "USA"), ("d", "United States"))
    ]
    (entity,) = joined(*papers).entities
    assert (entity.iri, entity.subtype, entity.aliases) == (
        "entity/united-states",
        "Country",
        ("U.S.", "USA"),
    )


def test_a_city_and_the_government_called_after_it_stay_apart() -> None:
    found = joined(
        named("a", "Tirana", type_name="Place"),
        named("b", "Tirana", type_name="Place"),
        named("c", "Tirana", type_name=ORG),
    )
    assert entity_of(found, "a") == "entity/tirana"
    assert entity_of(found, "c").startswith("entity/tirana-")


def test_a_thing_of_open_type_joins_the_one_of_that_name() -> None:
    found = joined(
        named("a", "Marlow Prize", type_name="Other"),
        named("b", "Marlow Prize", type_name=ORG),
    )
    assert [entity.type for entity in found.entities] == [ORG]
    apart = joined(
        named("a", "Marlow Prize", type_name="Other"),
        named("b", "Marlow Prize", type_name=ORG),
        named("c", "Marlow Prize", type_name="Place"),
    )
    assert len(apart.entities) == 3


def test_an_adjective_of_a_country_is_no_entity() -> None:
    paper = Paper("a", "The Peruvian minister spoke.")
    paper.say("Peruvian", "Nationality", subtype="Peru")
    found = joined(paper)
    assert found.entities == ()
    assert found.chains == {}


def test_a_nationality_fact_makes_or_finds_the_country() -> None:
    paper = Paper("a", "Peruvian lawmaker Lena Varga spoke.")
    adjective = paper.say("Peruvian", "Nationality", subtype="Peru")
    person = paper.say("Lena Varga")
    paper.state(person, "nationality", adjective)
    for others in ([], [named("b", "Peru", type_name="Place", subtype="Country")]):
        found = joined(paper, *others)
        (fact,) = found.facts
        assert (fact.subject, fact.predicate, fact.object) == (
            "entity/lena-varga",
            "nationality",
            "entity/peru",
        )
        country = next(entity for entity in found.entities if entity.iri == "entity/peru")
        assert (country.type, country.subtype, country.name, country.aliases) == (
            "Place",
            "Country",
            "Peru",
            (),
        )


def test_two_files_of_one_text_are_one_article() -> None:
    first = named("a", "Lena Varga")
    copy = named("a", "Lena Varga")
    copy.id = "z"
    found = joined(first, copy)
    assert [article.annotated.document.id for article in found.articles] == ["a", "z"]
    assert len({article.iri for article in found.articles}) == 1
    assert entity_of(found, "z") == entity_of(found, "a")
    assert found.entities[0].mentions == (("a", "m0"),)
