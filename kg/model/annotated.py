"""What is read in one article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.model.text import Document, Problem, Span

__all__ = [
    "Annotated",
    "Claim",
    "Coreferent",
    "DateExpression",
    "Event",
    "Fact",
    "Link",
    "Mention",
    "Quantity",
    "Sentence",
]


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
class Coreferent:
    """A phrase of an in-document chain that is no mention of its own: nothing in the graph comes from it.

    kind: ``nominal`` or ``pronoun``. type: as of mentions, or in small letters what the graph has no class
    for ("abstract", "time"). chain: in the numbering of the mentions, whose chain it is where it speaks of
    the same. whole: id of the mention whose name it holds ("Ada Moss, the mayor"), "" if of none.
    """

    id: str
    span: Span
    kind: str
    type: str
    chain: int
    sentence: int
    whole: str


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
    """One article with all that was read in it; every list in text order, ids rising.

    coreferents: the phrases of the chains that no mention stands for, where a reader gave chains.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    coreferents: tuple[Coreferent, ...] = ()
