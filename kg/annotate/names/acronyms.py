"""Short names that the text itself explains: "World Health Organization (WHO)", "the Party of Hope, or PH".

The initials are matched word by word from the right, after Schwartz and Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text" (2003), but by first letters only: stricter, since a
wrong pair joins two organizations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Acronym", "find_acronyms", "fits_initials", "is_acronym"]

_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "le", "du", "des", "del", "di", "da", "y",
     "et", "und", "für", "a", "an", "&", "against", "with", "at", "by", "-"}
)  # fmt: skip
_SEPARATORS = frozenset({"/", "-", "–", ",", ";", "or", "and", "|"})
_NO_ACRONYMS = frozenset(
    {"AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
     "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC",
     "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI",
     "WY", "AM", "PM", "TV", "CEO", "CFO", "COO", "MP", "MPS", "NYSE", "NASDAQ", "LSE", "AP", "AFP",
     "PTI", "ANI", "UK", "US", "USA", "EU", "R", "D", "I", "II", "III", "IV", "VI"}
)  # fmt: skip
"""Capitals in parentheses that explain nothing: places, stock exchanges, bylines, parties of members."""

_LONGEST = 10
_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Acronym:
    """Token ranges (end exclusive) of a long and a short name in one document.

    fits: the letters are the long name's initials; False where only the parentheses say so
    ("Kurdistan Workers' Party (PKK)"). pattern: ``parentheses``, ``reversed`` or ``or``.
    """

    long: tuple[int, int]
    short: tuple[int, int]
    fits: bool
    pattern: str


def is_acronym(text: str) -> bool:
    """Whether the word looks like a short name: mostly capitals, two to ten signs, no blank.

    >>> is_acronym("WHO"), is_acronym("UNHCR"), is_acronym("DoJ"), is_acronym("Paris"), is_acronym("A")
    (True, True, True, False, False)
    """
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return (
        2 <= len(text) <= _LONGEST
        and capitals >= 2
        and 2 * capitals > len(letters)
        and all(character.isalnum() or character in ".&-" for character in text)
        and text[0].isalpha()
    )


def fits_initials(long: str, short: str) -> bool:
    """Whether the letters of the short name are the initials of the long one, small words left out or in.

    >>> fits_initials("National Council of Resistance of Iran", "NCRI")
    True
    >>> fits_initials("Department of Justice", "DOJ"), fits_initials("World Bank", "IMF")
    (True, False)
    """
    words = [part for word in long.replace("-", " ").split() if (part := word.strip("'’\"“”().,"))]
    return _match(words, _letters(short)) == 0


def find_acronyms(doc: Doc, ends: Mapping[int, int]) -> Iterator[Acronym]:
    """Yield the pairs that a document explains, in text order.

    Args:
        doc: parsed text.
        ends: organizations known so far: token after the last -> first token. Needed for pairs whose letters
            do not fit; pairs that fit are found without.
    """
    for token in doc:
        if token.text == "(":
            yield from _in_parentheses(doc, token.i, ends)
        elif token.lower_ == "or" and token.i + 1 < len(doc) and is_acronym(doc[token.i + 1].text):
            yield from _after_or(doc, token.i)


def _in_parentheses(doc: Doc, opening: int, ends: Mapping[int, int]) -> Iterator[Acronym]:
    closing = next((t.i for t in doc[opening + 1 : opening + 2 + _WINDOW] if t.text == ")"), -1)
    if closing <= opening + 1:
        return
    pieces = _pieces(doc, opening + 1, closing)
    if pieces is None:
        yield from _reversed(doc, opening, closing)
        return
    before = opening - 1 if opening and doc[opening - 1].text in {'"', "”", "’", "'"} else opening
    long = None
    for i in pieces:
        if (start := _long_start(doc, before, doc[i].text)) >= 0:
            long = (start, before)
            yield Acronym(long, (i, i + 1), fits=True, pattern="parentheses")
    if long is None and before in ends and before - ends[before] > 1:
        long = (ends[before], before)
    if long is None:
        return
    for i in pieces:
        if not fits_initials(doc[long[0] : long[1]].text, doc[i].text) and len(doc[i]) >= 3:
            yield Acronym(long, (i, i + 1), fits=False, pattern="parentheses")


def _pieces(doc: Doc, start: int, end: int) -> list[int] | None:
    """The acronyms between the parentheses, or None where anything else stands there too."""
    pieces: list[int] = []
    for token in doc[start:end]:
        if is_acronym(token.text) and token.text not in _NO_ACRONYMS:
            pieces.append(token.i)
        elif token.lower_ not in _SEPARATORS and token.text not in {'"', "“", "”", "the", "'", "‘", "’"}:
            return None
    return pieces or None


def _reversed(doc: Doc, opening: int, closing: int) -> Iterator[Acronym]:
    if opening == 0 or not is_acronym(doc[opening - 1].text):
        return
    start = opening + 1 + (doc[opening + 1].lower_ == "the")
    if doc[start].text[0].isupper() and fits_initials(doc[start:closing].text, doc[opening - 1].text):
        yield Acronym((start, closing), (opening - 1, opening), fits=True, pattern="reversed")


def _after_or(doc: Doc, i: int) -> Iterator[Acronym]:
    before = i - 1 if i and doc[i - 1].text == "," else i
    start = _long_start(doc, before, doc[i + 1].text)
    if start >= 0:
        yield Acronym((start, before), (i + 1, i + 2), fits=True, pattern="or")


def _long_start(doc: Doc, end: int, short: str) -> int:
    """First token of the name before ``end`` whose initials are the short name's letters, or -1."""
    letters = _letters(short)
    first = max(0, end - len(letters) - 6)
    tokens = list(doc[first:end])
    words = [token.text.strip("'’\"“”.,") for token in tokens]
    kept = [number for number, word in enumerate(words) if word and word not in {"s", "S"}]
    at = _match([words[number] for number in kept], letters)
    if at < 0:
        return -1
    start = first + kept[at]
    if (
        not doc[start].text[0].isupper()
        or end - start < 2
        or doc[start].sent.start != doc[end - 1].sent.start
    ):
        return -1
    return start


def _letters(short: str) -> str:
    return "".join(character for character in short if character.isalpha()).casefold()


def _match(words: list[str], letters: str) -> int:
    """Number of the word where the match of all letters begins, -1 where there is none.

    Words count by their first letter and must be capitalized; small words may be left out or used.
    """
    if not letters:
        return len(words)
    if not words:
        return -1
    word, rest = words[-1], words[:-1]
    small = word.casefold() in _SMALL
    if small and (begin := _match(rest, letters)) >= 0:
        return begin
    if word[0].casefold() != letters[-1] or not (word[0].isupper() or (small and len(letters) > 1)):
        return -1
    begin = _match(rest, letters[:-1])
    return begin if len(letters) > 1 else len(rest)
