from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate.facts.memberships import find_memberships
from kg.annotate.names.mentions import find_mentions
from kg.model import Span
from tests.annotate.spoken import parsed_by

if TYPE_CHECKING:
    from spacy.language import Language


def facts(nlp: Language, text: str, *claimed: Span) -> set[tuple[str, str, str, bool]]:
    reading = parsed_by(nlp, text)
    mentions, _ = find_mentions(reading, [])
    names = {mention.id: mention.name for mention in mentions}
    found = find_memberships(reading, mentions, claimed)
    return {(names[f.subject], f.predicate, names[f.object], f.asserted) for f in found}


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "target"),
    [
        ("They met in Vienna, Austria, on Monday.", "Vienna", "locatedIn", "Austria"),
        ("Barack Obama and his wife, Michelle Obama, arrived.", "Michelle Obama", "spouseOf", "Barack Obama"),
        ("Bill Gates founded Microsoft in 1975.", "Bill Gates", "founderOf", "Microsoft"),
        ("Barack Obama was born in Hawaii.", "Barack Obama", "bornIn", "Hawaii"),
        (
            "He thanked Martha Jones of the United Nations.",
            "Martha Jones",
            "affiliatedWith",
            "United Nations",
        ),
    ],
)
def test_relations_that_the_words_between_state(
    nlp: Language, text: str, subject: str, predicate: str, target: str
) -> None:
    assert (subject, predicate, target, True) in facts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "They met in Vienna, Austria and Germany on Monday.",
        "They flew over Paris, London and Berlin.",
        "Bill Gates has not founded Microsoft.",
        "Barack Obama was not born in Hawaii.",
        "If Bill Gates founded Microsoft, he is rich.",
    ],
)
def test_lists_and_denials_state_nothing(nlp: Language, text: str) -> None:
    assert facts(nlp, text) == set()


def test_what_somebody_claims_is_not_asserted(nlp: Language) -> None:
    text = "Bill Gates founded Microsoft in 1975."
    assert facts(nlp, text, Span(0, len(text))) == {("Bill Gates", "founderOf", "Microsoft", False)}


def test_what_somebody_thinks_is_not_asserted(nlp: Language) -> None:
    found = facts(nlp, "Donald Trump said that Barack Obama was born in Hawaii.")
    assert not any(row[3] for row in found)
