"""What people are and of what: titles, appositions and "X is the director of Y" -> facts.

"Supreme Leader Ali Khamenei" states a position; "Ingrid Betancourt, a former Colombian lawmaker" a position
held before and a nationality; "UNICEF spokesman James Elder" a position and whom he works for. Leading words
of an organization state ``leaderOf``; a country's president or minister holds a position and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.anchors import Anchor, anchors_of, is_embedded, prepositional
from kg.annotate.descriptions import Description, describe
from kg.annotate.titles import (
    FORMER,
    HEDGES,
    LEADER_NOUNS,
    MEMBER_NOUNS,
    STATUS_DROPPED,
    UPCOMING,
    WORKER_NOUNS,
    is_position,
)
from kg.model import Fact, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.reading import Reading

__all__ = ["find_positions"]

_CONFIDENCE = {"title": 0.9, "apposition": 0.85, "inverse": 0.8, "copula": 0.85}
_RELATION_CONFIDENCE = 0.95
"""Factor for what a position is held in, beside the position itself."""

_LEADER_MODIFIERS = frozenset(
    """executive managing general acting supreme founding interim chief national current new former first director
    secretary president elect - ex longtime opposition spiritual party group chief officer""".split()
)
"""Words beside which a leader's noun still means the whole organization ("managing director")."""

_OF_ORGANIZATION = frozenset({"of", "for", "at", "with", "from", "in"})
_NO_NATIONALITY = frozenset(
    """teacher professor lecturer scholar historian expert specialist analyst correspondent editor envoy translator interpreter
    student coach chef critic reporter champion owner importer exporter player footballer""".split()
)
"""Beside these nouns an adjective of country may tell the subject taught, covered or played."""

_FOUNDERS = frozenset({"founder", "cofounder", "co-founder"})
_ADVISERS = frozenset({"adviser", "advisor", "consultant", "lawyer", "attorney"})
_CANDIDATES = frozenset({"candidate", "nominee", "contender"})
_BEATS = frozenset("reporter correspondent columnist analyst editor journalist anchor presenter historian lobbyist scholar".split())
"""After an organization's name these may tell whom they write about ("White House correspondent")."""

_VAGUE = frozenset(
    """fellow one another part resident native private guard agent driver champion model head fan captain officer
    regular count page""".split()
)
"""Nouns too vague for a position by themselves; with a modifier or an organization they are one."""

_DROPPED = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "'s", "’s", "one"})


@dataclass
class _Context:
    """What all patterns ask about the article."""

    claimed: Sequence[Span]
    by_token: dict[tuple[int, int], Anchor]
    countries: dict[str, str]


@dataclass
class _Title:
    """A description taken apart."""

    words: str
    status: str
    nationality: Anchor | None
    organization: Anchor | None
    preposition: str
    has_modifier: bool


def find_positions(reading: Reading, mentions: Sequence[Mention], claimed: Sequence[Span]) -> list[Fact]:
    """Find positions and what they are held in.

    Args:
        reading: the parsed article.
        mentions: its mentions, from :func:`kg.annotate.mentions.find_mentions`.
        claimed: what is credited to speakers; facts within are not asserted.

    Returns:
        Facts without ids, of the predicates position, leaderOf, worksFor, memberOf, founderOf, affiliatedWith
        and nationality.
    """
    anchors = anchors_of(reading, mentions)
    named = [anchor for anchor in anchors if anchor.mention.kind == "name"]
    by_token = {(a.number, i): a for a in named for i in range(a.start, a.end)}
    countries: dict[str, str] = {}
    for anchor in named:
        if anchor.mention.subtype == "Country":
            countries.setdefault(_country(anchor.mention), anchor.mention.id)
    context = _Context(claimed, by_token, countries)
    facts: list[Fact] = []
    for description in describe(named):
        if description.anchor.mention.type == "Person":
            facts.extend(_facts(context, description))
    return facts


