"""Words, and guesses of sentences, of raw texts whose annotations are offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

__all__ = ["Tokens", "positions", "tokenize"]

_BREAK = re.compile(r"\n\s*\n|\n(?=[^\S\n]*[^\sa-z])")
"""An empty line, or the end of a line before anything but a small letter (else the line was wrapped)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, blanks and invisible signs left out.

    Attributes:
        words: The words.
        offsets: First code point and the one after the last, for each word.
        starts: Position of the first word of each sentence, guessed.
    """

    words: list[str]
    offsets: list[tuple[int, int]]
    starts: list[int]


@cache
def _blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def tokenize(text: str) -> Tokens:
    """Cut a text into words with spaCy's English rules, and guess its sentences.

    A sentence ends at its full stop and at the end of a paragraph.
    """
    nlp = _blank()
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    breaks = [match.start() for match in _BREAK.finditer(text)]
    words: list[str] = []
    offsets: list[tuple[int, int]] = []
    starts: list[int] = []
    opens, passed = True, 0
    for token in nlp(text):
        begin, end = token.idx, token.idx + len(token)
        while passed < len(breaks) and breaks[passed] < begin:
            opens, passed = True, passed + 1
        opens = opens or bool(token.is_sent_start)
        if not any(unicodedata.category(sign)[0] not in "CZ" for sign in token.text):
            continue
        if opens:
            starts.append(len(words))
        words.append(token.text)
        offsets.append((begin, end))
        opens = False
    return Tokens(words, offsets, starts)


def positions(tokens: Tokens, spans: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Find the words that belong to spans of characters.

    A word belongs where a span holds one of its characters other than the punctuation at its edges; a word
    of nothing but punctuation, where a span holds any.

    Args:
        tokens: The words of the text.
        spans: First code point and the one after the last of each span, in any order.

    Returns:
        Positions of words, rising.
    """
    marked = [(span[0], span[1]) for span in spans]
    if not marked:
        return ()
    low, high = min(span[0] for span in marked), max(span[1] for span in marked)
    found = []
    for index, (begin, end) in enumerate(tokens.offsets):
        if end <= low or begin >= high:
            continue
        left, right = _core(tokens.words[index])
        if any(begin + left < stop and first < begin + right for first, stop in marked):
            found.append(index)
    return tuple(found)


def _core(word: str) -> tuple[int, int]:
    """Find where a word begins and ends without the punctuation at its edges.

    >>> _core("“war”"), _core("”")
    ((1, 4), (0, 1))
    """
    inner = [index for index, sign in enumerate(word) if unicodedata.category(sign)[0] != "P"]
    return (inner[0], inner[-1] + 1) if inner else (0, len(word))
