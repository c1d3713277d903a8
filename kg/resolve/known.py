"""IRIs of entities: those that the ledger gave before, new ones for the rest, redirects for merged ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from kg.identifiers import entity_iri
from kg.ledger import KnownEntity, Ledger
from kg.resolve.names import acronyms_in, is_generic, is_lone, normal_form
from kg.resolve.wordlists import COMMON_SURNAMES

__all__ = ["Named", "assign_iris"]

#: How a known entity was recognized, the surest first.
BY_PLACE, BY_NAME, BY_OLD_NAME, BY_ALIAS = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Named:
    """A set of units as far as its IRI depends on it.

    forms: normal forms of all its names, articles: keys of its articles by such form. first: article key and
    offsets of its first mention, which tells namesakes apart. country: tells bodies that every country has.
    """

    type: str
    name: str
    form: str
    forms: frozenset[str]
    articles: dict[str, frozenset[str]]
    first: str
    country: str
    weight: int

    @property
    def family(self) -> str:
        """The type as far as identity goes."""
        return _family(self.type)

    @property
    def is_weak(self) -> bool:
        """Whether the name alone does not tell who it is."""
        if self.type == "Person":
            return is_lone(self.form) and not set(self.form.split(" ")).isdisjoint(COMMON_SURNAMES)
        return self.is_generic

    @property
    def is_generic(self) -> bool:
        """Whether it is called by a name that fits a body in every country."""
        return self.family == "Organization" and is_generic(self.form)


def _family(type_name: str) -> str:
    return "Organization" if type_name == "Group" else type_name


def assign_iris(sets: Sequence[Named], ledger: Ledger) -> tuple[list[str], dict[str, str]]:
    """An IRI for each set, in their order, and the IRIs of the ledger that others now stand for."""
    matches = _matches(sets, ledger)
    iris: dict[int, str] = {}
    given: set[str] = set()
    for _, _, number, iri in matches:
        if number not in iris and iri not in given:
            iris[number] = iri
            given.add(iri)
    _mint(sets, ledger, iris, given)
    replaced: dict[str, str] = {}
    for level, _, number, iri in matches:
        if iri not in given and level != BY_ALIAS:
            replaced.setdefault(iri, iris[number])
    return [iris[number] for number in range(len(sets))], replaced


def _matches(sets: Sequence[Named], ledger: Ledger) -> list[tuple[int, int, int, str]]:
    """(level, minus shared articles, set, IRI) of every likely pair, the best first."""
    by_name, by_alias = _ledger_index(ledger)
    found: list[tuple[int, int, int, str]] = []
    for number, one in enumerate(sets):
        seen: set[str] = set()
        for level, known in _recognized(one, by_name, by_alias):
            shared = len(known.articles & _articles_with(one, known))
            if known.iri in seen or not _compatible(one, known, level, shared):
                continue
            seen.add(known.iri)
            own = BY_PLACE if known.iri == entity_iri(one.name, one.first) else level
            found.append((own, -shared, number, known.iri))
    weights = [(-one.weight, one.first) for one in sets]
    return sorted(found, key=lambda match: (match[0], match[1], weights[match[2]], match[2], match[3]))


def _recognized(
    one: Named, by_name: dict[str, list[KnownEntity]], by_alias: dict[str, list[KnownEntity]]
) -> Iterable[tuple[int, KnownEntity]]:
    for known in by_name.get(one.form, ()):
        yield BY_NAME, known
    for form in sorted(one.forms):
        for known in by_name.get(form, ()):
            yield BY_OLD_NAME, known
    for known in by_alias.get(one.form, ()):
        yield BY_ALIAS, known


def _articles_with(one: Named, known: KnownEntity) -> frozenset[str]:
    """The set's articles that print the known entity's name or one of its aliases."""
    names = (known.name, *known.aliases)
    return frozenset[str]().union(*(one.articles.get(normal_form(name, one.type), ()) for name in names))


def _compatible(one: Named, known: KnownEntity, level: int, shared: int) -> bool:
    family = _family(known.type)
    if family != one.family and "Other" not in (family, one.family):
        return False
    if shared:
        return True
    if one.is_generic:
        return known.iri == entity_iri(one.name, one.country)
    if level == BY_ALIAS:
        return len(one.form.split(" ")) > 1 or bool(acronyms_in(one.name))
    if one.is_weak:
        return level == BY_NAME and not known.articles
    return level == BY_NAME or one.type != "Person" or not is_lone(normal_form(known.name, "Person"))


def _ledger_index(ledger: Ledger) -> tuple[dict[str, list[KnownEntity]], dict[str, list[KnownEntity]]]:
    """Known entities by the normal form of the name, and by those aliases that only one of them has."""
    by_name: dict[str, list[KnownEntity]] = {}
    by_alias: dict[str, list[KnownEntity]] = {}
    for iri in sorted(ledger.entity_by_iri):
        known = ledger.entity_by_iri[iri]
        if known.type == "AnonymousSource" or "_" in iri:
            continue
        by_name.setdefault(normal_form(known.name, known.type), []).append(known)
        for form in sorted({normal_form(alias, known.type) for alias in known.aliases}):
            by_alias.setdefault(form, []).append(known)
    lone = {form: found for form, found in by_alias.items() if len(found) == 1 and form not in by_name}
    return by_name, lone


def _own_iris(one: Named) -> Iterator[str]:
    """The IRIs that a set may be given, the most readable first; there is always another."""
    yield entity_iri(one.name, one.country if one.is_generic else "")
    yield entity_iri(one.name, one.first)
    for number in count(1):
        yield entity_iri(one.name, f"{one.type} {one.first} {number}")


def _mint(sets: Sequence[Named], ledger: Ledger, iris: dict[int, str], given: set[str]) -> None:
    """New IRIs: the plain one for the namesake with most mentions, one with a code for the others."""
    waiting = [number for number in range(len(sets)) if number not in iris]
    for number in sorted(waiting, key=lambda n: (-sets[n].weight, sets[n].first)):
        one = sets[number]
        free = (iri for iri in _own_iris(one) if iri not in given and not ledger.is_taken(iri))
        iris[number] = iri = next(free)
        given.add(iri)
