"""Every name of an article, and every speaker that is none, in chains of one referent each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import anchors_of
from kg.annotate.names.chains import Chains, join_names
from kg.annotate.names.find import Name, find_names
from kg.annotate.names.nominals import nominal_mention, proper_name
from kg.annotate.names.phrases import read_phrases
from kg.annotate.names.sayings import Saying
from kg.annotate.names.speakers import join_speakers
from kg.annotate.names.types import subtype_of
from kg.model import Link, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.reading import Passage, Reading

__all__ = ["find_mentions", "mention_at"]


def find_mentions(
    reading: Reading, speaker_heads: Sequence[Span], sayings: Sequence[Saying] = ()
) -> tuple[list[Mention], list[Link]]:
    """Find all names, a mention for each speaker that is no name, and, where the reader gave chains, the
    phrases that surely stand for either; join what speaks of one thing.

    Args:
        reading: the parsed article.
        speaker_heads: the head words of the claims' speakers ("she", "ministry", "Smith").
        sayings: who is said to say which words; only used with the reader's chains.

    Returns:
        Mentions in text order with ids m0, m1 ... and chains numbered in text order; the reason of each join.
        Each speaker head lies in a mention: a name, or the noun phrase that it governs.
    """
    names, explained = find_names(reading)
    found = [_named(reading, name) for name in names]
    found.extend(_unnamed(reading, names, speaker_heads))
    found.sort(key=_order)
    mentions = [replace(mention, id=f"m{number}") for number, mention in enumerate(found)]
    chains = Chains(mentions)
    anchors = anchors_of(reading, mentions)
    genders = join_names(chains, anchors, explained)
    phrases = read_phrases(reading, anchors, {mention.id: i for i, mention in enumerate(mentions)})
    join_speakers(chains, anchors, genders, phrases, _spoken(mentions, sayings))
    return _in_order(chains)


def _order(mention: Mention) -> tuple[Span, str]:
    return mention.span, mention.kind


def _spoken(mentions: Sequence[Mention], sayings: Sequence[Saying]) -> dict[int, list[Saying]]:
    """What each mention says, by its position."""
    positions = {mention.id: number for number, mention in enumerate(mentions)}
    found: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        speaker = mention_at(mentions, saying.head)
        if speaker is not None:
            found[positions[speaker.id]].append(saying)
    return found


def _in_order(chains: Chains) -> tuple[list[Mention], list[Link]]:
    """Mentions with their chains in text order, and the links, whose ids follow."""
    numbered = sorted(zip(chains.mentions, chains.roots(), strict=True), key=lambda row: _order(row[0]))
    ids = {mention.id: f"m{number}" for number, (mention, _) in enumerate(numbered)}
    numbers: dict[int, int] = {}
    chained = [numbers.setdefault(root, len(numbers)) for _, root in numbered]
    mentions = [replace(mention, id=ids[mention.id]) for mention, _ in numbered]
    links = [replace(link, left=ids[link.left], right=ids[link.right]) for link in chains.links]
    return _one_type(mentions, chained), links


def mention_at(mentions: Sequence[Mention], head: Span) -> Mention | None:
    """The mention that a speaker's head stands for: the name or the shortest phrase that covers it, else the
    last name within it ("Gov. Moss").

    Args:
        mentions: of one article.
        head: the speaker's head word.
    """
    covering = [mention for mention in mentions if mention.span.covers(head)]
    if covering:
        return min(covering, key=lambda m: (m.kind != "name", m.span.end - m.span.start))
    within = [mention for mention in mentions if mention.span.overlaps(head)]
    return max(within, key=lambda m: (m.kind == "name", m.span), default=None)


def _one_type(mentions: Sequence[Mention], numbers: Sequence[int]) -> list[Mention]:
    """Give the mentions their chains, and each chain the type that most of its names have."""
    votes: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    for mention, number in zip(mentions, numbers, strict=True):
        if mention.kind == "name":
            votes[number][mention.type, mention.subtype] += 1
    best = {number: max(sorted(rows), key=lambda row: rows[row]) for number, rows in votes.items()}
    typed: list[Mention] = []
    for mention, number in zip(mentions, numbers, strict=True):
        kind, subtype = best.get(number, (mention.type, mention.subtype))
        typed.append(replace(mention, chain=number, type=kind, subtype=subtype))
    return typed


def _named(reading: Reading, name: Name) -> Mention:
    sentence = -1
    if name.passage >= 0:
        passage = reading.passages[name.passage]
        sentence = passage.sentence_of(passage.doc[name.start])
    return Mention("", name.span, "name", name.type, name.subtype, name.text, -1, sentence)


def _unnamed(reading: Reading, names: Sequence[Name], heads: Sequence[Span]) -> Iterator[Mention]:
    named = {(n.passage, i) for n in names for i in range(n.start, n.end)}
    numbers = {passage.region.span.start: number for number, passage in enumerate(reading.passages)}
    done: set[Span] = set()
    for head in sorted(set(heads)):
        passage = reading.passage_at(head.start)
        tokens = passage.tokens(head) if passage is not None else None
        if passage is None or tokens is None or not passage.is_body:
            continue
        number = numbers[passage.region.span.start]
        if any((number, token.i) in named for token in tokens):
            continue
        missed = proper_name(tokens.root)
        if missed is not None and not any((number, i) in named for i in range(missed[0], missed[1])):
            mention = _missed(passage, tokens.root, missed)
        else:
            mention = nominal_mention(passage, tokens.root)
        if mention.span not in done:
            done.add(mention.span)
            yield mention


def _missed(passage: Passage, head: Token, found: tuple[int, int, str]) -> Mention:
    """A name that the reader did not mark, where it speaks."""
    tokens, kind = head.doc[found[0] : found[1]], found[2]
    return Mention(
        "", passage.span(tokens), "name", kind, subtype_of(tokens.text, kind), tokens.text, -1,
        passage.sentence_of(head),
    )  # fmt: skip
