"""Which organization "it" stands for, where the sentences before have one subject that can speak.

"The agency put the toll at 106. It raised it to 143": only an organization that was the subject is taken, or
in the pronoun's own sentence the owner of the subject, with no other body between; else "it" is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.annotate.mention_tokens import SUBJECT, SUBJECT_PASSIVE, Anchor

__all__ = ["body_before"]

_WINDOW = 2
"""Sentences before a pronoun's own in which its organization must stand."""
_BODIES = frozenset({"Organization", "Group"})
_OWNERS = frozenset({"nmod:poss", "poss"})


def body_before(anchors: Sequence[Anchor], index: int, chain_of: Callable[[Anchor], int]) -> Anchor | None:
    """The organization that the pronoun "it" at this position stands for, None where that is not clear.

    Args:
        anchors: all mentions with tokens, in text order.
        index: position of the pronoun.
        chain_of: tells the chain that a mention is in by now.
    """
    pronoun = anchors[index]
    subjects: list[Anchor] = []
    for other in reversed(anchors[:index]):
        if not other.passage.is_body or other.mention.kind == "pronoun":
            continue
        if pronoun.mention.sentence - other.mention.sentence > _WINDOW:
            break
        if subjects and other.mention.sentence < subjects[0].mention.sentence:
            break
        if _leads(other, pronoun):
            subjects.append(other)
    if len({chain_of(other) for other in subjects}) != 1:
        return None
    body = subjects[0]
    if (
        body.mention.kind != "name"
        or body.mention.type not in _BODIES
        or _has_rival(anchors[:index], pronoun, body, chain_of)
    ):
        return None
    return body


def _has_rival(
    before: Sequence[Anchor], pronoun: Anchor, body: Anchor, chain_of: Callable[[Anchor], int]
) -> bool:
    """Whether the pronoun's own sentence names another body or country before it."""
    return any(
        other.mention.sentence == pronoun.mention.sentence
        and other.mention.kind == "name"
        and other.mention.type in _BODIES | {"Place"}
        and chain_of(other) != chain_of(body)
        for other in before
    )


def _leads(other: Anchor, pronoun: Anchor) -> bool:
    """Whether a mention is its clause's subject, or in the pronoun's sentence the owner of the subject."""
    if other.governor.dep_ in SUBJECT | SUBJECT_PASSIVE:
        return other.number != pronoun.number or other.governor.head != pronoun.head.head
    follows = other.doc[other.end] if other.end < len(other.doc) else None
    owner = other.governor.dep_ in _OWNERS or (follows is not None and follows.tag_ == "POS")
    return owner and other.mention.sentence == pronoun.mention.sentence
