"""Loads the spaCy pipeline and reads documents with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kg.annotate.reading import ChainMention, Passage, Reading
from kg.annotate.whole import Whole, plain, read_passages, read_whole
from kg.errors import ReaderError
from kg.model import Document, Region, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["READ_KINDS", "load_pipeline", "pipeline_name", "read"]

READ_KINDS = frozenset({"headline", "heading", "caption", "paragraph"})
"""Kinds of region that are read for names; only paragraphs for sentences."""

_READ_AT_ONCE = 200_000
"""Characters of an article that are read as one document; a long article has 20,000."""

_SHIPPED = Path(str(resources.files("kg") / "reader" / "model"))
_OUR_LANGUAGE = "en"
_ENCODER = "newskg_encoder"
_WRITTEN = {
    _ENCODER: "doc._.word_vectors",
    "newskg_syntax": "token.dep",
    "newskg_names": "doc.ents",
    "newskg_roles": "doc._.roles",
    "newskg_triggers": "doc._.triggers",
    "newskg_chains": "doc._.chains",
}
"""What each component of our own pipeline writes, in the order in which they run."""


def load_pipeline(model: str = "") -> Language:
    """Load our own pipeline, or an installed one by name or folder.

    Raises:
        ReaderError: there is no such pipeline, or one of another language than ours lacks parse or names.
    """
    import spacy

    import kg.reader.factories  # noqa: F401 - known to spaCy even where the package's entry points are not

    source: str | Path = model or _SHIPPED
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError) as error:
        raise ReaderError(f"cannot load the spaCy pipeline {str(source)!r}: {error}") from error
    if nlp.lang != _OUR_LANGUAGE and not {"token.dep", "doc.ents"} <= _produced(nlp):
        raise ReaderError(f"the pipeline {str(source)!r} must parse (token.dep) and find names (doc.ents)")
    return nlp


def pipeline_name(nlp: Language) -> str:
    """Language, name and version of a pipeline, and what ours fills in, for the run report."""
    meta = nlp.meta
    name = f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}".strip()
    filled = [name.partition("_")[2] for name in _lacking(nlp) if name != _ENCODER]
    return f"{name}, with {', '.join(filled)} by {pipeline_name(_own())}" if filled else name


def read(documents: Iterable[Document], nlp: Language) -> Iterator[Reading]:
    """Parse documents, one by one.

    Blanks within a region (line breaks, tabs, no-break spaces) are read as single spaces of the same length,
    so offsets stay true. Our own pipeline reads an article as one document; another one reads each passage,
    and what it lacks is filled in by ours. Nothing depends on what else is read in the same run.

    Raises:
        ReaderError: a paragraph is longer than the pipeline takes.
    """
    lacking = _lacking(nlp)
    for document in documents:
        _check_length(document, nlp.max_length)
        regions = [region for region in document.regions if region.kind in READ_KINDS]
        yield _reading(document, regions, [_read(document, part, nlp, lacking) for part in _parts(regions)])


def _read(document: Document, regions: Sequence[Region], nlp: Language, lacking: Sequence[str]) -> Whole:
    if nlp.has_pipe(_ENCODER):
        return read_whole(document, regions, nlp)
    docs = nlp.pipe([plain(region.span.of(document.text)) for region in regions])
    whole = read_passages(regions, list(docs))
    for name in lacking:
        _own().get_pipe(name)(whole.doc)
    return whole


def _parts(regions: Sequence[Region]) -> Iterator[list[Region]]:
    """Very long articles in parts that are read on their own: memory stays bounded."""
    part: list[Region] = []
    size = 0
    for region in regions:
        length = region.span.end - region.span.start
        if part and size + length > _READ_AT_ONCE:
            yield part
            part, size = [], 0
        part.append(region)
        size += length
    if part:
        yield part


def _check_length(document: Document, limit: int) -> None:
    longest = max((region.span.end - region.span.start for region in document.regions), default=0)
    if longest > limit:
        raise ReaderError(f"a paragraph of {longest:,} characters is too long to read (at most {limit:,})")


def _produced(nlp: Language) -> set[str]:
    """What the components of a pipeline write, in spaCy's terms."""
    return {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}


def _lacking(nlp: Language) -> list[str]:
    """The components of our own pipeline that write what another lacks; none for another language."""
    if nlp.has_pipe(_ENCODER) or nlp.lang != _OUR_LANGUAGE:
        return []
    from spacy.util import load_meta

    # Asked of the file: loading a whole pipeline to learn what it has would cost every run.
    ours = load_meta(_SHIPPED / "meta.json")["pipeline"]
    produced = _produced(nlp)
    return [name for name, writes in _WRITTEN.items() if name in ours and writes not in produced]


@cache
def _own() -> Language:
    return load_pipeline()


def _reading(document: Document, regions: Sequence[Region], parts: Sequence[Whole]) -> Reading:
    docs = [doc for part in parts for doc in part.docs()]
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for region, doc in zip(regions, docs, strict=True):
        if region.kind != "paragraph":
            passages.append(Passage(region, doc, -1))
            continue
        passages.append(Passage(region, doc, len(sentences)))
        sentences.extend(_sentences(region, doc))
    return Reading(
        document,
        tuple(passages),
        tuple(sentences),
        roles=tuple(role for part in parts for role in part.roles()),
        chains=tuple(_numbered(parts)),
        triggers=tuple(trigger for part in parts for trigger in part.triggers()),
    )


def _numbered(parts: Sequence[Whole]) -> Iterator[ChainMention]:
    """Mentions of all parts; a chain never goes over a part's end."""
    first = 0
    for part in parts:
        mentions = list(part.chains())
        yield from (replace(mention, chain=mention.chain + first) for mention in mentions)
        first += max((mention.chain + 1 for mention in mentions), default=0)


def _sentences(region: Region, doc: Doc) -> Iterator[Sentence]:
    """Sentences trimmed of blanks; one of blanks alone keeps its place, so that numbers match the parse."""
    for sent in doc.sents:
        text = sent.text
        start = region.span.start + sent.start_char + len(text) - len(text.lstrip())
        end = region.span.start + sent.end_char - len(text) + len(text.rstrip())
        yield Sentence(Span(start, max(end, start + 1)), region.span)
