"""The component that finds names, times and quantities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_ID, ENT_IOB, ENT_KB_ID, ENT_TYPE
from spacy.tokens import Doc

from kg.reader.component import LABELS, Component
from kg.reader.labels import FINE
from kg.reader.viterbi import best_tags
from kg.reader.words import (
    after_breaks,
    as_ints,
    word_places,
    word_vectors,
    write_columns,
)

__all__ = ["PLACE", "Names", "coarse"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

PLACE = "PLACE"
_RELUCTANCE = 0.7
"""Added to the score of standing outside every name: a name that is hardly one costs more than it gives."""

_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3
"""spaCy's numbers of I, O and B."""


class Names(Component):
    """Writes ``doc.ents``: labels of :mod:`kg.reader.labels`, the kinds of place put together as PLACE.

    ``ent_id_`` of a place is ``Country``, ``City`` or empty. No name crosses a line break.
    """

    file_names = ("names.onnx", LABELS)

    def prepare(self) -> None:
        """Read the labels."""
        fine = self.layer("names")
        self._labels, self._groups = coarse(fine)
        self._fine = [FINE[label] for label in fine if label in FINE]
        self._fine_columns = np.array([1 + 2 * place for place, label in enumerate(fine) if label in FINE])

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of names."""
        return tuple(self._labels) if self.files else ()

    def annotate(self, doc: Doc) -> None:
        """Find the names of a document."""
        places = word_places(doc)
        columns = {
            name: np.zeros(len(doc), dtype=np.int64) for name in (ENT_IOB, ENT_TYPE, ENT_ID, ENT_KB_ID)
        }
        columns[ENT_IOB][:] = _OUTSIDE
        if len(places):
            logits = self.run_by_slices("names.onnx", word_vectors(doc, places))[0]
            logits[:, 0] += _RELUCTANCE
            # Not at sentence starts, of which the parse has too many where a line is but a name.
            self._mark(doc, places, _softmax(logits), after_breaks(doc, places), columns)
        if len(doc):
            write_columns(doc, columns)

    def _mark(self, doc: Doc, places: Ints, sure: Floats, starts: Ints, columns: dict[int, Ints]) -> None:
        grouped = np.stack([sure[:, group].sum(1) for group in self._groups], 1)
        tags = best_tags(np.log(np.maximum(grouped, 1e-30)), starts)
        begins = np.flatnonzero(tags % 2)
        ends = np.flatnonzero((tags > 0) & (np.append(tags[1:], 0) != tags + tags % 2)) + 1
        labels = [self._labels[number] for number in ((tags[begins] - 1) // 2).tolist()]
        finer = self._finer(sure, begins, ends)
        add = doc.vocab.strings.add
        kinds = as_ints([add(label) for label in labels])
        ids = as_ints(
            [add(fine if label == PLACE else "") for label, fine in zip(labels, finer, strict=True)]
        )
        spans = zip(places[begins].tolist(), (places[ends - 1] + 1).tolist(), strict=True)
        for (first, last), kind, fine in zip(spans, kinds, ids, strict=True):
            columns[ENT_IOB][first:last] = _INSIDE
            columns[ENT_IOB][first] = _BEGIN
            columns[ENT_TYPE][first:last] = kind
            columns[ENT_ID][first:last] = fine

    def _finer(self, sure: Floats, begins: Ints, ends: Ints) -> list[str]:
        """The likeliest class of place of each name, whatever its label."""
        each = sure[:, self._fine_columns] + sure[:, self._fine_columns + 1]
        summed = np.concatenate([np.zeros_like(each[:1]), np.cumsum(each, 0, dtype=np.float64)])
        return [self._fine[number] for number in (summed[ends] - summed[begins]).argmax(1).tolist()]


def coarse(fine: Sequence[str]) -> tuple[list[str], list[list[int]]]:
    """Put the classes of place together.

    Returns:
        The coarser labels, and for O and B and I of each of them the columns of the network's tags.
    """
    labels = [label for label in fine if label not in FINE] + [PLACE]
    groups = [[0]]
    for label in labels:
        members = [
            number for number, name in enumerate(fine) if name == label or (label == PLACE and name in FINE)
        ]
        groups += [[1 + 2 * number for number in members], [2 + 2 * number for number in members]]
    return labels, groups


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    sure: Floats = powers / powers.sum(1, keepdims=True)
    return sure
