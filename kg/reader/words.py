"""The words of a spaCy document: its tokens without the blank ones, numbered on their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH, SENT_START
from spacy.tokens import Doc

from kg.errors import ReaderError

__all__ = [
    "after_breaks",
    "as_ints",
    "blank_places",
    "sentence_numbers",
    "slices",
    "starts_of",
    "word_places",
    "word_texts",
    "word_vectors",
    "write_columns",
]

Ints = NDArray[np.int64]

_BREAKS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that end a line; no sentence and no name goes on behind them."""


def word_places(doc: Doc) -> Ints:
    """Positions of the tokens that are not blank, [words]."""
    return np.flatnonzero(doc.to_array([IS_SPACE]).reshape(-1) == 0)


def blank_places(doc: Doc, places: Ints) -> Ints:
    """Positions of the blank tokens, given those of the words."""
    blank = np.ones(len(doc), dtype=bool)
    blank[places] = False
    return np.flatnonzero(blank)


def word_texts(doc: Doc, places: Ints) -> list[str]:
    """The texts of these tokens (of arrays, for that takes a third of the time that tokens take)."""
    strings = doc.vocab.strings
    return [strings[orth] for orth in doc.to_array([ORTH]).reshape(-1)[places].tolist()]


def word_vectors(doc: Doc, places: Ints) -> NDArray[np.float32]:
    """What the encoder wrote for these tokens, [words, width].

    Raises:
        ReaderError: No encoder has read the document.
    """
    vectors = doc._.word_vectors
    if vectors is None or len(vectors) != len(doc):
        raise ReaderError("the document has no word vectors: newskg_encoder must run before")
    found: NDArray[np.float32] = vectors if len(places) == len(doc) else vectors[places]
    return found


def as_ints(hashes: Sequence[int]) -> Ints:
    """64-bit hashes as signed numbers of the same bits."""
    return np.array(hashes, dtype=np.uint64).view(np.int64)


def write_columns(doc: Doc, columns: Mapping[int, Ints]) -> None:
    """Write attributes of all tokens: spaCy's number of each, with a value a token (hashes by their bits)."""
    table: Any = np.stack(list(columns.values()), 1).view(np.uint64)
    doc.from_array(list(columns), table)


def after_breaks(doc: Doc, places: Ints) -> Ints:
    """Numbers of the words that come first in the document or after a blank token with a line break."""
    if not len(places):
        return np.zeros(0, dtype=np.int64)
    breaks = [
        place for place in blank_places(doc, places).tolist() if not _BREAKS.isdisjoint(doc[place].text)
    ]
    after = np.unique(np.searchsorted(places, np.array([-1, *breaks])))
    return after[after < len(places)].astype(np.int64)


def sentence_numbers(doc: Doc, places: Ints) -> Ints:
    """Number of each word's sentence, [words]; those without words do not count; all 0 if none is known."""
    starts = doc.to_array([SENT_START]).reshape(-1) == 1
    numbers = np.cumsum(starts)[places]
    changes = np.diff(numbers, prepend=numbers[:1]) > 0
    return np.cumsum(changes).astype(np.int64)


def starts_of(numbers: Ints) -> Ints:
    """First word of each sentence, given the number of each word's sentence."""
    return np.flatnonzero(np.diff(numbers, prepend=-1)).astype(np.int64)


def slices(starts: Ints, size: int, longest: int) -> list[tuple[int, int]]:
    """Cut sentences, given by their first words, into runs of ``longest`` words: first, after the last."""
    edges = [*starts.tolist(), size]
    return [
        (begin, min(begin + longest, end))
        for start, end in pairwise(edges)
        for begin in range(start, end, longest)
    ]
