"""What people are and of what: titles, appositions and "X is the director of Y" -> facts.

"Supreme Leader Ali Khamenei" states a position; "Ingrid Betancourt, a former Colombian lawmaker" a position
held before and a nationality; "UNICEF spokesman James Elder" a position and whom he works for. Leading words
of an organization state ``leaderOf``; a country's president or minister holds a position and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.facts.position_relations import relation_of
from kg.annotate.facts.position_titles import Names, take_apart
from kg.annotate.mention_tokens import anchors_of, is_embedded
from kg.annotate.names.descriptions import Description, describe
from kg.annotate.names.titles import HEDGES, is_position
from kg.model import Fact, Mention, Span

if TYPE_CHECKING:
    from kg.annotate.reading import Reading

__all__ = ["find_positions"]

_CONFIDENCE = {"title": 0.9, "apposition": 0.85, "inverse": 0.8, "copula": 0.85}
_RELATION_CONFIDENCE = 0.95
"""Factor for what a position is held in, beside the position itself."""


_NO_NATIONALITY = frozenset(
    {"teacher", "professor", "lecturer", "scholar", "historian", "expert", "specialist", "analyst",
     "correspondent", "editor", "envoy", "translator", "interpreter", "student", "coach", "chef",
     "critic", "reporter", "champion", "owner", "importer", "exporter", "player", "footballer"}
)  # fmt: skip
"""Beside these nouns an adjective of country may tell the subject taught, covered or played."""


_RUNNING = frozenset({"candidate", "nominee", "contender"})

_VAGUE = frozenset(
    {"fellow", "one", "another", "part", "resident", "native", "private", "guard", "agent", "driver",
     "champion", "model", "head", "fan", "captain", "officer", "regular", "count", "page"}
)  # fmt: skip
"""Nouns too vague for a position by themselves; with a modifier or an organization they are one."""


@dataclass
class _Context:
    """What all patterns ask about the article."""

    claimed: Sequence[Span]
    names: Names
    countries: dict[str, str]


def find_positions(reading: Reading, mentions: Sequence[Mention], claimed: Sequence[Span]) -> list[Fact]:
    """Find positions and what they are held in.

    Args:
        reading: the parsed article.
        mentions: its mentions, from :func:`kg.annotate.names.mentions.find_mentions`.
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
    told = [d for d in describe(named) if d.anchor.mention.type == "Person"]
    running = {d.anchor.mention.chain for d in told if d.head.lower_ in _RUNNING}
    for description in told:
        if not (description.anchor.mention.chain in running and _may_mean_a_relative(description)):
            facts.extend(_facts(context, description))
    return facts


def _may_mean_a_relative(description: Description) -> bool:
    """Whether "President Moss" may be another Moss than the Moss who runs for the office."""
    lone = " " not in description.anchor.mention.name
    return lone and description.pattern == "title" and description.head.lower_ == "president"


def _country(mention: Mention) -> str:
    from kg.annotate.names.nationalities import country_name

    return country_name(mention.name)


def _facts(context: _Context, description: Description) -> Iterator[Fact]:
    head = description.head
    if not is_position(head.text) and not is_position(head.lemma_):
        return
    if head.tag_ in {"NNS", "NNPS"} or _is_hedged(description):
        return
    title = take_apart(context.names, description)
    if title.words and (head.lower_ not in _VAGUE or title.has_modifier or title.organization is not None):
        yield _fact(context, description, "position", "", title.words, title.status, 1.0)
    if title.nationality is not None and head.lower_ not in _NO_NATIONALITY:
        target = context.countries.get(title.nationality.mention.subtype, title.nationality.mention.id)
        yield _fact(context, description, "nationality", target, "", "", 0.9)
    predicate = relation_of(head.lower_, title)
    if predicate and title.organization is not None:
        target = title.organization.mention.id
        yield _fact(context, description, predicate, target, "", title.status, _RELATION_CONFIDENCE)


def _fact(
    context: _Context,
    description: Description,
    predicate: str,
    target: str,
    literal: str,
    status: str,
    factor: float,
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
