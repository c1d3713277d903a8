"""The labels that the heads tell apart, counted off the training texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

from kg.reader.labels import NAMES
from kg.reader.lemmas import lemma_form, save_trees
from kg.training.network.heads import Sizes
from kg.training.texts.text import Text

__all__ = ["NAME_TAGS", "LabelSets", "collect"]

NAME_TAGS = ("O", *(f"{part}-{label}" for label in NAMES for part in "BI"))
"""The tags of names, in the order of the network's outputs."""

_RARE = 3
"""Labels (morphology, edit trees) seen less often are not learnt."""

_AGREED = 0.8
"""Share of a form's uses that must have one lemma for it to be looked up."""


@dataclass(frozen=True)
class LabelSets:
    """Labels of every layer; lemmas: the edit trees that are learnt; trees: all of them, as they are kept."""

    pos: tuple[str, ...]
    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    deps: tuple[str, ...]
    mentions: tuple[str, ...]
    lemmas: tuple[int, ...]
    trees: bytes

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """Position of every label, by layer."""
        layers = ("pos", "tags", "morphs", "deps", "mentions")
        return {layer: {label: n for n, label in enumerate(getattr(self, layer))} for layer in layers}

    @cached_property
    def tree_classes(self) -> dict[int, int]:
        """Class of every edit tree that is learnt."""
        return {tree: number for number, tree in enumerate(self.lemmas)}

    @property
    def sizes(self) -> Sizes:
        """How many labels each layer has."""
        return Sizes(
            pos=len(self.pos),
            tags=len(self.tags),
            morphs=len(self.morphs),
            lemmas=len(self.lemmas),
            deps=len(self.deps),
            names=len(NAME_TAGS),
            mentions=len(self.mentions),
        )


def collect(texts: Iterable[Text]) -> tuple[LabelSets, EditTrees]:
    """Count the labels of all layers, and make the edit trees of the lemmas."""
    strings = StringStore()
    trees = EditTrees(strings)
    counts: dict[str, Counter[str]] = {
        layer: Counter() for layer in ("pos", "tags", "morphs", "deps", "mentions")
    }
    seen: Counter[tuple[str, str, str]] = Counter()
    for text in texts:
        counts["mentions"].update(mention.type for mention in text.mentions or () if mention.type)
        if text.syntax is None:
            continue
        for layer in ("pos", "tags", "morphs", "deps"):
            counts[layer].update(getattr(text.syntax, layer))
        rows = zip(text.words, text.syntax.pos, text.syntax.lemmas, strict=True)
        seen.update((pos, lemma_form(word, pos), lemma) for word, pos, lemma in rows)
    kept = {
        layer: tuple(sorted(x for x, n in found.items() if n >= _RARE)) for layer, found in counts.items()
    }
    uses: Counter[int] = Counter()
    for (_, form, lemma), count in seen.items():
        uses[trees.add(form, lemma)] += count
    lemmas = tuple(sorted(tree for tree, count in uses.items() if count >= _RARE))
    kept_trees = save_trees(trees, strings, lemmas, _lexicon(seen))
    return LabelSets(**kept, lemmas=lemmas, trees=kept_trees), trees


def _lexicon(seen: Counter[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """The lemma of each form that nearly always has the same, by part of speech."""
    uses: Counter[tuple[str, str]] = Counter()
    for (pos, form, _), count in seen.items():
        uses[pos, form] += count
    lexicon: dict[str, dict[str, str]] = {}
    for (pos, form, lemma), count in sorted(seen.items()):
        if count >= _AGREED * uses[pos, form]:
            lexicon.setdefault(pos, {})[form] = lemma
    return lexicon
