"""The component that finds who says what: cues, then the speaker and the content of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.reader.component import Component
from kg.reader.distances import distance_classes
from kg.reader.marks import RolesMark
from kg.reader.words import word_places, word_vectors

__all__ = ["AROUND", "Roles", "cue_runs"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

AROUND = 128
"""Words on both sides of a cue in which its speaker and content are sought."""

_SPEAKS, _SAID = 0.4, 0.35
"""Probability from which a word belongs to the speaker, and to what is said: contents cut short are the
commonest mistake, and what is too much is cut off by sentence and quotation marks."""

_BEGIN = 1
_FAR = 1024
_CLASSES = distance_classes(np.zeros(1, dtype=np.int64), 2 * _FAR + 1, -_FAR)[0]
"""Classes of the distances from -_FAR to _FAR; farther ones are no class of their own."""


class Roles(Component):
    """Writes ``doc._.roles``, in the order of the cues; a cue without content is none.

    The score is the mean probability of the cue's words times the mean probability of the content's.
    """

    file_names = ("cues.onnx", "roles.onnx")

    def annotate(self, doc: Doc) -> None:
        """Find the claims of a document."""
        places = word_places(doc)
        marks: list[RolesMark] = []
        if len(places):
            vectors = word_vectors(doc, places)
            sure, *parts = self.run_by_slices("cues.onnx", vectors)
            for begin, end in cue_runs(sure):
                mark = self._roles_of(begin, end, vectors, parts, places)
                if mark is not None:
                    said = float((1 - sure[begin:end, 0]).mean()) * mark.score
                    marks.append(RolesMark(mark.cue, mark.speaker, mark.content, round(said, 4)))
        doc._.roles = marks

    def _roles_of(
        self, begin: int, end: int, vectors: Floats, parts: list[Floats], places: Ints
    ) -> RolesMark | None:
        """Speaker and content of a cue, with the content's mean probability; None without content."""
        first, last = max(0, begin - AROUND), min(len(places), end + AROUND)
        sure = self.run(
            "roles.onnx",
            sums=parts[0][first:last],
            products=parts[1][first:last],
            cue=vectors[begin:end].mean(0) if end - begin > 1 else vectors[begin],
            distances=_CLASSES[_FAR + np.minimum(np.arange(first - begin, last - begin), _FAR)],
        )[0]
        near = places[first:last]
        speaker, content = np.flatnonzero(sure[:, 0] > _SPEAKS), np.flatnonzero(sure[:, 1] > _SAID)
        if not len(content):
            return None
        return RolesMark(
            tuple(places[begin:end].tolist()),
            tuple(near[speaker].tolist()),
            tuple(near[content].tolist()),
            float(sure[content, 1].sum()) / len(content),
        )


def cue_runs(sure: Floats) -> list[tuple[int, int]]:
    """Runs of cue words (first, after the last) from probabilities of O, B, I [words, 3]; B begins anew."""
    tags = sure.argmax(1)
    before = np.concatenate([[0], tags[:-1]])
    begins = np.flatnonzero((tags > 0) & ((before == 0) | (tags == _BEGIN)))
    after = np.append(tags[1:], 0)
    ends = np.flatnonzero((tags > 0) & ((after == 0) | (after == _BEGIN))) + 1
    return list(zip(begins.tolist(), ends.tolist(), strict=True))
