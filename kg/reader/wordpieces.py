"""Words into wordpieces with the letter case that the uncased vocabulary drops.

WordPiece: Wu et al. 2016, as in BERT's uncased vocabularies: lower case, accents off, punctuation and
Chinese characters on their own, then the longest piece first. Held against the reference tokenizer by test.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

__all__ = ["CASES", "CLS", "SEP", "UNKNOWN", "Wordpieces", "case_class"]

UNKNOWN, CLS, SEP = 100, 101, 102
"""Ids of the special pieces in BERT's vocabulary."""

CASES = 6
"""How many classes of letter case there are."""

_LONGEST_WORD = 100
_LONGEST_RUN = 24
"""A word of more pieces (a web address, a table's line) is cut: nothing is read off its tail."""

_REMEMBERED = 200_000
"""Words that are kept; a run over many articles must not grow without end."""

Pieces = tuple[tuple[int, ...], tuple[int, ...]]


def case_class(piece: str) -> int:
    """Class of a piece by its own characters: 0 lower, 1 Title, 2 UPPER, 3 mixed, 4 digits, 5 no letters.

    >>> [case_class(piece) for piece in ("iran", "Iran", "U", "UN", "iPhone", "1500", "%")]
    [0, 1, 1, 2, 3, 4, 5]
    """
    if piece.isdigit():
        return 4
    if not any(character.isalpha() for character in piece):
        return 5
    if piece.islower():
        return 0
    if piece.isupper():
        return 2 if len(piece) > 1 else 1
    return 1 if piece[0].isupper() and piece[1:].islower() else 3


class Wordpieces:
    """Splits words by a vocabulary; remembers the words it has split."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the pieces in the order of their ids."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, Pieces] = {}

    @classmethod
    def from_file(cls, path: Path) -> Wordpieces:
        """Read a ``vocab.txt``: a piece a line."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def split(self, word: str) -> Pieces:
        """Give a word's piece ids and their case classes; at least one of each."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[word] = self._split(word)
        return found

    def _split(self, word: str) -> Pieces:
        whole = self._ids.get(word.lower()) if word.isascii() and word.isalpha() else None
        if whole is not None:  # most words; what follows would find the same
            return (whole,), (case_class(word),)
        ids: list[int] = []
        cases: list[int] = []
        for plain, written in _parts(word[: 4 * _LONGEST_WORD]):
            for number, start, end in self._longest_first(plain):
                ids.append(number)
                cases.append(case_class(_original(written, start, end)))
        if not ids:
            return (UNKNOWN,), (case_class(word),)
        return tuple(ids[:_LONGEST_RUN]), tuple(cases[:_LONGEST_RUN])

    def _longest_first(self, plain: str) -> list[tuple[int, int, int]]:
        """Pieces of a normalized part: id, first character, character after the last."""
        if len(plain) > _LONGEST_WORD:
            return [(UNKNOWN, 0, len(plain))]
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < len(plain):
            end = len(plain)
            prefix = "##" if start else ""
            while end > start and prefix + plain[start:end] not in self._ids:
                end -= 1
            if end == start:
                return [(UNKNOWN, 0, len(plain))]
            found.append((self._ids[prefix + plain[start:end]], start, end))
            start = end
        return found


def _original(written: list[tuple[int, str]], start: int, end: int) -> str:
    """The characters as written behind normalized ones; one that gave several counts once."""
    return "".join(character for _, character in dict.fromkeys(written[start:end]))


def _parts(word: str) -> list[tuple[str, list[tuple[int, str]]]]:
    """Normalized parts of a word, each with the written character (and its place) behind every character."""
    parts: list[tuple[str, list[tuple[int, str]]]] = []
    plain: list[str] = []
    written: list[tuple[int, str]] = []

    def close() -> None:
        if plain:
            parts.append(("".join(plain), written.copy()))
            plain.clear()
            written.clear()

    for place, character in enumerate(word):
        if _is_control(character):
            continue
        for one in unicodedata.normalize("NFD", character.lower()):
            if unicodedata.category(one) == "Mn":
                continue
            if one.isspace():
                close()
                continue
            alone = _is_punctuation(one) or _is_chinese(one)
            if alone:
                close()
            plain.append(one)
            written.append((place, character))
            if alone:
                close()
    close()
    return parts


def _is_control(character: str) -> bool:
    return character in "\0\ufffd" or (
        unicodedata.category(character).startswith("C") and character not in "\t\n\r"
    )


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(character).startswith("P")


def _is_chinese(character: str) -> bool:
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )
