"""Tokens, sentences, tags, lemmas and dependencies, from raw text to the tree.

Source of the definitions: Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to
Universal Dependencies", section 5. An attribute's precision is over the predicted words, its recall over the
gold words, and only an aligned word (:mod:`kg.evaluate.alignment`) can be right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from kg.evaluate.alignment import Word, align
from kg.evaluate.figures import Figure, figure

__all__ = ["score_syntax", "words_of"]

Row = Mapping[str, Any]

_ATTRIBUTES = {"UPOS": "upos", "XPOS": "xpos", "UFeats": "feats", "Lemmas": "lemma"}
_HEADS = ("UAS", "LAS")


def score_syntax(pairs: Sequence[tuple[Row, Row]]) -> list[Figure]:
    """Score ``words`` and ``sentences`` of each article.

    Args:
        pairs: gold and predicted row of each article. ``words`` are objects with the fields of
            :class:`kg.evaluate.alignment.Word`, ``sentences`` lists that begin with start and end.
            ``score_features`` of a gold row are the features that count, all without it.

    Returns:
        ``Tokens``, ``Sentences`` and ``Words``; ``UPOS``, ``XPOS``, ``UFeats``, ``Lemmas``, ``UAS`` and
        ``LAS`` where gold has them. Subtypes of relations do not count (``nmod:poss`` is ``nmod``), and any
        lemma is right where gold leaves it open.
    """
    read = [_Pair(gold, predicted) for gold, predicted in pairs]
    spans = {
        "Tokens": [(_tokens(pair.gold), _tokens(pair.predicted)) for pair in read],
        "Sentences": [(_sentences(gold), _sentences(predicted)) for gold, predicted in pairs],
    }
    figures = [_span_figure(name, sides) for name, sides in spans.items()]
    gold = sum(len(pair.gold) for pair in read)
    predicted = sum(len(pair.predicted) for pair in read)
    counts = [("Words", sum(len(pair.aligned) for pair in read)), *_correct(read)]
    return [*figures, *(figure("syntax", name, hit, predicted=predicted, gold=gold) for name, hit in counts)]


def words_of(row: Row) -> list[Word]:
    """The words of a row.

    Raises:
        TypeError: a word lacks a field or has one that is unknown.
    """
    return [Word(**word) for word in row.get("words", ())]


class _Pair:
    """The words of one article on both sides, and which are the same."""

    def __init__(self, gold: Row, predicted: Row) -> None:
        self.gold = words_of(gold)
        self.predicted = words_of(predicted)
        self.aligned = align(self.gold, self.predicted)
        self.features: Collection[str] | None = gold.get("score_features")

    def right(self, name: str) -> Iterator[bool]:
        """For each aligned word whether an attribute is right."""
        for left, right in self.aligned:
            gold, predicted = self.gold[left], self.predicted[right]
            if name == "UFeats":
                yield _features(gold.feats, self.features) == _features(predicted.feats, self.features)
            elif name == "Lemmas":
                yield gold.lemma in ("_", predicted.lemma)
            else:
                attribute = _ATTRIBUTES[name]
                yield getattr(gold, attribute) == getattr(predicted, attribute)

    def right_heads(self, *, labelled: bool) -> Iterator[bool]:
        """For each aligned word whether its head, and its relation if labelled, is right."""
        gold_of = {right: left for left, right in self.aligned}
        gold_of[-1] = -1
        for left, right in self.aligned:
            gold, predicted = self.gold[left], self.predicted[right]
            same = gold_of.get(predicted.head, -2) == gold.head
            yield same and (not labelled or _universal(gold.deprel) == _universal(predicted.deprel))


def _correct(read: Sequence[_Pair]) -> Iterator[tuple[str, int]]:
    words = [word for pair in read for word in pair.gold]
    for name, attribute in _ATTRIBUTES.items():
        if any(getattr(word, attribute) != "_" for word in words):
            yield name, sum(hit for pair in read for hit in pair.right(name))
    if any(word.deprel != "_" for word in words):
        for name in _HEADS:
            yield name, sum(hit for pair in read for hit in pair.right_heads(labelled=name == "LAS"))


def _features(column: str, counted: Collection[str] | None) -> frozenset[str]:
    """The features that count.

    >>> sorted(_features("Case=Nom|Definite=Def", ["Case"]))
    ['Case=Nom']
    """
    items = frozenset(column.split("|")) - {"", "_"}
    return items if counted is None else frozenset(i for i in items if i.partition("=")[0] in counted)


def _universal(relation: str) -> str:
    return relation.partition(":")[0]


def _tokens(words: Sequence[Word]) -> set[tuple[int, int]]:
    return {(word.start, word.end) for word in words}


def _sentences(row: Row) -> set[tuple[int, int]]:
    return {(sentence[0], sentence[1]) for sentence in row.get("sentences", ())}


def _span_figure(name: str, sides: Sequence[tuple[set[tuple[int, int]], set[tuple[int, int]]]]) -> Figure:
    return figure(
        "syntax",
        name,
        sum(len(gold & predicted) for gold, predicted in sides),
        predicted=sum(len(predicted) for _, predicted in sides),
        gold=sum(len(gold) for gold, _ in sides),
    )
