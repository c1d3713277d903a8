"""What a graph says, as plain values: the common ground of all formats that are no RDF.

Things refer to each other by IRI. "" and () stand for "none"; numbers that are missing or are no numbers are
None. Days are ISO 8601 dates, checked. Values of closed lists are local names ("AtLeast").
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = [
    "Article",
    "Claim",
    "Comparison",
    "Entity",
    "Event",
    "Fact",
    "Figure",
    "Paragraph",
    "Records",
    "Sentence",
]


@dataclass(frozen=True, slots=True)
class Article:
    """A text as read. ``url`` is "" unless it is http or https; authors, publishers, mentions are IRIs."""

    iri: str
    title: str
    published: str
    language: str
    file: str
    sha256: str
    url: str
    authors: tuple[str, ...]
    publishers: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text around a sentence. Offsets are code points in the article, end exclusive."""

    iri: str
    article: str
    begin: int | None
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words that something rests on. ``paragraph`` is an IRI; it may be the sentence's own."""

    iri: str
    article: str
    paragraph: str
    begin: int | None
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, place, group, unnamed source or other thing.

    kind: local name of its general class. types: of its finer ones ("City"). mentions: how often the articles
    speak of it. articles: those that mention it. Latitude and longitude in degrees.
    """

    iri: str
    kind: str
    types: tuple[str, ...]
    name: str
    aliases: tuple[str, ...]
    mentions: int | None
    articles: tuple[str, ...]
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is only planned or claimed: see ``status``.

    edtf: its date as exact as the text allows. earliest, latest: days between which it lies.
    """

    iri: str
    types: tuple[str, ...]
    name: str
    status: str
    edtf: str
    earliest: str
    latest: str
    places: tuple[str, ...]
    part_of: tuple[str, ...]
    confidence: float | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement: what an article says in its own voice (``asserted``), or what someone merely claims.

    iri: "" for a plain triple that has no statement. predicate: IRI. object: IRI, or "" where ``literal``
    holds the value.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    literal: str
    asserted: bool
    status: str
    since: str
    until: str
    confidence: float | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim gives: as printed, with bounds only where the wording sets them."""

    iri: str
    measure: str
    modifier: str
    text: str
    value: float | None
    minimum: float | None
    maximum: float | None
    scope: tuple[str, ...]
    scope_places: tuple[str, ...]
    scope_edtf: str
    scope_from: str
    scope_until: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what. speaker, cites, about, events, figures, states, and the claims it meets are IRIs.

    Relations between claims stand where the graph writes them: on one of the two.
    """

    iri: str
    narrator: bool
    speaker: str
    cites: tuple[str, ...]
    about: tuple[str, ...]
    events: tuple[str, ...]
    text: str
    cue: str
    cue_type: str
    quote_type: str
    quoted: tuple[str, ...]
    polarity: str
    certainty: str
    temporality: str
    said_edtf: str
    said_from: str
    said_until: str
    confidence: float | None
    article: str
    figures: tuple[str, ...]
    states: tuple[str, ...]
    same: tuple[str, ...]
    corroborates: tuple[str, ...]
    contradicts: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims held against each other: "``claim`` *verdict* ``other``", with the reason in words."""

    iri: str
    claim: str
    other: str
    figure: str
    other_figure: str
    verdict: str
    reason: str
    confidence: float | None


@dataclass(frozen=True)
class Records:
    """All of a graph, each kind by IRI in the order of the IRIs; facts in the order of their statements."""

    articles: dict[str, Article] = field(default_factory=dict)
    paragraphs: dict[str, Paragraph] = field(default_factory=dict)
    sentences: dict[str, Sentence] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    comparisons: dict[str, Comparison] = field(default_factory=dict)

    def name(self, iri: str) -> str:
        """What to call an entity, event or article; "" for anything else."""
        named = self.entities.get(iri) or self.events.get(iri)
        if named:
            return named.name
        article = self.articles.get(iri)
        return article.title if article else ""

    def articles_of(self, evidence: tuple[str, ...]) -> tuple[str, ...]:
        """IRIs of the articles in which sentences stand, each once, in the order of the sentences."""
        found = (self.sentences[iri].article for iri in evidence if iri in self.sentences)
        return tuple(dict.fromkeys(iri for iri in found if iri))
