from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate.facts.positions import find_positions
from kg.annotate.names.mentions import find_mentions
from kg.model import Span
from tests.annotate.spoken import parsed_by

if TYPE_CHECKING:
    from spacy.language import Language


def facts(nlp: Language, text: str, *, claimed: bool = False) -> set[tuple[str, str, str, str, bool]]:
    reading = parsed_by(nlp, text)
    mentions, _ = find_mentions(reading, [])
    names = {mention.id: mention.name for mention in mentions}
    spans = [Span(0, len(text))] if claimed else []
    found = find_positions(reading, mentions, spans)
    for fact in found:
        assert fact.sentence >= 0
        assert 0 < fact.confidence < 1
        assert fact.rule
    return {
        (names[f.subject], f.predicate, names.get(f.object, f.literal), f.status, f.asserted) for f in found
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Barack Obama visited Paris on Monday.",
            {("Barack Obama", "position", "President", "", True)},
        ),
        (
            "Anna Keller, a Paris-based editor, visited Berlin on Monday.",
            {("Anna Keller", "position", "editor", "", True)},
        ),
        (
            "Former President Bill Clinton visited Paris on Monday.",
            {("Bill Clinton", "position", "President", "Former", True)},
        ),
        (
            "French President Emmanuel Macron visited Berlin on Monday.",
            {
                ("Emmanuel Macron", "position", "President", "", True),
                ("Emmanuel Macron", "nationality", "French", "", True),
            },
        ),
        (
            "Former Ohio Governor John Moss visited Paris on Monday.",
            {("John Moss", "position", "Governor", "Former", True)},
        ),
        (
            "Angela Merkel, the former German chancellor, visited Paris on Monday.",
            {
                ("Angela Merkel", "position", "chancellor", "Former", True),
                ("Angela Merkel", "nationality", "German", "Former", True),
            },
        ),
    ],
)
def test_titles_and_appositions_state_positions(
    nlp: Language, text: str, expected: set[tuple[str, str, str, str, bool]]
) -> None:
    found = facts(nlp, text)
    assert {row[:3] for row in found} == {row[:3] for row in expected}
    assert {row[3] for row in found if row[1] == "position"} == {r[3] for r in expected if r[1] == "position"}
    assert all(row[4] for row in found)


@pytest.mark.parametrize(
    ("text", "predicate", "organization"),
    [
        ("Microsoft founder Bill Gates arrived on Monday.", "founderOf", "Microsoft"),
        ("FBI director James Comey arrived on Monday.", "leaderOf", "FBI"),
        ("James Comey, the director of the FBI, arrived on Monday.", "leaderOf", "FBI"),
        ("James Comey, a spokesman for the FBI, arrived on Monday.", "worksFor", "FBI"),
        ("James Comey is the director of the FBI.", "leaderOf", "FBI"),
    ],
)
def test_positions_in_organizations_state_relations(
    nlp: Language, text: str, predicate: str, organization: str
) -> None:
    assert (predicate, organization) in {row[1:3] for row in facts(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "James Comey is not the director of the FBI.",
        "Is James Comey the director of the FBI?",
        "James Comey would be the director of the FBI.",
        "James Comey, the alleged director of the FBI, arrived on Monday.",
        "James Comey, the alleged leader of the gang, arrived on Monday.",
    ],
)
def test_what_is_denied_or_doubted_is_no_fact(nlp: Language, text: str) -> None:
    assert facts(nlp, text) == set()


def test_what_somebody_claims_is_not_asserted(nlp: Language) -> None:
    found = facts(nlp, "FBI director James Comey arrived on Monday.", claimed=True)
    assert found
    assert not any(row[4] for row in found)


def test_a_country_has_no_members(nlp: Language) -> None:
    found = facts(nlp, "Iran's Foreign Minister Javad Zarif arrived on Monday.")
    assert {row[1] for row in found} <= {"position", "nationality"}


def test_a_surname_with_the_office_that_its_bearer_runs_for_states_nothing(nlp: Language) -> None:
    text = "Democratic nominee Karen Moss spoke on Monday. She was married to President Moss."
    assert not any(literal == "President" for _, _, literal, _, _ in facts(nlp, text))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Anna Keller, a former Belgian lawmaker, and presidential candidate, spoke.", {"lawmaker"}),
        ("Anna Keller, a lawyer, and a driver were hurt on Monday.", set()),
    ],
)
def test_a_description_between_commas_is_no_list(nlp: Language, text: str, titles: set[str]) -> None:
    found = {literal for _, predicate, literal, _, _ in facts(nlp, text) if predicate == "position"}
    assert found & {"lawmaker", "driver"} == titles
