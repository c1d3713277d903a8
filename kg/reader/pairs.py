"""Which earlier mentions may be a mention's antecedent, and what is seen of each pair from outside.

Trained weights depend on every number here: another order of the classes needs another training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.reader.mention_table import KINDS, MentionTable, head_of

__all__ = [
    "FEATURES",
    "GROUPS",
    "PairFinder",
    "Pairs",
    "find_pairs",
    "group_features",
    "group_rows",
    "head_of",
]

Ints = NDArray[np.int64]

_NEAR, _FAR = 40, 250
"""Mentions back within which all are candidates, and those with a head in common."""

_VOCABULARY = (10, 9, 2, 2, 4, KINDS * KINDS, 3, 4, 4)
"""Classes of each feature: distance in mentions and in sentences, same words, same head, head in the other's
words, kinds of both, nesting, content words in common, words of one all in the other."""

_OFFSETS = np.cumsum([0, *_VOCABULARY[:-1]])
FEATURES = sum(_VOCABULARY)
"""How many classes there are in all."""

GROUPS = ((0, 1), (5,), (2, 3, 4, 6, 7, 8))
"""Features that the runtime looks up together, so that a pair costs three look-ups and not nine."""


def _steps(far: Ints) -> Ints:
    """Classes of a distance: 1, 2, 3, 4, then by doublings."""
    return np.where(far <= 4, far - 1, 2 + np.log2(np.maximum(far, 1)).astype(np.int64))


def _sentences(far: Ints) -> Ints:
    """Classes of a distance in sentences: 0 to 4, then by doublings."""
    return np.where(far <= 4, far, 3 + np.log2(np.maximum(far, 1)).astype(np.int64))


_STEPS = np.minimum(_steps(np.arange(_FAR + 1)), _VOCABULARY[0] - 1)
_SENTENCES = np.minimum(_sentences(np.arange(1024)), _VOCABULARY[1] - 1)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs by the later mention, then nearness: positions of both [p], features [p, f]."""

    later: Ints
    earlier: Ints
    features: Ints


def find_pairs(words: Sequence[str], spans: Sequence[tuple[int, int]], sentence_of: Sequence[int]) -> Pairs:
    """List the candidate pairs of a text.

    Args:
        words: The words of the text.
        spans: Mentions as first word and word after the last, sorted by start, the longer first.
        sentence_of: Number of each word's sentence.

    Returns:
        Every mention with the nearest :data:`_NEAR` before it, and with farther ones that share a head.
    """
    return PairFinder(words, spans, sentence_of).pairs(0, len(spans))


class PairFinder:
    """Lists the candidate pairs of a text part by part. heads: position of each mention's head word, [m]."""

    def __init__(
        self, words: Sequence[str], spans: Sequence[tuple[int, int]], sentence_of: Sequence[int]
    ) -> None:
        """Take what :func:`find_pairs` takes."""
        self._table = MentionTable(words, spans, sentence_of)
        self.heads = self._table.places

    def pairs(self, first: int, last: int) -> Pairs:
        """Pairs whose later mention is one of ``first`` to ``last`` (exclusive)."""
        later, earlier = self._candidates(first, last)
        columns = _features(self._table, later, earlier)
        features = np.empty((len(later), len(_VOCABULARY)), dtype=np.int64)
        for number, (column, offset) in enumerate(zip(columns, _OFFSETS.tolist(), strict=True)):
            features[:, number] = column
            features[:, number] += offset
        return Pairs(later, earlier, features)

    def _candidates(self, first: int, last: int) -> tuple[Ints, Ints]:
        rows = np.arange(first, last)
        counts = np.minimum(rows, _NEAR)
        later = np.repeat(rows, counts)
        back = 1 + _counting(counts)
        far_later, far_earlier = self._far(rows)
        if len(far_later):
            later = np.concatenate([later, far_later])
            back = np.concatenate([back, far_later - far_earlier])
            order = np.argsort(later * (_FAR + 1) + back, kind="stable")
            later, back = later[order], back[order]
        return later, later - back

    def _far(self, rows: Ints) -> tuple[Ints, Ints]:
        """Nominal mentions of ``rows`` with far ones that hold their head, as head or among their words."""
        table = self._table
        rows = rows[(rows > _NEAR) & table.nominal[rows]]
        bases = table.head[rows] * table.size
        low = np.searchsorted(table.holders, bases + np.maximum(rows - _FAR, 0))
        counts = np.searchsorted(table.holders, bases + rows - _NEAR) - low
        later = np.repeat(rows, counts)
        places = np.repeat(low, counts) + _counting(counts)
        return later, table.holders[places] % table.size


