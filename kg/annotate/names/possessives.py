"""Names that end in an apostrophe and s: "Moody's said", unlike "Iran's leader said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.annotate.names.nationalities import country_of, is_region, place_subtype

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.names.cleaning import Range
    from kg.annotate.names.pages import NamePage

__all__ = ["keep_possessives"]

_MARKS = frozenset({"'s", "’s"})
_OWNERS = frozenset({"nmod:poss", "poss"})
_OF = frozenset({"of"})
_OWN = frozenset({"own"})


def keep_possessives(pages: Sequence[NamePage]) -> None:
    """Take the ending into names of which it is a part, everywhere where it stands behind them.

    It is a part where the name owns nothing there. Persons are left out ("the house was Kelly's"), and
    places that are listed.

    Args:
        pages: the names found so far; are changed.
    """
    whole = {
        page.doc[found[0] : found[1]].text for page in pages for found in page if _owns_none(page.doc, found)
    }
    for page in pages:
        for start, end, kind in list(page):
            text = page.doc[start:end].text
            if text in whole and kind != "Person" and end < len(page.doc) and page.doc[end].text in _MARKS:
                page.replace((start, end + 1, kind))


def _owns_none(doc: Doc, found: Range) -> bool:
    start, end, kind = found
    if kind not in {"Organization", "Place"} or end >= len(doc) or doc[end].text not in _MARKS:
        return False
    name = doc[start:end]
    if country_of(name.text) or is_region(name.text) or place_subtype(name.text, sure=True):
        return False
    mark, root = doc[end], name.root
    after = doc[end + 1] if end + 1 < len(doc) else None
    goes_on = after is not None and (after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or after.lower_ in _OWN)
    of = any(child.lower_ in _OF for child in root.children if child.i < start)
    return mark.tag_ == "POS" and root.dep_ not in _OWNERS and not goes_on and not of
