"""The phrases of the reader's chains that no mention stands for, in chains that are the mentions' own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.annotate.mention_tokens import anchors_of
from kg.annotate.names.agreement import Referent, agrees
from kg.annotate.names.genders import title_genders
from kg.annotate.names.phrases import Phrase, by_chain, read_phrases
from kg.annotate.reading import Reading
from kg.model import Coreferent, Mention

__all__ = ["SAME_START", "find_coreferents"]

SAME_START = 20
"""Characters (a title, an article) by which a phrase may begin before the mention that stands for it."""

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "it", "its"})
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event"}


def find_coreferents(reading: Reading, mentions: Sequence[Mention]) -> tuple[Coreferent, ...]:
    """All phrases of the reader's chains but those that a mention stands for already.

    Unlike the mentions' own chains these follow the network wherever it leads, sure or not: nothing in the
    graph comes from them. A phrase has the chain of the last mention before it in the network's chain, else
    of the first after, where it agrees with it.

    Args:
        reading: the parsed article.
        mentions: from :func:`kg.annotate.names.mentions.find_mentions`.

    Returns:
        In text order, with ids n0, n1, ...; their own chains are numbered after those of the mentions.
    """
    anchors = anchors_of(reading, mentions)
    phrases = read_phrases(reading, anchors, {mention.id: i for i, mention in enumerate(mentions)})
    lone = _lone(mentions)
    chained = _chained(phrases, mentions, _referents(mentions, title_genders(mentions, anchors)), lone)
    taken = _represented(phrases, mentions, lone)
    standing = set(taken.values())
    found: list[Coreferent] = []
    numbers: dict[object, int] = {mention.chain: mention.chain for mention in mentions}
    fresh = max(numbers.values(), default=-1) + 1
    for position, (phrase, chain) in enumerate(zip(phrases, chained, strict=True)):
        if position in taken:
            continue
        if chain not in numbers:
            numbers[chain] = fresh
            fresh += 1
        own = mentions[phrase.own] if phrase.own >= 0 and phrase.own not in standing else None
        found.append(
            Coreferent(
                id=f"n{len(found)}",
                span=phrase.found.span,
                kind=phrase.kind,
                type=_TYPES.get(phrase.found.type, phrase.found.type),
                chain=numbers[chain],
                sentence=phrase.passage.sentence_of(phrase.head),
                whole=own.id if own is not None and phrase.found.span.covers(own.span) else "",
            )
        )
    return tuple(found)


def _referents(mentions: Sequence[Mention], genders: dict[str, str]) -> dict[int, Referent]:
    """What the names of each chain tell of its type and gender; nothing where they tell two genders."""
    told: dict[int, set[str]] = defaultdict(set)
    types: dict[int, str] = {}
    for mention in mentions:
        if mention.kind == "name":
            types.setdefault(mention.chain, mention.type)
            told[mention.chain].add(genders.get(mention.id, ""))
    return {chain: Referent(kind, _only(told[chain] - {""})) for chain, kind in types.items()}


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""


def _lone(mentions: Sequence[Mention]) -> frozenset[int]:
    """Positions of the pronouns and nominals that were joined to nothing: there the network may be right."""
    sizes = Counter(mention.chain for mention in mentions)
    return frozenset(i for i, m in enumerate(mentions) if m.kind != "name" and sizes[m.chain] == 1)


def _chained(
    phrases: Sequence[Phrase],
    mentions: Sequence[Mention],
    referents: dict[int, Referent],
    lone: frozenset[int],
) -> list[object]:
    """For each phrase the number of the mentions' chain that it is in, or a key of its own chain."""
    keys: dict[int, object] = {}
    for chain in by_chain(phrases):
        owned = [phrase for phrase in chain if phrase.own >= 0 and phrase.own not in lone]
        numbers = [mentions[phrase.own].chain for phrase in owned]
        current = numbers[0] if numbers else -1
        for phrase in chain:
            key: object = current
            if phrase.own >= 0 and phrase.own not in lone:
                key = current = mentions[phrase.own].chain
            elif current < 0 or _clashes(phrase, referents.get(current)):
                key = ("apart", phrase.found.chain)
            keys[id(phrase)] = key
    return [keys[id(phrase)] for phrase in phrases]


def _clashes(phrase: Phrase, referent: Referent | None) -> bool:
    """Whether a person's chain holds a pronoun of the other gender or of no person."""
    if referent is None or phrase.kind != "pronoun" or referent.type != "Person":
        return False
    return phrase.head.lower_ in _SINGULAR and not agrees(phrase, referent)


def _represented(
    phrases: Sequence[Phrase], mentions: Sequence[Mention], lone: frozenset[int]
) -> dict[int, int]:
    """Positions of the phrases that need no row of their own, each with the mention that stands for it.

    Such a mention ends where the phrase ends, and begins at most a title later; it stands for one phrase.
    """
    best: dict[int, tuple[int, int]] = {}
    for position, phrase in enumerate(phrases):
        if phrase.own < 0 or phrase.own in lone:
            continue
        own = mentions[phrase.own].span
        apart = abs(own.start - phrase.found.span.start)
        if own.end == phrase.found.span.end and apart <= SAME_START:
            best[phrase.own] = min(best.get(phrase.own, (apart, position)), (apart, position))
    return {position: own for own, (_, position) in best.items()}
