"""What the comparison of mentions needs to know of each: head, kind and content words, as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

__all__ = ["KEPT", "KINDS", "MentionTable", "head_of"]

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
_PROPER, _INDEFINITE, _DEFINITE, _BARE, KINDS = 9, 10, 11, 12, 13
_INDEFINITE_WORDS = "a an some any another every each no many several one two three"
_DEFINITE_WORDS = "the this that these those his her its their my our your whose both"
_TAIL = (
    "of in on at for to from with by who whom which that whose where when as about against between over under"
)
_TAIL_GOES_ON = "after before into among including , ( [ : ; – —"
_INDEFINITES, _DEFINITES = frozenset(_INDEFINITE_WORDS.split()), frozenset(_DEFINITE_WORDS.split())
_TAIL_OPENERS = frozenset(_TAIL.split()) | frozenset(_TAIL_GOES_ON.split())
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_NO_CONTENT = _INDEFINITES | _DEFINITES | _POSSESSIVES
_ENDS = frozenset(".?!")
KEPT = 8
"""Content words of a mention that are compared."""


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
        head, kind, string: Numbers of the head word, the kind of mention and all its content words, [m].
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
        lowers = [word.lower() for word in words]
        heads = [head_of(lowers, start, end) for start, end in spans]
        numbers: dict[str, int] = {}
        content_words = [_content(lowers, start, end) for start, end in spans]
        self.start = np.array([start for start, _ in spans], dtype=np.int64)
        self.end = np.array([end for _, end in spans], dtype=np.int64)
        self.sentence = np.array([sentence_of[start] for start, _ in spans], dtype=np.int64)
        self.places = np.array(heads, dtype=np.int64)
        self.head = np.array(
            [numbers.setdefault(lowers[head], len(numbers) + 1) for head in heads], dtype=np.int64
        )
        kinds = [_kind(words, lowers, span, head) for span, head in zip(spans, heads, strict=True)]
        self.kind = np.array(kinds, dtype=np.int64)
        self.nominal = self.kind >= _PROPER
        strings: dict[str, int] = {}
        joined = [" ".join(content) for content in content_words]
        self.string = np.array([strings.setdefault(text, len(strings)) for text in joined], dtype=np.int64)
        self.content = np.zeros((self.size, KEPT), dtype=np.int64)
        for row, content in enumerate(content_words):
            for column, word in enumerate(content):
                self.content[row, column] = numbers.setdefault(word, len(numbers) + 1)
        self.empty = self.content[:, 0] == 0
        self._index()

    def _index(self) -> None:
        held = np.concatenate([self.content, self.head[:, None]], 1)
        bits = np.left_shift(np.uint64(1), (held % 64).astype(np.uint64))
        self.signature = np.bitwise_or.reduce(np.where(held > 0, bits, np.uint64(0)), axis=1)
        mentions, columns = np.nonzero(held)
        self.holders = np.unique(held[mentions, columns] * self.size + mentions)


def _content(lowers: Sequence[str], start: int, end: int) -> list[str]:
    return [word for word in lowers[start:end] if word not in _NO_CONTENT][:KEPT]


def _kind(words: Sequence[str], lowers: Sequence[str], span: tuple[int, int], head: int) -> int:
    start, end = span
    if end - start == 1 and lowers[start] in _KIND_OF:
        return _KIND_OF[lowers[start]]
    if words[head][:1].isupper() and (head > start or (head > 0 and words[head - 1] not in _ENDS)):
        return _PROPER
    if lowers[start] in _INDEFINITES:
        return _INDEFINITE
    return _DEFINITE if lowers[start] in _DEFINITES else _BARE
