"""What an attribution is, and the passage with its quotations in which they are sought."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.annotate.claims.quotations import Quotation, find_quotations
from kg.annotate.reading import Passage, Reading
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["COMMAS", "FIGURE_PASSED_ON", "STOPS", "Attribution", "Scene", "Speaker", "Stance", "scenes"]

COMMAS = frozenset({",", "-", "--", "—", "–", "―", ";"})
STOPS = frozenset({".", "!", "?", "…", "..."})
_TRIMMED = COMMAS | STOPS | {":"}
FIGURE_PASSED_ON = "figure passed on"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the whole noun phrase; the name or noun at its head; heads joined to it by "and".

    trust: how surely this can speak at all, 0 to 1.
    """

    span: Span
    head: Span
    joint: tuple[Span, ...] = ()
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class Stance:
    """How the speaker puts the content: local names of the vocabulary; temporality "" or "Future"."""

    polarity: str = "Affirmed"
    certainty: str = "Certain"
    temporality: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words credited to someone; offsets into the article.

    speaker: the whole noun phrase; speaker_head: its name or noun, the part that refers; joint: heads of
    further speakers of the same words. content and cue: spans in text order. quoted: what of the content
    stands in quotation marks, without them. quote_type: ``Direct``, ``Mixed`` or ``Indirect``. source and
    source_head: whom the speaker relies on. figure: whether the content is a bare figure phrase.
    confidence: how surely these words are this speaker's; rule: name of the pattern.
    """

    speaker: Span | None
    speaker_head: Span | None
    joint: tuple[Span, ...]
    cue: tuple[Span, ...]
    cue_lemma: str
    cue_type: str
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    quote_type: str
    polarity: str
    certainty: str
    temporality: str
    source: Span | None
    source_head: Span | None
    confidence: float
    rule: str

    def covers(self, span: Span) -> bool:
        """Whether the span lies within the content."""
        return any(part.covers(span) for part in self.content)

    @property
    def taken_up(self) -> bool:
        """Whether the content stands elsewhere, in words of others ("The figure was confirmed by X")."""
        return self.rule == FIGURE_PASSED_ON

    @property
    def start(self) -> int:
        """Where cue and content begin."""
        return min(span.start for span in (*self.cue, *self.content))

    @property
    def end(self) -> int:
        """Where cue and content end."""
        return max(span.end for span in (*self.cue, *self.content))


@dataclass(frozen=True)
class Scene:
    """A paragraph, its tokens, and which of them stand in which quotation. Positions are token numbers."""

    passage: Passage
    quotations: tuple[Quotation, ...]

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.passage.doc

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens."""
        return list(self.doc)

    @cached_property
    def text(self) -> str:
        """The paragraph as it was read; its offsets count from the paragraph's start."""
        return self.passage.text

    @cached_property
    def lowers(self) -> list[str]:
        """All tokens in lower case."""
        return [token.lower_ for token in self.tokens]

    @cached_property
    def ranges(self) -> list[tuple[int, int]]:
        """For each quotation the tokens of its part in this paragraph, marks included, end exclusive."""
        found = []
        for quotation in self.quotations:
            part = next(part for part in quotation.parts if self.passage.region.span.covers(part))
            tokens = self.passage.tokens(part)
            found.append((tokens.start, tokens.end) if tokens is not None else (0, 0))
        return found

    @cached_property
    def inside(self) -> list[int]:
        """For each token the number of its quotation, -1 outside."""
        inside = [-1] * len(self.doc)
        for number, (start, end) in enumerate(self.ranges):
            inside[start:end] = [number] * (end - start)
        return inside

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """For each token the first token of its sentence and the one after its last."""
        return [(sent.start, sent.end) for sent in self.doc.sents for _ in range(len(sent))]

    def span(self, start: int, end: int) -> Span:
        """Where tokens stand in the article (end exclusive, not empty)."""
        base = self.passage.region.span.start
        last = self.tokens[end - 1]
        return Span(base + self.tokens[start].idx, base + last.idx + len(last))

    def tokens_of(self, spans: Iterable[Span]) -> list[Token]:
        """The paragraph's own tokens among those that article spans touch, in text order, each once."""
        region = self.passage.region.span
        found: set[int] = set()
        for span in spans:
            start, end = max(span.start, region.start), min(span.end, region.end)
            tokens = self.passage.tokens(Span(start, end)) if start < end else None
            if tokens is not None:
                found.update(range(tokens.start, tokens.end))
        return [self.tokens[i] for i in sorted(found)]

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without punctuation and lonely quotation marks at its edges."""
        while start < end and self._loose(start, start, end):
            start += 1
        while end > start and self._loose(end - 1, start, end):
            end -= 1
        return start, end

    def _loose(self, i: int, start: int, end: int) -> bool:
        number = self.inside[i]
        if number >= 0:
            left, right = self.ranges[number]
            return not (start <= left and right <= end) and i in {left, right - 1}
        return self.lowers[i] in _TRIMMED or self.lowers[i].isspace() or self.lowers[i] in {'"', "“", "”"}

    def finite(self, start: int, end: int) -> bool:
        """Whether a finite verb stands in the range."""
        return any(token.tag_ in _FINITE for token in self.tokens[start:end])

    def quotation_ending(self, end: int) -> int:
        """Number of the quotation whose last token stands right before this position, -1 if none does."""
        number = self.inside[end - 1] if 0 < end <= len(self.inside) else -1
        return number if number >= 0 and self.ranges[number][1] == end else -1

    def quotation_starting(self, start: int) -> int:
        """Number of the quotation whose first token this is, -1 if none's."""
        number = self.inside[start] if 0 <= start < len(self.inside) else -1
        return number if number >= 0 and self.ranges[number][0] == start else -1


def scenes(reading: Reading) -> Iterator[Scene]:
    """The paragraphs of an article, each with its quotations."""
    body = list(reading.body)
    found = find_quotations(reading.document.text, [passage.region.span for passage in body])
    starts = [passage.region.span.start for passage in body]
    by_paragraph: dict[int, list[Quotation]] = {}
    for quotation in found:
        for part in quotation.parts:
            by_paragraph.setdefault(bisect_right(starts, part.start) - 1, []).append(quotation)
    for number, passage in enumerate(body):
        yield Scene(passage, tuple(by_paragraph.get(number, ())))
