"""The component that finds mentions and links each to the one before it in its chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.reader.component import LABELS, Component
from kg.reader.marks import MentionMark
from kg.reader.pairs import PairFinder, group_features, head_of
from kg.reader.words import sentence_numbers, slices, starts_of, word_places, word_vectors

__all__ = ["LONGEST_MENTION", "Chains", "chain_numbers"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

LONGEST_MENTION = 60
"""Words of a mention at most."""

_LONGEST_SENTENCE = 200
"""Words in which mentions are sought together; a longer sentence is cut."""

_BLOCK = 64
"""Mentions whose candidate pairs are scored at once."""


@dataclass(frozen=True)
class _Mentions:
    """Mentions by first and last word, sorted by first, the longer first; scores of being one."""

    first: Ints
    last: Ints
    score: Floats


class Chains(Component):
    """Writes ``doc._.chains``: every mention with its chain; chains are numbered by their first mentions."""

    file_names = ("spans.onnx", "mentions.onnx", "pairs.onnx", LABELS)

    def prepare(self) -> None:
        """Read the types."""
        self._types = self.layer("mentions")

    def __call__(self, doc: Doc) -> Doc:
        """Find the chains of a document."""
        places = word_places(doc)
        doc._.chains = self._marks(doc, places) if len(places) else ()
        return doc

    def _marks(self, doc: Doc, places: Ints) -> list[MentionMark]:
        vectors = word_vectors(doc, places)
        sentences = sentence_numbers(doc, places)
        mentions = self._mentions(vectors, sentences)
        if not len(mentions.first):
            return []
        texts = [doc[place].text for place in places.tolist()]
        spans = list(zip(mentions.first.tolist(), (mentions.last + 1).tolist(), strict=True))
        heads = np.array([head_of(texts, start, end) for start, end in spans])
        seen = np.concatenate([vectors[mentions.first], vectors[mentions.last], vectors[heads]], 1)
        types, parts = self.run("mentions.onnx", mentions=seen)
        antecedents, links = self._link(PairFinder(texts, spans, sentences.tolist()), parts)
        rows: Iterable[Any] = zip(
            places[mentions.first].tolist(),
            (places[mentions.last] + 1).tolist(),
            places[heads].tolist(),
            [self._types[number] for number in types.tolist()],
            chain_numbers(antecedents),
            _rounded(mentions.score),
            _rounded(links),
            strict=True,
        )
        return [MentionMark(*row) for row in rows]

    def _mentions(self, vectors: Floats, sentences: Ints) -> _Mentions:
        """Stretches that are likelier mentions than not, at most as many in a sentence as it has words."""
        first, last, score = [], [], []
        for start, end in slices(starts_of(sentences), len(vectors), _LONGEST_SENTENCE):
            logits = self.run("spans.onnx", words=vectors[None, start:end])[0][0]
            rows, columns = np.nonzero(logits > 0)
            kept = (columns >= rows) & (columns < rows + LONGEST_MENTION)
            rows, columns = rows[kept], columns[kept]
            found = logits[rows, columns]
            if len(rows) > end - start:
                best = np.sort(np.argsort(-found, kind="stable")[: end - start])
                rows, columns, found = rows[best], columns[best], found[best]
            order = np.lexsort((-columns, rows))
            first.append(rows[order] + start)
            last.append(columns[order] + start)
            score.append(found[order])
        return _Mentions(np.concatenate(first), np.concatenate(last), _sigmoid(np.concatenate(score)))

    def _link(self, finder: PairFinder, parts: Floats) -> tuple[Ints, Floats]:
        """The antecedent of each mention (itself: none), and how surely it is one (1 for none)."""
        antecedents, links = np.arange(len(parts)), np.ones(len(parts), dtype=np.float32)
        for begin in range(0, len(parts), _BLOCK):
            pairs = finder.pairs(begin, min(begin + _BLOCK, len(parts)))
            if not len(pairs.later):
                continue
            scores = self.run(
                "pairs.onnx",
                parts=parts,
                later=pairs.later,
                earlier=pairs.earlier,
                features=group_features(pairs.features),
            )[0]
            edges = np.flatnonzero(np.diff(pairs.later, prepend=-1))
            best = np.maximum.reduceat(scores, edges)
            sizes = np.diff(np.append(edges, len(scores)))
            at_best = np.flatnonzero(scores == np.repeat(best, sizes))
            nearest = at_best[np.searchsorted(at_best, edges)]
            linked = best > 0
            later = pairs.later[edges][linked]
            antecedents[later] = pairs.earlier[nearest][linked]
            links[later] = _sigmoid(best[linked])
        return antecedents, links


def chain_numbers(antecedents: Ints) -> list[int]:
    """Number the chains, from every mention's antecedent (before it; itself for none), by first mentions."""
    numbers: list[int] = []
    count = 0
    for mention, antecedent in enumerate(antecedents.tolist()):
        if antecedent == mention:
            numbers.append(count)
            count += 1
        else:
            numbers.append(numbers[antecedent])
    return numbers


def _rounded(sure: Floats) -> list[float]:
    return [round(one, 4) for one in sure.tolist()]


def _sigmoid(logits: Floats) -> Floats:
    return (1 / (1 + np.exp(-logits))).astype(np.float32)
