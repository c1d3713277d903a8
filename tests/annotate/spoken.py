"""Articles for the tests: text as it is printed, parsed by hand or by the shipped pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.annotate.language import read
from kg.annotate.reading import Passage, Reading
from kg.model import Document, Region, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["parsed_by", "reading_of"]


def parsed_by(nlp: Language, *paragraphs: str) -> Reading:
    """An article of these paragraphs, read by a pipeline."""
    text = "\n\n".join(paragraphs)
    return next(read([_document(text, paragraphs)], nlp))


def reading_of(*docs: Doc) -> Reading:
    """An article whose paragraphs are parsed by hand."""
    texts = [doc.text for doc in docs]
    document = _document("\n\n".join(texts), texts)
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for doc, region in zip(docs, document.regions, strict=True):
        passages.append(Passage(region, doc, len(sentences)))
        base = region.span.start
        sentences.extend(
            Sentence(Span(base + s.start_char, base + s.end_char), region.span) for s in doc.sents
        )
    return Reading(document, tuple(passages), tuple(sentences))


def _document(text: str, paragraphs: Sequence[str]) -> Document:
    regions: list[Region] = []
    start = 0
    for paragraph in paragraphs:
        regions.append(Region(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 2
    return Document("article", "article.txt", text, "0" * 64, tuple(regions))
