"""Words for the terms of the vocabulary: what a reader sees in place of ``leaderOf`` or ``AtLeast``."""

from __future__ import annotations

import re

from kg.export.page.terms import local_name
from kg.vocabulary import KG, SEM, label

__all__ = ["incoming_label", "term_label"]

OWN_LABELS = {f"{SEM}hasPlace": "took place in", f"{KG}subEventOf": "part of"}
"""Terms of other vocabularies, and those of ours whose label reads badly on a line."""

INCOMING_LABELS = {
    "affiliatedWith": "affiliated",
    "agent": "carried out",
    "alliedWith": "allied with",
    "bornIn": "born here",
    "founderOf": "founded by",
    "hasPlace": "happened here",
    "leaderOf": "led by",
    "locatedIn": "located here",
    "memberOf": "members",
    "nationality": "nationals",
    "opposes": "opposed by",
    "organizer": "organized",
    "partOf": "parts",
    "participant": "took part in",
    "patient": "affected by",
    "relativeOf": "relative of",
    "spouseOf": "spouse of",
    "subEventOf": "includes",
    "worksFor": "works here",
}
"""How a link reads from its far end. Direction is also shown by an arrow, so a missing one does no harm."""


def term_label(iri: str) -> str:
    """What the page calls a term.

    >>> term_label("https://w3id.org/newskg/ns#leaderOf")
    'leader of'
    >>> term_label("https://example.org/terms#AtLeast")
    'at least'
    """
    return OWN_LABELS.get(iri) or _split(label(iri))


def incoming_label(iri: str) -> str:
    """What the page calls a link seen from its object.

    >>> incoming_label("https://w3id.org/newskg/ns#leaderOf")
    'led by'
    """
    return INCOMING_LABELS.get(local_name(iri)) or f"{term_label(iri)} (of)"


def _split(name: str) -> str:
    """Camel case and underscores as words."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower()
