"""The plain values that flow from stage to stage; the only thing that stages share.

    sources -> Document -> annotate -> Annotated -> resolve -> Resolved -> graph -> check, export

All offsets are Unicode code points into :attr:`Document.text` exactly as the file holds it, end exclusive.
Inside one article things are named by short ids: mentions ``m0``, events ``e0``, quantities ``q0``,
facts ``f0``, claims ``c0``; sentences by their position. After resolution they have IRIs, written here
relative to the base IRI (``entity/ali-khamenei``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = [
    "Annotated",
    "Article",
    "Claim",
    "DateExpression",
    "Decision",
    "Document",
    "Entity",
    "Event",
    "Fact",
    "Link",
    "Mention",
    "Problem",
    "Quantity",
    "Region",
    "Resolved",
    "ResolvedClaim",
    "ResolvedEvent",
    "ResolvedFact",
    "Sentence",
    "Span",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, end exclusive, never empty."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves.

        >>> Span(4, 9).of("The quick fox")
        'quick'
        """
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or done; the run goes on and reports it."""

    file: str
    stage: str
    message: str


# --- sources -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A marked part of the text. Regions do not overlap, are in text order, and are trimmed of blanks.

    kind is one of ``headline`` (first printing), ``byline``, ``dateline``, ``date``, ``paragraph``,
    ``heading`` (a line within the article that heads what follows), ``caption``, ``repeat`` (headline or
    caption printed again), ``footer``. Only ``paragraph`` regions hold sentences.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. ``id`` is the file name without its ending ("folder/stem" where two collide)."""

    id: str
    file: str
    text: str
    sha256: str
    regions: tuple[Region, ...] = ()
    headline: Span | None = None
    authors: tuple[Span, ...] = ()
    publisher: Span | None = None
    published: date | None = None
    language: str = "en"


# --- annotate ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the paragraph around it: what can be cited as evidence."""

    span: Span
    paragraph: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to something.

    kind: ``name``, ``nominal`` ("the ministry") or ``pronoun``.
    type: ``Person``, ``Organization``, ``Place``, ``Group`` (unnamed collective), ``Event`` (named event),
    ``Nationality`` ("Iranian"), ``Other``.
    subtype: finer class or "": ``Country``, ``City``, ``NewsMediaOrganization``, ``AnonymousSource``;
    for a Nationality the country's name.
    name: what the mention calls its referent, without title, article and possessive ("Rajavi" for "Mrs.
    Rajavi's"); for pronouns "".
    chain: number of the in-document chain. sentence: position in ``Annotated.sentences``, -1 outside one
    (headline, byline, caption).
    """

    id: str
    span: Span
    kind: str
    type: str
    subtype: str
    name: str
    chain: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Link:
    """Why two mentions of one article are in one chain: rule, with words for the reader."""

    left: str
    right: str
    rule: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date or interval named in the text: EDTF (2019 edition) and the days that bound it."""

    span: Span
    edtf: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, as printed ("over 1,500 peaceful protesters").

    measure and modifier are local names of kg:Measure and kg:QuantityModifier individuals.
    value is the number as printed (None for ranges and vague words); minimum and maximum only where the
    modifier sets a bound. number is the number with its modifier words only ("over 1,500").
    """

    id: str
    span: Span
    number: Span
    measure: str
    modifier: str
    value: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a word or two of the text denote.

    span: the trigger words. type: local name of a subclass of kg:Event. name: a proper or dated name
    ("November 2019 uprising") or "". label: words for a list ("killing of protesters").
    status: local name of a kg:EventStatus. Participants are mention ids. chain: in-document chain of
    events; sentence: position in ``Annotated.sentences``.
    """

    id: str
    span: Span
    type: str
    name: str
    label: str
    status: str
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    organizers: tuple[str, ...]
    places: tuple[str, ...]
    when: DateExpression | None
    chain: int
    sentence: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation that a sentence states or that someone is reported to state.

    subject: mention or event id. predicate: local name in the kg vocabulary. object: mention or event id,
    or "" when literal holds the value. status: local name of a kg:TemporalStatus or "". asserted: in the
    article's own voice, affirmative and unhedged. rule: name of the pattern that found it.
    """

    id: str
    subject: str
    predicate: str
    object: str
    literal: str
    status: str
    asserted: bool
    sentence: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what, with which words.

    speaker: mention id, "" for the narrator. speaker_spans: the whole noun phrase. cue: the reporting words
    (empty for the narrator). content: smallest spans credited to the speaker, in text order. quoted: what
    stands inside quotation marks, without them. cue_type, quote_type, polarity, certainty: local names of
    the vocabulary; temporality "" or "Future". about: mention ids in the content. event: event id or "".
    quantities: quantity ids. cites: mention id of the source relied on, or "". states: fact ids.
    sentences: positions of the evidence, cue and content, sorted.
    """

    id: str
    speaker: str
    speaker_spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    cue_type: str
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    quote_type: str
    polarity: str
    certainty: str
    temporality: str
    about: tuple[str, ...]
    event: str
    quantities: tuple[str, ...]
    cites: str
    states: tuple[str, ...]
    said: DateExpression | None
    sentences: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with all that was read in it; every list in text order, ids rising."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- resolve -----------------------------------------------------------------------------------------------


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
    """A document's IRI and the IRIs of its authors and publisher (those entities are in Resolved.entities)."""

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
