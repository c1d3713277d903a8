"""Further printings of an article's names, and the places that the reader missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.annotate.names.cleaning import DATE_WORDS, Range, is_shouted
from kg.annotate.names.nationalities import country_of, place_subtype
from kg.annotate.names.titles import KIND_WORDS, is_position, is_title_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["NamePage", "complete"]


_HEADING_WORDS = 4
_LONGEST_PERSON = 5
_SURE_TITLES = frozenset(
    {"president", "minister", "chancellor", "senator", "governor", "spokesman", "spokeswoman", "mayor",
     "ambassador", "professor", "justice", "congressman", "congresswoman", "mr", "mrs", "ms", "dr",
     "sen", "gov", "rep", "prof"}
)  # fmt: skip
"""Before a capitalized word these leave no doubt that a person's name follows."""


class NamePage:
    """The names of one passage while they are being found: no two overlap."""

    def __init__(self, doc: Doc, *, is_body: bool) -> None:
        self.doc = doc
        loud = is_shouted(doc) and (not is_body or all(token.text != "," for token in doc))
        self.is_headline = loud or (len(doc) < _HEADING_WORDS and doc[-1].text not in {".", "!", "?"})
        self.ranges: dict[int, Range] = {}
        self.taken = bytearray(len(doc))

    def add(self, found: Range) -> None:
        """Add a range, unless it overlaps one that is there."""
        start, end, _ = found
        if start < end and not any(self.taken[start:end]):
            self.ranges[start] = found
            self.taken[start:end] = b"\1" * (end - start)

    def replace(self, found: Range) -> None:
        """Add a range, dropping what lies within it or reaches into it."""
        start, end, _ = found
        for other in [r for r in self.ranges.values() if r[0] < end and start < r[1]]:
            self.drop(other[0])
        self.add(found)

    def drop(self, start: int) -> None:
        """Take out the range that begins at this token."""
        first, end, _ = self.ranges.pop(start)
        self.taken[first:end] = bytes(end - first)

    def __iter__(self) -> Iterator[Range]:
        return (self.ranges[start] for start in sorted(self.ranges))


def complete(pages: Sequence[NamePage]) -> None:
    """Mark further printings of the names found, and of countries and cities."""
    known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    seen: set[tuple[str, ...]] = set()
    for page in pages:
        for start, end, kind in page:
            for words in _printings(page.doc, start, end, kind):
                if words not in seen:
                    seen.add(words)
                    known.setdefault(words[0], []).append((words, kind))
    for rows in known.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    for page in pages:
        _complete_page(page, known)


def _printings(doc: Doc, start: int, end: int, kind: str) -> Iterator[tuple[str, ...]]:
    words = tuple(token.text for token in doc[start:end])
    if len(words) > 1 or (len(words[0]) > 2 and words[0][0].isupper()):
        yield words
    if (
        kind == "Person"
        and 1 < len(words) < 5
        and words[-1].isalpha()
        and len(words[-1]) > 3
        and (words[-1].casefold() not in KIND_WORDS)
    ):
        yield words[-1:]


def _complete_page(page: NamePage, known: dict[str, list[tuple[tuple[str, ...], str]]]) -> None:
    doc, taken = page.doc, page.taken
    shouted = is_shouted(doc)
    for token in doc:
        if (
            taken[token.i]
            or not token.text[0].isupper()
            or token.lower_ in DATE_WORDS
            or token.lower_ == "the"
        ):
            continue
        for words, kind in known.get(token.text, ()):
            end = token.i + len(words)
            if (
                _printed(doc, token.i, words)
                and (len(words) > 1 or not shouted)
                and _stands_alone(doc, token.i, end)
            ):
                page.add((token.i, end, kind))
                break
        if not taken[token.i] and token.pos_ == "PROPN" and not shouted:
            _add_listed(page, token.i)
            _add_titled(page, token.i)
            _add_initials(page, token.i)


def _printed(doc: Doc, start: int, words: tuple[str, ...]) -> bool:
    if start + len(words) > len(doc):
        return False
    return all(doc[start + offset].text == word for offset, word in enumerate(words))


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether no capitalized neighbour may belong to the name."""
    if end - start > 1:
        return True
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    return not any(
        token is not None and token.text[0].isupper() and token.pos_ == "PROPN" and not token.ent_type_
        for token in (before, after)
    )


def _add_listed(page: NamePage, start: int) -> None:
    """Add a country or big city that the reader missed."""
    doc = page.doc
    for length in (3, 2, 1):
        end = start + length
        if end > len(doc) or any(page.taken[start:end]) or not _stands_alone(doc, start, end):
            continue
        text = doc[start:end].text
        if place_subtype(text, sure=True):
            page.add((start, end, "Place"))
            return
        if length == 1 and country_of(text) and text[0].isupper():
            page.add((start, end, "Nationality"))


def _add_titled(page: NamePage, start: int) -> None:
    """Add a person whom the reader missed after a title ("Mr. Moss")."""
    doc = page.doc
    before = doc[start - 1] if start else None
    if before is not None and before.text == "General" and start > 1 and doc[start - 2].text == "Secretary":
        title = True
    else:
        title = before is not None and before.lower_.rstrip(".") in _SURE_TITLES and before.text[0].isupper()
    end = start
    while title and end < len(doc) and end - start < _LONGEST_PERSON and _is_name_part(page, end):
        end += 1
    if end > start and doc[end - 1].text != "-" and not is_title_word(doc[start].text):
        page.add((start, end, "Person"))


def _is_name_part(page: NamePage, i: int) -> bool:
    doc, token = page.doc, page.doc[i]
    if page.taken[i]:
        return False
    if doc[i - 1].text == "-" and not doc[i - 1].whitespace_:
        return token.is_alpha
    if token.text == "-":
        return not token.whitespace_ and not doc[i - 1].whitespace_ and i + 1 < len(doc)
    plain = token.pos_ == "PROPN" and token.text.istitle()
    return plain and token.lower_ not in KIND_WORDS and token.lower_ not in DATE_WORDS


def _add_initials(page: NamePage, start: int) -> None:
    """Add an organization of capitals that the reader missed before a title or a possessive."""
    doc = page.doc
    text = doc[start].text
    capitals = 2 < len(text) < 7 and text.isalpha() and text.isupper()
    if page.taken[start] or not capitals or start + 1 >= len(doc):
        return
    following = doc[start + 1]
    if following.text in {"'s", "’s"} or is_position(following.text):
        page.add((start, start + 1, "Organization"))
