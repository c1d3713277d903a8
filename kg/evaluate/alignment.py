"""Aligns the words of two readings of one text, as the CoNLL 2018 shared task does.

Source: Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal
Dependencies", section 5, and the description of token and word matching in its evaluation script.

Words are the same when they cover the same characters. Only inside a multiword token ("don't", one token of
the words "do" and "n't") a word has no characters of its own: there, over the shortest stretch that no
multiword token of either side sticks out of, words are aligned by the longest common subsequence of their
forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Word", "align"]


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word.

    start, end: the characters of the token that holds it. multiword: that token holds other words too.
    head: position of the head in the list of words, -1 for a root.
    """

    start: int
    end: int
    form: str
    upos: str = "_"
    xpos: str = "_"
    feats: str = "_"
    lemma: str = "_"
    head: int = -1
    deprel: str = "_"
    multiword: bool = False


def align(gold: Sequence[Word], predicted: Sequence[Word]) -> list[tuple[int, int]]:
    """The positions of the words that are the same on both sides, rising.

    Args:
        gold: words in text order.
        predicted: words in text order, over the same text.
    """
    pairs: list[tuple[int, int]] = []
    left = right = 0
    while left < len(gold) and right < len(predicted):
        ours, theirs = gold[left], predicted[right]
        if ours.multiword or theirs.multiword:
            first, second, left, right = _stretch(gold, predicted, left, right)
            pairs += _common(gold, predicted, range(first, left), range(second, right))
        elif (ours.start, ours.end) == (theirs.start, theirs.end):
            pairs.append((left, right))
            left, right = left + 1, right + 1
        elif ours.start <= theirs.start:
            left += 1
        else:
            right += 1
    return pairs


def _stretch(
    gold: Sequence[Word], predicted: Sequence[Word], left: int, right: int
) -> tuple[int, int, int, int]:
    """Where the words of a multiword stretch begin on each side, and where they end (exclusive)."""
    if gold[left].multiword:
        end = gold[left].end
        if not predicted[right].multiword and predicted[right].start < gold[left].start:
            right += 1
    else:
        end = predicted[right].end
        if not gold[left].multiword and gold[left].start < predicted[right].start:
            left += 1
    first, second = left, right
    while not (_beyond(gold, left, end) and _beyond(predicted, right, end)):
        more_gold = left < len(gold)
        if more_gold and (right >= len(predicted) or gold[left].start <= predicted[right].start):
            end = _extended(gold[left], end)
            left += 1
        else:
            end = _extended(predicted[right], end)
            right += 1
    return first, second, left, right


def _beyond(words: Sequence[Word], position: int, end: int) -> bool:
    if position >= len(words):
        return True
    word = words[position]
    return word.start >= end if word.multiword else word.end > end


def _extended(word: Word, end: int) -> int:
    return max(end, word.end) if word.multiword else end


def _common(
    gold: Sequence[Word], predicted: Sequence[Word], left: range, right: range
) -> list[tuple[int, int]]:
    """The longest common subsequence of the forms, letter case aside."""
    length = _lengths([gold[i].form.lower() for i in left], [predicted[j].form.lower() for j in right])
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(left) and column < len(right):
        if gold[left[row]].form.lower() == predicted[right[column]].form.lower():
            pairs.append((left[row], right[column]))
            row, column = row + 1, column + 1
        elif length[row][column] == length[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _lengths(left: Sequence[str], right: Sequence[str]) -> list[list[int]]:
    """Length of the longest common subsequence of the rests from each pair of positions on."""
    length = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for row in reversed(range(len(left))):
        for column in reversed(range(len(right))):
            same = 1 + length[row + 1][column + 1] if left[row] == right[column] else 0
            length[row][column] = max(same, length[row + 1][column], length[row][column + 1])
    return length
