"""The component that reads: a vector for every word, from one small transformer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.reader.component import Component
from kg.reader.windows import Window, cut, sentence_borders
from kg.reader.wordpieces import CLS, SEP, Wordpieces
from kg.reader.words import after_breaks, word_places, word_texts

__all__ = ["WIDTH", "Encoder"]

WIDTH = 384
"""Numbers in a vector."""

_EDGE_CASE = 5
"""Class of letter case of the special pieces around a window."""

_GRAPH, _VOCABULARY = "encoder.onnx", "wordpieces.txt"


class Encoder(Component):
    """Writes ``doc._.word_vectors``, float32 [tokens, :data:`WIDTH`]; blank tokens get zeros.

    The int8 graph scales its numbers by the whole input, so every call reads one window alone: batched,
    a text's vectors would depend on its neighbours in the batch. That costs nothing on a CPU.
    """

    file_names = (_GRAPH, _VOCABULARY)

    def prepare(self) -> None:
        """Read the vocabulary."""
        self._wordpieces = Wordpieces(self.files[_VOCABULARY].decode("utf-8").split("\n"))

    def annotate(self, doc: Doc) -> None:
        """Read a document."""
        places = word_places(doc)
        vectors = np.zeros((len(doc), WIDTH), dtype=np.float32)
        if len(places):
            words = word_texts(doc, places)
            vectors[places] = self.encode(words, sentence_borders(words, after_breaks(doc, places).tolist()))
        doc._.word_vectors = vectors

    def encode(self, words: Sequence[str], borders: Sequence[int] = ()) -> NDArray[np.float32]:
        """Give the vectors of a text's words, float32 [words, :data:`WIDTH`].

        Args:
            words: The text.
            borders: What begins at each word, see :func:`kg.reader.windows.cut`.
        """
        split = [self._wordpieces.split(word) for word in words]
        sizes = [len(ids) for ids, _ in split]
        ids = np.fromiter(chain.from_iterable(ids for ids, _ in split), dtype=np.int64)
        cases = np.fromiter(chain.from_iterable(cases for _, cases in split), dtype=np.int64)
        edges = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        vectors = np.empty((len(words), WIDTH), dtype=np.float32)
        for window in cut(sizes, borders):
            vectors[window.first : window.last] = self._read(window, ids, cases, edges)
        return vectors

    def _read(
        self, window: Window, ids: NDArray[np.int64], cases: NDArray[np.int64], edges: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        start, end = edges[window.start], edges[window.end]
        found = self.run(
            _GRAPH,
            ids=np.concatenate([[CLS], ids[start:end], [SEP]])[None],
            cases=np.concatenate([[_EDGE_CASE], cases[start:end], [_EDGE_CASE]])[None],
        )[0][0]
        firsts = edges[window.first : window.last] - start + 1
        taken: NDArray[np.float32] = found[firsts]
        return taken
