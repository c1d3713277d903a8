"""Names that readers tend to cut: "Communist Party" of "China", the "2016" Irish general "election"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.titles import ORGANIZATION_NOUNS, is_title_word
from kg.annotate.names.turned import is_turned_name
from kg.annotate.names.types import reader_type

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.names.cleaning import Range

__all__ = ["dated_events", "joined_names", "marked_names"]

_LOOSE = frozenset(
    {"government", "company", "police", "team", "forces", "force", "office", "post", "times", "news",
     "journal", "club", "station", "agency", "division", "unit"}
)  # fmt: skip
"""Organization nouns whose of-phrase is more often a description than a part of the name."""

_VOTES = frozenset(
    {"election", "elections", "referendum", "by-election", "primary", "primaries", "Olympics", "olympics"}
)
_MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
     "November", "December"}
)  # fmt: skip
_REACH = 7
_LONGEST_PERSON = 4
"""Words of a person's name that is put together of two."""


def marked_names(doc: Doc) -> Iterator[Range]:
    """Yield what the reader marks as names, the parts of one person's name in one.

    Where a line holds little else, readers take "Jeffrey" and "T Hodge" for two people, and so they do with
    "Hodge, Jeffrey", as address books and lists of senders have it between quotation marks.
    """
    waiting: Range | None = None
    for ent in doc.ents:
        found = ent.start, ent.end, reader_type(ent.label_)
        if waiting and (_are_one_person(doc, waiting, found) or _is_turned(doc, waiting, found)):
            waiting = waiting[0], ent.end, "Person"
            continue
        if waiting is not None:
            yield waiting
        waiting = found if found[2] else None
    if waiting is not None:
        yield waiting


def _are_one_person(doc: Doc, first: Range, second: Range) -> bool:
    if not first[2] == second[2] == "Person" or first[1] != second[0] or doc[first[1] - 1].whitespace_ != " ":
        return False
    start, end = first[0], second[1]
    words = [token.text for token in doc[start:end]]
    if end - start > _LONGEST_PERSON or len(set(words)) < len(words) or is_title_word(words[0]):
        return False
    begins = all(_is_forename(token.text) for token in doc[start : first[1]])
    return begins or (end - start == 2 and all(word.istitle() for word in words))


def _is_turned(doc: Doc, first: Range, second: Range) -> bool:
    commas = second[0] - first[1] == 1 and "Person" in (first[2], second[2])
    return commas and is_turned_name(doc, first[0], first[1], second[1])


def _is_forename(word: str) -> bool:
    return bool(gender_of_forename(word)) or (word[0].isupper() and len(word.rstrip(".")) == 1)


def joined_names(doc: Doc, found: Sequence[Range]) -> Iterator[Range]:
    """Yield "Liberal Party of Canada" where an organization and a place stand apart.

    Args:
        doc: parsed text.
        found: its names in text order, none overlapping.
    """
    starts = {start: (start, end, kind) for start, end, kind in found}
    for start, end, kind in found:
        if kind != "Organization" or end + 2 >= len(doc) or doc[end].text not in {"of", "for"}:
            continue
        noun = doc[end - 1]
        if noun.lower_ not in ORGANIZATION_NOUNS - _LOOSE or not noun.text[0].isupper():
            continue
        following = starts.get(end + 1) or (starts.get(end + 2) if doc[end + 1].text == "the" else None)
        if following is None:
            continue
        if following[2] == ("Place" if doc[end].text == "of" else "Organization"):
            yield start, following[1], kind


def dated_events(doc: Doc) -> Iterator[Range]:
    """Yield "2016 Irish general election": a vote named by its year."""
    for token in doc:
        if token.text not in _VOTES:
            continue
        for i in range(token.i - 1, max(token.i - _REACH, -1), -1):
            before = doc[i]
            if _is_year(before.text):
                month = i > 0 and doc[i - 1].text in _MONTHS
                if i < token.i - 1:
                    yield i - month, token.i + 1, "Event"
                break
            if before.text in _VOTES or before.lower_ == "re":
                break
            if before.pos_ not in {"PROPN", "ADJ", "NOUN"} and before.text not in {"-", "U.S.", "by"}:
                break


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in {"17", "18", "19", "20"}
