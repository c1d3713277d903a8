"""Reads an article as one document, so that what one paragraph says is seen when the next is read.

The passages are then cut out of it. A pipeline of the user's reads the passages one by one, as it was
made to, and our own network fills in what it lacks (who says what, chains, triggers).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.reading import ChainMention, RolesRead, TriggerRead
from kg.model import Document, Region, Span
from kg.reader.marks import register

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Whole", "plain", "read_passages", "read_whole"]

_BREAK = "\n\n"
"""Stands between two passages: the reader ends a sentence there."""


@dataclass(frozen=True)
class Whole:
    """An article as one spaCy document, with where its tokens stand.

    Attributes:
        doc: All passages in a row.
        tokens: For each passage its first token and the one after its last.
        places: For each token where it stands in the article; None for what stands between passages.
        passage_of: For each token the number of its passage, -1 between them.
    """

    doc: Doc
    tokens: tuple[tuple[int, int], ...]
    places: tuple[Span | None, ...]
    passage_of: tuple[int, ...]

    def docs(self) -> list[Doc]:
        """Every passage as a document of its own, with its annotations."""
        return [self.doc[start:end].as_doc() for start, end in self.tokens]

    def roles(self) -> Iterator[RolesRead]:
        """Who says what."""
        for mark in self.doc._.roles:
            cue, speaker, content = (self._spans(part) for part in (mark.cue, mark.speaker, mark.content))
            yield RolesRead(cue, speaker, content, mark.score)

    def chains(self) -> Iterator[ChainMention]:
        """Mentions of chains."""
        for mark in self.doc._.chains:
            first, last, head = (self.places[token] for token in (mark.start, mark.end - 1, mark.head))
            if first is not None and last is not None and head is not None:
                span = Span(first.start, last.end)
                yield ChainMention(span, head, mark.type, mark.chain, mark.score, mark.link)

    def triggers(self) -> Iterator[TriggerRead]:
        """Words that denote something that happens."""
        for mark in self.doc._.triggers:
            place = self.places[mark.token]
            if place is not None:
                yield TriggerRead(place, mark.report, mark.score)

    def _spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Tokens in a row (blank ones between them do not count) as spans of the article."""
        found: list[Span] = []
        before = -2
        for token in tokens:
            place = self.places[token]
            if place is None:
                continue
            joined = found and self._in_a_row(before, token)
            if joined:
                found[-1] = Span(found[-1].start, place.end)
            else:
                found.append(place)
            before = token
        return tuple(found)

    def _in_a_row(self, before: int, token: int) -> bool:
        same = self.passage_of[before] == self.passage_of[token]
        return same and all(self.doc[between].is_space for between in range(before + 1, token))


def read_whole(document: Document, regions: Sequence[Region], nlp: Language) -> Whole:
    """Read an article with our own pipeline.

    Args:
        document: The article.
        regions: What is read of it, in text order.
        nlp: A pipeline that ends sentences at line breaks.
    """
    texts = [plain(region.span.of(document.text)) for region in regions]
    doc = nlp(_BREAK.join(texts))
    bases: list[tuple[int, int]] = []
    offset = 0
    for region, text in zip(regions, texts, strict=True):
        bases.append((offset, region.span.start - offset))
        offset += len(text) + len(_BREAK)
    places: list[Span | None] = []
    passage_of: list[int] = []
    number = 0
    for token in doc:
        while number + 1 < len(bases) and token.idx >= bases[number + 1][0]:
            number += 1
        if token.is_space and "\n" in token.text:
            places.append(None)
            passage_of.append(-1)
            continue
        shift = bases[number][1]
        places.append(Span(token.idx + shift, token.idx + len(token) + shift))
        passage_of.append(number)
    return Whole(doc, _ranges(passage_of, len(regions)), tuple(places), tuple(passage_of))


def read_passages(regions: Sequence[Region], docs: Sequence[Doc]) -> Whole:
    """Put passages that were read one by one in a row.

    Args:
        regions: What was read, in text order.
        docs: Their parses, all by one pipeline.
    """
    from spacy.tokens import Doc

    register()
    whole = Doc.from_docs(list(docs), ensure_whitespace=True)
    places = tuple(
        Span(region.span.start + token.idx, region.span.start + token.idx + len(token))
        for region, doc in zip(regions, docs, strict=True)
        for token in doc
    )
    passage_of = tuple(number for number, doc in enumerate(docs) for _ in doc)
    return Whole(whole, _ranges(passage_of, len(regions)), places, passage_of)


def plain(text: str) -> str:
    """The text with every blank (line breaks, tabs, no-break spaces) as a single space: lengths stay."""
    return "".join(" " if character.isspace() else character for character in text)


def _ranges(passage_of: Sequence[int], count: int) -> tuple[tuple[int, int], ...]:
    """First token and the one after the last of every passage."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for token, number in enumerate(passage_of):
        first.setdefault(number, token)
        last[number] = token + 1
    return tuple((first.get(number, 0), last.get(number, 0)) for number in range(count))
