"""Relations between names that stand beside each other: kin, founders, parts, seats, birthplaces, allies.

Each pattern asks for both names and for the very words between them; what merely stands near is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.annotate.facts.beside import beside
from kg.annotate.facts.pairs import Pairs
from kg.annotate.facts.relation_words import RELATIVES, SPOUSES
from kg.annotate.mention_tokens import Anchor, anchors_of, chunk, is_embedded, is_negated, prepositional
from kg.annotate.names.descriptions import describe
from kg.annotate.names.titles import FORMER
from kg.model import Fact, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.reading import Reading

__all__ = ["find_memberships"]

_FORMER_SPOUSES = frozenset({"ex-wife", "ex-husband"})
_ALLIES = frozenset({"ally"})
_OPPONENTS = frozenset({"critic", "opponent", "rival", "foe", "adversary", "enemy"})
_PARTS = frozenset(
    {"unit", "branch", "subsidiary", "arm", "division", "wing", "affiliate", "department", "offshoot"}
)
_PLACES = frozenset(
    {"city", "town", "village", "province", "district", "county", "region", "state", "suburb", "island",
     "capital", "neighborhood", "neighbourhood", "municipality", "port", "resort"}
)  # fmt: skip
_MEMBERS = frozenset({"member", "members"})
_FOUNDING = {"found": "founderOf", "establish": "founderOf", "co-found": "founderOf", "cofound": "founderOf"}
_LEADING = {"lead": "leaderOf", "head": "leaderOf", "chair": "leaderOf", "run": "leaderOf"}
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})


def find_memberships(reading: Reading, mentions: Sequence[Mention], claimed: Sequence[Span]) -> list[Fact]:
    """Find relations between two names of one sentence.

    Args:
        reading: the parsed article.
        mentions: its mentions, from :func:`kg.annotate.names.mentions.find_mentions`.
        claimed: what is credited to speakers; facts within are not asserted.

    Returns:
        Facts without ids, of the predicates memberOf, leaderOf, worksFor, founderOf, partOf, spouseOf,
        relativeOf, locatedIn, bornIn, alliedWith and opposes.
    """
    named = [
        anchor
        for anchor in anchors_of(reading, mentions)
        if anchor.mention.kind == "name" and anchor.passage.is_body
    ]
    page = Pairs(claimed, {(a.number, i): a for a in named for i in range(a.start, a.end)})
    facts: list[Fact] = []
    for description in describe(named):
        if description.pattern != "title":
            facts.extend(_from_noun(page, description.anchor, description.head))
    for anchor, following in zip_longest(named, named[1:]):
        facts.extend(_from_verb(page, anchor))
        facts.extend(beside(page, anchor, following))
    return facts


def _from_noun(page: Pairs, anchor: Anchor, head: Token) -> Iterator[Fact]:
    """Read "X, a member of Y", "Y, a unit of Z", "X, the wife of Z"."""
    noun = head.lower_
    start, end = chunk(head)
    words = [token.lower_ for token in head.doc[start:end]]
    status = "Former" if any(word in FORMER for word in words) else ""
    for preposition, token in prepositional(head):
        target = page.at(anchor.number, token)
        if (
            target is None
            or preposition not in {"of", "to", "in", "at", "for"}
            or not _is_close(head, target)
        ):
            continue
        predicate = _noun_relation(noun, preposition, anchor, target)
        if predicate:
            yield from page.fact(anchor, predicate, target, f"noun-{noun}", 0.85, status=status)


def _is_close(head: Token, target: Anchor) -> bool:
    between = head.doc[head.i + 1 : target.start]
    return len(between) <= 4 and not any(
        token.text in {",", ";"} or token.pos_ == "VERB" for token in between
    )


def _noun_relation(noun: str, preposition: str, anchor: Anchor, target: Anchor) -> str:
    kinds = (anchor.mention.type, target.mention.type)
    if noun in _MEMBERS and preposition == "of" and kinds[1] == "Organization":
        return "memberOf" if kinds[0] in {"Person", "Organization"} else ""
    if noun in _PARTS and preposition == "of" and kinds == ("Organization", "Organization"):
        return "partOf"
    if noun in SPOUSES and preposition == "of" and kinds == ("Person", "Person"):
        return "spouseOf"
    if noun in RELATIVES and preposition == "of" and kinds == ("Person", "Person"):
        return "relativeOf"
    if noun in _PLACES and preposition in {"in", "of"} and kinds == ("Place", "Place"):
        return "locatedIn" if preposition == "in" or noun == "capital" else ""
    people = kinds[0] in {"Person", "Organization"} and kinds[1] in {"Person", "Organization", "Place"}
    if noun in _ALLIES and preposition in {"of", "to"} and people:
        return "alliedWith"
    if noun in _OPPONENTS and preposition == "of" and people:
        return "opposes"
    return ""


def _from_verb(page: Pairs, anchor: Anchor) -> Iterator[Fact]:
    """Read "X founded Y", "X heads Y", "X, who leads Y", "X was born in Y", "X is married to Y"."""
    if anchor.mention.type not in {"Person", "Organization"}:
        return
    governor = anchor.governor
    if governor.dep_ in {"nsubj", "nsubj:pass", "nsubjpass"}:
        yield from _predicate(page, anchor, governor.head, passive=governor.dep_ != "nsubj")
    for child in governor.children:
        if child.dep_ in {"acl:relcl", "relcl"} and _has_relative_subject(child):
            passive = any(c.dep_ in {"nsubj:pass", "nsubjpass"} for c in child.children)
            yield from _predicate(page, anchor, child, passive=passive)


def _predicate(page: Pairs, anchor: Anchor, verb: Token, *, passive: bool) -> Iterator[Fact]:
    if is_negated(verb) or anchor.mention.type != "Person":
        return
    if verb.lower_ == "born" or verb.lemma_ == "bear":
        yield from _in_place(page, anchor, verb, "bornIn")
    elif verb.lower_ == "married":
        for preposition, token in prepositional(verb):
            target = page.at(anchor.number, token)
            if preposition == "to" and target is not None and target.mention.type == "Person":
                yield from page.fact(
                    anchor, "spouseOf", target, "verb-married", 0.85, reported=is_embedded(verb)
                )
    elif not passive:
        yield from _active(page, anchor, verb)


def _active(page: Pairs, anchor: Anchor, verb: Token) -> Iterator[Fact]:
    lemma = verb.lemma_.casefold()
    predicate = _FOUNDING.get(lemma, "") or (_LEADING.get(lemma, "") if verb.tag_ in _PRESENT else "")
    if lemma == "run" and predicate:
        predicate = ""
    if verb.lower_ in {"founded", "co-founded", "cofounded"}:
        predicate = "founderOf"
    if not predicate:
        return
    for child in verb.children:
        if child.dep_ in {"obj", "dobj"}:
            target = page.at(anchor.number, child)
            if target is not None and target.mention.type == "Organization" and child == target.head:
                yield from page.fact(
                    anchor, predicate, target, f"verb-{lemma}", 0.8, reported=is_embedded(verb)
                )


def _in_place(page: Pairs, anchor: Anchor, verb: Token, predicate: str) -> Iterator[Fact]:
    for preposition, token in prepositional(verb):
        target = page.at(anchor.number, token)
        if preposition in {"in", "at", "near"} and target is not None and target.mention.type == "Place":
            if preposition == "in":
                yield from page.fact(
                    anchor, predicate, target, f"verb-{verb.lower_}", 0.9, reported=is_embedded(verb)
                )
            return


def _has_relative_subject(verb: Token) -> bool:
    return any(child.lower_ in {"who", "which"} and child.dep_.startswith("nsubj") for child in verb.children)
