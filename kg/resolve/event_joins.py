"""Which events of different articles are one: by name, by victim, or by type, month, place and who took part.

Two reports of one day from one country are not yet one event: unless it is of a kind that is told as one
(protests, elections, disasters), something else must be shared, and nothing may contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import DateExpression, Decision, Entity
from kg.resolve.names import normal, normal_form
from kg.resolve.occurrences import Occurrence, month_of
from kg.resolve.tolls import toll_country
from kg.resolve.wordlists import COLLECTIVE_WORDS, words

__all__ = ["join_occurrences", "overlap"]

#: Types told as one happening though many take part in many places.
MASS_TYPES = frozenset({"Protest", "Election", "Disaster"})
#: Types that befall a person once.
ONCE_TYPES = frozenset({"Killing"})
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
#: Words of an event's name that do not make it a proper one, numbers apart.
PLAIN_WORDS = words(
    """
    of the in and uprising uprisings protest protests demonstration demonstrations unrest revolt riot
    riots movement killing killings massacre attack attacks arrests election elections vote earthquake
    flood floods storm fire war invasion coup crisis summit debate campaign speech strike trial
    general presidential parliamentary nationwide national mass deadly
    """
) | set(MONTHS)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OF = re.compile(r"\bof (?:the )?(.+)$")

#: Rule, positions, score, reason.
Block = tuple[str, list[int], float, str]


def join_occurrences(
    occurrences: Sequence[Occurrence], entities: Mapping[str, Entity]
) -> tuple[list[tuple[int, ...]], list[Decision]]:
    """The events as sets of positions, by their earliest member, and why they were joined."""
    sets = _Sets(occurrences, entities)
    for rule, numbers, score, reason in _blocks(occurrences, entities):
        leaders: list[int] = []
        for number in numbers:
            fitting = [leader for leader in leaders if sets.fit(leader, number)]
            if len({sets.root(leader) for leader in fitting}) == 1:
                sets.join(fitting[0], number, rule, score, reason)
            elif not fitting:
                leaders.append(number)
    return sets.result(), sets.decisions


def _blocks(occurrences: Sequence[Occurrence], entities: Mapping[str, Entity]) -> Iterator[Block]:
    """Likely sets of one event, exact dates before months, dated before undated, the surest rule first."""
    dated = sorted(range(len(occurrences)), key=lambda n: (_length(occurrences[n].when), n))
    keys: dict[tuple[str, ...], tuple[str, list[int], float, str]] = {}
    for number in dated:
        for key, rule, score, reason in _keys(occurrences[number], entities):
            keys.setdefault((rule, *key), (rule, [], score, reason))[1].append(number)
    order = {"event-name": 0, "event-victim": 1, "event-participant": 2, "event-place": 3, "event-toll": 4}
    for key in sorted(keys, key=lambda key: (order[key[0]], key)):
        if len(keys[key][1]) > 1:
            yield keys[key]


def _keys(
    one: Occurrence, entities: Mapping[str, Entity]
) -> Iterator[tuple[tuple[str, ...], str, float, str]]:
    if one.name:
        sure = 0.95 if _YEAR.search(one.name) else 0.85
        for form in _name_forms(one):
            for where in [""] if _proper_words(one.name) else _place_names(one, entities):
                yield (form, where), "event-name", sure, f"both are called “{one.name[:80]}”"
    if one.type in ONCE_TYPES and len(one.patients) == 1:
        victim = entities[min(one.patients)]
        if victim.type == "Person" and " " in victim.name:
            yield (
                (one.type, victim.iri),
                "event-victim",
                0.85,
                f"both tell of the killing of {victim.name[:80]}",
            )
    month = month_of(one.when) or _month_named(one.name)
    if not month:
        return
    if country := toll_country(one, month, entities):
        reason = (
            f"both count the many of one type, {one.type}, in the protests of {month} in {country.title()}"
        )
        yield (one.type, month, country), "event-toll", 0.65, reason
    for place in _place_names(one, entities):
        told = f"both are of type {one.type}, in {month} and {place[:80].title()}"
        for participant in sorted(one.participants):
            reason = f"{told}, with {entities[participant].name[:80]}"
            yield (one.type, month, place, participant), "event-participant", 0.75, reason
        if one.type in MASS_TYPES:
            yield (one.type, month, place), "event-place", 0.7, told
        elif (victims := _collective(one.label)) is not None:
            yield (one.type, month, place, victims), "event-place", 0.7, f"{told}, of {victims}"


def _place_names(one: Occurrence, entities: Mapping[str, Entity]) -> list[str]:
    """Where it took place; of an event with a name and no place, the country that the article speaks of."""
    told = sorted({normal(entities[place].name) for place in one.places})
    return told or ([one.country] if one.name and one.country else [])


def _proper_words(name: str) -> frozenset[str]:
    """The words of an event's name that are not plain words and numbers."""
    return frozenset(
        word for word in normal(name).split(" ") if word not in PLAIN_WORDS and not word.isdigit()
    )


