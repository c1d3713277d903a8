"""Candidate pairs and their features once more, slowly and one by one, as the definition reads."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log2

from kg.reader.mention_table import _DEFINITES, _INDEFINITES, _POSSESSIVES, _PRONOUN_KIND, KEPT, head_of

NEAR, FAR = 40, 250
CLASSES = (10, 9, 2, 2, 4, 13 * 13, 3, 4, 4)
Row = tuple[int, int, list[int]]


class Mention:
    def __init__(self, words: Sequence[str], span: tuple[int, int], sentence: int) -> None:
        self.start, self.end = span
        self.sentence = sentence
        place = head_of(words, *span)
        inside = [word.lower() for word in words[self.start : self.end]]
        self.head = words[place].lower()
        dropped = _DEFINITES | _INDEFINITES | _POSSESSIVES
        self.content = [word for word in inside if word not in dropped][:KEPT]
        if len(inside) == 1 and inside[0] in _PRONOUN_KIND:
            self.kind = _PRONOUN_KIND[inside[0]]
        elif words[place][:1].isupper() and (
            place > self.start or (place > 0 and words[place - 1] not in (".", "?", "!"))
        ):
            self.kind = 9
        else:
            self.kind = 10 if inside[0] in _INDEFINITES else 11 if inside[0] in _DEFINITES else 12


def plain_pairs(
    words: Sequence[str], spans: Sequence[tuple[int, int]], sentence_of: Sequence[int]
) -> list[Row]:
    """Later mention, earlier mention and features of each pair."""
    mentions = [Mention(words, span, sentence_of[span[0]]) for span in spans]
    rows: list[Row] = []
    for later, one in enumerate(mentions):
        for earlier in range(later - 1, max(0, later - FAR) - 1, -1):
            other = mentions[earlier]
            shared = one.kind >= 9 and one.head in [other.head, *other.content]
            if later - earlier <= NEAR or shared:
                rows.append((later, earlier, numbered(features(one, other, later - earlier))))
    return rows


def features(one: Mention, other: Mention, far: int) -> list[int]:
    nominal = one.kind >= 9 and other.kind >= 9
    sentences = max(0, one.sentence - other.sentence)
    around = other.start <= one.start and one.end <= other.end
    within = one.start <= other.start and other.end <= one.end
    return [
        min(far - 1 if far <= 4 else 2 + floor(log2(far)), 9),
        min(sentences if sentences <= 4 else 3 + floor(log2(sentences)), 8),
        int(one.content == other.content),
        int(one.head == other.head),
        nominal * ((one.head in other.content) + 2 * (other.head in one.content)),
        one.kind * 13 + other.kind,
        1 if around else 2 if within else 0,
        nominal * min(3, sum(word in other.content for word in one.content)),
        nominal * (set(one.content) <= set(other.content))
        + 2 * nominal * (set(other.content) <= set(one.content)),
    ]


def numbered(row: list[int]) -> list[int]:
    return [sum(CLASSES[:place]) + value for place, value in enumerate(row)]