def _counting(counts: Ints) -> Ints:
    """0, 1, 2 ... anew for each count: [2, 3] gives 0 1 0 1 2."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _features(table: MentionTable, later: Ints, earlier: Ints) -> list[NDArray[np.generic]]:
    contains = (table.start[earlier] <= table.start[later]) & (table.end[later] <= table.end[earlier])
    within = (table.start[later] == table.start[earlier]) & (table.end[earlier] <= table.end[later])
    same, crossing, common, whole = _shared_words(table, later, earlier)
    far = np.clip(table.sentence[later] - table.sentence[earlier], 0, len(_SENTENCES) - 1)
    return [
        _STEPS[later - earlier],
        _SENTENCES[far],
        same,
        table.head[later] == table.head[earlier],
        crossing,
        table.kind[later] * KINDS + table.kind[earlier],
        np.where(contains, 1, np.where(within, 2, 0)),
        common,
        whole,
    ]


def _shared_words(table: MentionTable, later: Ints, earlier: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Same words, head among the other's words, words in common, all words of one in the other.

    Few pairs share a word, and the others are told by a signature of 64 bits a mention. All but the first
    are 0 for pronouns.
    """
    nominal = table.nominal[later] & table.nominal[earlier]
    same = (table.empty[later] & table.empty[earlier]).astype(np.int64)
    crossing, common = np.zeros((2, len(later)), dtype=np.int64)
    whole = nominal * (table.empty[later] + 2 * table.empty[earlier])
    (maybe,) = np.nonzero(table.signature[later] & table.signature[earlier])
    if not len(maybe):
        return same, crossing, common, whole
    one, other, counts = later[maybe], earlier[maybe], nominal[maybe]
    left, right = table.content[one], table.content[other]
    equal = (left[:, :, None] == right[:, None, :]) & (left[:, :, None] > 0)
    found, covered = equal.any(2), equal.any(1)
    forward = (table.head[one][:, None] == right).any(1)
    backward = (table.head[other][:, None] == left).any(1)
    same[maybe] = (left == right).all(1)
    crossing[maybe] = counts * (forward + 2 * backward)
    common[maybe] = counts * np.minimum(found.sum(1), 3)
    whole[maybe] = counts * ((found == (left > 0)).all(1) + 2 * (covered == (right > 0)).all(1))
    return same, crossing, common, whole


def group_features(features: Ints) -> Ints:
    """Turn features [p, f] into one row number a group [p, groups], for the tables of :func:`group_rows`."""
    plain = features - _OFFSETS
    found = np.zeros((len(features), len(GROUPS)), dtype=np.int64)
    for column, group in enumerate(GROUPS):
        for member in group:
            found[:, column] = found[:, column] * _VOCABULARY[member] + plain[:, member]
    return found


def group_rows() -> list[Ints]:
    """For each group the features behind each of its rows, [rows, members]: a row's value is their sum."""
    return [
        np.stack(
            np.meshgrid(
                *(np.arange(_VOCABULARY[member]) + _OFFSETS[member] for member in group), indexing="ij"
            ),
            -1,
        ).reshape(-1, len(group))
        for group in GROUPS
    ]
