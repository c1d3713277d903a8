"""One article as the extractors see it: spaCy documents, each knowing where in the article it stands.

Every region is read by spaCy on its own, so that no sentence crosses a paragraph. A passage's tokens count
from the passage's start; :meth:`Passage.span` gives offsets into the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Document, Region, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["ChainMention", "Passage", "Reading", "RolesRead", "TriggerRead"]


@dataclass(frozen=True, slots=True)
class RolesRead:
    """Who says what as the network tagged it: spans in text order (speaker may be empty); score 0 to 1."""

    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class ChainMention:
    """A mention that the network put into a chain of the article (singletons too).

    type: ``person``, ``organization``, ``place``, ``event``, ``time``, ``object``, ``abstract`` and so on.
    score: how surely it is a mention at all, 0 to 1; link: how surely it belongs to the mention before it
    in its chain (1 for the first).
    """

    span: Span
    head: Span
    type: str
    chain: int
    score: float
    link: float


@dataclass(frozen=True, slots=True)
class TriggerRead:
    """A word that denotes something that happens; ``report``: that it denotes a saying."""

    span: Span
    report: bool
    score: float


@dataclass(frozen=True)
class Passage:
    """A region and its parse. first_sentence: position of its first sentence in the article, -1 if none."""

    region: Region
    doc: Doc
    first_sentence: int

    @property
    def is_body(self) -> bool:
        """Whether its sentences are evidence (a paragraph), or it is a headline, heading or caption."""
        return self.region.kind == "paragraph"

    @cached_property
    def text(self) -> str:
        """The parsed text, put together once."""
        words: str = self.doc.text
        return words

    def span(self, tokens: Tokens) -> Span:
        """Where these tokens stand in the article."""
        base = self.region.span.start
        return Span(base + tokens.start_char, base + tokens.end_char)

    def token_span(self, token: Token) -> Span:
        """Where this token stands in the article."""
        start = self.region.span.start + token.idx
        return Span(start, start + len(token))

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that cover an article span, or None where it does not lie in this passage."""
        base = self.region.span.start
        found: Tokens | None = self.doc.char_span(span.start - base, span.end - base, alignment_mode="expand")
        return found

    def sentence_of(self, token: Token) -> int:
        """Position of the token's sentence in the article, -1 outside the body."""
        if self.first_sentence < 0:
            return -1
        return self.first_sentence + self._sentence_numbers[token.i]

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        return [number for number, sent in enumerate(self.doc.sents) for _ in sent]


@dataclass(frozen=True)
class Reading:
    """An article with its passages in text order and its sentences (body only).

    roles, chains and triggers, in text order, are empty where no reader gave them.
    """

    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    roles: tuple[RolesRead, ...] = ()
    chains: tuple[ChainMention, ...] = ()
    triggers: tuple[TriggerRead, ...] = ()

    @property
    def body(self) -> Iterator[Passage]:
        """The paragraphs."""
        return (passage for passage in self.passages if passage.is_body)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the character at this offset."""
        for passage in self.passages:
            if passage.region.span.start <= offset < passage.region.span.end:
                return passage
        return None

    def sentence_at(self, offset: int) -> int:
        """Position of the sentence that holds the character at this offset, -1 if none does."""
        for number, sentence in enumerate(self.sentences):
            if sentence.span.start <= offset < sentence.span.end:
                return number
        return -1

    def text(self, span: Span) -> str:
        """The words of a span."""
        return span.of(self.document.text)
