"""Names of an article: what the reader marks, cleaned; typed by the evidence; and completed by what the article
itself shows (a name found once is a name wherever it is printed, an acronym in parentheses is a name).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.acronyms import Acronym, find_acronyms
from kg.annotate.name_cleaning import DATE_WORDS, KIND_WORDS, Range, clean, is_shouted
from kg.annotate.name_joining import dated_events, joined_names
from kg.annotate.name_types import reader_type, settle_types, subtype_of
from kg.annotate.nationalities import country_of, is_region, place_subtype
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.reading import Reading

__all__ = ["Explained", "Name", "find_names"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place. passage: position in ``Reading.passages`` (-1: byline or publisher, no tokens);
    start, end: its tokens; text: without title, article, possessive.
    """

    passage: int
    start: int
    end: int
    span: Span
    type: str
    subtype: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The article says that ``short`` stands for ``long``."""

    long: str
    short: str
    fits: bool
    pattern: str


class _Page:
    """The names of one passage while they are being found: no two overlap."""

    def __init__(self, doc: Doc, *, is_body: bool) -> None:
        self.doc = doc
        self.is_headline = is_shouted(doc) and (not is_body or all(token.text != "," for token in doc))
        self.ranges: dict[int, Range] = {}
        self.taken = bytearray(len(doc))

    def add(self, found: Range) -> None:
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


def find_names(reading: Reading) -> tuple[list[Name], list[Explained]]:
    """All names of an article in text order, and the short names that it explains."""
    pages = [_Page(passage.doc, is_body=passage.is_body) for passage in reading.passages]
    common = _common_words(pages)
    explained: list[Explained] = []
    for page in pages:
        _read(page, common)
    _drop_unsupported(pages)
    for page in pages:
        for pair in _acronyms(page):
            long, short = (page.doc[a:b].text for a, b in (pair.long, pair.short))
            explained.append(Explained(long, short, pair.fits, pair.pattern))
    _complete(pages, explained)
    for page in pages:
        for found in [*joined_names(page.doc, list(page)), *dated_events(page.doc)]:
            page.replace(found)
    authors = [span.of(reading.document.text) for span in reading.document.authors]
    types = settle_types([(page.doc, found) for page in pages for found in page], explained, authors)
    return _in_order(reading, pages, types), explained


def _read(page: _Page, common: frozenset[str]) -> None:
    for ent in page.doc.ents:
        kind = reader_type(ent.label_)
        if kind:
            for found in clean(page.doc, (ent.start, ent.end, kind)):
                if not _is_common(page.doc, found, common):
                    page.add(_extended(page.doc, found))


def _drop_unsupported(pages: Sequence[_Page]) -> None:
    """In lines Where All Words Have Capitals keep only names whose words other lines name too."""
    shouted = [page.is_headline for page in pages]
    named = {
        token.lower_
        for page, loud in zip(pages, shouted, strict=True)
        for start, end, _ in page
        if not loud
        for token in page.doc[start:end]
    }
    if all(shouted):
        return
    for page, loud in zip(pages, shouted, strict=True):
        if not loud or _only_names(page):
            continue
        for start, end, _ in list(page):
            tokens = page.doc[start:end]
            known = all(token.lower_ in named for token in tokens if len(token) > 3)
            if not known and not place_subtype(tokens.text, sure=True) and not country_of(tokens.text):
                page.drop(start)


def _only_names(page: _Page) -> bool:
    """Whether a line of capitals is no headline but a list of names."""
    return sum(t.is_title and len(t) > 3 and not page.taken[t.i] for t in page.doc) < 2


def _extended(doc: Doc, found: Range) -> Range:
    """Take in the surname that the reader left out, where the parse hangs it on the forename ("Theresa May")."""
    start, end, kind = found
    while kind == "Person" and end < len(doc) and end - start < 3:
        token = doc[end]
        linked = token.dep_ in {"flat", "flat:name"} and start <= token.head.i < end
        if not linked or token.pos_ != "PROPN" or token.ent_type_ or not token.text.istitle():
            break
        end += 1
    return start, end, kind


def _common_words(pages: Sequence[_Page]) -> frozenset[str]:
    """Words that the article prints small, and with a capital only where any word has one."""
    small: set[str] = set()
    capital: set[str] = set()
    for page in pages:
        shouted = is_shouted(page.doc)
        for token in page.doc:
            text = token.text
            if text.islower():
                small.add(text)
            elif not shouted and not token.is_sent_start and not text.isupper() and text[0].isupper():
                capital.add(token.lower_)
    return frozenset(small - capital)


def _is_common(doc: Doc, found: Range, common: frozenset[str]) -> bool:
    start, end, kind = found
    words = [token for token in doc[start:end] if token.is_alpha]
    if not words or kind == "Nationality" or any(word.text.isupper() and len(word) > 1 for word in words):
        return False
    text = doc[start:end].text
    if place_subtype(text, sure=True) or country_of(text) or is_region(text):
        return False
    known = sum(word.lower_ in common for word in words)
    return known == len(words) if len(words) < 3 else 2 * known > len(words) and is_shouted(doc)


def _acronyms(page: _Page) -> list[Acronym]:
    ends = {end: start for start, end, kind in page if kind == "Organization"}
    pairs = list(find_acronyms(page.doc, ends))
    for pair in pairs:
        kinds = [r[2] for r in page if r[0] <= pair.long[0] and pair.long[1] <= r[1]]
        kind = kinds[0] if kinds and kinds[0] in {"Place", "Event"} else "Organization"
        page.replace((*pair.long, kind))
        page.replace((*pair.short, kind))
    return pairs


def _complete(pages: Sequence[_Page], explained: Sequence[Explained]) -> None:
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
    if kind == "Person" and 1 < len(words) < 5 and words[-1].isalpha() and len(words[-1]) > 3 and (
        words[-1].casefold() not in KIND_WORDS
    ):
        yield words[-1:]


def _complete_page(page: _Page, known: dict[str, list[tuple[tuple[str, ...], str]]]) -> None:
    doc, taken = page.doc, page.taken
    shouted = is_shouted(doc)
    for token in doc:
        if taken[token.i] or not token.text[0].isupper() or token.lower_ in DATE_WORDS:
            continue
        for words, kind in known.get(token.text, ()):
            end = token.i + len(words)
            if _printed(doc, token.i, words) and (len(words) > 1 or not shouted) and _stands_alone(doc, token.i, end):
                page.add((token.i, end, kind))
                break
        if not taken[token.i] and token.pos_ == "PROPN" and not shouted:
            _add_listed(page, token.i)


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


def _add_listed(page: _Page, start: int) -> None:
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


def _in_order(reading: Reading, pages: Sequence[_Page], types: dict[tuple[str, str], str]) -> list[Name]:
    names: list[Name] = []
    for number, (page, passage) in enumerate(zip(pages, reading.passages, strict=True)):
        for start, end, kind in page:
            tokens = page.doc[start:end]
            settled = types.get((tokens.text, kind), kind)
            names.append(
                Name(number, start, end, passage.span(tokens), settled, subtype_of(tokens.text, settled), tokens.text)
            )
    names.extend(_outside(reading, names))
    return sorted(names, key=lambda name: name.span)


def _outside(reading: Reading, names: Sequence[Name]) -> Iterator[Name]:
    """Authors and publisher, where no passage read holds them."""
    document = reading.document
    rows = [(span, "Person") for span in document.authors]
    if document.publisher is not None:
        rows.append((document.publisher, "Organization"))
    for span, kind in rows:
        if any(span.overlaps(name.span) for name in names):
            continue
        text = span.of(document.text)
        subtype = "NewsMediaOrganization" if kind == "Organization" else ""
        yield Name(-1, -1, -1, span, kind, subtype, " ".join(text.split()))
