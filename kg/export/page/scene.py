"""What the page shows, as plain values: nodes and links, and the evidence behind them.

Things refer to each other by position in the scene's tuples; -1 stands for "none".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export.page.when import When

__all__ = ["Article", "Claim", "Fact", "Figure", "Item", "Link", "Node", "Scene", "Sentence"]


@dataclass(frozen=True, slots=True)
class Article:
    """Where evidence stands. ``url`` is "" unless it is http or https."""

    title: str
    file: str
    date: str
    publisher: str
    authors: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """An evidence sentence. Inside a known paragraph ``text`` is "" and start and end count in the paragraph.

    Offsets are code points, end exclusive.
    """

    article: int
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim gives. ``value`` orders figures; ``text`` is what the article prints."""

    measure: str
    text: str
    modifier: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation with its evidence. ``object`` is -1 where ``literal`` holds the value.

    iri: of its statement, "" for a plain triple that no statement covers.
    """

    iri: str
    subject: int
    predicate: str
    object: int
    literal: str
    role: bool
    asserted: bool
    status: str
    since: str
    until: str
    confidence: float | None
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what. ``about`` holds the nodes it concerns, ``states`` the facts that it puts forward."""

    iri: str
    speaker: int
    narrator: bool
    about: tuple[int, ...]
    event: int
    cites: int
    cue: str
    quote_type: str
    text: str
    quoted: tuple[str, ...]
    negated: bool
    certainty: str
    future: bool
    said: str
    confidence: float | None
    figures: tuple[Figure, ...]
    states: tuple[int, ...]
    same: tuple[int, ...]
    corroborates: tuple[int, ...]
    contradicts: tuple[int, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A person, organization, place, group, unnamed source, event or other thing.

    key: short IRI. date: as the graph prints it. when: the same as days, where it can be read.
    """

    iri: str
    key: str
    label: str
    kind: str
    subtype: str
    aliases: tuple[str, ...]
    mentions: int
    articles: tuple[int, ...]
    date: str
    when: When | None
    status: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One reason for a link. kind: ``fact``, ``role`` or ``claim``; ``index`` into the facts or the claims.

    ``forward``: it leads from the link's first node to its second. ``claimed``: nobody but a speaker says so.
    """

    kind: str
    index: int
    predicate: str
    forward: bool
    claimed: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Everything that joins two nodes, drawn as one line. ``first`` < ``second``."""

    first: int
    second: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the page holds. ``left_out`` counts nodes that a limit kept away."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    articles: tuple[Article, ...]
    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    left_out: int = 0
