"""What the comparison of mentions needs to know of each: head, kind and content words, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["KEPT", "KINDS", "MentionTable", "head_of"]

Ints = NDArray[np.int64]

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
_PRONOUN_KIND = {word: kind for kind, words in _PRONOUNS.items() for word in words.split()}
_PROPER, _INDEFINITE, _DEFINITE, _BARE, KINDS = 9, 10, 11, 12, 13
_INDEFINITE_WORDS = "a an some any another every each no many several one two three"
_DEFINITE_WORDS = "the this that these those his her its their my our your whose both"
_TAIL = "of in on at for to from with by who whom which that whose where when as about against between over"
_TAIL_GOES_ON = "under after before into among including , ( [ : ; – —"
_INDEFINITES, _DEFINITES = frozenset(_INDEFINITE_WORDS.split()), frozenset(_DEFINITE_WORDS.split())
_TAIL_OPENERS = frozenset(_TAIL.split()) | frozenset(_TAIL_GOES_ON.split())
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_ENDS = frozenset(".?!")
KEPT = 8
"""Content words of a mention that are compared."""

_OPENS_TAIL, _IS_POSSESSIVE, _IS_INDEFINITE, _IS_DEFINITE, _IS_END = 1, 2, 4, 8, 16
_MARKS = (
    (_TAIL_OPENERS, _OPENS_TAIL),
    (_POSSESSIVES, _IS_POSSESSIVE),
    (_INDEFINITES, _IS_INDEFINITE),
    (_DEFINITES, _IS_DEFINITE),
    (_ENDS, _IS_END),
)
_MARKS_OF = {
    word: sum(mark for words, mark in _MARKS if word in words)
    for word in sorted(frozenset().union(*(words for words, _ in _MARKS)))
}
_NO_CONTENT = _IS_POSSESSIVE | _IS_INDEFINITE | _IS_DEFINITE


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


class MentionTable:
    """The mentions of a text as arrays.

    Attributes:
        size: How many there are.
        places: Position of its head word, [m].
        start, end, sentence: First word, word after the last, sentence of the first, [m].
        head, kind: Numbers of the head word and of the kind of mention, [m].
        nominal: Whether it is more than a pronoun, [m].
        content: Numbers of its content words, 0 where there are fewer, [m, KEPT].
        empty: Whether it has no content word, [m].
        signature: A bit for each content word and the head, 64 bits, [m].
        holders: word * size + mention, rising, for the head and each content word of every mention.
    """

    def __init__(
        self, words: Sequence[str], spans: Sequence[tuple[int, int]], sentence_of: Sequence[int]
    ) -> None:
        self.size = len(spans)
        self.start, self.end = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        self.sentence = np.array(sentence_of, dtype=np.int64)[self.start]
        lowers = [word.lower() for word in words]
        marks = np.array([_MARKS_OF.get(word, 0) for word in lowers], dtype=np.int64)
        numbers: dict[str, int] = {}
        number = np.array([numbers.setdefault(word, len(numbers) + 1) for word in lowers], dtype=np.int64)
        self.places = _heads(marks, self.start, self.end)
        self.head = number[self.places]
        self.kind = self._kinds(words, lowers, marks)
        self.nominal = self.kind >= _PROPER
        self.content = self._contents(marks, number)
        self.empty = self.content[:, 0] == 0
        held = np.concatenate([self.content, self.head[:, None]], 1)
        bits = np.left_shift(np.uint64(1), (held % 64).astype(np.uint64))
        self.signature = np.bitwise_or.reduce(np.where(held > 0, bits, np.uint64(0)), axis=1)
        mentions, columns = np.nonzero(held)
        self.holders = np.unique(held[mentions, columns] * self.size + mentions)

    def _kinds(self, words: Sequence[str], lowers: Sequence[str], marks: Ints) -> Ints:
        first, before = marks[self.start], marks[self.places - 1]
        pronoun = np.array([_PRONOUN_KIND.get(lowers[place], -1) for place in self.start.tolist()], dtype=int)
        upper = np.array([words[place][:1].isupper() for place in self.places.tolist()], dtype=bool)
        inside = (self.places > self.start) | ((self.places > 0) & (before & _IS_END == 0))
        bare = np.where(first & _IS_DEFINITE > 0, _DEFINITE, _BARE)
        common = np.where(first & _IS_INDEFINITE > 0, _INDEFINITE, bare)
        kinds = np.where(upper & inside, _PROPER, common)
        return np.where((self.end - self.start == 1) & (pronoun >= 0), pronoun, kinds)

    def _contents(self, marks: Ints, number: Ints) -> Ints:
        (counted,) = np.nonzero(marks & _NO_CONTENT == 0)
        low, high = np.searchsorted(counted, self.start), np.searchsorted(counted, self.end)
        columns = low[:, None] + np.arange(KEPT)
        padded = np.append(number[counted], np.zeros(KEPT, dtype=np.int64))
        kept: Ints = np.where(columns < high[:, None], padded[np.minimum(columns, len(counted))], 0)
        return kept


def _heads(marks: Ints, start: Ints, end: Ints) -> Ints:
    """Position of each mention's head, as :func:`head_of` gives it."""
    tails = np.append(np.flatnonzero(marks & _OPENS_TAIL), len(marks))
    last: Ints = np.minimum(end, tails[np.searchsorted(tails, start + 1)])
    while True:
        longer = (last - 1 > start) & (marks[last - 1] & _IS_POSSESSIVE > 0)
        if not longer.any():
            break
        last = last - longer
    heads: Ints = last - 1
    return heads
