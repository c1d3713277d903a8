"""Lemmas by edit trees (Chrupała et al. 2008): which letters of a form change, learnt from pairs."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

__all__ = ["Lemmatizer", "lemma_form", "load_trees", "save_trees"]

_TRIED = 5
"""Trees that are tried on a form, the likeliest first."""

_REMEMBERED = 200_000
"""Lemmas that are kept; a run over many articles must not grow without end."""


def lemma_form(form: str, pos: str) -> str:
    """The form that trees are learnt from and applied to: as written for proper names, else in lower case."""
    return form if pos == "PROPN" else form.lower()


def save_trees(trees: EditTrees, strings: StringStore, classes: Sequence[int]) -> bytes:
    """Give trees as JSON with their strings written out, free of any string store.

    Args:
        trees: All trees, those within others too.
        strings: The store that the trees were made with.
        classes: Numbers of the trees that rewrite whole forms, in the order of the network's classes.
    """
    listed = []
    for number in range(len(trees)):
        tree = dict(trees[number])
        listed.append(tree | {key: strings[tree[key]] for key in ("orig", "subst") if key in tree})
    content = {"trees": listed, "classes": list(classes)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def load_trees(content: bytes) -> tuple[EditTrees, list[int]]:
    """Read trees and classes from JSON; the trees get a string store of their own."""
    strings = StringStore()
    read = json.loads(content)
    for tree in read["trees"]:
        tree |= {key: strings.add(tree[key]) for key in ("orig", "subst") if key in tree}
    trees = EditTrees(strings)
    trees.from_json(read["trees"])
    return trees, read["classes"]


class Lemmatizer:
    """Applies the likeliest tree that fits."""

    def __init__(self, content: bytes) -> None:
        """Take trees as :func:`save_trees` gives them."""
        self._trees, self._classes = load_trees(content)
        self._known: dict[tuple[int, str], str | None] = {}

    def lemmas(self, forms: Sequence[str], scores: NDArray[np.float32]) -> list[str]:
        """Give lemmas.

        Args:
            forms: As :func:`lemma_form` gives them.
            scores: Of the trees for each form, [forms, trees].

        Returns:
            A lemma a form; the form itself where none of the best trees applies.
        """
        best = scores.argmax(1).tolist()
        found = [self._apply(tree, form) for tree, form in zip(best, forms, strict=True)]
        return [
            self._next_best(forms[place], scores[place]) if lemma is None else lemma
            for place, lemma in enumerate(found)
        ]

    def _next_best(self, form: str, scores: NDArray[np.float32]) -> str:
        for tree in np.argsort(-scores, kind="stable")[1:_TRIED].tolist():
            lemma = self._apply(tree, form)
            if lemma is not None:
                return lemma
        return form

    def _apply(self, tree: int, form: str) -> str | None:
        """What the tree of a class makes of a form, None where it does not fit or leaves nothing."""
        key = (tree, form)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._trees.apply(self._classes[tree], form) or None
        return self._known[key]
