"""Which earlier mentions may be a mention's antecedent, and what is seen of each pair from outside.

Trained weights depend on every number here: another order of the classes needs another training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["FEATURES", "Pairs", "find_pairs", "head_of"]

Ints = NDArray[np.int64]

_NEAR, _FAR = 60, 400
"""Mentions back within which all are candidates, and those with a head in common."""

_PRONOUNS = {
    0: "he him his himself",
    1: "she her hers herself",
    2: "it its itself",
    3: "they them their theirs themselves",
    4: "i me my mine myself",
    5: "we us our ours ourselves",
    6: "you your yours yourself yourselves",
    7: "who whom whose which that",
    8: "this these those here there then",
}
_KIND_OF = {word: kind for kind, words in _PRONOUNS.items() for word in words.split()}
_PROPER, _INDEFINITE, _DEFINITE, _BARE, _KINDS = 9, 10, 11, 12, 13
_INDEFINITES = frozenset("a an some any another every each no many several one two three".split())
_DEFINITES = frozenset("the this that these those his her its their my our your whose both".split())
_DETERMINERS = _INDEFINITES | _DEFINITES
_TAIL = "of in on at for to from with by who whom which that whose where when as about against between over under"
_TAIL_OPENERS = frozenset([*_TAIL.split(), *"after before into among including , ( [ : ; – —".split()])
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_KEPT = 8
"""Content words of a mention that are compared."""

_VOCABULARY = (10, 9, 2, 2, 4, _KINDS * _KINDS, 3, 4, 4)
"""Classes of each feature: distance in mentions and in sentences, same words, same head, head in the other's
words, kinds of both, nesting, content words in common, words of one all in the other."""

_OFFSETS = np.cumsum([0, *_VOCABULARY[:-1]])
FEATURES = sum(_VOCABULARY)
"""How many classes there are in all."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs: positions of the later and the earlier mention [p], features [p, f]; by later, then nearness."""

    later: Ints
    earlier: Ints
    features: Ints


def head_of(words: Sequence[str], start: int, end: int) -> int:
    """Guess the position of a mention's head: the last word before what modifies it from behind.

    >>> head_of("the leader of the group".split(), 0, 5)
    1
    """
    last = end
    for place in range(start + 1, end):
        if words[place].lower() in _TAIL_OPENERS:
            last = place
            break
    while last - 1 > start and words[last - 1].lower() in _POSSESSIVES:
        last -= 1
    return last - 1


def find_pairs(words: Sequence[str], spans: Sequence[tuple[int, int]], sentence_of: Sequence[int]) -> Pairs:
    """List the candidate pairs of a text.

    Args:
        words: The words of the text.
        spans: Mentions as first word and word after the last, sorted by start, the longer first.
        sentence_of: Number of each word's sentence.

    Returns:
        Every mention with the nearest :data:`_NEAR` before it, and with farther ones that share a head.
    """
    if len(spans) < 2:
        empty = np.zeros(0, dtype=np.int64)
        return Pairs(empty, empty, np.zeros((0, len(_VOCABULARY)), dtype=np.int64))
    table = _Table(words, spans, sentence_of)
    later, earlier = _candidates(table)
    return Pairs(later, earlier, _features(table, later, earlier) + _OFFSETS)


class _Table:
    """What the comparisons need of every mention, as arrays [m] and [m, _KEPT]."""

    def __init__(self, words: Sequence[str], spans: Sequence[tuple[int, int]], sentence_of: Sequence[int]) -> None:
        numbers: dict[str, int] = {}

        def number(text: str) -> int:
            return numbers.setdefault(text, len(numbers) + 1)

        heads = [head_of(words, start, end) for start, end in spans]
        lowers = [word.lower() for word in words]
        self.start = np.array([start for start, _ in spans])
        self.end = np.array([end for _, end in spans])
        self.sentence = np.array([sentence_of[start] for start, _ in spans])
        self.head = np.array([number(lowers[head]) for head in heads])
        self.kind = np.array(
            [_kind(words, lowers, span, head) for span, head in zip(spans, heads, strict=True)]
        )
        kept = [
            [word for word in lowers[start:end] if word not in _DETERMINERS and word not in _POSSESSIVES][:_KEPT]
            for start, end in spans
        ]
        self.string = np.array([number(" ".join(content)) for content in kept])
        self.content = np.zeros((len(spans), _KEPT), dtype=np.int64)
        for row, content in enumerate(kept):
            self.content[row, : len(content)] = [number(word) for word in content]
        self.nominal = self.kind >= _PROPER


