"""Names of an article: what the reader marks, cleaned; typed by the evidence; and completed by what the
article itself shows (an acronym in parentheses is a name, what is a name once is one wherever printed).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.annotate.names.acronyms import Acronym, find_acronyms
from kg.annotate.names.cleaning import Range, clean, is_shouted
from kg.annotate.names.everyday import is_everyday
from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.joining import dated_events, joined_names, marked_names
from kg.annotate.names.nationalities import country_of, is_region, place_subtype
from kg.annotate.names.pages import NamePage, complete
from kg.annotate.names.possessives import keep_possessives
from kg.annotate.names.titles import is_title_word
from kg.annotate.names.types import settle_types, subtype_of
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.annotate.reading import Reading

__all__ = ["Explained", "Name", "find_names"]


_LONG_NAME = 3
"""Words of a person's name to which no more are added."""


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
class _Usage:
    """Words of an article (lower case): ``common`` ones it prints small, and with a capital only where any
    word has one; ``capital`` ones have one in the middle of a sentence, ``often`` ones twice.
    """

    common: frozenset[str]
    capital: frozenset[str]
    often: frozenset[str]


@dataclass(frozen=True, slots=True)
class Explained:
    """The article says that ``short`` stands for ``long``."""

    long: str
    short: str
    fits: bool
    pattern: str


def find_names(reading: Reading) -> tuple[list[Name], list[Explained]]:
    """All names of an article in text order, and the short names that it explains."""
    pages = [NamePage(passage.doc, is_body=passage.is_body) for passage in reading.passages]
    usage = _usage(pages)
    explained: list[Explained] = []
    for page in pages:
        _read(page, usage)
    _drop_unsupported(pages)
    keep_possessives(pages)
    for page in pages:
        for pair in _acronyms(page):
            long, short = (page.doc[a:b].text for a, b in (pair.long, pair.short))
            explained.append(Explained(long, short, pair.fits, pair.pattern))
    complete(pages)
    for page in pages:
        for found in [*joined_names(page.doc, list(page)), *dated_events(page.doc)]:
            page.replace(found)
    authors = [span.of(reading.document.text) for span in reading.document.authors]
    types = settle_types([(page.doc, found) for page in pages for found in page], explained, authors)
    return _in_order(reading, pages, types), explained


def _read(page: NamePage, usage: _Usage) -> None:
    for marked in marked_names(page.doc):
        for found in clean(page.doc, marked):
            if not _is_common(page.doc, found, usage):
                page.add(_extended(page.doc, found))


def _drop_unsupported(pages: Sequence[NamePage]) -> None:
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
        for start, end, kind in list(page):
            tokens = page.doc[start:end]
            known = all(token.lower_ in named for token in tokens if len(token) > 3)
            if not known and not place_subtype(tokens.text, sure=True) and not country_of(tokens.text):
                page.drop(start)
                length = next((n for n, token in enumerate(tokens) if token.lower_ not in named), 0)
                page.add((start, start + length, kind))


def _only_names(page: NamePage) -> bool:
    """Whether a line of capitals is no headline but a list of names."""
    return sum(t.is_title and len(t) > 3 and not page.taken[t.i] for t in page.doc) < 2


def _extended(doc: Doc, found: Range) -> Range:
    """Take in what the reader left out: "South" before "Korean", a surname after or a forename before."""
    start, end, kind = found
    if kind in {"Nationality", "Place"}:
        return _listed(doc, found)
    if kind != "Person":
        return found
    if _has_hyphen_part(doc, end):
        end += 2
    while end < len(doc) and end - start < _LONG_NAME and _continues(doc[end], start, end):
        end += 1
    if start and _is_forename_before(doc, start):
        start -= 1
    return start, end, kind


def _has_hyphen_part(doc: Doc, end: int) -> bool:
    """Whether the last word goes on after a hyphen ("Park Geun" + "-hye")."""
    tight = (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
    )
    return tight and doc[end + 1].pos_ == "PROPN" and not doc[end + 1].ent_type_


