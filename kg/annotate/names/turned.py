"""Names as address books and lists of senders write them: "Hodge, Jeffrey"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_turned_name"]

_LONGEST_FORENAMES = 2


def is_turned_name(doc: Doc, start: int, comma: int, end: int) -> bool:
    """Whether tokens are surname, comma and forenames, with nothing else in the quotation marks.

    Without the marks these may as well be two people of a list.
    """
    if doc[comma].text != "," or not 0 < start < end < len(doc):
        return False
    short = comma - start == 1 and end - comma - 1 <= _LONGEST_FORENAMES
    surname = doc[start].text
    capital = surname[0].isupper() and surname[1:2].islower()
    return short and capital and doc[start - 1].is_quote and doc[end].is_quote
