"""The component that finds the words that denote something that happens."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

from kg.reader.component import Component
from kg.reader.marks import TriggerMark
from kg.reader.words import word_places, word_vectors

__all__ = ["Triggers"]

_REPORT = 2


class Triggers(Component):
    """Writes ``doc._.triggers``: words that are likelier an event or a saying than neither."""

    file_names = ("triggers.onnx",)

    def annotate(self, doc: Doc) -> None:
        """Find the triggers of a document."""
        places = word_places(doc)
        if not len(places):
            doc._.triggers = ()
            return
        sure = self.run_by_slices("triggers.onnx", word_vectors(doc, places))[0]
        best = sure.argmax(1)
        words = np.flatnonzero(best)
        doc._.triggers = [
            TriggerMark(token, kind == _REPORT, round(score, 4))
            for token, kind, score in zip(
                places[words].tolist(), best[words].tolist(), sure[words, best[words]].tolist(), strict=True
            )
        ]
