"""The phrases that the reader's network put into chains, with their tokens and the mentions that they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import Anchor, quoted_tokens
from kg.annotate.names.nominals import kind_of, nominal_mention
from kg.annotate.reading import ChainMention, Passage, Reading
from kg.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Phrase", "by_chain", "phrase_mention", "read_phrases"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention of a chain with its tokens [start, end) in a passage.

    kind: ``pronoun`` or ``nominal`` (a name too). own: position of the mention that has the same head, -1 if
    none. several: whether the phrase is a list ("Moss and Reed"). quoted: whether its head is quoted.
    """

    found: ChainMention
    passage: Passage
    number: int
    start: int
    end: int
    head: Token
    kind: str
    own: int
    several: bool
    quoted: bool

    @property
    def doc(self) -> Doc:
        """The passage's parse."""
        return self.passage.doc


def read_phrases(reading: Reading, anchors: Sequence[Anchor], positions: dict[str, int]) -> list[Phrase]:
    """The network's mentions that lie in passages, in text order, the outer of two first.

    Args:
        reading: the parsed article.
        anchors: the mentions that have tokens.
        positions: of the mentions, by id.
    """
    owners = _Owners(anchors, positions)
    marks: dict[int, bytearray] = {}
    starts = [passage.region.span.start for passage in reading.passages]
    phrases: list[Phrase] = []
    for found in sorted(reading.chains, key=lambda m: (m.span.start, -m.span.end, m.head, m.chain)):
        number = bisect_right(starts, found.span.start) - 1
        passage = reading.passages[number] if number >= 0 else None
        tokens, head = (passage.tokens(found.span), passage.tokens(found.head)) if passage else (None, None)
        if passage is None or tokens is None or head is None:
            continue
        if number not in marks:
            marks[number] = quoted_tokens(passage.doc)
        inside = range(tokens.start, tokens.end)
        noun = head.root
        several = _is_list(noun, inside)
        kind = "pronoun" if len(inside) == 1 and _is_pronoun(noun) else "nominal"
        own = owners.of(number, inside, noun, several=several)
        quoted = bool(marks[number][noun.i])
        phrases.append(
            Phrase(found, passage, number, inside.start, inside.stop, noun, kind, own, several, quoted)
        )
    return phrases


def by_chain(phrases: Sequence[Phrase]) -> list[list[Phrase]]:
    """The phrases of each of the network's chains, in text order."""
    chains: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        chains.setdefault(phrase.found.chain, []).append(phrase)
    return list(chains.values())


def phrase_mention(phrase: Phrase) -> Mention:
    """The mention, in no chain yet, that the phrase makes without its clauses."""
    return nominal_mention(phrase.passage, phrase.head, range(phrase.start, phrase.end))


def _is_pronoun(token: Token) -> bool:
    return token.pos_ == "PRON" or kind_of(token) == "pronoun"


def _is_list(head: Token, inside: range) -> bool:
    """Whether the phrase holds a second noun beside its head, or an "and" that the parse hangs elsewhere."""
    joined = any(child.dep_ == "conj" and child.i in inside for child in head.children)
    return joined or any(head.doc[i].dep_ == "cc" and head.doc[i].head.i not in inside for i in inside)


class _Owners:
    """Mentions by the words that stand for them: a name by each of its words and by the title before it."""

    def __init__(self, anchors: Sequence[Anchor], positions: dict[str, int]) -> None:
        self._heads: dict[tuple[int, int], Anchor] = {}
        self._words: dict[tuple[int, int], Anchor] = {}
        self._positions = positions
        for anchor in sorted(anchors, key=lambda a: a.mention.kind != "name"):
            self._heads.setdefault((anchor.number, anchor.head.i), anchor)
            if anchor.mention.kind == "name":
                self._words.setdefault((anchor.number, anchor.governor.i), anchor)
                for i in range(anchor.start, anchor.end):
                    self._words.setdefault((anchor.number, i), anchor)

    def of(self, number: int, inside: range, head: Token, *, several: bool) -> int:
        """Position of the mention that a phrase with this head is, -1 if of none."""
        anchor = self._heads.get((number, head.i))
        if anchor is None or (several and anchor.mention.kind == "name"):
            anchor = None if several else self._words.get((number, head.i))
            if anchor is None or anchor.start not in inside or anchor.end - 1 not in inside:
                return -1
        elif several and not _is_list(head, range(anchor.start, anchor.end)):
            return -1
        return self._positions[anchor.mention.id]