def _country(mention: Mention) -> str:
    from kg.annotate.nationalities import country_name

    return country_name(mention.name)


def _facts(context: _Context, description: Description) -> Iterator[Fact]:
    head = description.head
    if not is_position(head.text) and not is_position(head.lemma_):
        return
    if head.tag_ in {"NNS", "NNPS"} or _is_hedged(description):
        return
    title = _take_apart(context, description)
    if title is None:
        return
    if title.words and (head.lower_ not in _VAGUE or title.has_modifier or title.organization is not None):
        yield _fact(context, description, "position", "", title.words, title.status, 1.0)
    if title.nationality is not None and head.lower_ not in _NO_NATIONALITY:
        target = context.countries.get(title.nationality.mention.subtype, title.nationality.mention.id)
        yield _fact(context, description, "nationality", target, "", "", 0.9)
    predicate = _relation(description, title)
    if predicate and title.organization is not None:
        target = title.organization.mention.id
        yield _fact(context, description, predicate, target, "", title.status, _RELATION_CONFIDENCE)


def _fact(
    context: _Context, description: Description, predicate: str, target: str, literal: str, status: str, factor: float
) -> Fact:
    anchor = description.anchor
    span = anchor.passage.span(anchor.doc[description.start : description.end])
    return Fact(
        id="",
        subject=anchor.mention.id,
        predicate=predicate,
        object=target,
        literal=literal,
        status=status,
        asserted=not any(claim.overlaps(span) for claim in context.claimed) and not _is_reported(description),
        sentence=anchor.passage.sentence_of(description.head),
        confidence=round(_CONFIDENCE[description.pattern] * factor, 2),
        rule=f"position-{description.pattern}",
    )


def _is_reported(description: Description) -> bool:
    return description.pattern == "copula" and is_embedded(description.head)


def _is_hedged(description: Description) -> bool:
    """Whether the description, or the word before it, takes back what it says ("an alleged leader")."""
    doc = description.head.doc
    first = max(description.start - 3, description.head.sent.start)
    around = [*doc[first : description.end]]
    return any(token.lower_ in HEDGES or token.lower_ in {"not", "never", "n't"} for token in around)


def _take_apart(context: _Context, description: Description) -> _Title | None:
    """Split a description into title words, status, nationality and organization."""
    doc, head = description.head.doc, description.head
    number = description.anchor.number
    start, status = description.start, ""
    if description.pattern == "title":
        start = _reach_back(context, description)
    words: list[Token] = []
    nationality: Anchor | None = None
    organization: Anchor | None = None
    preposition = ""
    end = _end_of_title(context, description)
    for token in doc[start:end]:
        owner = context.by_token.get((number, token.i))
        if owner is not None and owner.end <= head.i:
            if owner.mention.type == "Nationality":
                nationality = owner
            elif owner.mention.type == "Organization":
                organization, preposition = owner, "compound"
            words.clear()
        elif _status(token):
            status = _status(token)
            words.clear()
        elif token.lower_ not in _DROPPED and not (token.lower_ in STATUS_DROPPED and token.i < head.i):
            words.append(token)
    words = _trimmed(words, head)
    after, word = _object(context, description)
    if after is not None and (organization is None or head.lower_ in _BEATS):
        organization, preposition = after, word
    literal = doc[words[0].i : words[-1].i + 1].text if words else ""
    return _Title(literal, status, nationality, organization, preposition, len(words) > 1)


def _trimmed(words: list[Token], head: Token) -> list[Token]:
    """The run of neighbouring words that holds the head."""
    kept = [token for token in words if token.i <= head.i]
    run: list[Token] = []
    for token in reversed(kept):
        if run and run[-1].i - token.i > 1:
            break
        run.append(token)
    run.reverse()
    while run and not run[0].text[0].isalnum():
        run.pop(0)
    after = [token for token in words if token.i > head.i]
    return [*run, *after]


