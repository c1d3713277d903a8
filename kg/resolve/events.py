"""Events joined over articles, with their IRIs, status and the larger event that they are part of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from kg.identifiers import named_event_iri
from kg.ledger import Ledger
from kg.model import Decision, Entity, Event, ResolvedEvent
from kg.resolve.event_joins import join_occurrences, overlap
from kg.resolve.occurrences import STATUSES, Occurrence, common_date, is_own_voice, month_of

__all__ = ["JoinedEvents", "noisy_or", "resolve_events"]

#: No sum of evidence is surer than this.
CEILING = 0.99
#: Types that are told as parts of a protest in the same month and place.
PARTS = frozenset({"Killing", "Arrest", "Torture"})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_YEAR_TAIL = re.compile(r"-(\d{4})$")


@dataclass(frozen=True, slots=True)
class JoinedEvents:
    """Events sorted by IRI, the IRI of each mention of an event, redirects and decisions."""

    events: tuple[ResolvedEvent, ...]
    by_mention: dict[tuple[str, str], str]
    replaced: dict[str, str]
    decisions: tuple[Decision, ...]


def noisy_or(confidences: Iterable[float]) -> float:
    """How sure independent observations are together, at most 0.99, to four digits.

    >>> noisy_or([0.5, 0.5]), noisy_or([0.9, 0.9, 0.9])
    (0.75, 0.99)
    """
    doubt = 1.0
    for confidence in sorted(confidences):
        doubt *= 1.0 - min(max(confidence, 0.0), 1.0)
    return round(min(1.0 - doubt, CEILING), 4)


def resolve_events(
    occurrences: Sequence[Occurrence], entities: Mapping[str, Entity], ledger: Ledger
) -> JoinedEvents:
    """Join the events of all articles (sorted by their order) and give them IRIs."""
    sets, decisions = join_occurrences(occurrences, entities)
    groups = [[occurrences[number] for number in numbers] for numbers in sets]
    iris, replaced = _assign_iris(groups, ledger)
    events = [_resolved(iri, group) for iri, group in zip(iris, groups, strict=True)]
    return JoinedEvents(
        events=tuple(sorted(_with_wholes(events), key=lambda event: event.iri)),
        by_mention={member: event.iri for event in events for member in event.members},
        replaced=replaced,
        decisions=tuple(decisions),
    )


def _assign_iris(groups: Sequence[list[Occurrence]], ledger: Ledger) -> tuple[list[str], dict[str, str]]:
    """An IRI for each event, in their order, and the known IRIs that others now stand for.

    A known name comes first, then a known place of any member, then a new name or the first member's place.
    """
    iris: dict[int, str] = {}
    given: set[str] = set()
    known = [list(_known_iris(group, ledger)) for group in groups]
    for number in range(len(groups)):
        options = [iri for iri in known[number] if iri not in given]
        if options:
            iris[number] = options[0]
            given.add(options[0])
    for number, group in enumerate(groups):
        if number not in iris:
            iris[number] = next(i for i in _new_iris(group) if i not in given and not ledger.is_taken(i))
            given.add(iris[number])
    replaced: dict[str, str] = {}
    for number, options in enumerate(known):
        for iri in options:
            if iri not in given:
                replaced.setdefault(iri, iris[number])
    return [iris[number] for number in range(len(groups))], replaced


def _known_iris(group: list[Occurrence], ledger: Ledger) -> Iterator[str]:
    """What the ledger calls the event: by a name, unless of another year, then by the place of a member."""
    places = [ledger.redirects.get(iri, iri) for iri in _places(group)]
    years = _years(group)
    found: list[str] = []
    for name in _names(group):
        found += [
            iri
            for iri in _own_names(name, group)
            if iri in ledger.event_by_iri and ledger.event_by_iri[iri].may_be(_type(group))
        ]
        for iri in ledger.events_named(name, _type(group)):
            year = _YEAR_TAIL.search(iri)
            if year is None or not years or int(year[1]) in years:
                found.append(iri)
    yield from dict.fromkeys(found + [iri for iri in places if iri in ledger.event_by_iri])


def _new_iris(group: list[Occurrence]) -> Iterator[str]:
    for name in _names(group):
        yield from _own_names(name, group)
    yield from _places(group)
    for extra in count(2):
        yield f"{group[0].own_iris[0]}-{extra}"


def _own_names(name: str, group: list[Occurrence]) -> Iterator[str]:
    """IRIs made of a name: with its year, where that is known and not in the name; alone; with a code."""
    years = _years(group)
    if len(years) == 1 and str(min(years)) not in name:
        yield named_event_iri(f"{name} {min(years)}")
    yield named_event_iri(name)
    yield named_event_iri(name, f"{group[0].article}_{group[0].members[0].span.start}")


def _years(group: list[Occurrence]) -> frozenset[int]:
    """The years that the event's dates touch."""
    return frozenset(day.year for one in group if one.when for day in (one.when.earliest, one.when.latest))


