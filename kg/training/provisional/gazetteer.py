"""What lists say about a word, as small word vectors: forename, surname, city, country, common.

A hash embedding makes an unknown word look like a mixture of known ones. The vectors tell the names
model about tens of thousands of words that no corpus shows often enough. Few different vectors are
needed, so that the table costs a dozen bytes a word.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import spacy
from spacy.vectors import Vectors

from kg.training.formats.sentence import Sentence
from kg.training.provisional.lexicon import Lexicon

__all__ = ["FEATURES", "features", "write_vectors"]

FEATURES = ("forename", "surname", "city", "country", "part of a place", "common word")
"""What each dimension of a vector tells, from 0 (no) to 1."""

_OFTEN = {"forename": 0.05, "surname": 0.01}
"""Per cent of the population from which a name counts in full."""
_LARGE, _MIDDLE = 500_000, 100_000
"""People in a city from which it counts in full, and by two thirds."""
_SEEN = 2
_MOSTLY, _USUALLY = 0.5, 0.9
"""Share of a word's occurrences that are in lower case."""


def features(lexicon: Lexicon, documents: Iterable[list[Sentence]]) -> dict[str, tuple[float, ...]]:
    """Tell for each known word, in lower case, what it is; see :data:`FEATURES`.

    Args:
        lexicon: The lists of names.
        documents: Sentences in which to count letter case; names in them are not looked at.
    """
    found: dict[str, list[float]] = {}

    def mark(word: str, feature: str, value: float) -> None:
        row = found.setdefault(word.lower(), [0.0] * len(FEATURES))
        index = FEATURES.index(feature)
        row[index] = max(row[index], value)

    for feature, shares in (
        ("forename", lexicon.forenames), ("surname", lexicon.surnames),
    ):  # fmt: skip
        for name, share in shares.items():
            mark(name, feature, 1.0 if share >= _OFTEN[feature] else 0.6)
    for name, people in lexicon.cities.items():
        words = name.split()
        for word in words:
            if len(words) > 1:
                mark(word, "part of a place", 1.0)
            else:
                size = 1.0 if people >= _LARGE else 0.7 if people >= _MIDDLE else 0.4
                mark(word, "city", size)
    for name in lexicon.countries:
        words = name.split()
        for word in words:
            mark(word, "country" if len(words) == 1 else "part of a place", 1.0)
    for word, value in _common_words(documents):
        mark(word, "common word", value)
    return {word: tuple(row) for word, row in found.items()}


def _common_words(documents: Iterable[list[Sentence]]) -> Iterable[tuple[str, float]]:
    lower: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for document in documents:
        for sentence in document:
            for word in sentence.words[1:]:
                if word.isalpha():
                    total[word.lower()] += 1
                    lower[word.lower()] += word.islower()
    for word, count in total.items():
        share = lower[word] / count
        if count >= _SEEN and share >= _MOSTLY:
            yield word, 1.0 if share >= _USUALLY else 0.5


def write_vectors(folder: Path, table: dict[str, tuple[float, ...]]) -> None:
    """Write an empty pipeline whose vocabulary holds the vectors, by lower-case word.

    Args:
        folder: Where to write it, for ``initialize.vectors`` of a training.
        table: What :func:`features` gave.
    """
    nlp = spacy.blank("en")
    rows = sorted(set(table.values()))
    number = {row: index for index, row in enumerate(rows)}
    vectors = Vectors(
        strings=nlp.vocab.strings,
        data=np.asarray(rows or [(0.0,) * len(FEATURES)], dtype="float32"),
        name="newskg_lists",
        attr="LOWER",
    )
    for word in sorted(table):
        vectors.add(word, row=number[table[word]])
    nlp.vocab.vectors = vectors
    nlp.to_disk(folder)
