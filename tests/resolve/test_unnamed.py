"""Speakers without a name stay in their article."""

from __future__ import annotations

import pytest

from kg.model import Entity
from kg.resolve import resolve
from tests.resolve.corpus import Paper, entity_of


def speaker(
    text: str, words: str, type_name: str, subtype: str = "", phrase: str = ""
) -> tuple[Entity, Paper]:
    paper = Paper("a", text)
    mention = paper.say(words, type_name, kind="" if words in ("She", "They") else "nominal", subtype=subtype)
    given = {"speaker_spans": (paper.span(phrase),)} if phrase else {}
    paper.claim("rain would come", mention, "said", **given)
    found = resolve([paper.annotated()])
    (claim,) = found.claims
    assert claim.speaker == entity_of(found, "a")
    return next(entity for entity in found.entities if entity.iri == claim.speaker), paper


@pytest.mark.parametrize(
    ("words", "type_name", "subtype", "kind"),
    [
        ("a senior official", "Person", "", "AnonymousSource"),
        ("a spokesman for the courts", "Person", "", "AnonymousSource"),
        ("the witness", "Person", "", "AnonymousSource"),
        ("several officials", "Person", "", "Group"),
        ("several officials", "Person", "AnonymousSource", "AnonymousSource"),
        ("protesters", "Group", "", "Group"),
        ("the police", "Person", "", "Group"),
        ("the ministry", "Organization", "", "Group"),
        ("the report", "Other", "", "AnonymousSource"),
    ],
)
def test_what_an_unnamed_speaker_is(words: str, type_name: str, subtype: str, kind: str) -> None:
    entity, paper = speaker(f"On Monday {words} said rain would come.", words, type_name, subtype)
    assert (entity.type, entity.name, entity.article) == (kind, words, "a")
    assert entity.iri == f"entity/anon-{paper.key()}_10"


def test_the_whole_noun_phrase_is_the_name() -> None:
    text = "On Monday two sources inside the ministry said rain would come."
    entity, _ = speaker(text, "two sources", "Person", "AnonymousSource", "two sources inside the ministry")
    assert entity.name == "two sources inside the ministry"


def test_reporting_words_are_no_part_of_the_name() -> None:
    text = "Rain would come, according to a senior official. On Monday it was said rain would come."
    entity, _ = speaker(text, "a senior official", "Person", "", "according to a senior official")
    assert entity.name == "a senior official"


def test_a_group_by_name_is_no_entity_unless_it_speaks() -> None:
    paper = Paper("a", "Europeans said rain would come.")
    mention = paper.say("Europeans", "Group")
    assert resolve([paper.annotated()]).entities == ()
    paper.claim("rain would come", mention, "said")
    (entity,) = resolve([paper.annotated()]).entities
    assert (entity.type, entity.name, entity.article) == ("Group", "Europeans", "a")


def test_a_pronoun_alone_is_an_unnamed_speaker() -> None:
    entity, _ = speaker("She said rain would come.", "She", "Person")
    assert (entity.type, entity.name) == ("AnonymousSource", "unnamed speaker")


def test_a_chain_with_a_name_is_its_person_even_when_a_pronoun_speaks() -> None:
    paper = Paper("a", "Lena Varga came. She said rain would come.")
    paper.say("Lena Varga", chain=1)
    paper.claim("rain would come", paper.say("She", chain=1), "said")
    found = resolve([paper.annotated()])
    assert [claim.speaker for claim in found.claims] == ["entity/lena-varga"]


def test_unnamed_speakers_of_two_articles_stay_two() -> None:
    papers = []
    for paper_id in ("a", "b"):
        paper = Paper(paper_id, f"({paper_id}) An official said rain would come.")
        paper.claim("rain would come", paper.say("An official", kind="nominal"), "said")
        papers.append(paper)
    found = resolve([paper.annotated() for paper in papers])
    assert entity_of(found, "a") != entity_of(found, "b")


def test_unnamed_chains_that_nobody_quotes_are_no_entities() -> None:
    paper = Paper("a", "An official met protesters.")
    paper.say("An official", kind="nominal")
    paper.say("protesters", "Group", kind="nominal")
    assert resolve([paper.annotated()]).entities == ()


def test_a_cited_source_is_kept() -> None:
    paper = Paper("a", "Lena Varga, citing two officials, said rain would come.")
    person = paper.say("Lena Varga")
    cited = paper.say("two officials", kind="nominal", subtype="AnonymousSource")
    paper.claim("rain would come", person, "said", cites=cited)
    found = resolve([paper.annotated()])
    assert found.claims[0].cites == entity_of(found, "a", cited)
    assert found.claims[0].cites != ""


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"authors": ("Lena Varga",), "publisher": "Harbour Post"}, "Lena Varga"),
        ({"publisher": "Harbour Post"}, "Harbour Post"),
        ({"headline": "A storm"}, "unnamed author of A storm"),
        ({}, "unnamed author of a"),
    ],
)
def test_who_narrates(given: dict[str, object], name: str) -> None:
    paper = Paper("a", "A storm\nLena Varga\nHarbour Post\nRain came.", **given)  # type: ignore[arg-type]
    paper.claim("Rain came")
    found = resolve([paper.annotated()])
    (claim,) = found.claims
    assert claim.iri == f"claim/{paper.key()}_{paper.span('Rain came').start}"
    assert next(entity.name for entity in found.entities if entity.iri == claim.speaker) == name


def test_the_narrator_is_not_the_source_at_the_text_s_first_letter() -> None:
    paper = Paper("a", "Officials said rain would come. It rained.")
    paper.claim("rain would come", paper.say("Officials", kind="nominal"), "said")
    paper.claim("It rained")
    found = resolve([paper.annotated()])
    assert len({claim.speaker for claim in found.claims}) == 2
    assert f"entity/anon-{paper.key()}_0" in {claim.speaker for claim in found.claims}


def test_a_claim_by_nobody_is_left_out() -> None:
    paper = Paper("a", "Rain came, it said.")
    paper.claim("Rain came", "m99", "said")
    assert resolve([paper.annotated()]).claims == ()
