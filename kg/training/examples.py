"""Texts cut into windows of numbers, the form in which the network takes them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees

from kg.reader.labels import UNIONS
from kg.reader.lemmas import lemma_form
from kg.reader.wordpieces import Wordpieces
from kg.training.labelsets import NAME_TAGS, LabelSets
from kg.training.texts.text import Text

__all__ = ["NO_LABEL", "TRIGGERS", "Coder", "Example", "Slice", "windows_of"]

NO_LABEL = -100
"""Where a layer is not annotated."""

TRIGGERS = {"O": 0, "event": 1, "report": 2}

Ints = NDArray[np.int64]

_NAME_NUMBER = {tag: number for number, tag in enumerate(NAME_TAGS)}


@dataclass(frozen=True)
class Example:
    """A whole text as numbers; every array has an entry a word.

    Attributes:
        text: The text.
        pieces: Wordpiece ids of each word, and their classes of letter case.
        layers: Numbers of the labels by layer, :data:`NO_LABEL` where there is none.
        heads: Position of the head in the sentence counted from 1, 0 for the root.
        names: Which name tags a word may have, [words, tags]; all where nothing is known.
        named: Whether anything is known of the word's name.
        sentence_of: Number of each word's sentence.
    """

    text: Text
    pieces: list[tuple[tuple[int, ...], tuple[int, ...]]]
    layers: dict[str, Ints]
    heads: Ints
    names: NDArray[np.bool_]
    named: NDArray[np.bool_]
    sentence_of: list[int]


@dataclass(frozen=True, slots=True)
class Slice:
    """Whole sentences of an example that are read as one window: words start to end."""

    example: Example
    start: int
    end: int

    @property
    def size(self) -> int:
        """Wordpieces, without the special ones."""
        return sum(len(ids) for ids, _ in self.example.pieces[self.start : self.end])


class Coder:
    """Turns texts into examples."""

    def __init__(self, wordpieces: Wordpieces, labels: LabelSets, trees: EditTrees) -> None:
        """Take the vocabulary and the labels.

        Args:
            wordpieces: Splits words.
            labels: Numbers of the labels.
            trees: The edit trees that the labels count.
        """
        self._wordpieces = wordpieces
        self._labels = labels
        self._trees = trees
        self._allowed: dict[tuple[str, frozenset[str]], NDArray[np.bool_]] = {}

    def encode(self, text: Text) -> Example:
        """Turn one text into numbers."""
        layers, heads = self._syntax(text)
        if text.triggers is not None:
            layers["triggers"] = np.array([TRIGGERS.get(tag, NO_LABEL) for tag in text.triggers])
        if text.sentences:
            layers["starts"] = np.zeros(len(text.words), dtype=np.int64)
            layers["starts"][text.starts] = 1
        names, named = self._names(text)
        ends = [*text.starts[1:], len(text.words)]
        sentence_of = [n for n, (a, b) in enumerate(zip(text.starts, ends, strict=True)) for _ in range(a, b)]
        return Example(
            text=text,
            pieces=[self._wordpieces.split(word) for word in text.words],
            layers=layers,
            heads=heads,
            names=names,
            named=named,
            sentence_of=sentence_of,
        )

    def _syntax(self, text: Text) -> tuple[dict[str, Ints], Ints]:
        size = len(text.words)
        heads = np.full(size, NO_LABEL)
        if text.syntax is None:
            return {}, heads
        layers = {}
        for layer in ("pos", "tags", "morphs", "deps"):
            numbers = self._labels.numbers[layer]
            layers[layer] = np.array([numbers.get(x, NO_LABEL) for x in getattr(text.syntax, layer)])
        rows = zip(text.words, text.syntax.pos, text.syntax.lemmas, strict=True)
        trees = [self._trees.add(lemma_form(word, pos), lemma) for word, pos, lemma in rows]
        layers["lemmas"] = np.array([self._labels.tree_classes.get(tree, NO_LABEL) for tree in trees])
        first = 0
        starts = set(text.starts)
        for place, head in enumerate(text.syntax.heads):
            first = place if place in starts else first
            heads[place] = 0 if head == place else head - first + 1
        return layers, heads

    def _names(self, text: Text) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        tags = text.names if text.names is not None else ["-"] * len(text.words)
        allowed = np.stack([self._may_be(tag, text.lacks) for tag in tags])
        return allowed, np.array([tag != "-" for tag in tags])

    def _may_be(self, tag: str, lacks: frozenset[str]) -> NDArray[np.bool_]:
        """Which of our tags a corpus' tag may stand for."""
        key = (tag, lacks)
        if key not in self._allowed:
            row = np.zeros(len(NAME_TAGS), dtype=bool)
            part, _, label = tag.partition("-")
            if tag == "-":
                row[:] = True
            elif tag == "O":
                row[0] = True
                row[[_NAME_NUMBER[f"{p}-{one}"] for one in sorted(lacks) for p in "BI"]] = True
            else:
                row[[_NAME_NUMBER[f"{part}-{one}"] for one in UNIONS.get(label, (label,))]] = True
            self._allowed[key] = row
        return self._allowed[key]


def windows_of(example: Example, limit: int) -> list[Slice]:
    """Cut an example at sentence borders into windows of nearly equal size.

    Args:
        example: A text.
        limit: Wordpieces of a window; a longer sentence is cut where the window is full.
    """
    sizes = [len(ids) for ids, _ in example.pieces]
    total = sum(sizes)
    goal = total / max(1, -(-total // limit))
    starts = set(example.text.starts)
    found, first, filled = [], 0, 0
    for place, size in enumerate(sizes):
        full = filled + size > limit
        if place > first and (full or (place in starts and filled >= goal * 0.95)):
            edge = place if place in starts else _sentence_start(starts, first, place)
            found.append(Slice(example, first, edge))
            first, filled = edge, sum(sizes[edge:place])
        filled += size
    found.append(Slice(example, first, len(sizes)))
    return found


def _sentence_start(starts: set[int], first: int, place: int) -> int:
    """The last sentence start after ``first`` up to ``place``; ``place`` itself if there is none."""
    return next((edge for edge in range(place, first, -1) if edge in starts), place)
