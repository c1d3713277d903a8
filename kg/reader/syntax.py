"""The component that parses: tags, features, lemmas, sentence starts and a dependency tree a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc

from kg.reader.component import LABELS, Component
from kg.reader.lemmas import Lemmatizer, lemma_form
from kg.reader.sentences import sentence_starts
from kg.reader.trees import best_tree
from kg.reader.words import after_breaks, as_ints, word_places, word_vectors, write_columns

__all__ = ["Syntax"]

Ints = NDArray[np.int64]
Vectors = NDArray[np.float32]

_SLICE = 512
"""Words that the word-by-word layers read at once."""

_ROOT = "ROOT"
_BLANK = {POS: "SPACE", TAG: "_SP", MORPH: "_", DEP: "dep"}


class Syntax(Component):
    """Writes pos_, tag_, morph, lemma_, heads, dep_ and the sentence starts.

    Blank tokens hang on the word before them and stay in its sentence.
    """

    file_names = ("tags.onnx", "arcs.onnx", "relations.onnx", "lemmas.json", LABELS)

    def prepare(self) -> None:
        """Read labels and edit trees."""
        self._layers = {POS: self.layer("pos"), TAG: self.layer("tags"), MORPH: self.layer("morphs")}
        self._relations = self.layer("deps")
        self._lemmatizer = Lemmatizer(self.files["lemmas.json"])

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations."""
        return tuple(self._relations) if self.files else ()

    def __call__(self, doc: Doc) -> Doc:
        """Parse a document."""
        places = word_places(doc)
        if not len(doc):
            return doc
        columns = _blank_columns(doc)
        starts = places[:0]
        if len(places):
            vectors = word_vectors(doc, places)
            starts = self._tag(doc, places, vectors, columns)
            self._parse(doc, places, vectors, starts, columns)
        _attach_blanks(doc, places, columns)
        _write(doc, columns, places[starts])
        return doc

    def _tag(self, doc: Doc, places: Ints, vectors: Vectors, columns: dict[int, Ints]) -> Ints:
        """Fill in the word-by-word layers and give the first words of the sentences."""
        found = [self.run("tags.onnx", words=part) for part in _parts(vectors)]
        pos, tags, morphs, logits = (np.concatenate([part[layer] for part in found]) for layer in range(4))
        strings = doc.vocab.strings
        for attribute, numbers in ((POS, pos), (TAG, tags), (MORPH, morphs)):
            hashes = _hashes(doc, self._layers[attribute])
            columns[attribute][places] = hashes[numbers]
        texts = [doc[place].text for place in places.tolist()]
        upos = [self._layers[POS][number] for number in pos.tolist()]
        forms = [lemma_form(text, label) for text, label in zip(texts, upos, strict=True)]
        lemmas: list[str] = []
        for part in found:
            lemmas += self._lemmatizer.lemmas(forms[len(lemmas) : len(lemmas) + len(part[4])], part[4])
        columns[LEMMA][places] = as_ints([strings.add(lemma) for lemma in lemmas])
        return sentence_starts(logits, after_breaks(doc, places))

    def _parse(
        self, doc: Doc, places: Ints, vectors: Vectors, starts: Ints, columns: dict[int, Ints]
    ) -> None:
        """Fill in heads and relations."""
        parents = np.empty(len(places), dtype=np.int64)
        for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(places)], strict=True):
            arcs = self.run("arcs.onnx", words=vectors[None, start:end])[0][0]
            heads = best_tree(arcs)
            parents[start:end] = np.where(heads == 0, -1, heads - 1 + start)
        roots = parents < 0
        relations = self._relate(vectors, parents)
        hashes = _hashes(doc, self._relations)
        columns[DEP][places] = np.where(roots, _hashes(doc, [_ROOT])[0], hashes[relations])
        heads = np.where(roots, np.arange(len(places)), parents)
        columns[HEAD][places] = places[heads] - places

    def _relate(self, vectors: Vectors, parents: Ints) -> Ints:
        """Relation of each word to its parent, -1 being the root."""
        found = []
        for first in range(0, len(parents), _SLICE):
            part = slice(first, first + _SLICE)
            above = vectors[np.maximum(parents[part], 0)]
            is_root = (parents[part] < 0).astype(np.float32)[:, None]
            found.append(self.run("relations.onnx", words=vectors[part], parents=above, roots=is_root)[0])
        return np.concatenate(found)


def _parts(vectors: Vectors) -> list[Vectors]:
    return [vectors[first : first + _SLICE] for first in range(0, len(vectors), _SLICE)]


def _hashes(doc: Doc, labels: Sequence[str]) -> Ints:
    return as_ints([doc.vocab.strings.add(label) for label in labels])


def _blank_columns(doc: Doc) -> dict[int, Ints]:
    """Every attribute as it is for a blank token, [tokens]."""
    columns = {name: np.full(len(doc), _hashes(doc, [label])[0]) for name, label in _BLANK.items()}
    orths = [token.orth if token.is_space else 0 for token in doc]
    return columns | {LEMMA: as_ints(orths), HEAD: np.zeros(len(doc), dtype=np.int64)}


def _attach_blanks(doc: Doc, places: Ints, columns: dict[int, Ints]) -> None:
    """Hang blank tokens on the word before, those at the start on the first word or, without words, blank."""
    blanks = np.setdiff1d(np.arange(len(doc)), places, assume_unique=True)
    if len(places):
        before = np.maximum(np.searchsorted(places, blanks) - 1, 0)
        columns[HEAD][blanks] = places[before] - blanks
    else:
        columns[HEAD][:] = -blanks
        columns[DEP][0] = _hashes(doc, [_ROOT])[0]


def _write(doc: Doc, columns: dict[int, Ints], first_tokens: Ints) -> None:
    write_columns(doc, columns)
    # spaCy guesses the sentences from the trees, which fails where arcs cross many times: say them.
    starts = np.full(len(doc), -1, dtype=np.int64)
    starts[first_tokens] = 1
    starts[0] = 1
    if len(first_tokens):
        starts[1 : first_tokens[0] + 1] = -1
    write_columns(doc, {SENT_START: starts})