def _month_named(name: str) -> str:
    """The month in an event's name ("2019-11" of "November 2019 uprising"), "" if there is none."""
    words_of_name = normal(name).split(" ")
    months = [number for number, month in enumerate(MONTHS, start=1) if month in words_of_name]
    years = _YEAR.findall(name)
    return f"{years[0]}-{months[0]:02}" if len(months) == len(years) == 1 else ""


def _name_forms(one: Occurrence) -> list[str]:
    """An event's name whatever the order of its words, as it is, and with the year that its date gives."""
    said = set(normal(one.name).split(" ")) - {"of", "the", "in"}
    forms = [" ".join(sorted(said))]
    if one.when and one.when.earliest.year == one.when.latest.year and not _YEAR.search(one.name):
        forms.append(" ".join(sorted(said | {str(one.when.earliest.year)})))
    return forms


def _collective(label: str) -> str | None:
    """The many to whom it happened ("protesters" of "killing of protesters"), None where it is not many."""
    found = _OF.search(normal(label))
    if found is None:
        return None
    head = found[1].split(" ")[-1]
    return found[1] if head in COLLECTIVE_WORDS or (head.endswith("s") and not head.endswith("ss")) else None


def overlap(left: DateExpression, right: DateExpression) -> bool:
    """Whether a day lies in both."""
    return left.earliest <= right.latest and right.earliest <= left.latest


def _length(when: DateExpression | None) -> int:
    return 10**6 if when is None else (when.latest - when.earliest).days


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What of an event can contradict another: equal for most members of a set, so kept once."""

    type: str
    earliest: date
    latest: date
    victims: frozenset[str]
    places: frozenset[frozenset[str]]
    countries: frozenset[str]
    name: frozenset[str]


def _bounds(one: Occurrence, entities: Mapping[str, Entity]) -> _Bounds:
    local = [entities[iri] for iri in one.places if entities[iri].subtype != "Country"]
    countries = {normal_form(entities[iri].name, "Place") for iri in one.places} - {
        normal_form(place.name, "Place") for place in local
    }
    return _Bounds(
        type=one.type,
        earliest=one.when.earliest if one.when else date.min,
        latest=one.when.latest if one.when else date.max,
        victims=frozenset(iri for iri in one.patients if entities[iri].type == "Person"),
        places=frozenset(frozenset(normal(place.name).split(" ")) for place in local),
        countries=frozenset(countries or ({one.country} if one.country and not local else ())),
        name=_proper_words(one.name),
    )


def _conflict(left: _Bounds, right: _Bounds) -> bool:
    """Whether types, dates, proper names, named victims or places differ; of places the local ones first."""
    if left.type != right.type and "Event" not in (left.type, right.type):
        return True
    if left.earliest > right.latest or right.earliest > left.latest:
        return True
    if left.name and right.name and not left.name & right.name:
        return True
    if left.victims and right.victims and not left.victims & right.victims:
        return True
    if left.places and right.places:
        return not any(a <= b or b <= a for a in left.places for b in right.places)
    return bool(left.countries and right.countries and not left.countries & right.countries)


class _Sets:
    """Union-find over events that knows what would contradict."""

    def __init__(self, occurrences: Sequence[Occurrence], entities: Mapping[str, Entity]) -> None:
        self.occurrences = occurrences
        self.decisions: list[Decision] = []
        self._parents = list(range(len(occurrences)))
        self._members = {number: [number] for number in self._parents}
        self._bounds = [{_bounds(one, entities)} for one in occurrences]

    def root(self, number: int) -> int:
        """The event that stands for the set."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def fit(self, left: int, right: int) -> bool:
        """Whether no member of the one set contradicts one of the other."""
        a, b = self.root(left), self.root(right)
        return a == b or not any(_conflict(x, y) for x in self._bounds[a] for y in self._bounds[b])

    def join(self, left: int, right: int, rule: str, score: float, reason: str) -> None:
        """Make the two sets one."""
        a, b = sorted((self.root(left), self.root(right)))
        if a == b:
            return
        self._parents[b] = a
        self._members[a] += self._members.pop(b)
        self._bounds[a] |= self._bounds[b]
        first, second = sorted((left, right))
        self.decisions.append(Decision(self._title(first), self._title(second), rule, reason, score))

    def result(self) -> list[tuple[int, ...]]:
        """The sets, by their earliest member."""
        return [tuple(sorted(self._members[root])) for root in sorted(self._members)]

    def _title(self, number: int) -> str:
        one = self.occurrences[number]
        return f"{(one.name or one.label or one.type)[:200]} ({one.document})"
