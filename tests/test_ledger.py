from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.ledger import KnownEntity, KnownEvent, Ledger, follow, read_ledger
from kg.model import Resolved
from kg.resolve import resolve
from tests.resolve.corpus import MONTH, Paper, day, named

ORG = "Organization"
TURTLE = """
@prefix kg: <https://w3id.org/newskg/ns#> . @prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ent: <https://news.example/kg/entity/> . @prefix evt: <https://news.example/kg/event/> .
@prefix art: <https://news.example/kg/article/> .
ent:harbour-union a schema:Organization, schema:NewsMediaOrganization ; schema:name "Harbour Union" ;
  schema:alternateName "HU", "Union" .
ent:lena-varga a schema:Person ; schema:name "Lena Varga" .
ent:anon-0011223344556677_9 a kg:AnonymousSource ; schema:name "an official" ;
  kg:mentionedIn art:a-storm-0011223344556677 .
ent:hu kg:replacedBy ent:harbour-onion . ent:harbour-onion kg:replacedBy ent:harbour-union .
evt:may-day-2031 a kg:Event ; rdfs:label "May Day"@en .
evt:arrest-0011223344556677_4 a kg:Event ; rdfs:label "arrest of two men"@en .
art:a-storm-0011223344556677 a schema:NewsArticle ; schema:author ent:lena-varga ;
  schema:mentions ent:harbour-union .
<https://elsewhere.example/thing> schema:name "Elsewhere" ; a schema:Person .
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    path = tmp_path / "graph.ttl"
    path.write_text(TURTLE, "utf-8")
    return read_ledger(path)


def test_entities_are_read_with_names_types_and_articles(ledger: Ledger) -> None:
    assert [(known.iri, known.type, known.name) for known in ledger.entities] == [
        ("entity/anon-0011223344556677_9", "AnonymousSource", "an official"),
        ("entity/harbour-union", ORG, "Harbour Union"),
        ("entity/lena-varga", "Person", "Lena Varga"),
    ]
    assert ledger.entity_by_iri["entity/harbour-union"].aliases == ("HU", "Union")
    assert all(known.articles == {"0011223344556677"} for known in ledger.entities)


def test_names_and_aliases_lead_to_iris_whatever_their_case(ledger: Ledger) -> None:
    assert ledger.named("HARBOUR  UNION") == ledger.named("hu") == ("entity/harbour-union",)
    assert ledger.named("Elsewhere") == ()


def test_events_by_name_are_only_those_with_a_name(ledger: Ledger) -> None:
    assert ledger.events_named("may day") == ("event/may-day-2031",)
    assert ledger.events_named("arrest of two men") == ()
    assert "event/arrest-0011223344556677_4" in ledger.event_by_iri


def test_redirects_are_followed_to_their_end(ledger: Ledger) -> None:
    assert ledger.redirects == {
        "entity/hu": "entity/harbour-union",
        "entity/harbour-onion": "entity/harbour-union",
    }
    assert ledger.is_taken("entity/hu")
    assert not ledger.is_taken("entity/new")


def test_a_circle_of_redirects_ends() -> None:
    assert follow({"a": "b", "b": "a"}, "a") == "b"
    assert Ledger(replaced={"a": "a"}).redirects == {}


def test_a_file_that_is_no_graph_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        read_ledger(tmp_path / "absent.ttl")
    broken = tmp_path / "graph.ttl"
    broken.write_text("this is no Turtle", "utf-8")
    with pytest.raises(GraphError, match=r"graph\.ttl"):
        read_ledger(broken)


# --- resolution with a ledger ------------------------------------------------------------------------------


def known(iri: str, name: str, *aliases: str, type_name: str = ORG, articles: str = "") -> KnownEntity:
    return KnownEntity(f"entity/{iri}", type_name, name, aliases, frozenset(articles.split()))


def joined(ledger: Ledger, *papers: Paper) -> Resolved:
    return resolve([paper.annotated() for paper in papers], ledger)


def test_first_seen_by_its_acronym_it_keeps_that_iri() -> None:
    ledger = Ledger((known("hu", "HU"),))
    found = joined(ledger, named("a", "Harbour Union", "HU", type_name=ORG))
    assert [(entity.iri, entity.name) for entity in found.entities] == [("entity/hu", "Harbour Union")]
    assert found.replaced == ()


def test_a_name_known_as_alias_keeps_its_iri() -> None:
    ledger = Ledger((known("harbour-union", "Harbour Union", "HU"),))
    found = joined(ledger, named("a", "HU", type_name=ORG))
    assert [entity.iri for entity in found.entities] == ["entity/harbour-union"]


def test_two_that_turn_out_to_be_one_leave_a_redirect() -> None:
    ledger = Ledger((known("hu", "HU"), known("harbour-union", "Harbour Union")))
    found = joined(ledger, named("a", "Harbour Union", "HU", type_name=ORG))
    assert [entity.iri for entity in found.entities] == ["entity/harbour-union"]
    assert found.replaced == (("entity/hu", "entity/harbour-union"),)


def test_old_redirects_are_kept_while_their_target_is_there() -> None:
    ledger = Ledger(
        (known("harbour-union", "Harbour Union"),), replaced={"entity/hu": "entity/harbour-union"}
    )
    assert joined(ledger, named("a", "Harbour Union", type_name=ORG)).replaced == (
        ("entity/hu", "entity/harbour-union"),
    )
    assert joined(ledger, named("a", "Lena Varga")).replaced == ()


def test_an_iri_that_was_replaced_is_never_given_again() -> None:
    ledger = Ledger(
        (known("harbour-union", "Harbour Union"),), replaced={"entity/marlow": "entity/harbour-union"}
    )
    found = joined(ledger, named("a", "Harbour Union", type_name=ORG), named("b", "Marlow", type_name=ORG))
    assert [entity.iri for entity in found.entities if entity.name == "Marlow"] != ["entity/marlow"]


def test_a_surname_alone_is_not_the_known_person_with_that_alias() -> None:
    ledger = Ledger((known("lena-varga", "Lena Varga", "Varga", type_name="Person"),))
    assert [entity.iri for entity in joined(ledger, named("a", "Varga")).entities] == ["entity/varga"]


def test_a_frequent_surname_of_another_article_is_somebody_else() -> None:
    ledger = Ledger((known("smith", "Smith", type_name="Person", articles="ffffffffffffffff"),))
    (entity,) = joined(ledger, named("a", "Smith")).entities
    assert entity.iri.startswith("entity/smith-")


def test_a_known_place_is_not_the_person_of_that_name() -> None:
    ledger = Ledger((known("paris-hill", "Paris Hill", type_name="Place"),))
    (entity,) = joined(ledger, named("a", "Paris Hill")).entities
    assert entity.iri.startswith("entity/paris-hill-")


def protest(paper_id: str, name: str = "", when: object = MONTH) -> Paper:
    paper = Paper(paper_id, f"({paper_id}) it began in Samland")
    place = paper.say("Samland", "Place", subtype="Country")
    paper.happen("it", "Protest", name=name, when=when, places=(place,))
    return paper


def test_an_event_keeps_the_iri_of_whichever_member_is_known() -> None:
    second = protest("b")
    old = f"event/protest-{second.key()}_4"
    ledger = Ledger(events=(KnownEvent(old, "protest"),))
    (event,) = joined(ledger, protest("a"), second).events
    assert event.iri == old


def test_an_event_that_gets_a_name_keeps_its_iri() -> None:
    paper = protest("b", "Harbour uprising")
    old = f"event/protest-{paper.key()}_4"
    (event,) = joined(Ledger(events=(KnownEvent(old, "protest"),)), paper).events
    assert (event.iri, event.label) == (old, "Harbour uprising")


def test_events_that_become_one_leave_a_redirect() -> None:
    papers = [protest("a"), protest("b")]
    old = [f"event/protest-{paper.key()}_4" for paper in papers]
    found = joined(Ledger(events=tuple(KnownEvent(iri, "protest") for iri in old)), *papers)
    assert [event.iri for event in found.events] == [old[0]]
    assert found.replaced == ((old[1], old[0]),)


def test_a_named_event_of_another_year_is_another_event() -> None:
    ledger = Ledger(events=(KnownEvent("event/harbour-cup-2027", "Harbour Cup"),))
    (event,) = joined(ledger, protest("a", "Harbour Cup", day(3))).events
    assert event.iri == "event/harbour-cup-2031"