def _kind(words: Sequence[str], lowers: Sequence[str], span: tuple[int, int], head: int) -> int:
    start, end = span
    if end - start == 1 and lowers[start] in _KIND_OF:
        return _KIND_OF[lowers[start]]
    if words[head][:1].isupper() and (head > start or head > 0 and words[head - 1] not in (".", "?", "!")):
        return _PROPER
    if lowers[start] in _INDEFINITES:
        return _INDEFINITE
    return _DEFINITE if lowers[start] in _DEFINITES else _BARE


def _candidates(table: _Table) -> tuple[Ints, Ints]:
    size = len(table.start)
    band = min(_FAR, size - 1)
    later = np.arange(size)[:, None]
    back = np.arange(1, band + 1)[None, :]
    earlier = later - back
    there = earlier >= 0
    other = np.maximum(earlier, 0)
    shared = (table.head[:, None] == table.head[other]) & table.nominal[:, None]
    shared |= _in_content(table, np.broadcast_to(later, other.shape), other) & table.nominal[:, None]
    chosen = there & ((back <= _NEAR) | shared)
    rows, columns = np.nonzero(chosen)
    return rows.astype(np.int64), earlier[rows, columns].astype(np.int64)


def _in_content(table: _Table, one: Ints, other: Ints) -> NDArray[np.bool_]:
    """Whether the head of one mention is among the content words of the other."""
    found = np.zeros(one.shape, dtype=bool)
    for column in range(_KEPT):
        found |= table.head[one] == table.content[other, column]
    return found


def _features(table: _Table, later: Ints, earlier: Ints) -> Ints:
    nominal = table.nominal[later] & table.nominal[earlier]
    forward = _in_content(table, later, earlier) & nominal
    backward = _in_content(table, earlier, later) & nominal
    left, right = table.content[later], table.content[earlier]
    equal = (left[:, :, None] == right[:, None, :]) & (left[:, :, None] > 0)
    common = np.minimum(equal.any(2).sum(1), 3) * nominal
    inside = (equal.any(2) == (left > 0)).all(1) & nominal
    around = (equal.any(1) == (right > 0)).all(1) & nominal
    contains = (table.start[earlier] <= table.start[later]) & (table.end[later] <= table.end[earlier])
    within = (table.start[later] <= table.start[earlier]) & (table.end[earlier] <= table.end[later])
    columns = [
        np.minimum(_steps(later - earlier), _VOCABULARY[0] - 1),
        np.minimum(_sentences(table.sentence[later] - table.sentence[earlier]), _VOCABULARY[1] - 1),
        table.string[later] == table.string[earlier],
        table.head[later] == table.head[earlier],
        forward + 2 * backward,
        table.kind[later] * _KINDS + table.kind[earlier],
        np.where(contains, 1, np.where(within, 2, 0)),
        common,
        inside + 2 * around,
    ]
    return np.stack([np.asarray(column, dtype=np.int64) for column in columns], 1)


def _steps(far: Ints) -> Ints:
    """Classes of a distance: 1, 2, 3, 4, then by doublings."""
    return np.where(far <= 4, far - 1, 2 + np.log2(np.maximum(far, 1)).astype(np.int64))


def _sentences(far: Ints) -> Ints:
    """Classes of a distance in sentences: 0 to 4, then by doublings."""
    far = np.maximum(far, 0)
    return np.where(far <= 4, far, 3 + np.log2(np.maximum(far, 1)).astype(np.int64))
