"""What is joined over articles, with IRIs relative to the base."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.annotated import Annotated, Claim, DateExpression, Quantity

__all__ = ["Article", "Decision", "Entity", "Resolved", "ResolvedClaim", "ResolvedEvent", "ResolvedFact"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement that two names (or events) are one, with its reason in words."""

    left: str
    right: str
    rule: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Something in the world. mentions: (document id, mention id), sorted.

    type: Person, Organization, Place, Group, AnonymousSource, Other. article: for an unnamed source or group
    the id of the document it is local to, else "".
    """

    iri: str
    type: str
    subtype: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[tuple[str, str], ...]
    article: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A document's IRI, and those of its authors and publisher, which are in Resolved.entities."""

    iri: str
    annotated: Annotated
    authors: tuple[str, ...]
    publisher: str


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """An event joined over articles. members: (document id, event id). evidence: (document id, sentence)."""

    iri: str
    type: str
    label: str
    status: str
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    organizers: tuple[str, ...]
    places: tuple[str, ...]
    when: DateExpression | None
    part_of: str
    members: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, int], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class ResolvedFact:
    """One distinct (subject, predicate, object) with all its evidence: (document id, sentence).

    object is an IRI, or "" when literal holds the value. claimed facts have asserted False.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    literal: str
    status: str
    asserted: bool
    evidence: tuple[tuple[str, int], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim with the IRIs of what it names and of the claims it meets."""

    iri: str
    document: str
    claim: Claim
    speaker: str
    about: tuple[str, ...]
    event: str
    cites: str
    quantities: tuple[tuple[str, Quantity], ...]
    states: tuple[str, ...]
    same_as: tuple[str, ...]
    corroborates: tuple[str, ...]
    contradicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The whole corpus, joined: everything sorted by IRI, articles by document id.

    chains: (document id, mention id) -> entity IRI. replaced: (old IRI, new IRI) of merged entities.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    events: tuple[ResolvedEvent, ...]
    facts: tuple[ResolvedFact, ...]
    claims: tuple[ResolvedClaim, ...]
    chains: dict[tuple[str, str], str]
    replaced: tuple[tuple[str, str], ...]
    decisions: tuple[Decision, ...]