def _places(group: list[Occurrence]) -> list[str]:
    """The IRI that each member alone would have, in their order."""
    return [iri for one in group for iri in one.own_iris]


def _names(group: list[Occurrence]) -> list[str]:
    """The event's names, those with their year and then the most frequent first."""
    names = Counter(one.name for one in group if one.name)
    return sorted(names, key=lambda name: (not _YEAR.search(name), -names[name], -len(name), name))


def _resolved(iri: str, group: list[Occurrence]) -> ResolvedEvent:
    """The event without its roles: these are facts, and known once the facts are (see kg.resolve.facts)."""
    events = [(one, event) for one in group for event in one.members]
    labels = Counter(one.label for one in group if one.label)
    names = _names(group)
    kind = _type(group)
    return ResolvedEvent(
        iri=iri,
        type=kind,
        label=names[0]
        if names
        else min(labels, key=lambda n: (-labels[n], -len(n), n), default=kind.lower()),
        status=_status([event for _, event in events]),
        agents=(),
        patients=(),
        organizers=(),
        places=tuple(sorted(frozenset[str]().union(*(one.places for one in group)))),
        when=common_date([one.when for one in group if one.when is not None]),
        part_of="",
        members=tuple(sorted((one.document, event.id) for one, event in events)),
        evidence=tuple(sorted({(o.document, e.sentence) for o, e in events if e.sentence >= 0})),
        confidence=noisy_or(max(e.confidence for e in one.members) for one in group),
    )


def _type(group: list[Occurrence]) -> str:
    """The class that most articles tell of, one that says more than event if any."""
    types = Counter(one.type for one in group)
    return min(types, key=lambda t: (t == "Event", -types[t], t))


def _status(events: Sequence[Event]) -> str:
    """The status by the articles' own voice; that of claims only where no article tells it itself."""
    told = {event.status for event in events if is_own_voice(event)} or {event.status for event in events}
    return min(
        told, key=lambda status: (STATUSES.index(status) if status in STATUSES else len(STATUSES), status)
    )


def _with_wholes(events: Sequence[ResolvedEvent]) -> Iterator[ResolvedEvent]:
    """The events, those that clearly belong to one protest of their articles with that as their whole."""
    protests: dict[str, list[ResolvedEvent]] = {}
    for event in events:
        if event.type == "Protest" and event.status == "Occurred" and event.when is not None:
            for document in sorted({document for document, _ in event.members}):
                protests.setdefault(document, []).append(event)
    for event in events:
        yield replace(event, part_of=_whole(event, protests))


def _whole(event: ResolvedEvent, protests: Mapping[str, list[ResolvedEvent]]) -> str:
    """The one protest told beside the event in every one of its articles, in its month and place; or ""."""
    if event.type not in PARTS or event.status != "Occurred" or event.when is None:
        return ""
    documents = sorted({document for document, _ in event.members})
    near = [{p.iri: p for p in protests.get(document, ()) if _hosts(p, event)} for document in documents]
    shared = set(near[0]).intersection(*near[1:])
    everyone = set().union(*near)
    return min(shared) if len(shared) == 1 and shared == everyone else ""


def _hosts(protest: ResolvedEvent, event: ResolvedEvent) -> bool:
    if protest.when is None or event.when is None or not set(protest.places) & set(event.places):
        return False
    same_month = month_of(protest.when) == month_of(event.when) != ""
    return same_month and overlap(protest.when, event.when)
