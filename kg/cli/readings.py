"""Runs the reader over the articles of a gold standard, for ``kg evaluate``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.errors import GoldError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from kg.annotate.reading import Passage, Reading
    from kg.evaluate import Gold
    from kg.model import Annotated, Document, Problem
    from kg.pipeline import Progress
    from kg.settings import Settings

__all__ = ["Predicted", "read_again"]

Row = Mapping[str, Any]
Words = list[dict[str, Any]]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Predicted:
    """What the reader gave: a row an article, what went wrong, and the reader's name and version."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    reader: str


def read_again(
    gold: Gold,
    layers: Sequence[str],
    settings: Settings,
    *,
    given: str = "text",
    cross_document: bool = False,
    progress: Progress | None = None,
) -> Predicted:
    """Annotate the articles of a gold standard.

    Args:
        gold: articles in files are read as ``kg annotate`` reads them; a text that was rebuilt from tokens
            is read as plain paragraphs.
        layers: what is to be measured.
        settings: the model counts here.
        given: for the layer ``syntax``, what the reader starts from: ``text``, gold ``tokens``, or gold
            ``sentences`` of gold tokens, each read on its own.
        cross_document: join the entities of all articles; chains are their IRIs.
        progress: told of each article.

    Raises:
        GoldError: the text of an article is missing.
        ReaderError: the spaCy pipeline cannot be loaded.
        SourceError: no article could be read.
    """
    if all("text" in row for row in gold.rows):
        return _read_texts(gold, layers, settings, given, progress)
    return _read_files(gold, settings, cross_document, progress)


def _read_files(gold: Gold, settings: Settings, cross_document: bool, progress: Progress | None) -> Predicted:
    from kg.pipeline import read_articles
    from kg.sources.files import printable
    from kg.standoff import to_row

    for row in gold.rows:
        if row["id"] not in gold.files:
            raise GoldError(f"article {row['id']!r}: its text is missing ({row['id']}.txt or .md)")
    names = {printable(path): name for name, path in gold.files.items()}
    reading = read_articles(list(gold.files.values()), settings, progress=progress)
    chains = _joined(reading.annotated) if cross_document else None
    rows = ({**to_row(item, chains), "id": names[item.document.file]} for item in reading.annotated)
    return Predicted(tuple(rows), reading.problems, reading.model)


def _joined(annotated: Sequence[Annotated]) -> Mapping[tuple[str, str], str]:
    """The entity of each mention, as ``kg build`` joins them."""
    from kg.pipeline import sure_claims
    from kg.resolve import resolve

    return resolve([sure_claims(article) for article in annotated], None).chains


def _read_texts(
    gold: Gold, layers: Sequence[str], settings: Settings, given: str, progress: Progress | None
) -> Predicted:
    from kg.annotate import annotate_reading
    from kg.annotate.language import load_pipeline, pipeline_name, read
    from kg.standoff import to_row

    nlp = load_pipeline(settings.model)
    only_syntax = set(layers) == {"syntax"}
    rows = []
    for number, row in enumerate(gold.rows, 1):
        found: dict[str, Any] = {"id": row["id"]}
        if given == "text" or not only_syntax:
            (reading,) = read([_document(row)], nlp)
            found |= _syntax(reading) if only_syntax else to_row(annotate_reading(reading))
            found["words"] = _words(reading.passages)
        if given != "text":
            found |= _parsed(row, nlp, by_sentence=given == "sentences")
        rows.append(found)
        if progress:
            progress("reading articles", number, len(gold.rows))
    return Predicted(tuple(rows), (), pipeline_name(nlp))


def _document(row: Row) -> Document:
    from kg.model import Document, Region, Span

    text = row["text"]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    regions = tuple(Region(Span(start, end), "paragraph") for start, end in row["paragraphs"])
    return Document(row["id"], row["id"], text, digest, regions)


def _syntax(reading: Reading) -> dict[str, Any]:
    return {"sentences": [[item.span.start, item.span.end] for item in reading.sentences]}


def _words(passages: Iterable[Passage]) -> Words:
    """The words of an article that are no blanks."""
    words: Words = []
    for passage in passages:
        spans = {token.i: passage.token_span(token) for token in passage.doc if not token.is_space}
        places = {index: (span.start, span.end) for index, span in spans.items()}
        words += _doc_words(passage.doc, places, len(words))
    return words


def _doc_words(doc: Doc, places: Mapping[int, Pair], first: int) -> Words:
    """The words at some tokens of a parse, heads counted from the first word of the article."""
    positions = {index: first + number for number, index in enumerate(places)}
    return [
        {
            "start": start,
            "end": end,
            "form": doc[index].text,
            "upos": doc[index].pos_ or "_",
            "xpos": doc[index].tag_ or "_",
            "feats": str(doc[index].morph) or "_",
            "lemma": doc[index].lemma_ or "_",
            "head": _head(doc[index], positions),
            "deprel": "root" if doc[index].head.i == index else doc[index].dep_ or "_",
        }
        for index, (start, end) in places.items()
    ]


def _head(token: Token, positions: Mapping[int, int]) -> int:
    """Position of the nearest head that is a word, -1 for a root."""
    while token.head.i != token.i:
        token = token.head
        if token.i in positions:
            return positions[token.i]
    return -1


def _parsed(row: Row, nlp: Language, *, by_sentence: bool) -> dict[str, Any]:
    """Words and sentences of an article, read from its gold words: a sentence or a paragraph at a time."""
    gold: Words = row["words"]
    borders = row["sentences"] if by_sentence else row["paragraphs"]
    groups = [[n for n, word in enumerate(gold) if start <= word["start"] < end] for start, end in borders]
    docs = [_gold_doc([gold[n] for n in group], row["text"], nlp, by_sentence) for group in groups]
    words: Words = []
    sentences: list[list[int]] = []
    for group, doc in zip(groups, nlp.pipe(docs), strict=True):
        places = [(gold[n]["start"], gold[n]["end"]) for n in group]
        words += _doc_words(doc, dict(enumerate(places)), len(words))
        sentences += ([places[sent.start][0], places[sent.end - 1][1]] for sent in doc.sents)
    flags = ({"multiword": word["multiword"]} for word in gold)
    return {"words": [word | flag for word, flag in zip(words, flags, strict=True)], "sentences": sentences}


def _gold_doc(words: Words, text: str, nlp: Language, whole: bool) -> Doc:
    """A document of gold words; ``whole``: it is one sentence."""
    from spacy.tokens import Doc

    spaces = [*_blanks(words, text), False]
    starts: list[bool | int | None] | None = [index == 0 for index in range(len(words))] if whole else None
    return Doc(nlp.vocab, [word["form"] for word in words], spaces, sent_starts=starts)


def _blanks(words: Words, text: str) -> Iterator[bool]:
    """Whether a blank follows each word but the last; none does within a multiword token."""
    for word, following in pairwise(words):
        yield word["start"] != following["start"] and text[word["end"]].isspace()
