"""Classes and properties that decide how the page shows something."""

from __future__ import annotations

from kg.vocabulary import KG, SCHEMA, SEM

__all__ = [
    "ENTITY_KINDS",
    "FINER_CLASSES",
    "ROLE_PROPERTIES",
    "local_name",
]

ENTITY_KINDS = {
    f"{SCHEMA}Person": "Person",
    f"{SCHEMA}Organization": "Organization",
    f"{SCHEMA}NewsMediaOrganization": "Organization",
    f"{SCHEMA}Place": "Place",
    f"{SCHEMA}Country": "Place",
    f"{SCHEMA}City": "Place",
    f"{KG}Event": "Event",
    f"{KG}AnonymousSource": "AnonymousSource",
    f"{KG}Group": "Group",
    f"{SCHEMA}Thing": "Other",
}
"""Class -> kind of node on the page. The order decides where a node has several: the first one wins."""

FINER_CLASSES = {
    f"{SCHEMA}NewsMediaOrganization": "news medium",
    f"{SCHEMA}Country": "country",
    f"{SCHEMA}City": "city",
}
"""Classes that say more than the kind does, with the words that the page shows."""

ROLE_PROPERTIES = frozenset(f"{KG}{name}" for name in ("agent", "organizer", "participant", "patient")) | {
    f"{KG}subEventOf",
    f"{SEM}hasPlace",
}
"""Links between an event and what takes part in it; all other links between nodes are facts."""


def local_name(iri: str) -> str:
    """The last part of an IRI: what follows its last ``#`` or ``/``.

    >>> local_name("https://w3id.org/newskg/ns#leaderOf")
    'leaderOf'
    """
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
