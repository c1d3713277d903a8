"""Two names that a reader took for one: "Harbor City Mayor Ingrid Moss", "Ingrid Moss - Analyst"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.nationalities import country_of, is_city, is_country, is_people, is_region
from kg.annotate.names.titles import KIND_WORDS, is_position

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.names.cleaning import Range

__all__ = ["owner_kind", "unglued"]

_OFFICES = frozenset(
    {"mayor", "president", "governor", "gov", "senator", "sen", "congressman", "congresswoman", "minister",
     "chancellor", "commissioner", "justice", "chairman", "chairwoman", "spokesman", "spokeswoman",
     "secretary", "ambassador", "premier", "director", "attorney", "sheriff", "councilman",
     "councilwoman", "rep", "gen", "col", "capt"}
)  # fmt: skip
"""Titles after which a name within a longer one is a person's."""

_PARTISANS = frozenset(
    {"Republican", "Democrat", "Democratic", "Liberal", "Conservative", "Labour", "Labor", "Green",
     "Libertarian", "Socialist", "Independent"}
)  # fmt: skip
"""What politicians are called right before their names."""

_NAME_PARTS = frozenset({".", "-", "’", "'"})
_LONGEST_PERSON = 4
_SHORTEST_FULL_NAME = 2


def unglued(doc: Doc, found: Range) -> list[Range]:
    """Split a range that holds a person's name and what stands beside it; else give it back alone.

    Args:
        doc: the text.
        found: a range of it marked as one name.
    """
    start, end, kind = found
    governed = start > 1 and doc[start - 1].text == "of" and is_position(doc[start - 2].text)
    for i in range(start + 1, end - 1) if governed else ():
        if _is_land(doc[start:i].text) and _looks_full(doc, i, end) and not _is_land(doc[i:end].text):
            return [(start, i, "Place"), (i, end, "Person")]
    if kind == "Person":
        return _at_hyphen(doc, found)
    if doc[start].text in {"New", "Poor", "Young"} and _is_full_name(doc, start + 1, end):
        return [(start + 1, end, "Person")]
    if end - start > 1 and _is_bare_office(doc, start, end):
        return [(start, end - 1, owner_kind(doc[start : end - 1].text))]
    for i in range(start + 1, end - 1):
        if _is_office(doc, i, end):
            return [(start, i, owner_kind(doc[start:i].text)), (i + 1, end, "Person")]
    for i in range(start + 1, end - 1):
        left = doc[start:i].text
        if (_is_land(left) or left in _PARTISANS) and _is_full_name(doc, i, end):
            return [(start, i, owner_kind(left)), (i, end, "Person")]
    return [found]


def _at_hyphen(doc: Doc, found: Range) -> list[Range]:
    """Cut "Ingrid Moss - Analyst" and "Moss - Ingrid Vale" at the hyphen that stands apart."""
    start, end, kind = found
    for i in range(start + 1, end - 1):
        apart = doc[i].text in {"-", "–", "—"} and doc[i].whitespace_ and doc[i - 1].whitespace_
        if not apart:
            continue
        if is_position(doc[i + 1].text) or is_position(doc[end - 1].text):
            return [(start, i, kind)]
        if i - start >= _SHORTEST_FULL_NAME and end - i > _SHORTEST_FULL_NAME:
            return [(start, i, kind), (i + 1, end, kind)]
    return [found]


def _is_office(doc: Doc, i: int, end: int) -> bool:
    """Whether token i is a title and all that follows a person's full name."""
    title = doc[i].lower_.rstrip(".") in _OFFICES and doc[i].text[0].isupper()
    first = i + 2 if doc[i + 1].text == "." else i + 1
    return title and (_is_full_name(doc, first, end) or _looks_full(doc, first, end))


def _is_bare_office(doc: Doc, start: int, end: int) -> bool:
    """Whether the range ends in the office that somebody holds there ("Harbor City Comptroller")."""
    last = doc[end - 1].lower_.rstrip(".").removesuffix("s")
    linked = any(token.lower_ in {"of", "for"} for token in doc[start:end])
    return not linked and last in _OFFICES - {"justice", "attorney", "director", "secretary", "col"} | {
        "comptroller"
    }


def _is_full_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens are a known forename, that is no place, and one or two more names."""
    if not _looks_full(doc, start, end):
        return False
    forename = doc[start].text
    return bool(gender_of_forename(forename)) and not _is_land(forename)


def _looks_full(doc: Doc, start: int, end: int) -> bool:
    words = [token for token in doc[start:end] if token.text not in _NAME_PARTS]
    return _SHORTEST_FULL_NAME <= len(words) <= _LONGEST_PERSON and all(
        word.text[0].isupper() and word.lower_ not in KIND_WORDS and not is_position(word.text)
        for word in words
    )


def _is_land(text: str) -> bool:
    return is_country(text) or is_city(text) or is_region(text)


def owner_kind(text: str) -> str:
    """The type of what stands before a title: a place, a nationality, else an organization.

    >>> owner_kind("Canada"), owner_kind("Canadian"), owner_kind("Harbor Police")
    ('Place', 'Nationality', 'Organization')
    """
    if _is_land(text):
        return "Place"
    return "Nationality" if country_of(text) or is_people(text) else "Organization"
