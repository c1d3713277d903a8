"""Mentions by the words that stand for them in the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.annotate.reading import Passage, Reading
from kg.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["MentionIndex", "mentions_of"]

_SURE_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
_TITLE_LINKS = frozenset({"flat", "appos", "nmod", "compound"})


class MentionIndex:
    """Mentions by the article offset of their head word; the longest wins."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        starts = [passage.region.span.start for passage in reading.passages]
        self._by_head: dict[int, Mention] = {}
        self._by_word: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span)):
            position = bisect_right(starts, mention.span.start) - 1
            passage = reading.passages[position] if position >= 0 else None
            tokens = passage.tokens(mention.span) if passage else None
            if passage is None or tokens is None:
                continue
            base = passage.region.span.start
            self._by_head.setdefault(base + tokens.root.idx, mention)
            if mention.kind == "name":
                for token in tokens:
                    self._by_word.setdefault(base + token.idx, mention)

    def in_name(self, passage: Passage, token: Token) -> bool:
        """Whether the word is part of the name of something that is no event ("the Conference of Mayors")."""
        found = self._by_word.get(passage.region.span.start + token.idx)
        return (
            found is not None and found.type != "Event" and token.pos_ == "PROPN" and token.text[:1].isupper()
        )

    def of(self, passage: Passage, token: Token) -> Mention | None:
        """The mention that this head word stands for, or the named person right after a title."""
        base = passage.region.span.start
        found = self._by_head.get(base + token.idx) or self._by_word.get(base + token.idx)
        if token.pos_ == "NOUN" and (found is None or found.kind == "nominal"):
            for child in token.rights:
                named = self._by_word.get(base + child.idx)
                if (
                    child.dep_ in _TITLE_LINKS
                    and child.left_edge.i == token.i + 1
                    and named
                    and named.type == "Person"
                ):
                    return named
        return found


def mentions_of(
    passage: Passage, index: MentionIndex, heads: list[Token], types: frozenset[str]
) -> tuple[Mention, ...]:
    """Mentions of the types that these heads stand for; of pronouns only those for one person."""
    found = (index.of(passage, head) for head in heads)
    kept = {m.id: m for m in found if m is not None and m.type in types and _sure(m, passage)}
    return tuple(kept.values())


def _sure(mention: Mention, passage: Passage) -> bool:
    if mention.kind != "pronoun":
        return True
    base = passage.region.span.start
    return passage.text[mention.span.start - base : mention.span.end - base].lower() in _SURE_PRONOUNS
