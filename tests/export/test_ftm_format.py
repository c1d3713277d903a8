"""FollowTheMoney: every line is an entity of the published model, and says what the graph says."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.export.ftm_proxy import make_proxy
from kg.vocabulary import KG, label
from tests.export.exported import EXAMPLES, content, literals, written

MODEL = json.loads((Path(__file__).parent / "ftm_model.json").read_text("utf-8"))["schemata"]
LIMITS = {
    "name": 384,
    "string": 1024,
    "address": 250,
    "text": 65_000,
    "url": 4096,
    "number": 250,
    "entity": 200,
}
FORMS = {
    "entity": re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?"),
    "date": re.compile(r"\d{4}(-\d\d){0,2}"),
    "number": re.compile(r"-?\d+(\.\d+)?"),
    "url": re.compile(r"https?://.+"),
    "language": re.compile("[a-z]{3}"),
}


@cache
def entities(name: str) -> dict[str, dict[str, Any]]:
    lines = written(name, "ftm").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    found = [json.loads(line) for line in lines]
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"]: entity for entity in found}


def of_schema(name: str, schema: str) -> list[dict[str, Any]]:
    return [entity for entity in entities(name).values() if entity["schema"] == schema]


def squeezed(text: str) -> str:
    return " ".join(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", " ", text).split())


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_line_follows_the_model(name: str) -> None:
    known = entities(name)
    for entity in known.values():
        schema = MODEL[entity["schema"]]
        assert set(schema["required"]) <= entity["properties"].keys()
        for property_, values in entity["properties"].items():
            kind, *range_ = schema["properties"][property_]
            assert values
            assert values == sorted(set(values))
            for value in values:
                assert 0 < len(value) <= LIMITS.get(kind, 32)
                assert kind not in FORMS or FORMS[kind].fullmatch(value), value
                if kind == "entity":
                    assert range_[0] in MODEL[known[value]["schema"]]["is_a"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_library_takes_every_line(name: str) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    for entity in entities(name).values():
        followthemoney.model.get(entity["schema"]).validate(entity)
        proxy = followthemoney.model.get_proxy(entity)
        assert proxy.caption
        assert {prop: sorted(proxy.get(prop)) for prop in entity["properties"]} == entity["properties"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_names_are_those_of_the_graph(name: str) -> None:
    found = {entity["id"]: entity["properties"].get("name") for entity in entities(name).values()}
    for iri, words in literals(name, "schema:name").items():
        identifier = "newskg-" + iri.removeprefix("https://kg.example/").replace("/", "-").replace("_", ".")
        assert found[identifier] == [squeezed(words)]


def test_facts_become_the_links_that_the_model_has_for_them() -> None:
    leaders = [
        (known["director"], known["organization"])
        for known in (entity["properties"] for entity in of_schema("dispute", "Directorship"))
    ]
    assert (["newskg-entity-marta-quishpe"], ["newskg-entity-civil-protection"]) in leaders
    members = [entity["properties"] for entity in of_schema("dispute", "Membership")]
    (member,) = [known for known in members if known["member"] == ["newskg-entity-dario-luzuriaga-frraph"]]
    assert any(text.startswith("Its chief executive") for text in member["description"])
    assert len(member["proof"]) == 2
    assert member["role"] == [label(f"{KG}memberOf")]


def test_a_former_position_has_ended() -> None:
    posts = {entity["id"]: entity["properties"]["name"][0] for entity in of_schema("harbour", "Position")}
    held = {
        posts[entity["properties"]["post"][0]]: entity["properties"].get("status")
        for entity in of_schema("harbour", "Occupancy")
    }
    assert held == {"harbour master": None, "councillor": ["ended"]}


def test_an_event_has_date_place_and_only_asserted_parts() -> None:
    (fire,) = (entity["properties"] for entity in of_schema("harbour", "Event"))
    assert fire["date"] == ["2024-03-04"]
    assert fire["addressEntity"] == ["newskg-entity-tarnby"]
    # the port as the fire's author is only claimed
    assert "involved" not in fire
    assert not [link for link in of_schema("harbour", "UnknownLink") if "newskg-event-quay-fire" in str(link)]


def test_a_claim_is_a_note_on_speaker_and_subject() -> None:
    notes = {entity["id"]: entity["properties"] for entity in of_schema("harbour", "Note")}
    note = notes["newskg-claim-count-union"]
    assert note["entity"] == [
        "newskg-entity-dock-union",
        "newskg-entity-port-authority",
        "newskg-event-quay-fire",
    ]
    assert note["description"][0].startswith("Dock Workers’ Union (insisted): eleven dockers were hurt")
    assert "injuries: at least eleven dockers" in note["summary"][0]
    (met,) = (
        entity["properties"]
        for entity in of_schema("harbour", "UnknownLink")
        if entity["properties"]["subject"] == ["newskg-claim-count-union"]
    )
    assert (met["object"], met["role"]) == (["newskg-claim-toll-port"], [label(f"{KG}contradicts")])


def test_a_verdict_comes_with_its_reason() -> None:
    links = [entity["properties"] for entity in of_schema("dispute", "UnknownLink")]
    reasons = {reason for link in links for reason in link.get("description", [])}
    assert set(literals("dispute", "kg:reason").values()) <= reasons


def test_only_web_addresses_are_links() -> None:
    urls = {
        entity["properties"]["fileName"][0]: entity["properties"].get("sourceUrl")
        for entity in of_schema("harbour", "Article")
    }
    assert urls == {"quay.txt": ["https://news.example/quay"], "union.txt": None}


def test_long_values_are_cut_with_a_mark() -> None:
    proxy = make_proxy("x", "Person", name="n" * 1000, alias=["", " a\n\tb "])
    assert proxy.properties == {"name": ["n" * 383 + "…"], "alias": ["a b"]}


def test_a_name_of_which_nothing_is_left_becomes_the_identifier() -> None:
    assert make_proxy("x", "Person", name="\x01 \n").properties == {"name": ["x"]}


def test_as_many_notes_as_claims() -> None:
    assert len(of_schema("dispute", "Note")) == len(content("dispute").records.claims)
