"""The component that finds mentions and links each to the one before it in its chain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.reader.component import LABELS, Component
from kg.reader.marks import MentionMark
from kg.reader.pairs import PairFinder, Pairs, group_features
from kg.reader.words import sentence_numbers, slices, starts_of, word_places, word_texts, word_vectors

__all__ = ["LONGEST_MENTION", "Chains", "chain_numbers"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

LONGEST_MENTION = 60
"""Words of a mention at most; the graph of spans gives longer ones a score far below nothing."""

_LONGEST_SENTENCE = 200
"""Words in which mentions are sought together; a longer sentence is cut."""

_LINKED = 0.0
"""Score above which an antecedent is taken; 0 is as likely as none."""

_BLOCK, _PAIRS = 256, 512
"""Mentions whose candidate pairs are listed at once, and pairs that are scored at once."""


class Chains(Component):
    """Writes ``doc._.chains``: every mention with its chain; chains are numbered by their first mentions."""

    file_names = ("edges.onnx", "spans.onnx", "mentions.onnx", "pairs.onnx", LABELS)

    def prepare(self) -> None:
        """Read the types."""
        self._types = self.layer("mentions")

    def annotate(self, doc: Doc) -> None:
        """Find the chains of a document."""
        places = word_places(doc)
        doc._.chains = self._marks(doc, places) if len(places) else ()

    def _marks(self, doc: Doc, places: Ints) -> list[MentionMark]:
        vectors = word_vectors(doc, places)
        sentences = sentence_numbers(doc, places)
        first, last, sure = self._mentions(vectors, sentences)
        if not len(first):
            return []
        spans = list(zip(first.tolist(), (last + 1).tolist(), strict=True))
        finder = PairFinder(word_texts(doc, places), spans, sentences.tolist())
        types, *parts = self._describe(vectors, (first, last, finder.heads))
        antecedents, links = self._link(finder, parts)
        rows: Iterable[Any] = zip(
            places[first].tolist(),
            (places[last] + 1).tolist(),
            places[finder.heads].tolist(),
            [self._types[number] for number in types.tolist()],
            chain_numbers(antecedents),
            _rounded(sure),
            _rounded(links),
            strict=True,
        )
        return [MentionMark(*row) for row in rows]

    def _mentions(self, vectors: Floats, sentences: Ints) -> tuple[Ints, Ints, Floats]:
        """First word, last word and score of the mentions; by first word, the longer first."""
        edges = self.run_by_slices("edges.onnx", vectors)
        firsts, lasts, logits = [], [], []
        for start, end in slices(starts_of(sentences), len(vectors), _LONGEST_SENTENCE):
            scores = self.run("spans.onnx", first=edges[0][start:end], last=edges[1][start:end])[0][:, ::-1]
            rows, back = np.nonzero(scores > 0)
            found = scores[rows, back]
            if len(rows) > end - start:  # more mentions than words: no text is like that, keep the best
                best = np.sort(np.argsort(-found, kind="stable")[: end - start])
                rows, back, found = rows[best], back[best], found[best]
            firsts.append(rows + start)
            lasts.append(end - 1 - back)
            logits.append(found)
        return np.concatenate(firsts), np.concatenate(lasts), _sigmoid(np.concatenate(logits))

    def _describe(self, vectors: Floats, words: tuple[Ints, Ints, Ints]) -> list[Any]:
        """Types of mentions, given by first, last and head word, and four vectors of each for its pairs."""
        found = []
        for begin in range(0, len(words[0]), _BLOCK):
            seen = [vectors[places[begin : begin + _BLOCK]] for places in words]
            found.append(self.run("mentions.onnx", mentions=np.concatenate(seen, 1)))
        return [np.concatenate(column) for column in zip(*found, strict=True)]

    def _link(self, finder: PairFinder, parts: list[Floats]) -> tuple[Ints, Floats]:
        """The antecedent of each mention (itself: none), and how surely it is one (1 for none)."""
        size = len(parts[0])
        antecedents, links = np.arange(size), np.ones(size, dtype=np.float32)
        for begin in range(0, size, _BLOCK):
            pairs = finder.pairs(begin, min(begin + _BLOCK, size))
            if not len(pairs.later):
                continue
            scores = self._score(pairs, parts)
            edges = np.flatnonzero(np.diff(pairs.later, prepend=-1))
            best = np.maximum.reduceat(scores, edges)
            sizes = np.diff(np.append(edges, len(scores)))
            at_best = np.flatnonzero(scores == np.repeat(best, sizes))
            nearest = at_best[np.searchsorted(at_best, edges)]
            linked = best > _LINKED
            later = pairs.later[edges][linked]
            antecedents[later] = pairs.earlier[nearest][linked]
            links[later] = _sigmoid(best[linked])
        return antecedents, links

    def _score(self, pairs: Pairs, parts: list[Floats]) -> Floats:
        of = dict(zip(("later_sum", "later_product", "earlier_sum", "earlier_product"), parts, strict=True))
        features = group_features(pairs.features)
        found = []
        for begin in range(0, len(pairs.later), _PAIRS):
            part = slice(begin, begin + _PAIRS)
            found += self.run(
                "pairs.onnx",
                later=pairs.later[part],
                earlier=pairs.earlier[part],
                features=features[part],
                **of,
            )
        return np.concatenate(found)


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
