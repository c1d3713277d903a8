"""Which adjective means which country; which names are countries and cities.

The tables (``data/countries.tsv``, ``peoples.txt``, ``cities.txt``) hold the members of the United Nations,
a few other countries and territories, peoples and faiths, and big cities.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

__all__ = [
    "country_name",
    "country_of",
    "is_city",
    "is_country",
    "is_organization",
    "is_people",
    "is_region",
    "place_subtype",
]

_SHORT = frozenset(
    {"US", "UK", "UAE", "PRC", "DRC", "CAR", "PNG", "KSA", "NYC", "BiH", "DPRK", "USA", "USSR"}
)
"""Names that mean a place only when printed so: "us", "car" are words."""

_AMBIGUOUS = frozenset(
    {"nice", "male", "victoria", "florence", "phoenix", "georgetown", "chad", "jordan", "santiago"}
)
"""Places that are names of people or words as often: never taken for a place without the reader's word."""


def country_of(demonym: str) -> str:
    """The country that an adjective or noun of people names, or "".

    >>> country_of("Colombian"), country_of("Dutchman"), country_of("Kurdish")
    ('Colombia', 'Netherlands', '')
    """
    return _demonyms().get(_key(demonym), "")


def is_people(demonym: str) -> bool:
    """Whether the word names a people, faith or region ("Kurdish", "Muslims") of no single country."""
    return _key(demonym) in _peoples()


def country_name(place: str) -> str:
    """The usual name of a country, whichever of its names is given, or "".

    >>> country_name("U.S."), country_name("Holland"), country_name("Paris")
    ('United States', 'Netherlands', '')
    """
    return _countries().get(_key(place), "")


def is_country(place: str) -> bool:
    """Whether the name is a country's."""
    return _key(place) in _countries()


def is_city(place: str) -> bool:
    """Whether the name is a capital's or another big city's."""
    return _key(place) in _cities()


def is_region(place: str) -> bool:
    """Whether the name is a continent's, or a well-known state's, province's or region's."""
    return _key(place) in _regions()


def is_organization(name: str) -> bool:
    """Whether the name is a well-known company's, party's or body's."""
    return name in _organizations()


def place_subtype(place: str, *, sure: bool = False) -> str:
    """``Country``, ``City`` or "".

    Args:
        place: a name.
        sure: leave out names that are as often something else ("Nice", "Jordan", "Victoria").
    """
    key = _key(place)
    if sure and key in _AMBIGUOUS:
        return ""
    if key in _countries():
        return "Country"
    return "City" if key in _cities() else ""


def _key(name: str) -> str:
    if name in _SHORT or name == "CAR":
        return name
    key = name.replace("’", "'").casefold()
    return key.removeprefix("the ") if len(key) > 6 else key


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("\t")) for line in _lines("countries.tsv"))


@cache
def _demonyms() -> dict[str, str]:
    return {_key(word): row[0] for row in _rows() for word in row[1].split("|") if word}


@cache
def _countries() -> dict[str, str]:
    return {_key(name): row[0] for row in _rows() for name in (row[0], *row[2].split("|")) if name}


@cache
def _peoples() -> frozenset[str]:
    return frozenset(_key(word) for line in _lines("peoples.txt") for word in line.split("|"))


@cache
def _regions() -> frozenset[str]:
    return frozenset(_key(line) for line in _lines("regions.txt"))


@cache
def _organizations() -> frozenset[str]:
    return frozenset(name for line in _lines("organizations.txt") for name in line.split("|"))


@cache
def _cities() -> frozenset[str]:
    capitals = [row[3] for row in _rows() if len(row) > 3 and row[3]]
    others = [name for line in _lines("cities.txt") for name in line.split("|")]
    return frozenset(_key(name) for name in (*capitals, *others))


def _lines(file: str) -> Iterator[str]:
    text = (resources.files("kg.annotate.names") / "data" / file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
