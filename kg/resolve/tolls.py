"""Deaths and arrests told as the toll of a protest, which articles count differently.

Two articles that count the dead, or the arrested, of one country's protests of one month speak of one event,
however they name those who suffered it. Without the protests around it they may not: a month of war or crime
holds many killings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Entity
from kg.resolve.names import normal
from kg.resolve.occurrences import Occurrence
from kg.resolve.wordlists import words

__all__ = ["toll_country"]

#: Types that protests take their toll in.
TOLL_TYPES = frozenset({"Killing", "Arrest"})
#: Those who make up the toll of a protest, whatever an article calls them.
THE_MANY = words(
    """
    people persons protesters protestors demonstrators civilians citizens victims men women marchers
    activists participants rioters individuals
    """
)
_OF = re.compile(r"\bof (?:the )?([^,]+)")


def toll_country(one: Occurrence, month: str, entities: Mapping[str, Entity]) -> str:
    """The country (normal form) of the protests that this event is the toll of, "" if it is no such toll.

    Args:
        one: an article's event.
        month: the month in which it lies ("2019-11").
        entities: IRI -> entity, for places and victims.
    """
    if one.type not in TOLL_TYPES or month not in one.unrest or one.name:
        return ""
    if any(entities[iri].type == "Person" for iri in one.patients) or not _is_of_many(one.label):
        return ""
    countries = {normal(entities[iri].name) for iri in one.places if entities[iri].subtype == "Country"}
    if len(countries) > 1 or len(countries) < len(one.places):
        return ""
    return min(countries, default=one.country)


def _is_of_many(label: str) -> bool:
    """Whether a label names nobody ("deaths") or people without distinction ("killing of protesters")."""
    found = _OF.search(label.casefold())
    return found is None or bool(THE_MANY & set(found[1].split()))
