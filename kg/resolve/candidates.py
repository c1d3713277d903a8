"""Blocking: which units are worth comparing, so that no article meets every other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.resolve.clusters import Clusters
from kg.resolve.compare import Context
from kg.resolve.names import is_generic, is_lone, surnames
from kg.resolve.units import Unit

__all__ = [
    "acronym_blocks",
    "body_words",
    "feature_blocks",
    "lone_blocks",
    "name_blocks",
    "surname_index",
    "untyped_blocks",
]

Blocks = dict[tuple[str, ...], list[int]]


def name_blocks(units: Sequence[Unit], contexts: Mapping[str, Context]) -> Blocks:
    """Units by type and full name; bodies that every country has also by the article's country.

    Lone persons and bare acronyms are left to their own rules.
    """
    blocks: Blocks = {}
    for number, unit in enumerate(units):
        if unit.is_lone or unit.is_bare_acronym:
            continue
        for form in unit.full:
            if unit.type == "Person" and is_lone(form):
                continue
            where: tuple[str, ...] = ()
            if unit.family == "Organization" and is_generic(form):
                where = (contexts[unit.document].country or unit.article,)
            blocks.setdefault((unit.family, form, *where), []).append(number)
    return _sorted(blocks)


def acronym_blocks(units: Sequence[Unit]) -> dict[str, tuple[list[int], list[int]]]:
    """By acronym: the units that spell it out beside it, and those that give it alone."""
    blocks: dict[str, tuple[list[int], list[int]]] = {}
    for number, unit in enumerate(units):
        if unit.family == "Organization":
            for acronym in sorted(unit.acronyms):
                blocks.setdefault(acronym, ([], []))[unit.is_bare_acronym].append(number)
    return dict(sorted(blocks.items()))


def untyped_blocks(units: Sequence[Unit]) -> dict[int, list[int]]:
    """For each unit of type Other the typed units that share a full name or acronym with it."""
    typed: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        if unit.type != "Other" and not unit.is_lone and not unit.is_generic:
            for form in {*unit.full, *unit.acronyms}:
                typed.setdefault(form, []).append(number)
    return {
        number: found
        for number, unit in enumerate(units)
        if unit.type == "Other" and (found := sorted({n for form in unit.full for n in typed.get(form, ())}))
    }


def surname_index(
    units: Sequence[Unit], clusters: Clusters, numbers: Sequence[int], *, said: bool
) -> dict[str, list[int]]:
    """The sets of persons with full names, by each way to call them by one name.

    Ways are the surname and, within one article (``said``), a lone name that its chain uses for the person.
    """
    found: dict[str, set[int]] = {}
    for number in numbers:
        unit = units[number]
        if unit.type == "Person" and not unit.is_lone:
            for way in {*_surnames(unit), *(unit.lone_forms if said else ())}:
                found.setdefault(way, set()).add(clusters.root(number))
    return {way: sorted(roots) for way, roots in found.items()}


def _surnames(unit: Unit) -> frozenset[str]:
    return frozenset(way for form in unit.full for way in surnames(form))


def body_words(units: Sequence[Unit]) -> frozenset[str]:
    """Words that also call a body or place of the corpus: its name, or the first word of it ("Ford")."""
    forms = {form for unit in units if unit.type not in ("Person", "Other") for form in unit.full}
    return frozenset(forms | {form.split(" ")[0] for form in forms if not is_generic(form.split(" ")[0])})


def lone_blocks(units: Sequence[Unit], numbers: Sequence[int]) -> dict[str, list[int]]:
    """Persons known by one name, by that name."""
    blocks: dict[str, list[int]] = {}
    for number in numbers:
        for form in units[number].full:
            blocks.setdefault(form, []).append(number)
    return dict(sorted(blocks.items()))


def feature_blocks(
    numbers: Sequence[int], units: Sequence[Unit], contexts: Mapping[str, Context]
) -> list[list[int]]:
    """The units of one block by what their articles speak of beside: features first, then the country."""
    features: dict[str, list[int]] = {}
    countries: dict[str, list[int]] = {}
    for number in numbers:
        context = contexts[units[number].document]
        for feature in context.features:
            features.setdefault(feature, []).append(number)
        if context.country:
            countries.setdefault(context.country, []).append(number)
    blocks = [members for _, members in sorted(features.items()) if len(members) > 1]
    return blocks + [members for _, members in sorted(countries.items()) if len(members) > 1]


def _sorted(blocks: Blocks) -> Blocks:
    return dict(sorted(blocks.items()))
