"""A text from tokens, for corpora that do not keep theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Rebuilt", "Tokens", "blanks_as_in", "guessed_blanks", "plain", "rebuild"]

Pair = tuple[int, int]

_CLOSING = """
    , . ; : ? ! ) ] } % 's 'S n't N'T 're 've 'll 'd 'm ’s n’t ’re ’ve ’ll ’d ’m ' ’ ” ... … ''
"""
_OPENING = "( [ { $ £ € # “ ‘ ``"
_NO_BLANK_BEFORE = frozenset(_CLOSING.split())
_NO_BLANK_AFTER = frozenset(_OPENING.split())
_ESCAPED = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
    "/.": ".",
    "/?": "?",
    "/-": "-",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence. blanks: after which tokens a blank follows; opens: whether it begins a paragraph."""

    words: Sequence[str]
    blanks: Sequence[bool]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A text, and where its tokens, sentences and paragraphs are: code points, end exclusive."""

    text: str
    words: tuple[tuple[Pair, ...], ...]
    sentences: tuple[Pair, ...]
    paragraphs: tuple[Pair, ...]


def rebuild(sentences: Sequence[Tokens]) -> Rebuilt:
    """Put sentences behind each other; an empty line stands between paragraphs.

    >>> rebuild([Tokens(["No", "."], [False, True]), Tokens(["Yes"], [True])]).text
    'No. Yes'
    """
    parts: list[str] = []
    at = 0
    words: list[tuple[Pair, ...]] = []
    paragraphs: list[list[int]] = []
    pending = ""
    for sentence in (sentence for sentence in sentences if sentence.words):
        if sentence.opens and paragraphs:
            pending = "\n\n"
        spans: list[Pair] = []
        for word, blank in zip(sentence.words, sentence.blanks, strict=True):
            parts += [pending, word]
            at += len(pending)
            spans.append((at, at + len(word)))
            at += len(word)
            pending = " " if blank else ""
        if sentence.opens or not paragraphs:
            paragraphs.append([spans[0][0], 0])
        paragraphs[-1][1] = at
        words.append(tuple(spans))
    borders = tuple((spans[0][0], spans[-1][1]) for spans in words)
    return Rebuilt("".join(parts), tuple(words), borders, tuple((start, end) for start, end in paragraphs))


def plain(word: str) -> str:
    """A token without the treebank's escapes.

    >>> plain("-LRB-")
    '('
    """
    return _ESCAPED.get(word, word)


def blanks_as_in(words: Sequence[str], text: str) -> list[bool] | None:
    """After which words the sentence's text has a blank, or None where it holds other words.

    >>> blanks_as_in(["No", "."], "No.")
    [False, True]
    """
    at = 0
    result: list[bool] = []
    for word in words:
        start = at + len(text[at:]) - len(text[at:].lstrip())
        if result:
            result[-1] = start > at
        if not text.startswith(word, start):
            return None
        at = start + len(word)
        result.append(True)
    return None if text[at:].strip() else result


def guessed_blanks(words: Sequence[str]) -> list[bool]:
    """After which words a blank follows in usual print; straight quotes open and close in turn.

    >>> guessed_blanks(["He", "said", ":", '"', "No", ".", '"'])
    [True, False, True, False, False, False, True]
    """
    blanks = []
    opened = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == '"':
            opened = not opened
        closes = following == '"' and opened
        glued = following in _NO_BLANK_BEFORE or word in _NO_BLANK_AFTER or closes or (word == '"' and opened)
        blanks.append(not glued)
    return blanks