def _reach_back(context: _Context, description: Description) -> int:
    """Where a title begins with the status words, nationality and organization before it."""
    doc, number = description.head.doc, description.anchor.number
    start, first = description.start, description.head.sent.start
    while start > first:
        token = doc[start - 1]
        owner = context.by_token.get((number, token.i))
        if owner is not None and owner.mention.type in {"Nationality", "Organization", "Place"}:
            start = owner.start
            if owner.mention.type != "Nationality":
                break
        elif _status(token) or token.text in {"-", "'s", "’s"} or token.lower_ in STATUS_DROPPED:
            start -= 1
        else:
            break
    return start


def _end_of_title(context: _Context, description: Description) -> int:
    """Where the title words end: after the noun, its complement ("-elect") and an of-phrase without a name."""
    doc, head = description.head.doc, description.head
    if description.pattern == "title":
        return description.end
    end = head.i + 1
    if end + 1 < description.end and doc[end].text == "-" and not doc[end].whitespace_:
        end += 2
    elif end < description.end and doc[end].lower_ in {"general", "emeritus", "designate"}:
        end += 1
    for preposition, noun in prepositional(head):
        if preposition == "of" and noun.i < description.end and noun.i - end <= 4:
            if any((description.anchor.number, i) in context.by_token for i in range(end, noun.i + 1)):
                return end
            if noun.text[0].isupper() and not head.text[0].isupper():
                return end
            if noun.pos_ in {"NOUN", "PROPN"} and not any(t.pos_ in {"DET", "PRON", "NUM"} for t in doc[end : noun.i]):
                return noun.i + 1
    return end


def _status(token: Token) -> str:
    if token.lower_ in FORMER:
        return "Former"
    return "Upcoming" if token.lower_ in UPCOMING else ""


def _object(context: _Context, description: Description) -> tuple[Anchor | None, str]:
    """The organization in the phrase after the noun ("director of Y"), with its preposition."""
    number = description.anchor.number
    for preposition, noun in prepositional(description.head):
        owner = context.by_token.get((number, noun.i))
        if preposition not in _OF_ORGANIZATION or owner is None or owner.mention.type != "Organization":
            continue
        between = description.head.doc[description.head.i + 1 : owner.start]
        if len(between) <= 3 and not any(token.text in {",", ";"} or token.pos_ == "VERB" for token in between):
            return owner, preposition
    return None, ""


def _relation(description: Description, title: _Title) -> str:
    """The predicate between the person and the organization that the position is held in, or ""."""
    head = description.head.lower_
    others = {word.casefold() for word in title.words.replace("-", " - ").split()} - {head}
    beside = title.preposition == "compound"
    organization = title.organization.mention if title.organization is not None else None
    if organization is None or title.preposition == "in":
        return ""
    if {"vice", "deputy", "assistant", "associate"} & others:
        return "worksFor"
    if head in _FOUNDERS:
        return "founderOf" if title.preposition == "of" or beside else ""
    if head in LEADER_NOUNS or (head in {"executive", "officer"} and {"chief", "executive"} <= others | {head}):
        return _leader(others, whole=title.preposition == "of" or beside)
    if head in _BEATS and beside and organization.subtype != "NewsMediaOrganization":
        return ""
    if head in WORKER_NOUNS:
        return "worksFor"
    if head in MEMBER_NOUNS:
        return "memberOf"
    if head in _CANDIDATES and "party" in organization.name.casefold().split():
        return "affiliatedWith"
    return "affiliatedWith" if head in _ADVISERS else ""


def _leader(others: set[str], *, whole: bool) -> str:
    """What a leader's noun states: of the whole ("president of Y"), or of a part ("Y's marketing director")."""
    if {"majority", "minority"} & others:
        return "memberOf"
    return "leaderOf" if whole and others <= _LEADER_MODIFIERS else "worksFor"
