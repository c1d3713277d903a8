"""Loads the spaCy pipeline and reads documents with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kg.annotate.reading import Passage, Reading
from kg.errors import ReaderError
from kg.model import Document, Region, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["READ_KINDS", "load_pipeline", "pipeline_name", "read"]

READ_KINDS = frozenset({"headline", "heading", "caption", "paragraph"})
"""Kinds of region that are read for names; only paragraphs for sentences."""


def load_pipeline(model: str = "") -> Language:
    """Load our own pipeline, or an installed one by name or folder.

    Raises:
        ReaderError: there is no such pipeline, or it finds no names or parses nothing.
    """
    import spacy

    import kg.reader.factories  # noqa: F401 - known to spaCy even where the package's entry points are not

    source: str | Path = model or Path(str(resources.files("kg") / "reader" / "model"))
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError) as error:
        raise ReaderError(f"cannot load the spaCy pipeline {str(source)!r}: {error}") from error
    produced = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    if not {"token.dep", "doc.ents"} <= produced:
        raise ReaderError(f"the pipeline {str(source)!r} must parse (token.dep) and find names (doc.ents)")
    return nlp


def pipeline_name(nlp: Language) -> str:
    """Language, name and version of a pipeline, for the run report."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}".strip()


def read(documents: Iterable[Document], nlp: Language) -> Iterator[Reading]:
    """Parse documents, one batch an article.

    Blanks within a region (line breaks, tabs, no-break spaces) are read as single spaces of the same length,
    so offsets stay true. A batch holds one article alone: then its annotations cannot depend, through
    the rounding of a matrix product, on what else is read in the same run.

    Raises:
        ReaderError: a paragraph is longer than the pipeline takes.
    """
    for document in documents:
        _check_length(document, nlp.max_length)
        regions = [region for region in document.regions if region.kind in READ_KINDS]
        docs = nlp.pipe([_plain(region.span.of(document.text)) for region in regions])
        yield _reading(document, list(zip(regions, docs, strict=True)))


def _check_length(document: Document, limit: int) -> None:
    longest = max((region.span.end - region.span.start for region in document.regions), default=0)
    if longest > limit:
        raise ReaderError(f"a paragraph of {longest:,} characters is too long to read (at most {limit:,})")


def _plain(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)


def _reading(document: Document, parsed: list[tuple[Region, Doc]]) -> Reading:
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for region, doc in parsed:
        if region.kind != "paragraph":
            passages.append(Passage(region, doc, -1))
            continue
        passages.append(Passage(region, doc, len(sentences)))
        sentences.extend(_sentences(region, doc))
    return Reading(document, tuple(passages), tuple(sentences))


def _sentences(region: Region, doc: Doc) -> Iterator[Sentence]:
    """Sentences trimmed of blanks; one of blanks alone keeps its place, so that numbers match the parse."""
    for sent in doc.sents:
        text = sent.text
        start = region.span.start + sent.start_char + len(text) - len(text.lstrip())
        end = region.span.start + sent.end_char - len(text) + len(text.rstrip())
        yield Sentence(Span(start, max(end, start + 1)), region.span)