def _listed(doc: Doc, found: Range) -> Range:
    """The longer name in the lists that the found one is a part of ("South Korean", "British Columbia")."""
    start, end, kind = found
    if (
        start
        and kind == "Nationality"
        and doc[start - 1].text[0].isupper()
        and doc[start - 1].lower_ != "the"
        and country_of(doc[start - 1 : end].text)
    ):
        return start - 1, end, kind
    for longer in (end + 2, end + 1):
        text = doc[start:longer].text
        if (
            longer <= len(doc)
            and doc[longer - 1].text[0].isupper()
            and (is_region(text) or place_subtype(text))
        ):
            return start, longer, "Place"
    return found


def _continues(token: Token, start: int, end: int) -> bool:
    linked = token.dep_ in {"flat", "flat:name"} and start <= token.head.i < end
    return linked and token.pos_ == "PROPN" and not token.ent_type_ and token.text.istitle()


def _is_forename_before(doc: Doc, start: int) -> bool:
    """Whether a forename or an initial stands before the name ("Steven" before "M. Stone")."""
    before, first = doc[start - 1], doc[start]
    if (
        before.pos_ != "PROPN"
        or before.ent_type_
        or not before.text[0].isupper()
        or is_title_word(before.text)
    ):
        return False
    return _is_initial(before) or (_is_initial(first) and before.text.istitle() and before.is_alpha)


def _is_initial(token: Token) -> bool:
    return len(token) == 2 and token.text[0].isupper() and token.text[1] == "."


def _usage(pages: Sequence[NamePage]) -> _Usage:
    small: set[str] = set()
    capital: Counter[str] = Counter()
    for page in pages:
        shouted = is_shouted(page.doc)
        for token in page.doc:
            text = token.text
            if text.islower():
                small.add(text)
            elif not shouted and not _may_begin(token) and not text.isupper() and text[0].isupper():
                capital[token.lower_] += 1
    often = frozenset(word for word, count in capital.items() if count > 1)
    return _Usage(frozenset(small - capital.keys()), frozenset(capital), often)


def _is_common(doc: Doc, found: Range, usage: _Usage) -> bool:
    start, end, kind = found
    words = [token for token in doc[start:end] if token.is_alpha]
    if (
        not words
        or kind == "Nationality"
        or gender_of_forename(words[0].text)
        or any(word.text.isupper() and len(word) > 1 for word in words)
    ):
        return False
    text = doc[start:end].text
    if place_subtype(text, sure=True) or country_of(text) or is_region(text):
        return False
    if end - start == 1 and doc[start].pos_ not in {"PROPN", "X", "NOUN"} and doc[start].is_sent_start:
        return True
    needed = usage.capital if kind == "Organization" else usage.often
    if end - start == 1 and is_everyday(text) and words[0].lower_ not in needed:
        return True
    known = sum(word.lower_ in usage.common for word in words)
    return known == len(words) if len(words) < 3 else 2 * known > len(words) and is_shouted(doc)


def _may_begin(token: Token) -> bool:
    """Whether any word would have a capital here: after a stop, a colon, a quotation mark, a bullet."""
    return bool(token.is_sent_start) or not token.doc[token.i - 1].text[-1].isalnum()


def _acronyms(page: NamePage) -> list[Acronym]:
    ends = {end: start for start, end, kind in page if kind == "Organization"}
    pairs: list[Acronym] = []
    for pair in find_acronyms(page.doc, ends):
        start, end = pair.long
        meeting = [r for r in page if r[0] < end and start < r[1]]
        kind = next(
            (r[2] for r in meeting if r[0] <= start and r[1] >= end and r[2] != "Person"), "Organization"
        )
        start = min([start, *(r[0] for r in meeting if r[2] == "Organization")])
        page.replace((start, end, kind))
        page.replace((*pair.short, kind))
        pairs.append(replace(pair, long=(start, end)))
    return pairs


def _in_order(reading: Reading, pages: Sequence[NamePage], types: dict[tuple[str, str], str]) -> list[Name]:
    names: list[Name] = []
    for number, (page, passage) in enumerate(zip(pages, reading.passages, strict=True)):
        for start, end, kind in page:
            tokens = page.doc[start:end]
            settled = types.get((tokens.text, kind), kind)
            names.append(
                Name(
                    number,
                    start,
                    end,
                    passage.span(tokens),
                    settled,
                    subtype_of(tokens.text, settled),
                    tokens.text,
                )
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
