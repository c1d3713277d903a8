"""Whom "the spokesman" or "the ministry" stands for, where one name alone is called so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import Anchor
from kg.annotate.names.classes import class_of, may_be
from kg.annotate.names.descriptions import Description
from kg.annotate.names.speaking import NEAR, Speaking
from kg.annotate.names.titles import KIND_WORDS, ORGANIZATION_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["join_nominals"]

_DEFINITE = frozenset({"the", "this", "that"})

_GENERAL = frozenset(
    {"group", "company", "organization", "organisation", "agency", "firm", "association", "force", "board",
     "team", "network", "news", "government", "party", "movement", "front", "alliance", "army", "times",
     "post", "co", "forces", "services", "television", "radio", "club", "exchange", "partners"}
)  # fmt: skip

_SKIPPED = frozenset(
    {"former", "late", "own", "same", "then", "current", "a", "an", "the", "this", "that", "his", "her",
     "its"}
)  # fmt: skip


def join_nominals(text: Speaking, nominals: Sequence[Anchor], descriptions: Sequence[Description]) -> None:
    """Join noun phrases to the only name that the article calls so, or that may be called so.

    Args:
        text: the mentions; is filled.
        nominals: mentions that are noun phrases, in text order.
        descriptions: what the article calls its names.
    """
    by_noun = _by_noun(descriptions)
    by_word = _names_by_noun(text.anchors)
    for anchor in nominals:
        _join_nominal(text, anchor, by_noun, by_word)
        _join_body(text, anchor)


def _by_noun(descriptions: Sequence[Description]) -> dict[str, list[Description]]:
    table: dict[str, list[Description]] = defaultdict(list)
    for description in descriptions:
        table[description.head.lower_].append(description)
    return table


def _names_by_noun(anchors: Sequence[Anchor]) -> dict[str, list[Anchor]]:
    """Organizations by the kind of thing that their name says they are ("ministry", "party")."""
    table: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        if (
            anchor.mention.kind == "name"
            and anchor.mention.type == "Organization"
            and anchor.end - anchor.start > 1
        ):
            words = [token.lower_ for token in anchor.doc[anchor.start : anchor.end]]
            for word in {words[0], words[-1]} & ORGANIZATION_NOUNS:
                table[word].append(anchor)
    return table


def _join_nominal(
    text: Speaking, anchor: Anchor, by_noun: dict[str, list[Description]], by_word: dict[str, list[Anchor]]
) -> None:
    head = anchor.head
    if anchor.doc[anchor.start].lower_ not in _DEFINITE or head.tag_ in {"NNS", "NNPS"}:
        return
    wanted = _content(anchor.doc[anchor.start : anchor.end])
    noun = head.lower_
    fitting: dict[int, tuple[Anchor, str]] = {}
    for description in by_noun.get(noun, ()):
        if not _precedes(description.anchor, anchor):
            continue
        said = {token.lower_ for token in description.head.doc[description.start : description.end]}
        before = description.head.doc[max(0, description.start - 2) : description.start]
        if wanted <= said | {token.lower_ for token in before}:
            fitting.setdefault(text.root(description.anchor), (description.anchor, "is called so"))
    for other in by_word.get(noun, ()) if noun not in _GENERAL else ():
        words = {token.lower_ for token in other.doc[other.start : other.end]}
        if wanted <= words and _precedes(other, anchor):
            fitting.setdefault(text.root(other), (other, "has the word in its name"))
    if len(fitting) != 1 or text.root(anchor) in fitting:
        return
    name, why = next(iter(fitting.values()))
    reason = f'only "{name.mention.name}" in this article {why}: "{anchor.mention.name}"'
    text.join(name, anchor, "only-candidate", reason, 0.75)


def _join_body(text: Speaking, anchor: Anchor) -> None:
    """Join "the rights group" to the only organization near before that may be called so."""
    phrase = list(anchor.doc[anchor.start : anchor.end])
    kind = class_of(phrase, anchor.head) if phrase[0].lower_ == "the" else ""
    if not kind or anchor.head.tag_ in {"NNS", "NNPS"}:
        return
    own = text.root(anchor)
    found: dict[int, Anchor] = {}
    for other in text.anchors:
        gone = anchor.mention.sentence - other.mention.sentence
        if other.mention.kind != "name":
            if text.root(other) == own and other is not anchor:
                return
            continue
        if text.root(other) == own:
            return
        near = 0 <= gone <= NEAR and other.passage.is_body and _precedes(other, anchor)
        if near and other.mention.type == "Organization" and may_be(other.mention, kind, anchor.head.lower_):
            found[text.root(other)] = other
    if len(found) != 1 or _has_unread_name(text, anchor):
        return
    name = next(iter(found.values()))
    reason = f'"{anchor.mention.name}": only "{name.mention.name}" near before may be called so'
    text.join(name, anchor, "only-body", reason, 0.7)


def _has_unread_name(text: Speaking, anchor: Anchor) -> bool:
    """Whether a proper noun stands near before the phrase that is in no name: a body that was not read."""
    covered = {
        i
        for a in text.anchors
        if a.number == anchor.number and a is not anchor
        for i in range(a.start, a.end)
    }
    return any(
        token.pos_ == "PROPN" and token.i not in covered and token.lower_ in KIND_WORDS
        for token in anchor.doc[: anchor.start]
    )


def _precedes(one: Anchor, other: Anchor) -> bool:
    return (one.number, one.start) < (other.number, other.start)


def _content(tokens: Iterable[Token]) -> set[str]:
    return {token.lower_ for token in tokens if token.text[0].isalnum()} - _SKIPPED
