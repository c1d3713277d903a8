"""Lemmas by a list of known forms, and by edit trees (Chrupała et al. 2008) for the others.

An edit tree says which letters of a form change. The likeliest one alone makes "kille" of "killed" now and
then; a list of what people wrote down (as in Qi et al. 2020, Stanza) keeps known words right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

__all__ = ["Lemmatizer", "Lexicon", "lemma_form", "load_trees", "save_trees"]

Lexicon = Mapping[str, Mapping[str, str]]
"""Lemmas of forms by part of speech."""

_TRIED = 5
"""Trees that are tried on a form, the likeliest first."""

_REMEMBERED = 200_000
"""Lemmas that are kept; a run over many articles must not grow without end."""


def lemma_form(form: str, pos: str) -> str:
    """The form that trees are learnt from and applied to: as written for proper names, else in lower case."""
    return form if pos == "PROPN" else form.lower()


def save_trees(
    trees: EditTrees, strings: StringStore, classes: Sequence[int], lexicon: Lexicon | None = None
) -> bytes:
    """Give trees as JSON with their strings written out, free of any string store.

    Args:
        trees: All trees, those within others too.
        strings: The store that the trees were made with.
        classes: Numbers of the trees that rewrite whole forms, in the order of the network's classes.
        lexicon: Lemmas of known forms.
    """
    listed = []
    for number in range(len(trees)):
        tree = dict(trees[number])
        listed.append(tree | {key: strings[tree[key]] for key in ("orig", "subst") if key in tree})
    content = {"trees": listed, "classes": list(classes), "lexicon": lexicon or {}}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def load_trees(content: bytes) -> tuple[EditTrees, list[int], Lexicon]:
    """Read trees, classes and known forms from JSON; the trees get a string store of their own."""
    strings = StringStore()
    read = json.loads(content)
    for tree in read["trees"]:
        tree |= {key: strings.add(tree[key]) for key in ("orig", "subst") if key in tree}
    trees = EditTrees(strings)
    trees.from_json(read["trees"])
    return trees, read["classes"], read["lexicon"]


class Lemmatizer:
    """Looks a form up, else applies the likeliest tree that fits and gives a known lemma."""

    def __init__(self, content: bytes) -> None:
        """Take trees and forms as :func:`save_trees` gives them."""
        self._trees, self._classes, self._lexicon = load_trees(content)
        self._lemmas = {pos: frozenset(known.values()) for pos, known in self._lexicon.items()}
        self._known: dict[tuple[int, str], str | None] = {}

    def lemmas(self, forms: Sequence[str], pos: Sequence[str], scores: NDArray[np.float32]) -> list[str]:
        """Give lemmas.

        Args:
            forms: As :func:`lemma_form` gives them.
            pos: Parts of speech of the forms.
            scores: Of the trees for each form, [forms, trees].

        Returns:
            A lemma a form; the form itself where none of the best trees applies.
        """
        best = scores.argmax(1).tolist()
        rows = zip(best, forms, pos, scores, strict=True)
        return [self._lemma(tree, form, part, row) for tree, form, part, row in rows]

    def _lemma(self, tree: int, form: str, pos: str, scores: NDArray[np.float32]) -> str:
        listed = self._lexicon.get(pos, {}).get(form)
        if listed is not None:
            return listed
        lemma = self._apply(tree, form)
        known = self._lemmas.get(pos, frozenset())
        return lemma if lemma in known and lemma is not None else self._next_best(form, lemma, known, scores)

    def _next_best(
        self, form: str, best: str | None, known: frozenset[str], scores: NDArray[np.float32]
    ) -> str:
        """The first of the best trees that gives a known lemma, else the first that applies."""
        first = best
        for tree in np.argsort(-scores, kind="stable")[1:_TRIED].tolist():
            lemma = self._apply(tree, form)
            if lemma is not None and lemma in known:
                return lemma
            first = first if first is not None else lemma
        return form if first is None else first

    def _apply(self, tree: int, form: str) -> str | None:
        """What the tree of a class makes of a form, None where it does not fit or leaves nothing."""
        key = (tree, form)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._trees.apply(self._classes[tree], form) or None
        return self._known[key]
