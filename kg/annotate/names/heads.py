"""What the head word of a name, or its longer form in the article, tells of the thing named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from itertools import pairwise

from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.nationalities import is_organization, is_region, place_subtype
from kg.annotate.names.titles import CORPORATE_ENDINGS, PLACE_NOUNS

__all__ = ["company_names", "head_word", "type_by_head"]

_NO_LANDS = frozenset(
    {"senate", "service", "exchange", "academy", "school", "club", "greens", "government", "sciences",
     "healthcare", "coalition", "comptroller", "newspaper", "energy", "motors", "airlines", "airways",
     "communications", "technologies", "systems", "industries", "holdings", "recorder", "society"}
)  # fmt: skip
"""Head words that make a supposed place a body."""

_HAPPENINGS = frozenset(
    {"war", "revolt", "revolution", "rebellion", "uprising", "mutiny", "massacre", "genocide", "battle",
     "siege", "olympics", "coup", "intifada"}
)  # fmt: skip
"""Head words of names of events."""

_MAKERS = frozenset({"motors", "motor", "airlines", "airways", "industries", "technologies"})
_COMPASS = frozenset({"North", "South", "East", "West", "Central"})


def company_names(votes: Mapping[str, Counter[str]], people: Set[str]) -> list[str]:
    """Names that the reader takes for a person's or a place's: well-known bodies, and the short name of a
    body that the article names in full ("Moss" beside "Moss Motors Co."), unless a person is called so.
    """
    bodies = {
        text.split()[0]
        for text in votes
        if len(text.split()) > 1 and text.split()[-1].casefold().rstrip(".") in CORPORATE_ENDINGS | _MAKERS
    }
    return sorted(
        name
        for name, counter in votes.items()
        if name not in people
        and counter["Person"] + counter["Place"]
        and (is_organization(name) or (name in bodies and not place_subtype(name) and not is_region(name)))
    )


def type_by_head(words: list[str], head: str, kind: str) -> str:
    """The type that a longer name's head word tells against the reader's ("Moss Bay"), or ""."""
    if len(words) < 2 or kind == "Event":
        return ""
    if head in _HAPPENINGS and not gender_of_forename(words[0]):
        return "Event"
    if kind == "Place" and head in _NO_LANDS:
        return "Organization"
    if kind != "Person" or gender_of_forename(words[0]):
        return ""
    if words[-1].casefold().rstrip(".") in CORPORATE_ENDINGS - {"sa", "se", "co", "ab", "ag"}:
        return "Organization"
    if place_subtype(words[-1], sure=True) == "Country":
        return "Organization"
    place = head in PLACE_NOUNS - {"park", "hill", "lane", "port", "city"}
    return "Place" if place or (words[-1] in _COMPASS and len(words) == 2) else ""


def head_word(words: list[str]) -> str:
    """The word that says what the thing is: the last, or the one before "of"."""
    for before, word in pairwise(words):
        if word in {"of", "for", "on", "against"}:
            return before.casefold()
    return words[-1].casefold().rstrip(".")
