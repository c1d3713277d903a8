"""Entities: sets of units with a canonical name, aliases and an IRI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.ledger import Ledger
from kg.model import Entity
from kg.resolve.clusters import Clusters
from kg.resolve.compare import Context
from kg.resolve.known import Named, assign_iris
from kg.resolve.names import acronyms_in, is_lone, normal_form, quiet
from kg.resolve.units import ENTITY_TYPES, Unit

__all__ = ["NamedEntities", "canonical_name", "named_entities"]

#: A form is in common use when it is printed at least this share as often as the most frequent one.
COMMON_SHARE = 0.2
_CURLY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class NamedEntities:
    """The named entities, the entity of each mention, and that of each unit (by its order)."""

    entities: tuple[Entity, ...]
    chains: dict[tuple[str, str], str] = field(default_factory=dict)
    by_unit: dict[tuple[str, int, int, str, str], str] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)


def named_entities(clusters: Clusters, contexts: Mapping[str, Context], ledger: Ledger) -> NamedEntities:
    """Name and mint every set of units."""
    sets = [[clusters.units[number] for number in members] for members in clusters.sets()]
    named = [_named(units, contexts) for units in sets]
    iris, replaced = assign_iris(named, ledger)
    entities = [_entity(iri, one, units) for iri, one, units in zip(iris, named, sets, strict=True)]
    return NamedEntities(
        entities=tuple(entities),
        chains={key: entity.iri for entity in entities for key in entity.mentions},
        by_unit={unit.order: iri for iri, units in zip(iris, sets, strict=True) for unit in units},
        replaced=replaced,
    )


def _named(units: Sequence[Unit], contexts: Mapping[str, Context]) -> Named:
    type_name = _type(units)
    name = canonical_name([name for unit in units for name in unit.names], type_name)
    if type_name == "Person":
        name = quiet(name)
    articles: dict[str, set[str]] = {}
    for unit in units:
        for printed_name in unit.names:
            articles.setdefault(normal_form(printed_name, type_name), set()).add(unit.article)
    first = units[0]
    return Named(
        type=type_name,
        name=name,
        form=normal_form(name, type_name),
        forms=frozenset(articles),
        articles={form: frozenset(found) for form, found in articles.items()},
        first=f"{first.article}_{first.start}",
        country=contexts[first.document].country or first.article,
        weight=sum(len(unit.names) for unit in units),
    )


def _entity(iri: str, one: Named, units: Sequence[Unit]) -> Entity:
    mentions = {(unit.document, mention.id) for unit in units for mention in unit.mentions}
    return Entity(
        iri=iri,
        type=one.type,
        subtype=_subtype(units, one.type),
        name=one.name,
        aliases=_aliases(one.name, (name for unit in units for name in unit.names)),
        mentions=tuple(sorted(mentions)),
    )


def _type(units: Sequence[Unit]) -> str:
    """The type of most mentions; a body if anybody calls it so, "Other" only if all do."""
    counted: Counter[str] = Counter()
    for unit in units:
        counted[unit.type] += max(1, len(unit.mentions))
    types = [name for name in ENTITY_TYPES if counted[name] and name != "Other"] or ["Other"]
    return "Organization" if set(types) == {"Organization", "Group"} else max(types, key=lambda t: counted[t])


def _subtype(units: Sequence[Unit], type_name: str) -> str:
    counted = Counter(unit.subtype for unit in units if unit.subtype and unit.type == type_name)
    return min(counted, key=lambda subtype: (-counted[subtype], subtype), default="")


def canonical_name(names: Iterable[str], type_name: str) -> str:
    """The name to show: a person's most frequent full name, else the longest of the forms in common use.

    Forms in capitals throughout (headlines) and acronyms stand back; equal forms go by frequency.

    >>> canonical_name(["Rajavi", "Rajavi", "Maryam Rajavi"], "Person")
    'Maryam Rajavi'
    >>> canonical_name(["MEK", "MEK", "People’s Mojahedin", "MEK"], "Organization")
    'People’s Mojahedin'
    """
    spellings: dict[str, Counter[str]] = {}
    for name in names:
        spellings.setdefault(normal_form(name, type_name), Counter())[name] += 1
    full = [form for form, found in spellings.items() if _is_full(form, found, type_name)] or list(spellings)
    counts = {form: spellings[form].total() for form in full}
    if type_name == "Person":
        best = min(full, key=lambda form: (-counts[form], -len(form.split(" ")), -len(form), form))
    else:
        common = [form for form in full if counts[form] >= COMMON_SHARE * max(counts.values())]
        best = min(common, key=lambda form: (-len(form.split(" ")), -counts[form], -len(form), form))
    found = spellings[best]
    return min(
        found, key=lambda name: (name.isupper() and not acronyms_in(name), -found[name], len(name), name)
    )


def _is_full(form: str, found: Counter[str], type_name: str) -> bool:
    if type_name == "Person":
        return not is_lone(form)
    return not any(acronyms_in(name) for name in found)


def _aliases(canonical: str, names: Iterable[str]) -> tuple[str, ...]:
    """The other printed forms, and each with straight apostrophes where curly ones are printed."""
    forms = {canonical, *names}
    forms |= {name.translate(_CURLY) for name in forms}
    return tuple(sorted(forms - {canonical}))
