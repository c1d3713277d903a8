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
from kg.reader.words import (
    after_breaks,
    as_ints,
    blank_places,
    word_places,
    word_texts,
    word_vectors,
    write_columns,
)

__all__ = ["Syntax"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

_WORDS, _RELATIONS = 512, 64
"""Words whose tags, and whose relations, are found at once (what is computed of them fits the cache)."""

_ROOT = "ROOT"
_SUBJECTS, _CASE, _OBLIQUE = ("nsubj", "nsubj:pass"), "case", "obl"
_BLANK = {POS: "SPACE", TAG: "_SP", MORPH: "_", DEP: "dep"}


class Syntax(Component):
    """Writes pos_, tag_, morph, lemma_, heads, dep_ and the sentence starts.

    Blank tokens hang on the word before them and stay in its sentence.
    """

    file_names = ("words.onnx", "arcs.onnx", "relations.onnx", "lemmas.json", LABELS)

    def prepare(self) -> None:
        """Read labels and edit trees."""
        self._tags = {POS: self.layer("pos"), TAG: self.layer("tags"), MORPH: self.layer("morphs")}
        self._relations = self.layer("deps")
        self._lemmatizer = Lemmatizer(self.files["lemmas.json"])

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations."""
        return tuple(self._relations) if self.files else ()

    def annotate(self, doc: Doc) -> None:
        """Parse a document."""
        if not len(doc):
            return
        places = word_places(doc)
        columns = _blank_columns(doc, places)
        starts = places[:0]
        if len(places):
            logits, parts = self._tag(doc, places, columns)
            starts = sentence_starts(logits, after_breaks(doc, places))
            parents = self._attach(parts[0], parts[1], starts)
            relations = self._oblique(self._relate(parts[2], parts[3], parents), parents)
            _fill_tree(doc, places, parents, _hashes(doc, self._relations)[relations], columns)
        write_columns(doc, columns)
        # spaCy guesses the sentences from the trees, which fails where arcs cross many times: say them.
        first_tokens = places[starts[1:]]
        marks = np.full(len(doc), -1, dtype=np.int64)
        marks[first_tokens] = marks[0] = 1
        write_columns(doc, {SENT_START: marks})

    def _tag(self, doc: Doc, places: Ints, columns: dict[int, Ints]) -> tuple[Floats, list[Floats]]:
        """Fill in tags and lemmas; give logits of sentence starts, and what heads and relations need."""
        vectors, texts = word_vectors(doc, places), word_texts(doc, places)
        hashes = {attribute: _hashes(doc, labels) for attribute, labels in self._tags.items()}
        found = []
        for begin in range(0, len(places), _WORDS):
            part = slice(begin, begin + _WORDS)
            pos, tags, morphs, lemmas, *rest = self.run("words.onnx", words=vectors[part])
            for attribute, numbers in ((POS, pos), (TAG, tags), (MORPH, morphs)):
                columns[attribute][places[part]] = hashes[attribute][numbers]
            columns[LEMMA][places[part]] = _hashes(doc, self._lemmas(texts[part], pos, lemmas))
            found.append(rest)
        logits, *parts = (np.concatenate(layer) for layer in zip(*found, strict=True))
        return logits, parts

    def _lemmas(self, texts: Sequence[str], pos: Ints, scores: Floats) -> list[str]:
        parts = [self._tags[POS][tag] for tag in pos.tolist()]
        forms = [lemma_form(text, part) for text, part in zip(texts, parts, strict=True)]
        return self._lemmatizer.lemmas(forms, parts, scores)

    def _attach(self, dependents: Floats, heads: Floats, starts: Ints) -> Ints:
        """Word above each word, -1 for the root of each sentence."""
        above = np.empty(len(heads), dtype=np.int64)
        for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(heads)], strict=True):
            arcs = self.run("arcs.onnx", dependents=dependents[start:end], heads=heads[start:end])[0]
            above[start:end] = best_tree(arcs) - 1 + start
            roots = above[start:end] < start
            above[start:end][roots] = -1
        return above

    def _relate(self, left: Floats, right: Floats, parents: Ints) -> Ints:
        """Relation of each word to the word above it, -1 being the root."""
        relations = np.empty(len(parents), dtype=np.int64)
        order = np.argsort(
            parents, kind="stable"
        )  # what a head contributes is computed once for all below it
        for begin in range(0, len(parents), _RELATIONS):
            words = order[begin : begin + _RELATIONS]
            other = np.diff(parents[words], prepend=-2) != 0
            heads = parents[words][other]
            above, roots = right[np.maximum(heads, 0)], (heads < 0)[:, None]
            relations[words] = self.run(
                "relations.onnx", left=left[words], right=above, roots=roots, heads=np.cumsum(other) - 1
            )[0]
        return relations

    def _oblique(self, relations: Ints, parents: Ints) -> Ints:
        """Let no word after a preposition be a subject: "according to X, Y attacked" is not said of X.

        Of the 17,164 subjects of UD EWT's training part two have a preposition before them, both in titles.
        """
        if not {_CASE, _OBLIQUE} <= set(self._relations):
            return relations
        subjects = [n for n, name in enumerate(self._relations) if name in _SUBJECTS]
        marked = np.zeros(len(relations), dtype=bool)
        before = (relations == self._relations.index(_CASE)) & (parents > np.arange(len(parents)))
        marked[parents[before]] = True
        return np.where(marked & np.isin(relations, subjects), self._relations.index(_OBLIQUE), relations)


def _hashes(doc: Doc, labels: Sequence[str]) -> Ints:
    add = doc.vocab.strings.add
    return as_ints([add(label) for label in labels])


def _blank_columns(doc: Doc, places: Ints) -> dict[int, Ints]:
    """Every attribute as it is for a blank token, which hangs on the word before it, or on the first word."""
    size, blanks = len(doc), blank_places(doc, places)
    columns = {name: np.full(size, _hashes(doc, [label])[0]) for name, label in _BLANK.items()}
    columns[LEMMA] = np.zeros(size, dtype=np.int64)
    columns[HEAD] = np.zeros(size, dtype=np.int64)
    columns[LEMMA][blanks] = as_ints([doc[place].orth for place in blanks.tolist()])
    if len(places):
        before = np.maximum(np.searchsorted(places, blanks) - 1, 0)
        columns[HEAD][blanks] = places[before] - blanks
    else:
        columns[HEAD][:] = -blanks
        columns[DEP][0] = _hashes(doc, [_ROOT])[0]
    return columns


def _fill_tree(doc: Doc, places: Ints, parents: Ints, relations: Ints, columns: dict[int, Ints]) -> None:
    roots = parents < 0
    columns[DEP][places] = np.where(roots, _hashes(doc, [_ROOT])[0], relations)
    columns[HEAD][places] = places[np.where(roots, np.arange(len(places)), parents)] - places
